import { useEffect, useRef } from "react";
import type { Span } from "@/lib/text/offsets";
import type { Picking } from "./picking";

type Ways = {
  /** Goes to the paragraph of these words. */
  at: (words: Span) => void;
  /** Selects these words, and goes there. */
  on: (words: Span) => void;
  /** Selects nothing any more. */
  leave: () => void;
};

/** Whoever is asked to choose words begins where they are, with the focus there and the words of now selected. */
export function usePickingBegins(picking: Picking | null, ways: Ways): void {
  const latest = useRef(ways);
  latest.current = ways;
  useEffect(() => {
    if (!picking) return;
    const { at, on, leave } = latest.current;
    if (picking.now) on(picking.now);
    else at(picking.of);
    return () => leave();
  }, [picking]);
}
