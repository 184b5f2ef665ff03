import { type RefObject, useEffect, useState } from "react";
import { coveredTop } from "./covered-top";

/** Whether anything of an element is in sight: in the window, and below what covers its top and `above` pixels more. */
export function useIsSeen(element: RefObject<HTMLElement | null>, above: number): boolean {
  const [isSeen, setSeen] = useState(true);
  useEffect(() => {
    if (!element.current) return;
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting } of entries) setSeen(isIntersecting);
      },
      { rootMargin: `-${Math.round(coveredTop() + above)}px 0px 0px` },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element, above]);
  return isSeen;
}
