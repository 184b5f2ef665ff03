import type { Span } from "@/lib/text/offsets";
import { startsWithDate } from "./find-date";
import { parseMarkdown } from "./parse-markdown";
import { findWrapWidth, isFull, type Line, readLines } from "./read-lines";

export type TextFormat = "text" | "markdown";

/**
 * One paragraph, heading or list item of an imported text. `start` and `end` are places in the original
 * (UTF-16) without white space at the ends. Pieces follow each other; between them is only white space.
 */
export type Piece = {
  start: number;
  end: number;
  /** A blank line, or the start of the text, comes before. */
  apart: boolean;
  kind: "text" | "heading" | "quoted" | "item" | "rule" | "image" | "code" | "row" | "frontMatter";
  /** 1 to 6 for a Markdown heading. */
  level?: number;
  /** What of it is marks and no words, in order. Only Markdown has any. */
  marks: Span[];
  /** All of it is in italics or bold. */
  emphasised?: true;
};

/**
 * Cuts an imported text into its paragraphs. Understands blank lines between paragraphs, one paragraph a line,
 * lines wrapped at a column, bullets, tabs and any line ends. Only `markdown` gives more than text, items and rules.
 */
export function parseText(original: string, format: TextFormat): Piece[] {
  const lines = readLines(original);
  const pieces = format === "markdown" ? parseMarkdown(original, lines) : parsePlain(lines);
  return keepGhosts(pieces, lines);
}

function parsePlain(lines: Line[]): Piece[] {
  const chunks = toChunks(lines);
  const width = findWrapWidth(chunks);
  return chunks.flatMap((chunk) => cutChunk(chunk, width));
}

function toChunks(lines: Line[]): Line[][] {
  const chunks: Line[][] = [];
  let open = false;
  for (const line of lines) {
    if (line.kind === "words") {
      if (open) chunks.at(-1)?.push(line);
      else chunks.push([line]);
    }
    open = line.kind === "words";
  }
  return chunks;
}

function cutChunk(chunk: Line[], width: number | null): Piece[] {
  const pieces: Piece[] = [];
  let before: Line | undefined;
  for (const line of chunk) {
    const last = pieces.at(-1);
    const isItem = startsItem(line, before, width);
    if (last && before && !isItem && width !== null && goesOn(before, line, width)) {
      last.end = line.end;
    } else {
      pieces.push({
        start: line.start,
        end: line.end,
        apart: !before,
        marks: [],
        kind: isRule(line.text) ? "rule" : isItem ? "item" : "text",
      });
    }
    before = line;
  }
  return pieces;
}

function goesOn(line: Line, next: Line, width: number): boolean {
  if (isRule(line.text) || isRule(next.text)) return false;
  // A paragraph of a text without blank lines starts with an indent.
  if (next.indent > line.indent + 1 && /[.!?…:"”»)]$/u.test(line.text)) return false;
  if (isFull(line, next, width)) return true;
  return /[\p{L}\p{N},;–—-]$/u.test(line.text) && /^(?:[-–—]\s+)?\p{Ll}/u.test(next.text);
}

const certainBullet = /^[•‣◦▪●○■□➤►][^\S\uFEFF]*\S/u;
const likelyBullet = /^(?:[-–—*+]|\d{1,3}[.)]|\(?[a-z]\))[^\S\uFEFF]+\S/u;

function startsItem(line: Line, before: Line | undefined, width: number | null): boolean {
  if (certainBullet.test(line.text)) return true;
  if (!likelyBullet.test(line.text) || startsWithDate(line.text)) return false;
  if (!before || width === null) return true;
  // In wrapped text a dash or a number may have come to the start of a line by chance; then that line is nearly full.
  return line.indent > before.indent || /[:;.]$/u.test(before.text) || !isFull(before, line, width - 8);
}

/** Whether a line only divides: "* * *", "-----", "###", "⁂". */
function isRule(text: string): boolean {
  return /^(?:(?:[-–—*_=~#•·][^\S\uFEFF]*){3,}|⁂|❦|§)$/u.test(text);
}

/** Zero-width characters on a line of their own belong to the piece before them, or to the first one. */
function keepGhosts(pieces: Piece[], lines: Line[]): Piece[] {
  const first = pieces[0];
  if (!first) return pieces;
  let at = 0;
  for (const line of lines) {
    if (line.kind !== "ghost") continue;
    while (at + 1 < pieces.length && (pieces[at + 1]?.start ?? 0) < line.start) at++;
    const piece = pieces[at] ?? first;
    piece.start = Math.min(piece.start, line.start);
    piece.end = Math.max(piece.end, line.end);
  }
  return pieces;
}
