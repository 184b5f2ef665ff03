"use client";

import { useEffect } from "react";

/**
 * Notes where the focus is when a part of the page appears, and brings it back there when the part goes away with the
 * focus in it. To be called before whatever moves the focus into the part.
 */
export function useReturnFocus(isThere = true): void {
  useEffect(() => {
    if (!isThere) return;
    const before = document.activeElement;
    return () => {
      const isLost = document.activeElement === null || document.activeElement === document.body;
      if (isLost && before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, [isThere]);
}
