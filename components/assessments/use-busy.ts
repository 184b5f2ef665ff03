"use client";

import { useRef, useState } from "react";

/** Work that a press begins, one at a time: a second press while it is under way does nothing. */
export function useBusy(): [isBusy: boolean, run: (work: () => Promise<unknown>) => Promise<void>] {
  const [isBusy, setBusy] = useState(false);
  // A double press comes before the next drawing.
  const isUnderWay = useRef(false);
  async function run(work: () => Promise<unknown>): Promise<void> {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    setBusy(true);
    try {
      await work();
    } finally {
      isUnderWay.current = false;
      setBusy(false);
    }
  }
  return [isBusy, run];
}
