"use client";

import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { CommentView } from "@/lib/threads/schema";

/** Why nothing may move: a reply or an edit is half written, or words are being selected. */
type HoldReason = "reply" | "edit" | "selecting";

type Hold = { reasons: ReadonlySet<HoldReason>; after: number | null };

const nothingHeld: Hold = { reasons: new Set(), after: null };

/** The highest number among the comments: everything that was there up to now. */
export function lastNumber(comments: readonly CommentView[]): number {
  return comments.reduce((highest, one) => Math.max(highest, one.createdNumber), 0);
}

/**
 * Whether the person is busy in this thread. From then on others' comments are held back, so that nothing moves under
 * the hands; `holdAfter` is the last number that may be shown, null while everything may.
 */
export function useAttention(comments: readonly CommentView[], root: RefObject<HTMLElement | null>) {
  const [hold, setHold] = useState(nothingHeld);
  const latest = useRef(comments);
  useEffect(() => {
    latest.current = comments;
  }, [comments]);

  const attend = useCallback((reason: HoldReason, isOn: boolean) => {
    setHold((before) => {
      if (before.reasons.has(reason) === isOn) return before;
      const reasons = new Set(before.reasons);
      if (isOn) reasons.add(reason);
      else reasons.delete(reason);
      return reasons.size === 0
        ? nothingHeld
        : { reasons, after: before.after ?? lastNumber(latest.current) };
    });
  }, []);
  /** Shows what was held back and holds what comes after it. */
  const release = useCallback(() => {
    setHold((before) => (before.after === null ? before : { ...before, after: lastNumber(latest.current) }));
  }, []);
  useSelecting(root, attend);
  return { holdAfter: hold.after, attend, release };
}

/** Notes when the pointer is down in the thread, and when words of it are selected. */
function useSelecting(
  root: RefObject<HTMLElement | null>,
  attend: (reason: HoldReason, isOn: boolean) => void,
): void {
  useEffect(() => {
    let isDown = false;
    const look = () => attend("selecting", isDown || selectsIn(root.current));
    const onDown = ({ target }: PointerEvent) => {
      isDown = target instanceof Node && (root.current?.contains(target) ?? false);
      if (isDown) look();
    };
    const onUp = () => {
      if (!isDown) return;
      isDown = false;
      look();
    };
    document.addEventListener("selectionchange", look);
    window.addEventListener("pointerdown", onDown);
    window.addEventListener("pointerup", onUp);
    window.addEventListener("pointercancel", onUp);
    return () => {
      document.removeEventListener("selectionchange", look);
      window.removeEventListener("pointerdown", onDown);
      window.removeEventListener("pointerup", onUp);
      window.removeEventListener("pointercancel", onUp);
    };
  }, [root, attend]);
}

function selectsIn(root: HTMLElement | null): boolean {
  const selection = getSelection();
  return selection !== null && !selection.isCollapsed && (root?.contains(selection.anchorNode) ?? false);
}
