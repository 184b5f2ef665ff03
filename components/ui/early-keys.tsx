"use client";

import { useHydrated } from "./use-hydrated";

/** Until the page can answer, keys are kept for it (early-presses.ts). */
export function EarlyKeys() {
  return useHydrated() ? null : <span hidden data-early="keys" />;
}
