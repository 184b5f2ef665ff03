import { type Candidate, decide, plainReason } from "./candidate";
import { findHead } from "./find-head";
import { isBioHeading, personOfBio } from "./recognise-bio";
import { isBylineLine, isDeskLine } from "./recognise-byline";
import { findCredit, soundsLikeCaption } from "./recognise-credit";
import { furnitureReason, isEndMark } from "./recognise-furniture";
import { countWords, endsLikeSentence, isProse, soundOf } from "./text-shape";

/** Names the role of each block of an imported text, each with its reason. The order of the steps matters. */
export function classifyBlocks(candidates: Candidate[]): void {
  markDuplicates(candidates);
  markFurniture(candidates);
  markCaptions(candidates);
  findHead(candidates);
  markRepeated(candidates);
  markDeskAndBio(candidates);
  markAfterEnd(candidates);
  markTail(candidates);
  markQuotes(candidates);
  for (const one of candidates) decide(one, "body", plainReason);
}

function markDuplicates(candidates: Candidate[]): void {
  const first = new Map<string, number>();
  candidates.forEach((one, index) => {
    const sound = soundOf(one.text);
    // Labels such as "Question:" come again and again in an interview.
    if (countWords(one.text) < 4 && !(one.kind === "item" && countWords(one.text) > 1)) return;
    const earlier = first.get(sound);
    if (earlier === undefined) first.set(sound, index);
    else one.duplicateOf = earlier;
  });
}

function markFurniture(candidates: Candidate[]): void {
  for (const one of candidates) {
    if (one.kind === "frontMatter") decide(one, "boilerplate", "Settings of the Markdown file.");
    if (one.kind === "rule") decide(one, "boilerplate", "A dividing line.");
    const why = furnitureReason(one.text);
    if (why) decide(one, "boilerplate", why);
  }
}

function markCaptions(candidates: Candidate[]): void {
  candidates.forEach((one, index) => {
    if (one.role !== null) return;
    const isCredit = findCredit(one.text) === 0 && countWords(one.text) <= 20;
    if (isCredit) decide(one, "credit", "It names who made or owns a picture.");
    else if (soundsLikeCaption(one.text) && countWords(one.text) <= 60)
      decide(one, "caption", "It says what a picture shows.");
    if (!isCredit) return;
    const before = candidates[index - 1];
    if (!before || before.role !== null || isBylineLine(before.text)) return;
    if (!one.apart || (countWords(before.text) <= 30 && !endsLikeSentence(before.text) && index > 1)) {
      decide(before, "caption", "It stands right before a picture's credit.");
    }
  });
  markSlugs(candidates);
}

/** A picture's working title: a few words on the line above its caption. */
function markSlugs(candidates: Candidate[]): void {
  candidates.forEach((one, index) => {
    const before = candidates[index - 1];
    if (one.role !== "caption" || one.apart || !before || before.role !== null) return;
    if (countWords(before.text) <= 6 && !endsLikeSentence(before.text)) {
      decide(before, "boilerplate", "The working title of the picture below.");
    }
  });
}

/** What a page prints twice is the page's, not the reporter's; only a long paragraph may be a slip in copying. */
function markRepeated(candidates: Candidate[]): void {
  for (const one of candidates) {
    if (one.duplicateOf === null) continue;
    const first = candidates[one.duplicateOf];
    const why = "The same words stand in the text twice.";
    if (first && countWords(one.text) <= 40) decide(first, "boilerplate", why);
    decide(one, "boilerplate", "A repeat of words that came before.");
  }
}

function markDeskAndBio(candidates: Candidate[]): void {
  candidates.forEach((one, index) => {
    if (isDeskLine(one.text)) decide(one, "byline", "It names the agency's reporters and editors.");
    if (one.role !== null || !isBioHeading(one.text)) return;
    decide(one, "bio", "It announces the author's biography.");
    decide(candidates[index + 1], "bio", "It stands under “about the author”.");
  });
  for (let index = candidates.length - 1; index >= 0; index--) {
    const one = candidates[index];
    if (!one || (one.role !== null && one.role !== "bio")) continue;
    if (personOfBio(one.text)) decide(one, "bio", "It tells who the author is.");
    else if (one.role === null && isProse(one.text)) return;
  }
}

