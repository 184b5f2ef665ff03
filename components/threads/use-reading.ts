"use client";

import { type RefObject, useState } from "react";
import { useOnceSeen } from "@/components/ui/use-once-seen";
import type { BuiltThread } from "@/lib/threads/build-thread";
import type { CommentView } from "@/lib/threads/schema";
import type { ThreadActions } from "./thread-actions";

type Parts = {
  threadId: string;
  built: BuiltThread;
  root: RefObject<HTMLElement | null>;
  actions: Pick<ThreadActions, "markRead">;
  /** A comment of it that a link led to. */
  linkedId: string | null;
  /** Of a folded thread no comment is shown. */
  isFolded: boolean;
};

/**
 * Says how far the thread was read: up to the last of the comments that have been in sight for a second, one after the
 * other, of those that are new and those from the one on to which a link led. At the first visit nothing is new, and yet
 * notifications may tell of them.
 */
export function useMarkRead({ threadId, built, root, actions, linkedId, isFolded }: Parts): void {
  // What is drawn as new stays so while it is being read.
  const [readUpTo, setReadUpTo] = useState(0);
  const shown = built.items.filter((item) => item.kind === "comment");
  const linkedAt = shown.findIndex(({ comment }) => comment.id === linkedId);
  const unread = shown.flatMap(({ comment, isNew }, at) => {
    const isUnread = isNew || (linkedAt >= 0 && at >= linkedAt);
    return isUnread && comment.createdNumber > readUpTo ? [comment] : [];
  });
  const [first] = unread;
  const find = ({ id }: CommentView) => root.current?.querySelector(`#c-${CSS.escape(id)}`) ?? null;
  useOnceSeen(
    first && !isFolded ? `${threadId} ${first.id}` : null,
    () => {
      const ahead = unread.findIndex((one) => isBelow(find(one)));
      const last = unread.at(ahead < 0 ? -1 : Math.max(0, ahead - 1));
      if (!last) return;
      setReadUpTo(last.createdNumber);
      // Reading goes on whether or not this arrives; the next visit would say it again.
      actions.markRead(threadId, last.createdNumber).catch(() => {});
    },
    () => (first ? find(first) : null),
  );
}

/** Not reached yet, in a text that is read downwards. */
function isBelow(element: Element | null): boolean {
  return element !== null && element.getBoundingClientRect().top >= window.innerHeight;
}
