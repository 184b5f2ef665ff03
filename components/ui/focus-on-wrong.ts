import { isFocusElsewhere } from "./is-focus-elsewhere";

/**
 * Brings the focus, and with it the eye, to the first field of a form that says what is wrong with it; of several
 * kinds of field to the first one that `kind` selects. A refusal may take its time: whoever has gone on to write
 * elsewhere stays there, and hears of it.
 */
export function focusOnWrong(form: HTMLElement | null, kind = ""): void {
  if (isFocusElsewhere(form)) return;
  const wrong = form?.querySelector<HTMLElement>(`${kind}[aria-invalid]`);
  (wrong?.querySelector("input") ?? wrong)?.focus();
}
