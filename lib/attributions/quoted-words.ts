import type { PassageView } from "@/lib/passages/schema";
import type { Span } from "@/lib/text/offsets";
import type { AttributionView } from "./schema";
import { agreedSpeaker, type Standing } from "./standing";
import type { Voices } from "./voices";

type Told = Pick<AttributionView, "directness" | "mention" | "cue">;

/** Stands for the reporter's words that were left out between those of the speaker. */
const leftOut = "[…]";

/**
 * The words of a passage as they are printed beside their speaker, away from the text: whole where nobody is agreed on,
 * else as `quotedWords` gives them.
 */
export function printedWords(
  passage: Pick<PassageView, "start" | "exact">,
  standing: Standing | null | undefined,
  { sources }: Pick<Voices, "sources">,
): string {
  if (!standing || agreedSpeaker(standing, sources) === null) return passage.exact;
  return quotedWords(passage, standing.standing);
}

/**
 * A speaker's words without the reporter's that stand between them: “Nobody told us, […] If we had known …” for what the
 * text breaks off with “said Patricia Oduya”. What names the speaker and does the attributing is known from the
 * attributions, and with direct words all that stands between the same quotation marks as that. Where no such place is
 * known in the passage its words stay whole.
 */
export function quotedWords(
  { start, exact }: Pick<PassageView, "start" | "exact">,
  those: readonly Told[],
): string {
  const inside = ({ start: from, end }: Span): Span | null => {
    const span = { start: Math.max(0, from - start), end: Math.min(exact.length, end - start) };
    return span.end > span.start ? span : null;
  };
  const cues = those.flatMap(({ cue }) => (cue && inside(cue)) ?? []);
  const mentions = those.flatMap(({ mention }) => (mention && inside(mention)) ?? []);
  if (cues.length + mentions.length === 0) return exact;
  const isDirect = those.every(({ directness }) => directness === "direct");
  const between = isDirect ? outsideMarks(exact, [...cues, ...mentions]) : [];
  const words =
    between.length > 0
      ? joined(exact, between, unmarked)
      : joined(exact, insertions(exact, cues, mentions), tidied);
  return hasLetters(words) ? words : exact;
}

const hasLetters = (words: string) => /[\p{L}\p{N}]/u.test(words);

/** What is left of a text without these stretches of it, in its order; `tidy` sees to the edges of each cut. */
function joined(
  exact: string,
  cuts: readonly Span[],
  tidy: (before: string, after: string) => [string, string],
): string {
  return cuts
    .toSorted((a, b) => b.start - a.start)
    .reduce((words, { start, end }) => {
      const [before, after] = tidy(words.slice(0, start), words.slice(end));
      if (!hasLetters(before)) return after;
      // The reporter's words may be the end of a sentence, whose full stop stays.
      const space = /^[.;:!?]/u.test(after) ? "" : " ";
      return hasLetters(after) ? `${before} ${leftOut}${space}${after}` : before;
    }, exact);
}

type Mark = { at: number; side: "open" | "close" };

/** Double quotation marks, or else the single ones of British print; an apostrophe is none. */
function marksIn(exact: string, family: "double" | "single"): Mark[] {
  const sign = family === "double" ? /[“”„«»"]/gu : /‘|(?<=[.,!?…])’/gu;
  return [...exact.matchAll(sign)].map(({ 0: mark, index: at }) => {
    const opens = mark === '"' ? /^$|[\s([{–—‘-]$/u.test(exact.slice(0, at)) : /[“„«‘]/u.test(mark);
    return { at, side: opens ? "open" : "close" };
  });
}

type Outside = Span & { level: number };

/** The stretches outside quotation marks; `level` is how many marks are open around them, as the passage begins. */
function outsides(exact: string, marks: readonly Mark[]): Outside[] {
  const found: Outside[] = [];
  let level = 0;
  let from = marks[0]?.side === "open" ? 0 : null;
  for (const { at, side } of marks) {
    if (side === "open") {
      if (from !== null) found.push({ start: from, end: at, level });
      from = null;
      level++;
    } else {
      level--;
      from = at + 1;
    }
  }
  return from === null ? found : [...found, { start: from, end: exact.length, level }];
}

/** Of direct words all that lies outside the marks, on the level on which the speaker is named; empty where none is. */
function outsideMarks(exact: string, holes: readonly Span[]): Span[] {
  for (const family of ["double", "single"] as const) {
    const all = outsides(exact, marksIn(exact, family));
    const known = all.filter((one) => holes.some((hole) => hole.start >= one.start && hole.end <= one.end));
    if (known.length === 0) continue;
    const levels = new Set(known.map((one) => one.level));
    return all.filter((one) => levels.has(one.level) && hasLetters(exact.slice(one.start, one.end)));
  }
  return [];
}

/** Two quotations become one: the mark that closes the first and the one that opens the second go. */
function unmarked(before: string, after: string): [string, string] {
  const isBetween = hasLetters(before) && hasLetters(after);
  return isBetween
    ? [before.slice(0, -1).trimEnd(), after.slice(1).trimStart()]
    : [before.trim(), after.trim()];
}

/** The reporter's words around each cue outside quotation marks: “The bridge, *Berg said*, was unsafe”. */
function insertions(exact: string, cues: readonly Span[], mentions: readonly Span[]): Span[] {
  const isInside = isQuoted(exact);
  const holes = [...cues, ...mentions].filter((one) => !isInside(one)).sort((a, b) => a.start - b.start);
  const clusters: Span[] = [];
  for (const hole of holes) {
    const last = clusters.at(-1);
    if (last && isOneClause(exact.slice(last.end, hole.start))) last.end = Math.max(last.end, hole.end);
    else clusters.push({ ...hole });
  }
  return clusters.filter((one) => cues.some((cue) => cue.start >= one.start && cue.end <= one.end));
}

/** What may stand between a name and the verb: "Berg, the mayor, said". */
function isOneClause(between: string): boolean {
  return between.length <= 60 && !/[.!?;:“”„«»"]/u.test(between);
}

function isQuoted(exact: string): (span: Span) => boolean {
  const marks = marksIn(exact, "double");
  return ({ start, end }) => {
    const before = marks.findLast((one) => one.at < start);
    return before ? before.side === "open" : marks.find((one) => one.at >= end)?.side === "close";
  };
}

/** Without the commas and dashes that set the insertion off. */
function tidied(before: string, after: string): [string, string] {
  return [before.replace(/[\s,–—]+$/u, ""), after.replace(/^[\s,–—]+/u, "")];
}
