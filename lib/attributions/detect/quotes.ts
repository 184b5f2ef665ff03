/**
 * A stretch between quotation marks. `start` and `end` include the marks, `innerStart` and `innerEnd` do not.
 * `closed` is false where no closing mark stands in the paragraph; `goesOn` says that the next paragraph
 * opens with the same mark, which is how newspapers write a quotation of several paragraphs.
 */
export type Quotation = {
  start: number;
  end: number;
  innerStart: number;
  innerEnd: number;
  closed: boolean;
  goesOn: boolean;
  single: boolean;
};

type Mark = { length: number; family: "double" | "single"; side: "open" | "close" | "either" };

const elisions = /^(?:em|tis|twas|til|cause|bout|round|n)(?![\p{L}])/iu;

/** Finds the outermost quotations of one paragraph; marks inside them are theirs. Offsets are those of `text`. */
export function findQuotations(text: string, start: number, end: number): Quotation[] {
  const found: Quotation[] = [];
  let at = start;
  // Where one single mark finds no closing one, those behind it find none either.
  let singles = true;
  while (at < end) {
    const mark = markAt(text, at, start, end);
    if (!mark || (mark.family === "single" && !singles) || !opens(text, at, mark, start, end)) {
      at += mark?.length ?? 1;
      continue;
    }
    const close = findClose(text, at, mark, start, end);
    if (close === null && mark.family === "single") {
      singles = false;
      at += mark.length;
      continue;
    }
    const stop = close ?? { at: trimRight(text, at, end), length: 0 };
    found.push({
      start: at,
      end: stop.at + stop.length,
      innerStart: at + mark.length,
      innerEnd: stop.at,
      closed: close !== null,
      goesOn: false,
      single: mark.family === "single",
    });
    at = stop.at + stop.length;
  }
  return found.filter((one) => one.innerEnd > one.innerStart);
}

function markAt(text: string, at: number, start: number, end: number): Mark | null {
  const char = text[at];
  switch (char) {
    case "“":
    case "„":
    case "«":
      return { length: 1, family: "double", side: "open" };
    case "”":
    case "»":
      return { length: 1, family: "double", side: "close" };
    case '"':
      return { length: 1, family: "double", side: "either" };
    case "‘":
      return { length: 1, family: "single", side: "open" };
    case "’":
    case "'":
    case "`": {
      // Two single marks side by side stand for a double one on some wires.
      const twice = at + 1 < end && text[at + 1] === char && char !== "’";
      if (twice) return { length: 2, family: "double", side: char === "`" ? "open" : "either" };
      if (char === "`") return null;
      return { length: 1, family: "single", side: char === "’" && at > start ? "close" : "either" };
    }
    default:
      return null;
  }
}

const isWordChar = (char: string | undefined) => char !== undefined && /[\p{L}\p{N}]/u.test(char);
const isSpace = (char: string | undefined) => char === undefined || /\s/u.test(char);

function opens(text: string, at: number, mark: Mark, start: number, end: number): boolean {
  const before = at > start ? text[at - 1] : undefined;
  const after = at + mark.length < end ? text[at + mark.length] : undefined;
  if (mark.side === "close") return false;
  // A straight mark before a space closes; a curly opener may stand before an ellipsis set apart.
  if (isSpace(after) && mark.side !== "open") return false;
  const free = isSpace(before) || /[([{—–\-/:"“'‘]/u.test(before ?? " ");
  if (mark.family === "double") return mark.side === "open" || free;
  if (!free || elisions.test(text.slice(at + 1, at + 8))) return false;
  return !/\d0s/u.test(text.slice(at + 1, at + 4));
}

function findClose(text: string, open: number, mark: Mark, start: number, end: number) {
  const doubleOpen = text.slice(open, open + mark.length);
  let depth = 1;
  for (let at = open + mark.length; at < end; at++) {
    const next = markAt(text, at, start, end);
    if (!next) continue;
    // In a run of three the double mark comes last outside: 'yes,''' closes the single first.
    const triple = next.length === 2 && text[at + 2] === text[at];
    if (next.family === mark.family && sameKind(doubleOpen, text.slice(at, at + next.length))) {
      if (mark.family === "single") {
        if (closesSingle(text, at, end)) return { at, length: 1 };
        continue;
      }
      if (next.side === "open" && isWrongWay(text, at, end)) {
        return { at, length: next.length };
      }
      if (next.side === "open") {
        depth++;
        continue;
      }
      if (triple) continue;
      if (next.side === "close" || closesDouble(text, at, next.length, end)) {
        depth--;
        if (depth <= 0) return { at, length: next.length };
      }
    }
    at += next.length - 1;
  }
  return depth > 1 ? lastClose(text, open + mark.length, end) : null;
}

/** An opening mark behind a word and before a space was meant to close. */
function isWrongWay(text: string, at: number, end: number): boolean {
  return !isSpace(text[at - 1]) && isSpace(at + 1 < end ? text[at + 1] : undefined);
}

/** A curly opener is closed by a curly mark, or by a straight one where the typesetter mixed them. */
function sameKind(open: string, close: string): boolean {
  if (open === "«") return close === "»" || close === "«";
  if (open === "„") return close === "“" || close === "”";
  if (close === "»" || close === "«") return false;
  if (open === "''") return close === "''" || close === "'" || close === '"';
  return true;
}

function closesDouble(text: string, at: number, length: number, end: number): boolean {
  const after = at + length < end ? text[at + length] : undefined;
  if (isSpace(text[at - 1]) && isWordChar(after)) return false;
  return !isWordChar(after) || !isSpace(text[at - 1]);
}

function closesSingle(text: string, at: number, end: number): boolean {
  const after = at + 1 < end ? text[at + 1] : undefined;
  if (isWordChar(after) || isSpace(text[at - 1])) return false;
  // "the voters' anger": an apostrophe behind a plural, unless nothing else in the paragraph can close.
  if (text[at - 1] === "s" && after === " " && /[\p{Ll}]/u.test(text[at + 2] ?? "")) {
    return !/[^\s\p{L}\p{N}]['’]|\p{L}['’][^\p{L}\p{N}]/u.test(text.slice(at + 1, Math.min(end, at + 120)));
  }
  return true;
}

function lastClose(text: string, from: number, end: number) {
  for (let at = end - 1; at >= from; at--) if (text[at] === "”" || text[at] === '"') return { at, length: 1 };
  return null;
}

function trimRight(text: string, from: number, end: number): number {
  let at = end;
  while (at > from && isSpace(text[at - 1])) at--;
  return at;
}
