/** A text to be searched for as it is: `%`, `_` and `\\` lose the meaning that LIKE gives them. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}
