import { mergeRead, mergeWritten, type Written } from "@/lib/discussion/merge-discussion";
import type { Discussion } from "@/lib/discussion/schema";

/** What a call has changed, to be merged into the discussion on the screen at once. */
export type Change = Written & {
  /** How far I have read a thread. */
  read?: { threadId: string; number: number; at: string };
};

/** The discussion with a change laid over it. */
export function mergeChange(held: Discussion, { read, ...written }: Change): Discussion {
  const next = mergeWritten(held, written);
  if (!read) return next;
  return mergeRead(next, { threads: { [read.threadId]: { number: read.number, at: read.at } } });
}
