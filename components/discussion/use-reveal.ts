"use client";

import { type RefObject, useEffect } from "react";
import { unfold } from "@/components/articles/text-geometry";
import { coveredTop } from "@/components/ui/covered-top";

type Given = {
  rootRef: RefObject<HTMLDivElement | null>;
  passageId: string | null;
  /** Counts up with everything that was opened. */
  request: number;
  /** How many pixels at the bottom of the window are covered. */
  covered: () => number;
};

/** Brings the words of what was opened into sight; moves nothing where they are in sight already. */
export function useReveal({ rootRef, passageId, request, covered }: Given): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: each opening counts, also of the same passage
  useEffect(() => {
    if (request === 0 || !passageId) return;
    const mark = rootRef.current?.querySelector(`mark[data-passages~="${passageId}"]`);
    if (!mark) return;
    unfold(mark);
    const frame = requestAnimationFrame(() => {
      const { top, bottom } = mark.getBoundingClientRect();
      const above = coveredTop();
      const seen = window.innerHeight - covered();
      if (top >= above && Math.min(bottom, top + 120) <= seen) return;
      // The first opening is the page's own arrival: it is there at once.
      const isCalm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
      window.scrollTo({
        top: window.scrollY + top - above - (seen - above) / 4,
        behavior: request === 1 || isCalm ? "instant" : "smooth",
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [request]);
}
