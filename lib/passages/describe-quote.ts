import { borderAfter, borderBefore, type Span } from "@/lib/text/offsets";
import { sentenceAt } from "@/lib/text/sentences";

/** The most characters (UTF-16 units) kept of what stands before and after a passage. */
export const longestContext = 64;

// Sentences are looked for in this much text around the border only: a block may be a megabyte long.
const windowBefore = 240;
const windowAfter = 240;

export type Quote = { exact: string; prefix: string; suffix: string };

/**
 * A passage's words with what stands around them: on each side up to 64 characters, cut at the sentence's edge where
 * that is nearer. A passage that begins with its sentence takes the sentence before, since without any context the
 * same sentence said twice could not be told apart.
 */
export function describeQuote(text: string, { start, end }: Span, language: string): Quote {
  return {
    exact: text.slice(start, end),
    prefix: text.slice(prefixStart(text, start, language), start),
    suffix: text.slice(end, suffixEnd(text, end, language)),
  };
}

function prefixStart(text: string, start: number, language: string): number {
  const before = text.slice(Math.max(0, start - longestContext - 1), start);
  const words = start - (before.length - before.trimEnd().length);
  const furthest = start <= longestContext ? 0 : borderAfter(text, start - longestContext);
  if (words <= furthest) return furthest;
  const from = Math.max(0, words - windowBefore);
  const near = text.slice(from, words + windowAfter);
  const sentence = sentenceAt(near, words - 1 - from, language);
  return Math.max(furthest, sentence ? from + sentence.start : furthest);
}

function suffixEnd(text: string, end: number, language: string): number {
  const rest = text.slice(end, end + longestContext + 1);
  const words = end + (rest.length - rest.trimStart().length);
  const limit = Math.min(text.length, end + longestContext);
  const furthest = limit === text.length ? limit : borderBefore(text, limit);
  if (words >= furthest) return furthest;
  const from = Math.max(0, words - windowBefore);
  const near = text.slice(from, words + windowAfter);
  const sentence = sentenceAt(near, words - from, language);
  return Math.min(furthest, sentence ? from + sentence.end : furthest);
}
