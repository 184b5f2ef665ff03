/** What opens over any page: the keys of the page, or the palette that finds everything. */
export type Box = "help" | "palette";

const asked = "sayso-box";

/** Opens it; its code comes only now. */
export function openBox(box: Box): void {
  window.dispatchEvent(new CustomEvent(asked, { detail: box }));
}

/** Calls `show` whenever a box is asked for, until the returned function is called. */
export function onBox(show: (box: Box) => void): () => void {
  const hear = (event: Event) => {
    if (event instanceof CustomEvent) show(event.detail);
  };
  window.addEventListener(asked, hear);
  return () => window.removeEventListener(asked, hear);
}
