"use client";

import { useEffect, useRef } from "react";
import { announce } from "@/components/ui/announcer";
import { useOnceSeen } from "@/components/ui/use-once-seen";
import type { BuiltThread } from "@/lib/threads/build-thread";
import type { CommentView } from "@/lib/threads/schema";
import type { ThreadActions } from "./thread-actions";
import { lastNumber } from "./use-attention";

const quietMs = 5_000;

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

/** Has screen readers say who replied while the thread is open, at most one message in five seconds. */
export function useAnnounceReplies(
  comments: readonly CommentView[],
  viewerId: string,
  nameOf: (id: string) => string,
): void {
  const known = useRef<number | null>(null);
  const waiting = useRef<{ authors: string[]; timer: ReturnType<typeof setTimeout> | null; last: number }>({
    authors: [],
    timer: null,
    last: 0,
  });
  const names = useRef(nameOf);
  useEffect(() => {
    names.current = nameOf;
  });

  useEffect(() => {
    const before = known.current;
    known.current = lastNumber(comments);
    if (before === null) return;
    const state = waiting.current;
    for (const one of comments) {
      if (one.createdNumber > before && one.author !== viewerId && !one.deletedAt)
        state.authors.push(one.author);
    }
    if (state.authors.length === 0 || state.timer) return;
    const say = () => {
      const authors = [...new Set(state.authors)].map((id) => names.current(id));
      announce(`${authors.join(" and ")} replied`);
      waiting.current = { authors: [], timer: null, last: Date.now() };
    };
    state.timer = setTimeout(say, Math.max(0, state.last + quietMs - Date.now()));
  }, [comments, viewerId]);

  useEffect(
    () => () => {
      if (waiting.current.timer) clearTimeout(waiting.current.timer);
    },
    [],
  );
}
