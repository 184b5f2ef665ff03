"use client";

import { useSyncExternalStore } from "react";
import type { SeenWindow } from "./sheet-size";

/** How much of the window can be seen, and what the on-screen keyboard covers of it. */
export function useSeen(): SeenWindow {
  const text = useSyncExternalStore(subscribe, measure, () => "0 0");
  const [window = 0, keyboard = 0] = text.split(" ").map(Number);
  return { window, keyboard };
}

function measure(): string {
  const { innerHeight, visualViewport: seen } = window;
  // Somebody who has zoomed in sees less too, and has no keyboard.
  const isZoomed = !seen || Math.abs(seen.scale - 1) > 0.01;
  const covered = isZoomed ? 0 : Math.max(0, Math.round(innerHeight - seen.height - seen.offsetTop));
  return `${innerHeight} ${covered}`;
}

function subscribe(changed: () => void): () => void {
  const { visualViewport } = window;
  window.addEventListener("resize", changed);
  visualViewport?.addEventListener("resize", changed);
  visualViewport?.addEventListener("scroll", changed);
  return () => {
    window.removeEventListener("resize", changed);
    visualViewport?.removeEventListener("resize", changed);
    visualViewport?.removeEventListener("scroll", changed);
  };
}
