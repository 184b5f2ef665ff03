/**
 * Brings the focus, and with it the eye, to the first field of a form that says what is wrong with it; of several
 * kinds of field to the first one that `kind` selects.
 */
export function focusOnWrong(form: HTMLElement | null, kind = ""): void {
  const wrong = form?.querySelector<HTMLElement>(`${kind}[aria-invalid]`);
  (wrong?.querySelector("input") ?? wrong)?.focus();
}
