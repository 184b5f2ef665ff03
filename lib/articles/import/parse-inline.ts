import type { Span } from "@/lib/text/offsets";

/** What Markdown's marks inside a paragraph are: places in its text, in order; the rest is words. */
type InlineMarks = {
  marks: Span[];
  /** One pair of emphasis marks holds the whole paragraph. */
  emphasised: boolean;
};

type Bracket = { start: number; length: number; isImage: boolean };
type Run = { sign: string; start: number; end: number; from: number; to: number };

const special = /[\\`<![\]*_~]/g;
const escaped = /\\(?:[!-/:-@[-`{-~]|\r?\n|$)/y;
const autolink = /<(?:https?:\/\/[^\s<>]{1,2000}|[^\s<>@]{1,200}@[^\s<>]{1,200})>/y;
const footnote = /\[\^[^\]\s]{1,100}\]/y;
const destination =
  /\(\s{0,20}(?:<[^<>\n]{0,2000}>|[^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*)(?:\s{1,20}(?:"[^"]{0,300}"|'[^']{0,300}'|\([^()]{0,300}\)))?\s{0,20}\)/y;
const reference = /\[(?<label>[^[\]]{0,300})\]/y;
const emphasis = /\*+|_+|~~/y;

/**
 * Finds the marks in the words of one paragraph: emphasis, code, links, images and escapes. Links keep their words,
 * images their description, footnotes "[1]". `labels` are the link targets that the text defines elsewhere, in small
 * letters. Time grows with the length of the text, whatever its marks are.
 */
export function findInlineMarks(text: string, labels: ReadonlySet<string>): InlineMarks {
  const marks: Span[] = [];
  const brackets: Bracket[] = [];
  // A link may hold no other link: what opened before it opens none.
  let closedBelow = 0;
  const runs = new Runs(text);
  const codeEnds = findCodeEnds(text);

  let at = next(special, text, 0);
  while (at < text.length) {
    let to = at + 1;
    const sign = text.charAt(at);
    if (sign === "\\" && matchAt(escaped, text, at)) {
      marks.push({ start: at, end: at + 1 });
      to = at + 2;
    } else if (sign === "`") {
      const end = endOfRun(text, at);
      const close = codeEnds(at, end - at);
      to = end;
      if (close !== null) {
        marks.push({ start: at, end }, { start: close, end: close + end - at });
        to = close + end - at;
      }
    } else if (sign === "<") {
      const link = matchAt(autolink, text, at);
      if (link) {
        to = at + link.length;
        marks.push({ start: at, end: at + 1 }, { start: to - 1, end: to });
      }
    } else if (sign === "!" && text.charAt(at + 1) === "[") {
      brackets.push({ start: at, length: 2, isImage: true });
      to = at + 2;
    } else if (sign === "[") {
      const note = matchAt(footnote, text, at);
      if (note) {
        marks.push({ start: at + 1, end: at + 2 });
        to = at + note.length;
      } else brackets.push({ start: at, length: 1, isImage: false });
    } else if (sign === "]") {
      const open = brackets.pop();
      const isOpen = open && (open.isImage || brackets.length >= closedBelow);
      closedBelow = Math.min(closedBelow, brackets.length);
      const target = isOpen ? targetLength(text, open.start + open.length, at, labels) : null;
      if (open && target !== null) {
        to = at + 1 + target;
        marks.push({ start: open.start, end: open.start + open.length }, { start: at, end: to });
        if (!open.isImage) closedBelow = brackets.length;
      }
    } else if (matchAt(emphasis, text, at)) {
      to = at + runs.take(at);
    }
    at = next(special, text, to);
  }
  const all = marks.concat(runs.marks).sort((one, other) => one.start - other.start);
  return { marks: all, emphasised: runs.holdsAll };
}

/** How long the target behind a link's words is, with its brackets; null when there is none, so it is no link. */
function targetLength(text: string, from: number, close: number, labels: ReadonlySet<string>): number | null {
  const inline = matchAt(destination, text, close + 1);
  if (inline) return inline.length;
  const named = matchAt(reference, text, close + 1);
  const isKnown = (label: string) => labels.has(tidyLabel(label));
  if (named && named.length > 2) return isKnown(named.slice(1, -1)) ? named.length : null;
  return close - from <= 300 && isKnown(text.slice(from, close)) ? (named?.length ?? 0) : null;
}

/** A link target's name as it is compared: small letters, single spaces. */
export function tidyLabel(label: string): string {
  return label.trim().replace(/\s+/gu, " ").toLowerCase();
}

/** The runs of emphasis marks that are open, and the marks of those that found their other half. */
class Runs {
  readonly marks: Span[] = [];
  holdsAll = false;
  private readonly open: Run[] = [];
  private readonly counts = new Map<string, number>();
  private readonly first: number;
  private readonly last: number;

  constructor(private readonly text: string) {
    this.first = text.length - text.trimStart().length;
    this.last = text.trimEnd().length;
  }

  /** Reads the run at a place; gives its length. */
  take(start: number): number {
    const sign = this.text.charAt(start);
    const end = sign === "~" ? start + 2 : endOfRun(this.text, start);
    const run: Run = { sign, start, end, from: start, to: end };
    const { opens, closes } = flanks(this.text, run);
    if (closes) this.close(run);
    if (opens && run.from < run.to) this.push(run);
    return end - start;
  }

  private push(run: Run): void {
    this.open.push(run);
    this.counts.set(run.sign, (this.counts.get(run.sign) ?? 0) + 1);
  }

  private pop(): Run | undefined {
    const run = this.open.pop();
    if (run) this.counts.set(run.sign, (this.counts.get(run.sign) ?? 0) - 1);
    return run;
  }

  private close(run: Run): void {
    while (run.from < run.to && (this.counts.get(run.sign) ?? 0) > 0) {
      let opener = this.pop();
      // What opened inside and found no end stays words.
      while (opener && opener.sign !== run.sign) opener = this.pop();
      if (!opener) return;
      const length = Math.min(opener.to - opener.from, run.to - run.from);
      this.marks.push(
        { start: opener.to - length, end: opener.to },
        { start: run.from, end: run.from + length },
      );
      opener.to -= length;
      run.from += length;
      if (opener.start === this.first && run.end === this.last && run.from === run.to) this.holdsAll = true;
      if (opener.from < opener.to) this.push(opener);
    }
  }
}

/** Whether a run of marks may open and close emphasis: as CommonMark has it, by what stands on both its sides. */
function flanks(text: string, { sign, start, end }: Run): { opens: boolean; closes: boolean } {
  const [before, after] = [kindOf(codePointBefore(text, start)), kindOf(codePointAt(text, end))];
  // "3*4*5" is a sum and no emphasis.
  if (/\d/.test(text.charAt(start - 1)) && /\d/.test(text.charAt(end)))
    return { opens: false, closes: false };
  const left = after !== "space" && (after === "word" || before !== "word");
  const right = before !== "space" && (before === "word" || after !== "word");
  // "snake_case" is one word.
  if (sign === "_") {
    return { opens: left && (!right || before === "sign"), closes: right && (!left || after === "sign") };
  }
  return { opens: left, closes: right };
}

function kindOf(character: string): "space" | "sign" | "word" {
  if (character === "" || /\s/u.test(character)) return "space";
  return /[\p{P}\p{S}]/u.test(character) ? "sign" : "word";
}

function codePointAt(text: string, at: number): string {
  const point = text.codePointAt(at);
  return point === undefined ? "" : String.fromCodePoint(point);
}

function codePointBefore(text: string, at: number): string {
  if (at <= 0) return "";
  const isLow = /[\uDC00-\uDFFF]/.test(text.charAt(at - 1));
  return codePointAt(text, isLow && at > 1 ? at - 2 : at - 1);
}

/** Gives, for a run of backticks, where the next run of the same length begins; asked from left to right. */
function findCodeEnds(text: string): (at: number, length: number) => number | null {
  const places = new Map<number, number[]>();
  for (const run of text.matchAll(/`+/g)) {
    const known = places.get(run[0].length);
    if (known) known.push(run.index);
    else places.set(run[0].length, [run.index]);
  }
  const passed = new Map<number, number>();
  return (at, length) => {
    const starts = places.get(length) ?? [];
    let index = passed.get(length) ?? 0;
    while (index < starts.length && (starts[index] ?? 0) <= at) index++;
    passed.set(length, index);
    return starts[index] ?? null;
  };
}

function endOfRun(text: string, start: number): number {
  let end = start;
  while (text.charAt(end) === text.charAt(start) && end < text.length) end++;
  return end;
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

function next(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? text.length;
}
