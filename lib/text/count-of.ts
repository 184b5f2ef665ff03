/** "1 passage", "4 passages": a number with a word that takes an "s". */
export function countOf(count: number, word: string): string {
  return `${count.toLocaleString("en-GB")} ${word}${count === 1 ? "" : "s"}`;
}
