import { type RefObject, useLayoutEffect, useRef } from "react";
import { afterFrame } from "./after-frame";
import { landFocus } from "./land-focus";

/** What is left of the place of something that has gone. */
type Left = {
  /** What stood after it, else before it, if that is still there. */
  beside: Element | null;
  /** The nearest thing around it that takes the focus. */
  within: HTMLElement | null;
};

const around = ({ within }: Left) => within;

/**
 * Where the focus goes when a part of the page goes away with the focus in it: to what `next` names, as the page is
 * then; without it, to what is around it. Whatever takes the part's place may take the focus first.
 */
export function useHandOn(
  part: RefObject<HTMLElement | null>,
  next: (left: Left) => HTMLElement | null | undefined = around,
): void {
  const latest = useRef(next);
  useLayoutEffect(() => {
    latest.current = next;
  });
  useLayoutEffect(() => {
    const element = part.current;
    return () => {
      if (!element?.contains(document.activeElement)) return;
      const beside = element.nextElementSibling ?? element.previousElementSibling;
      const within = element.parentElement?.closest<HTMLElement>("[tabindex]") ?? null;
      afterFrame(() => landFocus(latest.current({ beside: beside?.isConnected ? beside : null, within })));
    };
  }, [part]);
}
