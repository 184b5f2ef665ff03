/** A stretch of a text in UTF-16 units, `end` not included. */
export type Span = { start: number; end: number };

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/**
 * Turns a place in UTF-16 units into the number of code points before it. A place inside a surrogate pair
 * counts as before the pair; one outside the text is moved to its nearest end.
 */
export function toCodePoints(text: string, offset: number): number {
  const end = Math.max(0, Math.min(offset, text.length));
  let points = 0;
  for (let at = 0; at < end; points++) {
    at += unitsAt(text, at);
    if (at > end) break;
  }
  return points;
}

/** Whether a reader's caret may stand here: not inside an emoji sequence, an accent's letter or a CRLF. */
export function isGraphemeBorder(text: string, offset: number): boolean {
  if (offset < 0 || offset > text.length) return false;
  return clusterAt(text, offset).start === offset;
}

/** The nearest grapheme border at or before the place. */
export function borderBefore(text: string, offset: number): number {
  return clusterAt(text, offset).start;
}

/** The nearest grapheme border at or after the place. */
export function borderAfter(text: string, offset: number): number {
  const cluster = clusterAt(text, offset);
  return cluster.start === offset ? offset : cluster.end;
}

/** Widens a span to grapheme borders, so that no character a person sees is cut. Order and range are mended. */
export function snapOutward(text: string, start: number, end: number): Span {
  const from = clamp(text, Math.min(start, end));
  const to = clamp(text, Math.max(start, end));
  // An empty span stays empty: it must not grow into a character that nobody selected.
  if (from === to) return { start: borderBefore(text, from), end: borderBefore(text, from) };
  return { start: borderBefore(text, from), end: borderAfter(text, to) };
}

/** Drops white space at both ends; an all-white span becomes empty at its start. */
export function trimSpan(text: string, { start, end }: Span): Span {
  const piece = text.slice(start, end);
  const lead = piece.length - piece.trimStart().length;
  if (lead === piece.length) return { start, end: start };
  return { start: start + lead, end: start + piece.trimEnd().length };
}

/** What a person meant by a selection: whole characters, without white space at the ends. */
export function tidySelection(text: string, start: number, end: number): Span {
  const snapped = snapOutward(text, start, end);
  const trimmed = trimSpan(text, snapped);
  if (trimmed.start === trimmed.end) return trimmed;
  // White space may carry a combining mark; then trimming must not leave the mark behind.
  return snapOutward(text, trimmed.start, trimmed.end);
}

/**
 * The stretch between line feeds that holds a place (its own line feed included). Graphemes, words and
 * sentences never cross one, so segmenting a line gives the same borders as segmenting a whole book.
 */
export function lineAt(text: string, offset: number): Span {
  const at = clamp(text, offset);
  const end = text.indexOf("\n", at);
  return { start: at === 0 ? 0 : text.lastIndexOf("\n", at - 1) + 1, end: end < 0 ? text.length : end + 1 };
}

function clusterAt(text: string, offset: number): Span {
  if (offset >= text.length) return { start: text.length, end: text.length };
  if (offset <= 0 && text.length === 0) return { start: 0, end: 0 };
  const at = clamp(text, offset);
  const { start: from, end: to } = surelyBordered(text, at);
  const segment = graphemes.segment(text.slice(from, to)).containing(at - from);
  if (!segment) return { start: at, end: at };
  const start = from + segment.index;
  return { start, end: start + segment.segment.length };
}

/**
 * Letters, digits and marks of writing that never join with one of their kind beside them: between two of these
 * there is a grapheme border whatever stands around (UAX 29, GB999; none of them is Prepend, Extend, SpacingMark,
 * Hangul, Indic or a regional indicator). CR is not among them, so CRLF stays whole.
 */
const plain =
  /[\n\x20-\x7e\u00a0-\u00ac\u00ae-\u02af\u0370-\u0482\u048a-\u052f\u05d0-\u05ea\u0620-\u064a\u2010-\u2027\u3001-\u3029\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff]/;

/**
 * A stretch around a place with a grapheme border at both ends, as short as it can be told without segmenting: a
 * whole line may be a whole book.
 */
function surelyBordered(text: string, at: number): Span {
  const isBorder = (place: number) => plain.test(text[place - 1] ?? "") && plain.test(text[place] ?? "");
  let start = at;
  while (start > 0 && !isBorder(start)) start--;
  let end = at + 1;
  while (end < text.length && !isBorder(end)) end++;
  return { start, end };
}

function clamp(text: string, offset: number): number {
  return Math.max(0, Math.min(offset, text.length));
}

function unitsAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}
