import type { ClaimKind } from "@/lib/passages/schema";
import { findTurns } from "./interviews";
import type { ReadBlock } from "./read-document";
import { isAnswerToIt, isSourced } from "./sourced";
import type { TaggedToken } from "./tag";
import { beForms, nounFirst, timeWords, verbInfo } from "./words";

/**
 * A sentence that states something checkable, with what makes it so. Offsets are UTF-16 units. `isSourced` says that it
 * has a source, even where nobody knows whom: it is no claim of the reporter's.
 */
export type Claim = { start: number; end: number; kinds: ClaimKind[]; isSourced: boolean };

// The words of quantity and time, as parts of patterns: lib/claims/find-numbers reads by the same lists.
export const scaleWords = "hundreds?|thousands?|millions?|billions?|trillions?|dozens?";
export const changeWords = "double[ds]?|doubling|triple[ds]?|tripling|twice";
export const smallNumbers = "two|three|four|five|six|seven|eight|nine";
export const teenNumbers = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen";
export const tensNumbers = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety";
export const monthNames =
  "january|february|march|april|may|june|july|august|september|october|november|december";
export const dayNames = "monday|tuesday|wednesday|thursday|friday|saturday|sunday";
const quantityWords = new RegExp(
  `^(?:${scaleWords}|half|third|quarter|percent|majority|minority|${changeWords}|record)$`,
);
const numberWords = new RegExp(`^(?:${smallNumbers}|${teenNumbers}|${tensNumbers})$`);
const causes =
  /^(?:because|cause[ds]?|causing|thanks|therefore|thus|led|leads|leading|prompt(?:s|ed|ing)?|trigger(?:s|ed|ing)?|spark(?:s|ed|ing)?|result(?:s|ed|ing)?|consequently|fuel(?:s|ed|ing)?|brought)$/;
const opinions = /^(?:should|must|ought|perhaps|maybe|hopefully)$/;
// In small letters, "march" and "may" are verbs more often than months.
const daysAndMonths = new RegExp(`^(?:(?!march|may)(?:${monthNames})|${dayNames})$`);
const dateWords = /^(?:ago|yesterday|today|tomorrow|tonight|decade|decades|century|since)$/;

/** Finds the sentences worth checking: with a number, a date, something that happened, a cause or spoken words. */
export function findClaims(blocks: ReadBlock[]): Claim[] {
  // What is said in a printed talk is whoever's turn it is.
  const turns = findTurns(blocks);
  return blocks.flatMap((block, at) =>
    /^(?:body|title|dek|quote)$/.test(block.role)
      ? block.sentences.flatMap((s) => claimOf(s, turns.has(at) || isSourced(s)))
      : [],
  );
}

function claimOf(s: TaggedToken[], hasSource: boolean): Claim[] {
  const kinds = kindsOf(s);
  const [first, last] = [s[0], s.at(-1)];
  if (kinds.length === 0 || !first || !last) return [];
  return [{ start: first.start, end: last.end, kinds, isSourced: hasSource }];
}

function kindsOf(s: TaggedToken[]): ClaimKind[] {
  // A dash ends the place and the wire at the head of a report (sentences.ts), which state nothing.
  if (/^[?–—-]$/.test(s.at(-1)?.text ?? "") || s.length < 4) return [];
  const kinds: ClaimKind[] = [];
  const words = s.flatMap((one) => (one.quotation ? insideWords(one) : [one.lower]));
  if (words.some(isQuantity)) kinds.push("quantity");
  if (words.some((word) => isDate(word)) || s.some((one) => timeWords.has(one.lower) && one.tag === "name"))
    kinds.push("date");
  if (isEvent(s)) kinds.push("event");
  if (words.some((_, at) => isCause(words, at))) kinds.push("causal");
  if (s.some((one) => one.quotation && one.text.split(/\s+/).length >= 4)) kinds.push("quote");
  if (isAnswerToIt(s) && kinds.every((kind) => kind === "event" || kind === "date")) return [];
  const soft = s.some((one) => opinions.test(one.lower));
  return soft && !kinds.includes("quantity") && !kinds.includes("quote") ? [] : kinds;
}

/** What of a sentence's kinds these words of it show by themselves: a passage is not about all that its sentence says. */
export function kindsShownBy(words: string): ClaimKind[] {
  const all = wordsOf(words);
  const kinds: ClaimKind[] = [];
  if (all.some(isQuantity)) kinds.push("quantity");
  if (all.some((word) => isDate(word) || timeWords.has(word))) kinds.push("date");
  if (all.some((word) => pastVerbs.test(word))) kinds.push("event");
  if (all.some((_, at) => isCause(all, at))) kinds.push("causal");
  return kinds;
}

const pastVerbs =
  /^(?:\p{L}{2,}ed|was|were|had|did|went|came|took|made|lost|won|left|fell|rose|began|broke|gave|got|grew|held|hit|kept|knew|led|met|paid|ran|saw|sent|shot|sold|spent|stood|struck|told|wrote|found|built|brought|cut)$/u;

/** "Late due to rain"; what "is due to report" or "is due in May" is still to come. */
function isCause(words: readonly string[], at: number): boolean {
  const [before = "", word = "", to, what = "", next] = words.slice(at - 1 < 0 ? at : at - 1);
  if (at === 0) return isCause(["", ...words], 1);
  if (word !== "due") return causes.test(word);
  if (to !== "to") return false;
  if (!verbInfo(what)?.has("b")) return true;
  return nounFirst.has(what) && (next === "of" || !beForms.has(before) || needs.test(what));
}

/** Verbs that are nouns behind "due to" all the same: "is due to demand from Asia". */
const needs = /^(?:lack|demand|fire|force|need|work|stress|cost|change|fear)$/;

function insideWords(token: TaggedToken): string[] {
  return wordsOf(token.text);
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}]+|[$€£]?\d[\d,.]*%?/gu) ?? [];
}

function isYear(word: string): boolean {
  return /^(?:1[6-9]|20)\d\ds?$/.test(word);
}

function isQuantity(word: string): boolean {
  if (quantityWords.test(word) || numberWords.test(word)) return true;
  return /^[$€£¥]?\d/.test(word) && !isYear(word);
}

function isDate(word: string): boolean {
  return isYear(word) || dateWords.test(word) || daysAndMonths.test(word);
}

/** Something that named actors did: a name or noun and a verb in the past, outside quotations. */
function isEvent(s: TaggedToken[]): boolean {
  const named = s.some((one, i) => one.tag === "name" && i < s.length - 1);
  return (
    named &&
    s.some(
      (one) =>
        (one.tag === "verb" && /(?:ed|[^s]d|t|w|k|n|g|m|a)$/.test(one.lower)) ||
        one.lower === "was" ||
        one.lower === "were",
    )
  );
}
