import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useRef } from "react";
import { landFocus } from "./land-focus";

/** What a part of the page hears on the way to whatever in it takes the focus or loses it. */
type Heard = {
  onFocusCapture: (event: FocusEvent<HTMLElement>) => void;
  onBlurCapture: (event: FocusEvent<HTMLElement>) => void;
  onKeyDownCapture: (event: KeyboardEvent<HTMLElement>) => void;
};

/**
 * For a part whose contents come and go by themselves: where what had the focus goes, or lets go of it, the focus goes
 * back to where it came from. Whoever has gone on by key or pointer stays where they went. What is inside does not hear of the focus,
 * for it may bring it back wherever it went: who tabs on then never gets past it.
 */
export function useWayBack(part: RefObject<HTMLElement | null>): Heard {
  const had = useRef<Element | null>(null);
  const from = useRef<HTMLElement | null>(null);

  useEffect(() => {
    const element = part.current;
    if (!element) return;
    const goBack = () => {
      if (!had.current || had.current.isConnected) return;
      had.current = null;
      landFocus(from.current);
    };
    const leave = ({ target }: PointerEvent) => {
      if (target instanceof Node && !element.contains(target)) had.current = null;
    };
    const observer = new MutationObserver(goBack);
    observer.observe(element, { childList: true, subtree: true });
    document.addEventListener("pointerdown", leave, true);
    return () => {
      observer.disconnect();
      document.removeEventListener("pointerdown", leave, true);
    };
  }, [part]);

  const isInside = (one: EventTarget | null) => one instanceof Node && part.current?.contains(one) === true;
  return {
    onFocusCapture: (event) => {
      event.stopPropagation();
      const { target, relatedTarget } = event;
      had.current = target;
      if (relatedTarget instanceof HTMLElement && !isInside(relatedTarget)) from.current = relatedTarget;
    },
    onBlurCapture: (event) => {
      event.stopPropagation();
      const { relatedTarget } = event;
      if (relatedTarget && !isInside(relatedTarget)) had.current = null;
      if (relatedTarget || !had.current || !document.hasFocus()) return;
      had.current = null;
      queueMicrotask(() => landFocus(from.current));
    },
    onKeyDownCapture: ({ key }) => {
      if (key === "Tab") had.current = null;
    },
  };
}
