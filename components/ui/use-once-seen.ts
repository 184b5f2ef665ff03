"use client";

import { useEffect, useRef } from "react";

const seenAfterMs = 1_000;

/**
 * Runs once the page has been in sight for a second with the same `key`, whatever it is; not for null. Who looks away
 * before, or opens it in a tab behind, has not seen it yet.
 */
export function useOnceSeen(key: string | number | null, run: () => void): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    if (key === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const start = () => {
      clearTimeout(timer);
      if (document.visibilityState !== "visible") return;
      timer = setTimeout(() => {
        document.removeEventListener("visibilitychange", start);
        latest.current();
      }, seenAfterMs);
    };
    start();
    document.addEventListener("visibilitychange", start);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", start);
    };
  }, [key]);
}
