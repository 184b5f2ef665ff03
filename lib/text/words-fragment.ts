import type { Span } from "./offsets";

/** Words beside a short stretch that tell which of several like it is meant. */
const besideWords = 3;
/** Of what has more words, or crosses paragraphs, its beginning and its end are looked for. */
const mostWords = 12;
const edgeWords = 5;

/**
 * The fragment of an address that opens a page at these words of its text (WICG, URL Fragment Text Directives), without
 * "#". `beside` says the text around them, where they may stand there several times: "22" alone would be the first 22.
 */
export function wordsFragment(exact: string, beside: { before?: string; after?: string } = {}): string {
  // One part is looked for within one paragraph.
  const inside = exact
    .split("\n")
    .map(wordsOf)
    .filter((words) => words.length > 0);
  const [first = [], last = first] = [inside.at(0), inside.at(-1)];
  const isLong = inside.length > 1 || first.length > mostWords;
  const parts = isLong ? [first.slice(0, edgeWords), last.slice(-edgeWords)] : [first];
  const before = wordsOf(beside.before).slice(-besideWords);
  const after = wordsOf(beside.after).slice(0, besideWords);
  return `:~:text=${[
    ...(before.length > 0 ? [`${encode(before)}-`] : []),
    ...parts.map(encode),
    ...(after.length > 0 ? [`-${encode(after)}`] : []),
  ].join(",")}`;
}

/**
 * What stands behind the address of an article to lead to these words of its text: their place, for our own page, which
 * draws them as long as they are looked at, and the fragment, by which the browser is there before that.
 */
export function wordsAddress(text: string, { start, end }: Span): string {
  return `?words=${start}-${end}#${wordsFragment(text.slice(start, end))}`;
}

/** The place that an address of this search part leads to; null where it names none in a text of this length. */
export function readWordsAddress(search: string, length: number): Span | null {
  const [, from, to] = /^(\d{1,9})-(\d{1,9})$/.exec(new URLSearchParams(search).get("words") ?? "") ?? [];
  const [start, end] = [Number(from), Number(to)];
  return start < end && end <= length ? { start, end } : null;
}

function wordsOf(text = ""): string[] {
  return text.split(/\s+/u).filter(Boolean);
}

/** Commas and hyphens mean something in a directive. */
function encode(words: readonly string[]): string {
  return encodeURIComponent(words.join(" ")).replaceAll("-", "%2D");
}
