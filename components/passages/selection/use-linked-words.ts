import { useEffect, useRef } from "react";
import type { Span } from "@/lib/text/offsets";
import { readWordsAddress } from "@/lib/text/words-fragment";

/** Takes the reader, once, to the words that the address of the page leads to. */
export function useLinkedWords(text: string, pickAt: (span: Span) => void): void {
  const latest = useRef(pickAt);
  latest.current = pickAt;
  const isDone = useRef(false);
  useEffect(() => {
    if (isDone.current) return;
    isDone.current = true;
    const span = readWordsAddress(window.location.search, text.length);
    if (span) latest.current(span);
  }, [text]);
}
