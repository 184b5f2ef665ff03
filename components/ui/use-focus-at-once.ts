import { type RefObject, useLayoutEffect } from "react";

/**
 * Takes the focus to a field as soon as it is there, where it is wanted. Unlike the attribute `autofocus` it scrolls
 * nothing: whoever shows the form (use-show.ts) scrolls less.
 */
export function useFocusAtOnce(field: RefObject<HTMLElement | null>, isWanted: boolean): void {
  useLayoutEffect(() => {
    if (isWanted) field.current?.focus({ preventScroll: true });
  }, [field, isWanted]);
}
