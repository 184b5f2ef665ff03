/** How a short text looks: what the sorting of blocks asks, without regard to its language. */

/** Words of a text; in scripts without spaces two letters count as one word. */
export function countWords(text: string): number {
  const dense =
    text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0;
  const spaced = text
    .replace(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu, " ")
    .match(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu);
  return Math.ceil(dense / 2) + (spaced?.length ?? 0);
}

/** Whether a text ends as a sentence does, closing marks and a Markdown emphasis left aside. */
export function endsLikeSentence(text: string): boolean {
  return /[.!?…。！？؟।]["'”’»“‹›)\]*_]*$/u.test(text);
}

/** A full stop at the end, as headlines do not have. */
export function endsWithStop(text: string): boolean {
  return /(?<!\.)[.。।]["'”’»“)\]*_]*$/u.test(text);
}

/** Running text, as against a headline, a label or a list item. */
export function isProse(text: string): boolean {
  const words = countWords(text);
  return (words >= 8 && endsLikeSentence(text)) || words >= 30;
}

/** Letters and figures only, in lower case: two texts that a reader takes for the same become equal. */
export function soundOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The share of the smaller text's longer words that both have, by their first five letters; and how many those are. */
export function echo(one: string, other: string): { share: number; count: number } {
  const [a, b] = [contentWords(one), contentWords(other)];
  const count = Array.from(a).filter((word) => b.has(word)).length;
  const smaller = Math.min(a.size, b.size);
  return { share: smaller === 0 ? 0 : count / smaller, count };
}

function contentWords(text: string): Set<string> {
  const words = soundOf(text).match(/[\p{L}]{5,}/gu) ?? [];
  return new Set(words.map((word) => word.slice(0, 5)));
}
