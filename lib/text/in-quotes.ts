/**
 * Words in quotation marks, for a sentence of ours. Those that stand in them already become single, as print has it:
 * “Harbour “to reopen”” could not be read.
 */
export function inQuotes(words: string): string {
  const inner = words
    .replaceAll("“", "‘")
    .replaceAll("”", "’")
    .replaceAll("„", "‚")
    // A straight one opens where something begins, and closes everywhere else.
    .replace(/(^|[\s([{–—/‘-])"(?=\S)/gu, "$1‘")
    .replaceAll('"', "’");
  return `“${inner}”`;
}
