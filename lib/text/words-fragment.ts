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

/** The same for a stretch of a text. */
export function spanFragment(text: string, { start, end }: Span): string {
  return wordsFragment(text.slice(start, end));
}

function wordsOf(text = ""): string[] {
  return text.split(/\s+/u).filter(Boolean);
}

/** Commas and hyphens mean something in a directive. */
function encode(words: readonly string[]): string {
  return encodeURIComponent(words.join(" ")).replaceAll("-", "%2D");
}
