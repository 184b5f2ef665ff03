import type { Span } from "@/lib/text/offsets";
import { withoutBlankEnds } from "@/lib/text/white-space";
import { startsWithDate } from "./find-date";
import { findInlineMarks, tidyLabel } from "./parse-inline";
import type { Piece } from "./parse-text";
import type { Line } from "./read-lines";

const heading = /^(#{1,6})(?:[ \t]+|$)/u;
const quoteMark = /^>/u;
const bullet = /^[-*+][ \t]+(?=\S)/u;
const number = /^\d{1,9}[.)][ \t]+\S/u;
const rule = /^(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/u;
const underline = /^(?:=+|-{2,})$/u;
const fence = /^(?:`{3,}(?=[^`]*$)|~{3,})/u;
const definition = /^\[(?<label>[^\]^][^\]]{0,300})\]:[ \t]+\S+(?:[ \t]+(?:"[^"]*"|'[^']*'|\([^()]*\)))?$/u;
const tableBorder = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$/u;
const footnote = /^\[\^[^\]\s]{1,100}\]:/u;
const picture = '!\\[[^\\]]*\\]\\([^()\\s]*(?:[ \\t]+"[^"]*")?\\)';
const onlyPictures = new RegExp(
  `^(?:${picture}|\\[${picture}\\]\\([^()\\s]*\\))(?:[ \\t]+${picture})*$`,
  "u",
);

type Open = {
  /** The last piece goes on on the next line. */
  goesOn: boolean;
  /** A blank line, or the start of the text, came before. */
  apart: boolean;
  /** The marks that end the code which the lines are in; null outside of code. */
  fence: string | null;
  /** Where marks without words began that belong to the next piece. */
  waiting: number | null;
  inTable: boolean;
};

/**
 * Cuts the lines of a Markdown file into pieces and notes which of their characters are marks: of headings, quotes,
 * lists, code, tables, emphasis, links and pictures. HTML stays as it was typed.
 */
export function parseMarkdown(original: string, lines: readonly Line[]): Piece[] {
  const pieces: Piece[] = [];
  const from = readFrontMatter(lines, pieces);
  const isClosed = findFences(lines);
  const open: Open = { goesOn: false, apart: true, fence: null, waiting: null, inTable: false };
  for (let at = from; at < lines.length; at++) {
    const [line, after] = [lines[at], lines[at + 1]];
    if (!line) break;
    if (line.kind !== "words") {
      open.goesOn = false;
      open.apart = true;
      open.inTable = false;
    } else {
      if (open.fence === null && fence.test(line.text) && isClosed(line.text, at)) openFence(line, open);
      else readLine(line, after, pieces, open);
      open.apart = false;
    }
  }
  // Marks alone, at the end of the file.
  const last = lines.findLast(({ kind }) => kind === "words");
  if (open.waiting !== null && last) {
    const span = { start: open.waiting, end: last.end };
    pieces.push({ ...span, apart: true, kind: "code", marks: [span] });
  }
  const labels = findLabels(lines);
  for (const piece of pieces) addInlineMarks(original, piece, labels);
  return pieces;
}

function readLine(line: Line, after: Line | undefined, pieces: Piece[], open: Open): void {
  if (open.fence !== null) readCode(line, pieces, open);
  else if (isRow(line, after, open)) readRow(line, pieces, open);
  else readWords(line, pieces, open);
}

function readWords(line: Line, pieces: Piece[], open: Open): void {
  const last = pieces.at(-1);
  open.inTable = false;
  if (open.goesOn && last?.kind === "text" && underline.test(line.text)) {
    last.kind = "heading";
    last.level = line.text.startsWith("=") ? 1 : 2;
    last.end = line.end;
    last.marks.push(spanOf(line));
    open.goesOn = false;
  } else if (last && open.goesOn && continues(last, line)) {
    last.end = line.end;
    last.marks.push(...blockMarks(line));
    open.goesOn = !line.hardBreak && !isBareQuote(line);
  } else {
    const piece = newPiece(line, open);
    pieces.push(piece);
    open.waiting = null;
    open.goesOn = !line.hardBreak && !["heading", "rule", "image"].includes(piece.kind);
    // A link's target holds no words, and a paragraph may follow on the next line.
    if (definition.test(line.text)) {
      piece.marks.push(spanOf(line));
      open.goesOn = false;
    }
  }
}

function openFence(line: Line, open: Open): void {
  open.fence = fence.exec(line.text)?.[0] ?? null;
  open.waiting ??= line.start;
  open.goesOn = false;
  open.inTable = false;
}

