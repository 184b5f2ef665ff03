/** A word in small letters, without full stops and the genitive. */
export function bare(word: string): string {
  const lower = word.toLowerCase();
  return /['’.]/.test(lower) ? lower.replace(/['’]s?$/, "").replaceAll(".", "") : lower;
}
