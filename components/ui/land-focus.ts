/**
 * Takes the focus on to what a person goes on with, when what had it has left the page, and brings that into sight.
 * Whoever has gone on to something else meanwhile stays there.
 */
export function landFocus(place: HTMLElement | null | undefined): void {
  if (document.activeElement && document.activeElement !== document.body) return;
  place?.focus({ preventScroll: true });
  place?.scrollIntoView({ block: "nearest" });
}
