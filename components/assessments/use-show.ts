import { type RefObject, useEffect } from "react";

/** Brings a form that has just opened into sight as a whole, once the page has gone to what it belongs to. */
export function useShow(element: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let second = 0;
    const first = requestAnimationFrame(() => {
      second = requestAnimationFrame(() => element.current?.scrollIntoView({ block: "nearest" }));
    });
    return () => {
      cancelAnimationFrame(first);
      cancelAnimationFrame(second);
    };
  }, [element]);
}
