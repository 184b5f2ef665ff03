import { type RefObject, useCallback, useLayoutEffect, useRef } from "react";
import { isField } from "./is-field";

/** The way back into a form: to the field that had the focus last, else the first one, with the caret behind its words. */
export function useLastField(form: RefObject<HTMLElement | null>): () => void {
  const last = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    const box = form.current;
    if (!box) return;
    const note = (target: EventTarget | null) => {
      if (target instanceof HTMLElement && isField(target)) last.current = target;
    };
    // A field that takes the focus as it appears has had it by now.
    if (box.contains(document.activeElement)) note(document.activeElement);
    const onFocus = ({ target }: FocusEvent) => note(target);
    box.addEventListener("focusin", onFocus);
    return () => box.removeEventListener("focusin", onFocus);
  }, [form]);
  return useCallback(() => {
    const isThere = last.current?.isConnected;
    const field = isThere ? last.current : form.current?.querySelector<HTMLElement>("input, textarea");
    if (!field) return;
    field.focus({ preventScroll: true });
    putCaretAtEnd(field);
    field.scrollIntoView({ block: "nearest" });
  }, [form]);
}

/** Only fields of text have a caret: those of a day, a tick or a choice do not. */
function putCaretAtEnd(field: HTMLElement): void {
  const isText = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
  if (isText && field.selectionEnd !== null) field.setSelectionRange(field.value.length, field.value.length);
}
