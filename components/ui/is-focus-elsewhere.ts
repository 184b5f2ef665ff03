/**
 * Whether somebody has gone on to something outside this part of the page: nothing in it may take the focus then. What
 * is around the part is not elsewhere: in Safari the press of a button leaves the focus there.
 */
export function isFocusElsewhere(part: HTMLElement | null): boolean {
  const active = document.activeElement;
  return active !== null && part !== null && !part.contains(active) && !active.contains(part);
}
