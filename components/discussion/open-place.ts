import type { Stretch } from "./reveal-distance";

/** The attribute of what stands open beside the text: how many pixels below the top of the margin it will stand. */
export const openAt = "data-open-at";

type OpenPanel = Stretch & { element: HTMLElement };

/** Where the open card stands in the window, or will as soon as it has slid there; null while none stands beside the text. */
export function openPanel(): OpenPanel | null {
  const element = document.querySelector<HTMLElement>(`[${openAt}]`);
  const margin = element?.parentElement;
  if (!element || !margin) return null;
  const top = margin.getBoundingClientRect().top + Number(element.getAttribute(openAt));
  return { element, top, bottom: top + element.offsetHeight };
}

/** Where what is being written in the open card stands, or will. */
export function nearestForm({ element, top }: OpenPanel): Stretch | null {
  const field = document.activeElement;
  const form = field && element.contains(field) ? field.closest("form, [role=group]") : null;
  if (!form) return null;
  const { top: now, height } = form.getBoundingClientRect();
  const within = now - element.getBoundingClientRect().top;
  return { top: top + within, bottom: top + within + height };
}
