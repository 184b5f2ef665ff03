import type { PassageView } from "@/lib/passages/schema";
import type { CommentView } from "@/lib/threads/schema";
import type { Discussion, Seen } from "./schema";

/** Up to which event number this thread counts as read. */
export function readUpTo(seen: Seen, threadId: string): number {
  return Math.max(seen.number, seen.threads[threadId]?.number ?? 0);
}

/** Somebody else's comment that came after what this person has read. A deleted one is nothing new. */
export function isNewComment(comment: CommentView, seen: Seen, userId: string): boolean {
  return (
    comment.author !== userId &&
    comment.deletedAt === null &&
    comment.createdNumber > readUpTo(seen, comment.threadId)
  );
}

/** Somebody else's passage, marked after all that this person has seen of the article. */
export function isNewPassage(passage: PassageView, seen: Seen, userId: string): boolean {
  return passage.createdBy !== userId && passage.createdNumber > seen.number;
}

/** How many comments are new to this person, by thread; threads without any are not in it. */
export function countNew(discussion: Discussion, userId: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const comment of discussion.comments) {
    if (!isNewComment(comment, discussion.seen, userId)) continue;
    counts.set(comment.threadId, (counts.get(comment.threadId) ?? 0) + 1);
  }
  return counts;
}

/** The number to call a thread read up to: that of its last comment, whoever wrote it. */
export function lastNumberIn(discussion: Discussion, threadId: string): number {
  let last = 0;
  for (const comment of discussion.comments) {
    if (comment.threadId === threadId) last = Math.max(last, comment.createdNumber);
  }
  return last;
}
