import type { Range } from "./noun-phrases";
import { isFiniteVerb, type TaggedToken } from "./tag";
import { timeWords } from "./words";

/**
 * All of a list of names that ends with token `last`: "Anna Berg, 41, Tom Reed, a baker, and Ida Holm". Null where no
 * list ends there, and where what stands before is no subject: "he thanked Anna Berg, and Ida Holm" has only Holm.
 */
export function listEndingAt(s: TaggedToken[], last: number, low: number): Range | null {
  const final = nameStart(s, last, low);
  if (final === null) return null;
  let from = final;
  let first = final;
  for (let end = memberBefore(s, first, low, true); end !== null; end = memberBefore(s, first, low, false)) {
    const start = nameStart(s, end, low);
    if (start === null) break;
    first = start;
    if (opens(s, first, low)) from = first;
  }
  // "Unlike Anna Berg, Tom Reed and Ida Holm": the first of them belongs to the words that open the clause.
  const isWhole = from === first || opens(s, prepositionBefore(s, first, low), low);
  return from < final && isWhole ? { from, to: last + 1 } : null;
}

/** Where the last of a phrase of several between commas begins: "Ida Holm" of "50, and Ida Holm"; null without commas. */
export function lastOfSeveral(s: TaggedToken[], { from, to }: Range): number | null {
  const comma = s.findLastIndex((one, k) => k >= from && k < to && one.tag === "comma");
  return comma >= from && s[comma + 1]?.tag === "conjunction" ? nameStart(s, to - 1, comma + 2) : null;
}

/** The last word of the name that stands before the one at `at` in a list; before the last one stands an "and". */
function memberBefore(s: TaggedToken[], at: number, low: number, isLast: boolean): number | null {
  let k = at - 1;
  const isJoined = s[k]?.tag === "conjunction" && /^(?:and|or)$/.test(s[k]?.lower ?? "");
  if (isJoined) k--;
  const isCut = s[k]?.tag === "comma";
  if (isCut) k--;
  if (isLast ? !isJoined : !isCut) return null;
  for (let aside = asideStart(s, k, low); aside !== null; aside = asideStart(s, k, low)) k = aside - 1;
  return k >= low ? k : null;
}

/** Where something begins that ends at `last` and tells of the name before it: "(D-Ohio)", ", 41", ", a baker". */
function asideStart(s: TaggedToken[], last: number, low: number): number | null {
  if (s[last]?.tag === "close") {
    const open = s.findLastIndex((one, k) => k < last && one.tag === "open");
    return open > low ? open : null;
  }
  const comma = s.findLastIndex((one, k) => k <= last && one.tag === "comma");
  const piece = s.slice(comma + 1, last + 1);
  const [first] = piece;
  if (comma <= low || !first || piece.some((one) => isFiniteVerb(one.tag))) return null;
  const isAside =
    first.tag === "determiner" || (piece.length === 1 && (first.tag === "number" || isParty(first)));
  return isAside ? comma : null;
}

/** "D-Ohio", "R-Texas". */
export function isParty({ text }: TaggedToken): boolean {
  return /^[A-Z]-\p{Lu}/u.test(text);
}

/** Where the name begins that ends with a token, with titles before it; null where no name ends there. */
function nameStart(s: TaggedToken[], last: number, low: number): number | null {
  let start = last;
  if (s[last]?.tag === "close") start = (asideStart(s, last, low) ?? last + 1) - 1;
  const name = s[start];
  if (name?.tag !== "name" || timeWords.has(name.lower) || isParty(name)) return null;
  while (start > low && isOfName(s[start - 1])) start--;
  return start;
}

function isOfName(token: TaggedToken | undefined): boolean {
  return (
    token !== undefined &&
    /^(?:name|noun|determiner|possessive)$/.test(token.tag) &&
    !timeWords.has(token.lower)
  );
}

/** Whether a phrase that begins here stands where a subject does. */
function opens(s: TaggedToken[], at: number, low: number): boolean {
  return (
    at === low ||
    /^(?:comma|conjunction|subordinator|relative|quotation|colon|dash|stop|adverb|open)$/.test(
      s[at - 1]?.tag ?? "stop",
    )
  );
}

function prepositionBefore(s: TaggedToken[], at: number, low: number): number {
  return at > low && s[at - 1]?.tag === "preposition" ? at - 1 : Number.NaN;
}
