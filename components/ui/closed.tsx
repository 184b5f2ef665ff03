"use client";

import { type ReactNode, useSyncExternalStore } from "react";

const key = "sayso:closed";

/** Notes that this window has shown the page at this address, and that the server does not any more. */
export function noteClosed(): void {
  try {
    sessionStorage.setItem(key, window.location.pathname);
  } catch {
    // Storage is off: the page says that it is not here, and not since when.
  }
}

function isClosed(): boolean {
  try {
    return sessionStorage.getItem(key) === window.location.pathname;
  } catch {
    return false;
  }
}

const never = () => () => {};

/** Says why a page is not here to whoever had it before their eyes, and something else to all others. */
export function IfClosed({ closed, otherwise }: { closed: ReactNode; otherwise: ReactNode }) {
  return useSyncExternalStore(never, isClosed, () => false) ? closed : otherwise;
}
