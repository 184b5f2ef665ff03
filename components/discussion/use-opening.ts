"use client";

import { useCallback, useEffect, useRef } from "react";
import { linkOf } from "@/components/articles/text-geometry";
import { coveredTop } from "@/components/ui/covered-top";
import { toast } from "@/components/ui/toast";
import type { PassageEntry } from "@/lib/discussion/list-passages";
import type { Discussion } from "@/lib/discussion/schema";
import type { Room } from "./room";
import { useAddress } from "./use-address";
import { type Target, useOpened } from "./use-opened";

type Given = {
  target: Target;
  discussion: Discussion;
  entries: readonly PassageEntry[];
  /** What is open lies over the text. */
  isOver: boolean;
  /** Something opens: what lies over the page gives way. */
  onOpen: (isStarting: boolean) => void;
  onClose: () => void;
};

/**
 * Opens and closes what stands beside the text. The focus comes back to where it was; a passage that is deleted while
 * it is open closes, and says so unless I did it.
 */
export function useOpening({ target, discussion, entries, isOver, onOpen, onClose }: Given) {
  const control = useOpened(target, discussion);
  const { opened, open: openThing, close: closeThing } = control;
  const openId = opened?.passageId ?? null;
  const openNow = useRef<string | null>(null);
  openNow.current = openId ?? opened?.suggestionId ?? null;
  const focusBefore = useRef<Element | null>(null);
  const latest = useRef({ onOpen, onClose });
  latest.current = { onOpen, onClose };

  const open: Room["open"] = useCallback(
    (what, by) => {
      const from = document.activeElement;
      const isInside = from?.closest("aside, [role=dialog]") != null;
      const next = what.passageId ?? what.suggestionId ?? null;
      if (!isInside) focusBefore.current = from;
      // Whoever goes on from passage to passage has left where they came from.
      else if (next !== null && next !== openNow.current) focusBefore.current = null;
      latest.current.onOpen(Boolean(what.starting));
      openThing(what, by);
    },
    [openThing],
  );
  const close = useCallback(() => {
    const isInside = document.activeElement?.closest("aside") != null;
    closeThing();
    latest.current.onClose();
    // Back to where the reader was, so that Tab goes on from there; if that is gone, to the words that were open.
    const before = focusBefore.current;
    const isThere = before instanceof HTMLElement && before.isConnected && before !== document.body;
    const target = isThere ? before : openNow.current && linkOf(openNow.current);
    if (!target) return;
    target.focus({ preventScroll: true });
    // A long card may have led far away from its words. Whoever reads elsewhere stays there.
    const { top, bottom } = target.getBoundingClientRect();
    if (isInside && (top < coveredTop() || bottom > window.innerHeight))
      target.scrollIntoView({ block: "center" });
  }, [closeThing]);

  useAddress({
    state: control,
    isOver,
    onBack: close,
    onFollow: (address) => {
      if (control.follow(address)) onOpen(false);
    },
  });

  const isGone = openId !== null && !entries.some((entry) => entry.passage.id === openId);
  const removedByMe = useRef<string | null>(null);
  const toldGone = useRef<string | null>(null);
  useEffect(() => {
    if (!isGone) return;
    if (removedByMe.current !== openId) {
      toldGone.current = openId;
      toast("The passage that was open here has been deleted.", { id: `gone ${openId}` });
    }
    closeThing();
  }, [isGone, openId, closeThing]);
  useEffect(() => {
    const told = toldGone.current;
    if (told === null || !entries.some((entry) => entry.passage.id === told)) return;
    toldGone.current = null;
    // It is back, and the message would be untrue.
    toast.dismiss(`gone ${told}`);
  }, [entries]);
  /** I am taking this passage away, and need not be told. */
  const expectGone = useCallback((passageId: string) => {
    removedByMe.current = passageId;
  }, []);

  // Whoever points at something keeps the focus where it is, whatever was opened by key before.
  const focusRequest = control.by === "pointer" ? 0 : control.focusRequest;
  return { ...control, focusRequest, open, close, openId, expectGone };
}
