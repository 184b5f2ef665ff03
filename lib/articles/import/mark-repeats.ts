import { type Candidate, decide } from "./candidate";
import { talksOfPage } from "./recognise-furniture";
import { hasQuotation, isTurn, saysSomething } from "./recognise-speech";
import { countWords, isProse, soundOf } from "./text-shape";

/**
 * Notes which blocks have the words of an earlier one. Whoever says a thing twice has said it twice: the turns of a
 * transcript are never copies. Labels such as "Question:" come again and again.
 */
export function markDuplicates(candidates: Candidate[], speakers: ReadonlySet<string>): void {
  const first = new Map<string, number>();
  candidates.forEach((one, index) => {
    const words = countWords(one.text);
    if (words < 4 && !(one.kind === "item" && words > 1)) return;
    if (isTurn(one.text, speakers)) return;
    // Of a very long block the text has both ends only.
    const sound = `${soundOf(one.text)} ${one.text.length > 2000 ? one.end - one.start : ""}`;
    const earlier = first.get(sound);
    if (earlier === undefined) first.set(sound, index);
    else one.duplicateOf = earlier;
  });
}

/**
 * Folds what a page prints twice about itself, both times, and a headline's later copy. Whatever else comes twice may
 * have been written twice, so it stays.
 */
export function markRepeated(candidates: Candidate[]): void {
  const repeated = findRepeated(candidates);
  const pageTexts = candidates
    .filter(({ role }) => role === "boilerplate" || role === "bio")
    .map(({ text }) => text)
    .join("\n");
  const isStory = ({ role, text }: Candidate, index: number) =>
    role === null && !repeated.has(index) && (isProse(text) || saysSomething(text));
  const end = candidates.findLastIndex(isStory);
  candidates.forEach((one) => {
    const first = one.duplicateOf === null ? undefined : candidates[one.duplicateOf];
    if (!first || one.duplicateOf === null) return;
    if (first.role === "title" && !saysSomething(one.text)) {
      decide(one, "boilerplate", "The headline once more.");
      return;
    }
    const isBehind = one.duplicateOf > end && isAboutHouse(one.text, pageTexts);
    if (!isBehind && !talksOfPage(one.text)) return;
    decide(first, "boilerplate", "The page's word about itself: it stands in the text twice.");
    decide(one, "boilerplate", "A repeat of words that came before.");
  });
}

/** The blocks that come twice: those that repeat an earlier one, and those that are repeated. */
export function findRepeated(candidates: readonly Candidate[]): ReadonlySet<number> {
  return new Set(
    candidates.flatMap(({ duplicateOf }, index) => (duplicateOf === null ? [] : [index, duplicateOf])),
  );
}

/** A sentence about the publisher: it begins with a name that the page's own texts have in the middle of theirs. */
function isAboutHouse(text: string, pageTexts: string): boolean {
  if (hasQuotation(text) || countWords(text) > 40) return false;
  const name = /^(?:The\s+)?(\p{Lu}[\p{L}\p{N}'’-]{2,})(?=\s)/u.exec(text)?.[1];
  return name !== undefined && new RegExp(`[\\p{Ll},;:]\\s+${name}(?![\\p{L}\\p{N}])`, "u").test(pageTexts);
}
