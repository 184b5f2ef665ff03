import type { Span } from "@/lib/text/offsets";
import { collapseWhiteSpace, isWhiteSpace } from "@/lib/text/white-space";
import { type Piece, parseText, type TextFormat } from "./parse-text";

/** An imported text, and which stretches of it are marks and no words (in order, none overlaps another). */
export type Source = { original: string; marks: readonly Span[] };

/** Reads a text's marks. They hang on the whole text and not on its blocks, so a cut through **bold** brings none back. */
export function readSource(original: string, format: TextFormat): Source {
  return { original, marks: format === "markdown" ? marksOf(parseText(original, format)) : [] };
}

/** The marks of a text's pieces, each character once. */
export function marksOf(pieces: readonly Piece[]): Span[] {
  const marks: Span[] = [];
  for (const { start, end } of pieces.flatMap((piece) => piece.marks)) {
    const from = Math.max(start, marks.at(-1)?.end ?? 0);
    if (from < end) marks.push({ start: from, end });
  }
  return marks;
}

/** The text of the block that a stretch of the original becomes. Empty when it holds only marks or white space. */
export function blockText(source: Source, span: Span): string {
  let text = "";
  let at = span.start;
  for (const mark of marksIn(source, span)) {
    text += source.original.slice(at, Math.max(at, mark.start));
    // Between two cells stands no other space.
    if (source.original.charAt(mark.start) === "|") text += " ";
    at = mark.end;
  }
  return collapseWhiteSpace(text + source.original.slice(at, Math.max(at, span.end)));
}

/** The texts of the blocks that some stretches of a text become. */
export function blockTexts(original: string, format: TextFormat, spans: readonly Span[]): string[] {
  const source = readSource(original, format);
  return spans.map((span) => blockText(source, span));
}

/**
 * The place in the original of the first character at or after `offset` in a block's text that is no white space;
 * the block's end when there is none.
 */
export function placeInOriginal(source: Source, block: Span, offset: number): number {
  const { original } = source;
  let waiting = countLetters(blockText(source, block).slice(0, offset));
  let at = block.start;
  for (const mark of [...marksIn(source, block), { start: block.end, end: block.end }]) {
    for (; at < mark.start; at++) {
      if (isWhiteSpace(original.charAt(at))) continue;
      if (waiting === 0) return at;
      waiting--;
    }
    at = mark.end;
  }
  return block.end;
}

/** Whether the blocks hold every character of the original but white space, in its order. */
export function coversOriginal(original: string, blocks: readonly Span[]): boolean {
  let at = 0;
  for (const block of blocks) {
    if (block.start < at || block.end <= block.start || block.end > original.length) return false;
    if (collapseWhiteSpace(original.slice(at, block.start)) !== "") return false;
    at = block.end;
  }
  return collapseWhiteSpace(original.slice(at)) === "";
}

/** The marks in a stretch, found by halving: a text of many blocks has many marks. */
function marksIn({ marks }: Source, { start, end }: Span): Span[] {
  let [low, high] = [0, marks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const found: Span[] = [];
  for (let at = low; at < marks.length; at++) {
    const mark = marks[at];
    if (!mark || mark.start >= end) break;
    found.push({ start: Math.max(mark.start, start), end: Math.min(mark.end, end) });
  }
  return found;
}

function countLetters(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) if (!isWhiteSpace(text.charAt(at))) count++;
  return count;
}
