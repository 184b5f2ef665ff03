import { type Span, tidySelection } from "@/lib/text/offsets";
import { widenToWords } from "@/lib/text/sentences";

/** A place where the words stand; `isExact` unless something there is written differently. */
export type FoundWords = Span & { isExact: boolean };

/** More places than this nobody chooses among. */
export const mostFound = 30;

/** Of more words than this only the first are looked for nearly; exactly all are. */
const mostNearWords = 120;

const longestWord = 100;

/**
 * Where words stand in a text, in text order. They were typed, pasted or spoken, so capitals, white space, quotation
 * marks, dashes and accents need not agree, and whole words are found. Where they stand nowhere: the places
 * that come nearest to them, the nearest first, with at most about a third of the words other, missing or in excess.
 */
export function findWords(text: string, words: string, language: string): FoundWords[] {
  const folded = fold(text);
  const needle = fold(words).text.trim();
  if (needle === "") return [];
  const exact = exactPlaces(folded, needle)
    .map((span) => wholeWords(text, span, language))
    .filter((span, at, all) => span.start !== all[at - 1]?.start);
  if (exact.length > 0) return exact.slice(0, mostFound).map((span) => ({ ...span, isExact: true }));
  const near = nearPlaces(folded, needle);
  // The same words with other punctuation between them are the same words.
  const same = near.filter(({ cost }) => cost === 0).toSorted((a, b) => a.start - b.start);
  return (same.length > 0 ? same : near).map(({ cost, ...span }) => ({
    ...wholeWords(text, span, language),
    isExact: cost === 0,
  }));
}

function wholeWords(text: string, span: Span, language: string): Span {
  const tidy = tidySelection(text, span.start, span.end);
  // A block may be a whole book; a word is not longer than this.
  const from = Math.max(0, tidy.start - longestWord);
  const near = text.slice(from, tidy.end + longestWord);
  const { start, end } = widenToWords(near, { start: tidy.start - from, end: tidy.end - from }, language);
  return { start: from + start, end: from + end };
}

/** A text as it is compared, and for each of its characters where in the original it comes from. */
type Folded = { text: string; starts: number[]; ends: number[] };

const alike: Record<string, string> = {
  "‘": "'",
  "’": "'",
  "‚": "'",
  "‛": "'",
  "“": '"',
  "”": '"',
  "„": '"',
  "«": '"',
  "»": '"',
  "–": "-",
  "—": "-",
  "‑": "-",
  "…": "...",
};

function fold(text: string): Folded {
  const pieces: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const character of text) {
    const piece = foldCharacter(character);
    const isRun = piece === " " && pieces.at(-1) === " ";
    for (let unit = 0; unit < piece.length && !isRun; unit++) {
      pieces.push(piece.charAt(unit));
      starts.push(at);
      ends.push(at + character.length);
    }
    at += character.length;
  }
  return { text: pieces.join(""), starts, ends };
}

function foldCharacter(character: string): string {
  if (character >= "a" && character <= "z") return character;
  if (/\s/u.test(character)) return " ";
  // Soft hyphens, accents that stand alone and other characters without a width.
  if (/^[\p{Cf}\p{Mn}]$/u.test(character)) return "";
  return (
    alike[character] ??
    character
      .normalize("NFKD")
      .replace(/\p{Mn}/gu, "")
      .toLowerCase()
  );
}

function spanAt({ starts, ends }: Folded, from: number, to: number): Span {
  return { start: starts[from] ?? 0, end: ends[to - 1] ?? 0 };
}

function exactPlaces(folded: Folded, needle: string): Span[] {
  const places: Span[] = [];
  for (let at = folded.text.indexOf(needle); at >= 0 && places.length <= mostFound; ) {
    places.push(spanAt(folded, at, at + needle.length));
    at = folded.text.indexOf(needle, at + needle.length);
  }
  return places;
}

type Word = Span & { word: string };

function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(/[\p{L}\p{N}]+/gu), (match) => ({
    word: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** A stretch of the text's words, and how far it is from those looked for: 0 is the same. */
type Near = { from: number; to: number; cost: number };

function nearPlaces(folded: Folded, needle: string): (Span & { cost: number })[] {
  const wanted = wordsOf(needle).slice(0, mostNearWords);
  const there = wordsOf(folded.text);
  const most = wanted.length * 0.36;
  const found: Near[] = [];
  for (const one of stretchesEnding(wanted, there).toSorted((a, b) => a.cost - b.cost)) {
    if (one.cost > most || found.length >= mostFound) break;
    if (found.every((other) => one.to <= other.from || one.from >= other.to)) found.push(one);
  }
  return found.flatMap(({ from, to, cost }) => {
    const [first, last] = [there[from], there[to - 1]];
    return first && last ? [{ ...spanAt(folded, first.start, last.end), cost }] : [];
  });
}

/** For each word of the text the best stretch that ends with it: Sellers' search, with words for letters. */
function stretchesEnding(wanted: readonly Word[], there: readonly Word[]): Near[] {
  const distance = wanted.map(({ word }) => rememberedDistance(word));
  let column = wanted.map((_, row) => ({ cost: row + 1, from: 0 }));
  return there.map(({ word }, at) => {
    const before = column;
    column = [];
    wanted.forEach((_, row) => {
      // Before the first wanted word nothing is spent: a stretch may begin anywhere.
      const diagonal = row === 0 ? { cost: 0, from: at } : (before[row - 1] ?? { cost: row, from: at });
      const above = row === 0 ? { cost: 0, from: at + 1 } : (column[row - 1] ?? diagonal);
      const left = before[row] ?? diagonal;
      const changed = diagonal.cost + (distance[row]?.(word) ?? 1);
      const best = Math.min(changed, above.cost + 1, left.cost + 1);
      const from = best === changed ? diagonal.from : best === above.cost + 1 ? above.from : left.from;
      column.push({ cost: best, from });
    });
    const last = column.at(-1) ?? { cost: 1, from: at };
    return { from: last.from, to: at + 1, cost: last.cost };
  });
}

/** How far a word is from another, from 0 (the same) to 1; each pair is compared once. */
function rememberedDistance(word: string): (other: string) => number {
  const known = new Map<string, number>([[word, 0]]);
  return (other) => {
    const before = known.get(other);
    if (before !== undefined) return before;
    const distance = wordDistance(word, other);
    known.set(other, distance);
    return distance;
  };
}

function wordDistance(one: string, other: string): number {
  const longest = Math.max(one.length, other.length);
  // Words of very different lengths are other words.
  if (Math.abs(one.length - other.length) > longest / 3) return 1;
  const share = lettersBetween(one, other) / longest;
  return share <= 0.34 ? share : 1;
}

/** The least number of letters to change, take in or leave out. */
function lettersBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let at = 1; at <= one.length; at++) {
    const next = [at];
    for (let to = 1; to <= other.length; to++) {
      const same = (row[to - 1] ?? 0) + (one[at - 1] === other[to - 1] ? 0 : 1);
      next.push(Math.min(same, (row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
