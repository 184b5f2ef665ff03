import { type RefObject, useEffect } from "react";
import { afterFrame } from "./after-frame";

/**
 * Brings a form that has just opened into sight as a whole, with as little scrolling as that takes, once the page has
 * gone to what it belongs to and nothing around it moves any more.
 */
export function useShow(element: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let isGone = false;
    const callOff = afterFrame(() => {
      void whenStill(element.current).then(() => {
        if (!isGone) element.current?.scrollIntoView({ block: "nearest" });
      });
    });
    return () => {
      isGone = true;
      callOff();
    };
  }, [element]);
}

/** Waits for what slides to its place with the element in it. */
async function whenStill(element: Element | null): Promise<void> {
  const sliding: Promise<unknown>[] = [];
  for (let one = element; one; one = one.parentElement) {
    // What never ends carries no form: it only tells that something is on its way.
    for (const move of one.getAnimations()) sliding.push(move.finished);
  }
  await Promise.allSettled(sliding);
}
