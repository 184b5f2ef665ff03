"use client";

import { useEffect, useState } from "react";

const event = "sayso-announce";

/** Has screen readers say a sentence when they are idle; nothing is seen. */
export function announce(sentence: string): void {
  window.dispatchEvent(new CustomEvent(event, { detail: sentence }));
}

/** The one polite live region of the page. */
export function Announcer() {
  const [sentence, setSentence] = useState("");
  useEffect(() => {
    const hear = (heard: Event) => {
      if (heard instanceof CustomEvent) setSentence(String(heard.detail));
    };
    window.addEventListener(event, hear);
    return () => window.removeEventListener(event, hear);
  }, []);
  return (
    <div role="status" aria-live="polite" data-announcer="" className="sr-only">
      {sentence}
    </div>
  );
}
