"use client";

import { useEffect, useRef } from "react";
import type { Span } from "@/lib/text/offsets";

/** The text as it was given, with the stretch of the block in hand marked and in sight. */
export function OriginalText({
  text,
  span,
  language,
}: {
  text: string;
  span: Span | undefined;
  language: string;
}) {
  const pane = useRef<HTMLElement>(null);
  const mark = useRef<HTMLElement>(null);
  const start = span?.start ?? 0;
  const end = span?.end ?? 0;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another stretch is to be brought into sight
  useEffect(() => {
    const [box, words] = [pane.current, mark.current];
    if (!box || !words) return;
    const above = words.offsetTop - box.scrollTop;
    if (above < 0 || above > box.clientHeight - 48) box.scrollTop = words.offsetTop - box.clientHeight / 3;
  }, [start, end]);

  return (
    // Scrolls, so the keyboard must reach it.
    <section
      ref={pane}
      aria-label="Text of the original"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
      tabIndex={0}
      lang={language}
      dir="auto"
      className="relative [unicode-bidi:plaintext] max-h-original overflow-y-auto whitespace-pre-wrap break-words border border-hairline bg-sunk p-4 font-serif text-card"
    >
      {text.slice(0, start)}
      <mark ref={mark} className="bg-active-tint text-ink">
        {text.slice(start, end)}
      </mark>
      {text.slice(end)}
    </section>
  );
}
