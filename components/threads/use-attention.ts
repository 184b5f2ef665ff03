"use client";

import { type FocusEvent, useCallback, useState } from "react";
import type { CommentView } from "@/lib/threads/schema";

/** The highest number among the comments: everything that was there up to now. */
export function lastNumber(comments: readonly CommentView[]): number {
  return comments.reduce((highest, one) => Math.max(highest, one.createdNumber), 0);
}

/**
 * Whether the person is at this thread: the focus is in it, or something is being written. From then
 * on others' comments are held back, so that nothing moves under the eyes; `holdAfter` is the last number that may be
 * shown, null while everything may.
 */
export function useAttention(comments: readonly CommentView[]) {
  const [holdAfter, setHoldAfter] = useState<number | null>(null);
  const [reasons, setReasons] = useState<ReadonlySet<string>>(new Set());

  const attend = useCallback(
    (reason: "focus" | "writing", isOn: boolean) => {
      if (reasons.has(reason) === isOn) return;
      const next = new Set(reasons);
      if (isOn) next.add(reason);
      else next.delete(reason);
      setReasons(next);
      setHoldAfter((before) => (next.size === 0 ? null : (before ?? lastNumber(comments))));
    },
    [reasons, comments],
  );

  return {
    holdAfter,
    attend,
    /** Shows what was held back and holds what comes after it. */
    release: () => setHoldAfter(lastNumber(comments)),
    handlers: {
      onFocus: () => attend("focus", true),
      onBlur: (event: FocusEvent<HTMLElement>) => {
        if (!event.currentTarget.contains(event.relatedTarget)) attend("focus", false);
      },
    },
  };
}
