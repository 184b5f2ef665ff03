"use client";

import { useOnceSeen } from "@/components/ui/use-once-seen";
import type { BuiltThread } from "@/lib/threads/build-thread";
import type { ThreadActions } from "./thread-actions";
import { lastNumber } from "./use-attention";

type Parts = {
  threadId: string;
  built: BuiltThread;
  actions: Pick<ThreadActions, "markRead">;
  /** A link led to a comment of it. */
  isLinked: boolean;
};

/**
 * Says that the thread was read once it has been in sight, open and unheld, for a second: when something in it is new,
 * or a link led to it. At the first visit nothing is new, and yet a notification may tell of it.
 */
export function useMarkRead({ threadId, built, actions, isLinked }: Parts): void {
  const shown = built.items.flatMap((item) => ("comment" in item ? [item.comment] : []));
  const upTo = lastNumber(shown);
  const hasNew = built.items.some((item) => item.kind === "comment" && item.isNew);
  useOnceSeen(hasNew || isLinked ? `${threadId} ${upTo}` : null, () => {
    // Reading goes on whether or not this arrives; the next visit would say it again.
    actions.markRead(threadId, upTo).catch(() => {});
  });
}
