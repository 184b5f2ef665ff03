import type { Range } from "./noun-phrases";
import type { TaggedToken } from "./tag";
import { timeWords } from "./words";

/** Who does what a verb says. `core` is the noun phrase itself, `whole` also holds its appositions. */
export type SubjectPhrase = { core: Range; whole: Range; appositions: Range[]; place: SubjectPlace };
type SubjectPlace = "before" | "apposition" | "relative" | "shared" | "behind" | "by";

/** Takes "On Monday" and "At the rally" off the front; null where nothing else is left. */
export function trimLead(s: TaggedToken[], from: number, to: number): number | null {
  let start = from;
  while (start < to && (s[start]?.tag === "adverb" || s[start]?.tag === "conjunction")) start++;
  const first = s[start];
  if (!first || start >= to) return null;
  // "About 40 percent of doctors"
  if (/^(?:about|around|over|under)$/.test(first.lower) && s[start + 1]?.tag === "number") return start + 1;
  if (first.tag === "preposition" || first.tag === "to") return splitAfterPhrase(s, start, to);
  if (timeWords.has(first.lower) && first.tag === "name" && start + 1 < to && s[start + 1]?.tag === "name")
    return start + 1;
  if (/^(?:last|this|next)$/.test(first.lower) && timeWords.has(s[start + 1]?.lower ?? "")) {
    return start + 2 < to ? start + 2 : null;
  }
  return start;
}

function splitAfterPhrase(s: TaggedToken[], from: number, to: number): number | null {
  for (let k = to - 1; k > from + 1; k--) {
    const left = s[k - 1];
    const here = s[k];
    if (!left || !here) continue;
    const leftEnds =
      left.tag === "noun" || left.tag === "name" || left.tag === "number" || left.tag === "close";
    const opens = here.tag === "determiner" || here.tag === "possessive" || here.tag === "pronoun";
    const changes = here.tag === "name" && (left.tag !== "name" || timeWords.has(left.lower));
    if (leftEnds && (opens || changes)) return k;
  }
  return null;
}

const neverSpeak =
  /^(?:there|next|this|that|these|those|here|what|nothing|something|anything|everything|anyone|anybody|nobody)$/;

/** A subject that can say something holds a name, a pronoun or a noun, and is no bare time or number. */
export function isPlausible(s: TaggedToken[], range: Range): boolean {
  const words = s.slice(range.from, range.to);
  if (words.length === 1 && neverSpeak.test(words[0]?.lower ?? "")) return false;
  // ", something Berg denies": it is no name of his.
  if (/^(?:something|anything|nothing|everything)$/.test(words[0]?.lower ?? "")) return false;
  return (
    words.some(
      (one) =>
        (one.tag === "noun" || one.tag === "name" || one.tag === "pronoun") && !timeWords.has(one.lower),
    ) ||
    /^(?:all|both|many|most|some|several|few|neither|each|others|half|another)$/.test(words[0]?.lower ?? "")
  );
}
