/** The first `most` code points of a text with "…", or the text itself when it has no more than that. */
export function shorten(text: string, most: number): string {
  // A code point takes at most two units, so the rest of a long text need not be looked at.
  const characters = Array.from(text.slice(0, 2 * most));
  return characters.length <= most && text.length <= 2 * most
    ? text
    : `${characters.slice(0, most).join("")}…`;
}
