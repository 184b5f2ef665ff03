"use client";

import { useEffect, useRef } from "react";

const seenAfterMs = 1_000;

/**
 * Runs once what `of` finds, or without it the page, has been in sight for a second with the same `key`, whatever it
 * is; not for null. Who looks or scrolls away before, or opens it in a tab behind, has not seen it yet.
 */
export function useOnceSeen(key: string | number | null, run: () => void, of?: () => Element | null): void {
  const latest = useRef({ run, of });
  useEffect(() => {
    latest.current = { run, of };
  });
  useEffect(() => {
    if (key === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const find = latest.current.of;
    let isInSight = find === undefined;
    const look = () => {
      clearTimeout(timer);
      if (!isInSight || document.visibilityState !== "visible") return;
      timer = setTimeout(() => {
        end();
        latest.current.run();
      }, seenAfterMs);
    };
    const observer = new IntersectionObserver((entries) => {
      isInSight = entries.at(-1)?.isIntersecting ?? false;
      look();
    });
    function end(): void {
      clearTimeout(timer);
      observer.disconnect();
      document.removeEventListener("visibilitychange", look);
    }
    const element = find?.();
    if (element) observer.observe(element);
    look();
    document.addEventListener("visibilitychange", look);
    return end;
  }, [key]);
}
