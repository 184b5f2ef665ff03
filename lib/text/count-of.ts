// Made once: `toLocaleString` looks for it at each call, which browsers take 20 µs for, and an article has a thousand
// passages with a count each.
const figures = new Intl.NumberFormat("en-GB");

/** "20,000": a number as people read it. */
export function inFigures(count: number): string {
  return figures.format(count);
}

/** "1 passage", "4 passages": a number with a word that takes an "s". */
export function countOf(count: number, word: string): string {
  return `${inFigures(count)} ${word}${count === 1 ? "" : "s"}`;
}
