import { withoutBlankEnds } from "@/lib/text/white-space";

/** One line of an imported text; `start` and `end` are places in it (UTF-16), white space at the ends left out. */
export type Line = {
  start: number;
  end: number;
  text: string;
  /** Columns of white space before the first letter; a tab counts as four. */
  indent: number;
  /** "ghost" holds nothing but zero-width characters: it looks blank, but its characters must be kept. */
  kind: "words" | "blank" | "ghost";
  /** Markdown's line break: two spaces or a backslash at the end. */
  hardBreak: boolean;
};

const lineBreak = /\r\n|[\n\r\f\v\u2028\u2029]/g;
const ghost = /^[\p{Cf}\s]+$/u;

/** Cuts a text into its lines, whatever its line ends are. */
export function readLines(original: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const found of original.matchAll(lineBreak)) {
    lines.push(readLine(original, start, found.index));
    start = found.index + found[0].length;
  }
  lines.push(readLine(original, start, original.length));
  return lines;
}

function readLine(original: string, from: number, to: number): Line {
  const { start, end } = withoutBlankEnds(original, { start: from, end: to });
  const text = original.slice(start, end);
  const raw = original.slice(Math.max(from, to - 2), to);
  let indent = 0;
  for (let at = from; at < start; at++) indent += original.charAt(at) === "\t" ? 4 : 1;
  return {
    start,
    end,
    text,
    indent,
    kind: text === "" ? "blank" : ghost.test(text) ? "ghost" : "words",
    hardBreak: (raw === "  " || raw.endsWith("\\")) && text !== "",
  };
}

/**
 * The column at which a text was wrapped by a mail program or a converter; null when each line is a paragraph.
 * A text is wrapped when, at most line ends inside a paragraph, the next word would not have fitted.
 */
export function findWrapWidth(chunks: Line[][]): number | null {
  const pairs = chunks.flatMap((chunk) => chunk.slice(1).map((next, at) => ({ line: chunk[at], next })));
  const lengths = pairs.map(({ line }) => (line ? widthOf(line) : 0)).sort((a, b) => a - b);
  const fitting = lengths.filter((length) => length <= 132);
  if (fitting.length < 2 || fitting.length < lengths.length * 0.9) return null;
  // Not the longest line: a single address that could not be broken must not set the measure.
  const width = fitting[Math.floor((fitting.length - 1) * 0.95)] ?? 0;
  const tooLong = pairs.filter(({ line }) => line && couldBeBroken(line, width)).length;
  if (tooLong > pairs.length * 0.05) return null;
  const isFew = pairs.length < 4;
  if (width < (isFew ? 55 : 30)) return null;
  const full = pairs.filter(({ line, next }) => line && isFull(line, next, width)).length;
  return full >= pairs.length * (isFew ? 1 : 0.6) ? width : null;
}

/** Whether the first word of the next line would not have fitted on this one. */
export function isFull(line: Line, next: Line, width: number): boolean {
  const word = /^\S+/u.exec(next.text)?.[0] ?? "";
  return widthOf(line) + 1 + word.length > width;
}

/** Whether a line goes on behind the column although it has a space there to break at. */
function couldBeBroken(line: Line, width: number): boolean {
  return widthOf(line) > width && line.indent + line.text.lastIndexOf(" ") > width;
}

function widthOf(line: Line): number {
  return line.indent + line.text.length;
}