/** Tells of a line that opens code whether one below it ends the code; without one it is a line like others. */
function findFences(lines: readonly Line[]): (text: string, at: number) => boolean {
  const longest: Record<string, number[]> = { "`": [], "~": [] };
  for (const [sign, lengths] of Object.entries(longest)) {
    let length = 0;
    for (let at = lines.length - 1; at >= 0; at--) {
      lengths[at] = length;
      const text = lines[at]?.text ?? "";
      if (/^(?:`{3,}|~{3,})$/u.test(text) && text.startsWith(sign)) length = Math.max(length, text.length);
    }
  }
  return (text, at) => (longest[text.charAt(0)]?.[at] ?? 0) >= (fence.exec(text)?.[0].length ?? 0);
}

/** Each line of code is a piece: run together they would make no sense. */
function readCode(line: Line, pieces: Piece[], open: Open): void {
  const last = pieces.at(-1);
  const isEnd = new RegExp(`^${open.fence?.charAt(0)}{${open.fence?.length},}$`, "u").test(line.text);
  if (!isEnd) {
    pieces.push({ ...startOf(line, open), end: line.end, kind: "code", marks: waitingMarks(line, open) });
    open.waiting = null;
    return;
  }
  open.fence = null;
  if (last && open.waiting === null) {
    last.end = line.end;
    last.marks.push(spanOf(line));
  }
}

/** A table begins with a line that the one below it underlines, cell by cell. */
function isRow({ text }: Line, after: Line | undefined, { inTable }: Open): boolean {
  if (!text.includes("|")) return false;
  return inTable || (after?.kind === "words" && after.text.includes("|") && tableBorder.test(after.text));
}

function readRow(line: Line, pieces: Piece[], open: Open): void {
  const last = pieces.at(-1);
  open.goesOn = false;
  if (last?.kind === "row" && open.inTable && tableBorder.test(line.text)) {
    last.end = line.end;
    last.marks.push(spanOf(line));
    return;
  }
  pieces.push({
    ...startOf(line, open),
    end: line.end,
    kind: "row",
    marks: waitingMarks(line, open).concat(pipesOf(line)),
  });
  open.waiting = null;
  open.inTable = true;
}

function pipesOf({ start, text }: Line): Span[] {
  return Array.from(text.matchAll(/(?<!\\)\|/g), ({ index }) => ({
    start: start + index,
    end: start + index + 1,
  }));
}

function startOf(line: Line, open: Open): { start: number; apart: boolean } {
  return { start: open.waiting ?? line.start, apart: open.apart };
}

function waitingMarks(line: Line, open: Open): Span[] {
  return open.waiting === null ? [] : [{ start: open.waiting, end: line.start }];
}

function continues(last: Piece, line: Line): boolean {
  // A bare ">" between two quoted paragraphs stays with the one above it.
  if (quoteMark.test(line.text)) return last.kind === "quoted";
  if ([heading, rule, footnote, onlyPictures].some((pattern) => pattern.test(line.text)) || isItem(line))
    return false;
  return last.kind === "text" || last.kind === "item" || last.kind === "quoted";
}

function isItem({ text }: Line): boolean {
  return bullet.test(text) || (number.test(text) && !startsWithDate(text));
}

function isBareQuote(line: Line): boolean {
  return /^[>\s]+$/u.test(line.text);
}

function newPiece(line: Line, open: Open): Piece {
  const waiting = waitingMarks(line, open);
  const piece = { ...startOf(line, open), end: line.end, marks: waiting.concat(blockMarks(line)) };
  const level = heading.exec(line.text)?.[1]?.length;
  if (level) return { ...piece, kind: "heading", level };
  if (quoteMark.test(line.text)) return { ...piece, kind: "quoted" };
  if (rule.test(line.text)) return { ...piece, marks: waiting, kind: "rule" };
  if (isItem(line)) return { ...piece, kind: "item" };
  return { ...piece, kind: onlyPictures.test(line.text) ? "image" : "text" };
}

/** "---" on the first line opens settings that end at the next "---". Gives the index of the line after. */
function readFrontMatter(lines: readonly Line[], pieces: Piece[]): number {
  const first = lines[0];
  if (first?.text !== "---") return 0;
  const end = lines.findIndex((line, index) => index > 0 && (line.text === "---" || line.text === "..."));
  const last = lines[end];
  const isSettings = lines.slice(1, end).every(({ text }) => text === "" || /^[\w-]+:|^[-#]/u.test(text));
  if (end < 2 || !last || !isSettings) return 0;
  pieces.push({ start: first.start, end: last.end, apart: true, kind: "frontMatter", marks: [] });
  return end + 1;
}

/** The marks at both ends of a line: quote marks, a heading's, a bullet, and the backslash of a line break. */
function blockMarks({ start, end, text }: Line): Span[] {
  const quote = /^(?:>[ \t]*)*/u.exec(text)?.[0].length ?? 0;
  const rest = text.slice(quote);
  const inner = (quote === 0 && bullet.exec(rest)?.[0]) || heading.exec(rest)?.[0] || "";
  const marks = [{ start, end: start + quote + inner.length }];
  if (heading.test(rest)) marks.push({ start: closingMarks(text, quote + inner.length) + start, end });
  return marks.filter((span) => span.end > span.start);
}

/** Where the "##" begins that closes a heading, with the space before it; the line's end when there is none. */
function closingMarks(text: string, from: number): number {
  let at = text.length;
  while (at > from && text.charAt(at - 1) === "#") at--;
  const words = withoutBlankEnds(text, { start: from, end: at }).end;
  return at < text.length && (words < at || at === from) ? words : text.length;
}

function spanOf({ start, end }: Line): Span {
  return { start, end };
}

function findLabels(lines: readonly Line[]): ReadonlySet<string> {
  return new Set(
    lines.flatMap(({ text }) => {
      const label = text.startsWith("[") ? definition.exec(text)?.groups?.label : undefined;
      return label === undefined ? [] : [tidyLabel(label)];
    }),
  );
}

/** Adds the marks among a piece's words, which may go over several of its lines. */
function addInlineMarks(original: string, piece: Piece, labels: ReadonlySet<string>): void {
  if (piece.kind === "rule" || piece.kind === "code" || piece.kind === "frontMatter") return;
  const { start, end } = piece;
  // The marks of its lines are no words: spaces of the same length keep the places right.
  const words: string[] = [];
  let at = start;
  for (const mark of piece.marks) {
    words.push(original.slice(at, mark.start), " ".repeat(mark.end - mark.start));
    at = mark.end;
  }
  words.push(original.slice(at, end));
  const { marks, emphasised } = findInlineMarks(words.join(""), labels);
  if (emphasised) piece.emphasised = true;
  piece.marks = piece.marks
    .concat(marks.map((mark) => ({ start: start + mark.start, end: start + mark.end })))
    .sort((one, other) => one.start - other.start);
}