/** A press release ends with a mark; then come notes and addresses. */
function markAfterEnd(candidates: Candidate[]): void {
  const end = candidates.findLastIndex(({ text }) => isEndMark(text));
  const lengthOf = (list: Candidate[]) => list.reduce((sum, { text }) => sum + text.length, 0);
  if (end > 0 && lengthOf(candidates.slice(end)) < lengthOf(candidates) * 0.4) {
    for (const one of candidates.slice(end))
      decide(one, "boilerplate", "It comes after the end of the text.");
  }
  markSenders(candidates);
}

/** "About Acme", and below it "Acme builds…": who sent a press release. */
function markSenders(candidates: Candidate[]): void {
  const prose = candidates.flatMap(({ role, text }, index) =>
    role === null && isProse(text) ? [index] : [],
  );
  // At most one paragraph may follow the sender's own.
  const late = prose.at(-3) ?? -1;
  for (let index = Math.max(late, Math.floor(candidates.length / 3)); index < candidates.length; index++) {
    const [one, next] = [candidates[index], candidates[index + 1]];
    if (!one || !next || countWords(one.text) > 8) continue;
    const name = /^(?:about|über|à propos d[e'’]|sobre|over|o|о|про)\s*(\p{Lu}[\p{L}\d]*)/u.exec(
      one.text.charAt(0).toLowerCase() + one.text.slice(1),
    )?.[1];
    if (!name || !next.text.startsWith(name)) continue;
    decide(one, "boilerplate", "It announces who sent the text.");
    decide(next, "boilerplate", "It tells who sent the text.");
  }
}

/** After the last paragraph a page has promotion and lists; without any sign of it, everything stays the article's. */
function markTail(candidates: Candidate[]): void {
  const last = candidates.findLastIndex(({ role, text }) => role === null && isProse(text));
  const isSign = ({ role, kind }: Candidate) => role === "bio" || (role === "boilerplate" && kind !== "rule");
  const sign = candidates.findIndex((one, index) => index > last && isSign(one));
  if (last < 0 || sign < 0) return;
  const why = "It comes after the article's last paragraph, among the page's own texts.";
  for (const one of candidates.slice(sign)) decide(one, "boilerplate", why);
  const heading = candidates[sign - 1];
  const isHeading = heading && sign - 1 > last && heading.kind !== "item" && !endsLikeSentence(heading.text);
  if (isHeading && countWords(heading.text) <= 8)
    decide(heading, "boilerplate", "A heading of the page's own texts.");
}

function markQuotes(candidates: Candidate[]): void {
  const repeats = findRepeats(candidates);
  candidates.forEach((one, index) => {
    if (one.role !== null) return;
    if (one.kind === "quoted") decide(one, "quote", "It is marked as a quotation.");
    if (repeats.has(index)) decide(one, "quote", "Words from the article, set apart.");
    const next = candidates[index + 1];
    const isSigned = next?.role === null && /^[—–-]\s*\p{Lu}/u.test(next.text) && countWords(next.text) <= 12;
    const isQuoted = /^["“„«‘'].*["”“»’']\.?$/su.test(one.text) || one.role === "quote";
    if (!isSigned || !isQuoted || endsLikeSentence(next.text)) return;
    decide(one, "quote", "A quotation with its speaker's name below.");
    decide(next, "quote", "The name of the person quoted above.");
  });
}

/** The short paragraphs whose words stand inside a longer one as well, as pull quotes do. */
function findRepeats(candidates: Candidate[]): Set<number> {
  const sounds = candidates.map(({ role, text }) => (role === null ? soundOf(text) : ""));
  // Looked up by five words in a row: comparing each with each would take minutes on a long text.
  const holders = new Map<string, number[]>();
  sounds.forEach((sound, index) => {
    for (const five of fives(sound)) {
      const known = holders.get(five);
      if (!known) holders.set(five, [index]);
      else if (known.length < 8) known.push(index);
    }
  });
  const found = new Set<number>();
  sounds.forEach((sound, index) => {
    const first = fives(sound)[0];
    if (first === undefined || countWords(sound) > 45) return;
    const isInside = (other: number) =>
      (sounds[other]?.length ?? 0) > sound.length && ` ${sounds[other]} `.includes(` ${sound} `);
    if (holders.get(first)?.some(isInside)) found.add(index);
  });
  return found;
}

function fives(sound: string): string[] {
  const words = sound.split(" ");
  return words.length < 5 ? [] : words.slice(4).map((_, at) => words.slice(at, at + 5).join(" "));
}
