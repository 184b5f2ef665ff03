import type { Span } from "@/lib/text/offsets";
import { withoutBlankEnds } from "@/lib/text/white-space";
import type { Piece } from "./parse-text";
import type { Line } from "./read-lines";

const heading = /^(#{1,6})(?:[ \t]+|$)/u;
const quoteMark = /^>/u;
const item = /^(?:[-*+]|\d{1,9}[.)])[ \t]+\S/u;
const rule = /^(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/u;
const lineEnd = /\r\n|[\n\r\f\v\u2028\u2029]/g;
const underline = /^(?:=+|-{2,})$/u;

/** Cuts the lines of a Markdown file into pieces. Only block marks are understood; words are left as they are. */
export function parseMarkdown(lines: Line[]): Piece[] {
  const pieces: Piece[] = [];
  let at = readFrontMatter(lines, pieces);
  let open = false;
  let apart = true;
  for (; at < lines.length; at++) {
    const line = lines[at];
    if (!line) break;
    const last = pieces.at(-1);
    if (line.kind !== "words") {
      open = false;
      apart = true;
      continue;
    }
    if (open && last?.kind === "text" && underline.test(line.text)) {
      last.kind = "heading";
      last.level = line.text.startsWith("=") ? 1 : 2;
      last.end = line.end;
      open = false;
    } else if (last && open && continues(last, line)) {
      last.end = line.end;
      open = !line.hardBreak && !isBareQuote(line);
    } else {
      pieces.push(newPiece(line, apart));
      open = !line.hardBreak && !heading.test(line.text) && !rule.test(line.text);
    }
    apart = false;
  }
  return pieces;
}

function continues(last: Piece, line: Line): boolean {
  // A bare ">" between two quoted paragraphs stays with the one above it.
  if (quoteMark.test(line.text)) return last.kind === "quoted";
  if (heading.test(line.text) || rule.test(line.text) || item.test(line.text)) return false;
  return last.kind === "text" || last.kind === "item" || last.kind === "quoted";
}

function isBareQuote(line: Line): boolean {
  return /^[>\s]+$/u.test(line.text);
}

function newPiece(line: Line, apart: boolean): Piece {
  const piece = { start: line.start, end: line.end, apart };
  const marks = heading.exec(line.text)?.[1];
  if (marks) return { ...piece, kind: "heading", level: marks.length };
  if (quoteMark.test(line.text)) return { ...piece, kind: "quoted" };
  if (rule.test(line.text)) return { ...piece, kind: "rule" };
  if (item.test(line.text)) return { ...piece, kind: "item" };
  return { ...piece, kind: "text" };
}

/** "---" on the first line opens settings that end at the next "---". Gives the index of the line after. */
function readFrontMatter(lines: Line[], pieces: Piece[]): number {
  const first = lines[0];
  if (first?.text !== "---") return 0;
  const end = lines.findIndex((line, index) => index > 0 && (line.text === "---" || line.text === "..."));
  const last = lines[end];
  const isSettings = lines.slice(1, end).every(({ text }) => text === "" || /^[\w-]+:|^[-#]/u.test(text));
  if (end < 2 || !last || !isSettings) return 0;
  pieces.push({ start: first.start, end: last.end, apart: true, kind: "frontMatter" });
  return end + 1;
}

/**
 * The stretches of a Markdown text that are words: without heading marks, quote marks and heading underlines at the
 * start of its lines. Emphasis and links are words, as they were typed.
 */
export function findMarkdownWords(original: string, start: number, end: number): Span[] {
  const spans: Span[] = [];
  let from = start;
  while (from < end) {
    lineEnd.lastIndex = from;
    const to = Math.min(lineEnd.exec(original) ? lineEnd.lastIndex : end, end);
    spans.push(
      beginsLine(original, from) ? wordsOfLine(original, from, to, from > start) : { start: from, end: to },
    );
    from = to;
  }
  return spans;
}

/** Marks count only where a line really begins, not where a person split it. */
function beginsLine(original: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && /[ \t]/u.test(original.charAt(before))) before--;
  return before < 0 || /[\n\r\f\v\u2028\u2029]/u.test(original.charAt(before));
}

function wordsOfLine(original: string, start: number, end: number, isInside: boolean): Span {
  const words = withoutBlankEnds(original, { start, end });
  if (isInside && underline.test(original.slice(words.start, words.end))) return { start: words.end, end };
  const marks = /^(?:[ \t]*>)*[ \t]*(#{1,6}(?:[ \t]+|$))?/u.exec(original.slice(start, words.end));
  const from = start + (marks?.[0].length ?? 0);
  return { start: from, end: marks?.[1] ? (closingMarks(original, from, words.end) ?? end) : end };
}

/** Where the "##" begins that closes a heading, with the space before it; undefined when there is none. */
function closingMarks(original: string, start: number, end: number): number | undefined {
  let marks = end;
  while (marks > start && original.charAt(marks - 1) === "#") marks--;
  const words = withoutBlankEnds(original, { start, end: marks }).end;
  return marks < end && (words < marks || marks === start) ? words : undefined;
}
