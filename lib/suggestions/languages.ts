/** Whether the rules read texts in this language (a language tag): they know English only. */
export function isSuggestedFor(language: string): boolean {
  return /^en(?:-|$)/i.test(language);
}
