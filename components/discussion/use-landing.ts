import { type RefObject, useLayoutEffect, useRef } from "react";
import { landFocus } from "@/components/ui/land-focus";

/**
 * Where the focus goes when a form that was begun on the open passage is done: to what stands in its place, which is
 * brought into sight, and nothing else moves. Whoever has gone on to something else meanwhile stays there.
 */
export function useLanding(place: RefObject<HTMLElement | null>, isOpen: boolean): void {
  const wasOpen = useRef(isOpen);
  useLayoutEffect(() => {
    const isDone = wasOpen.current && !isOpen;
    wasOpen.current = isOpen;
    // The form took the focus with it, unless that was elsewhere.
    if (isDone) landFocus(place.current);
  }, [isOpen, place]);
}
