import type { Span } from "./offsets";

/** White space as Unicode has it, without U+FEFF: that one is a zero-width character, and those stay. */
const blank = /[^\S\uFEFF]/u;
const blankRun = /[^\S\uFEFF]+/gu;
const loose = /[^\S\uFEFF]{2}|[\t-\r\u2028\u2029]/u;

/**
 * The text of one block: ends trimmed, each run of white space with a line break, a tab or more than one
 * character made one space. A single no-break or thin space stays, as does everything else.
 */
export function collapseWhiteSpace(text: string): string {
  const trimmed = trimWhiteSpace(text);
  // Most texts are collapsed already: to see that takes a twentieth of the time.
  if (!loose.test(trimmed)) return trimmed;
  return trimmed.replace(blankRun, (run) => (loose.test(run) ? " " : run));
}

/**
 * The stretch without white space at its ends; an all-white one becomes empty at its start. Walks from the ends: a
 * pattern such as /\s+$/ begins anew at each character of a run inside, which takes hours on a megabyte of spaces.
 */
export function withoutBlankEnds(text: string, { start, end }: Span): Span {
  let last = end;
  while (last > start && isWhiteSpace(text.charAt(last - 1))) last--;
  if (last === start) return { start, end: start };
  let first = start;
  while (isWhiteSpace(text.charAt(first))) first++;
  return { start: first, end: last };
}

/** Drops white space at both ends. */
export function trimWhiteSpace(text: string): string {
  const { start, end } = withoutBlankEnds(text, { start: 0, end: text.length });
  return text.slice(start, end);
}

/** Without any white space: two texts that differ only in their layout become equal. */
export function withoutWhiteSpace(text: string): string {
  return text.replace(blankRun, "");
}

/** Whether one character is white space. */
export function isWhiteSpace(character: string): boolean {
  return blank.test(character);
}
