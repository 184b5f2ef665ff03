/** How many words a text has: runs of letters and figures between white space. Marks alone are no word. */
export function countWords(text: string): number {
  return text.match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0;
}
