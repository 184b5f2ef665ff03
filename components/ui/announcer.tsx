"use client";

import { useEffect, useState } from "react";

const event = "sayso-announce";

/** For so long a sentence stays beside the next ones, so that none takes the place of one that is not heard yet. */
const momentMs = 3_000;

/** Has screen readers say a sentence when they are idle; nothing is seen. */
export function announce(sentence: string): void {
  window.dispatchEvent(new CustomEvent(event, { detail: sentence }));
}

type Said = { key: number; at: number; sentence: string };

/** The one polite live region of the page. What is added to it is said. */
export function Announcer() {
  const [all, setAll] = useState<readonly Said[]>([]);
  useEffect(() => {
    let key = 0;
    const hear = (heard: Event) => {
      if (!(heard instanceof CustomEvent)) return;
      const one = { key: key++, at: Date.now(), sentence: String(heard.detail) };
      setAll((before) => [...before.filter(({ at }) => one.at - at < momentMs), one]);
    };
    window.addEventListener(event, hear);
    return () => window.removeEventListener(event, hear);
  }, []);
  return (
    <div role="status" aria-live="polite" aria-atomic="false" data-announcer="" className="sr-only">
      {all.map(({ key, sentence }) => (
        <p key={key}>{sentence}</p>
      ))}
    </div>
  );
}
