import { mergeRead, mergeWritten, type Written } from "@/lib/discussion/merge-discussion";
import type { Discussion } from "@/lib/discussion/schema";

/** What a call has changed, to be merged into the discussion on the screen at once. */
export type Change = Written & {
  /** How far I have read a thread. */
  read?: { threadId: string; number: number; at: string };
  /** The same of the card of a passage. */
  readCard?: { passageId: string; number: number };
};

/** The discussion with a change laid over it. */
export function mergeChange(held: Discussion, { read, readCard, ...written }: Change): Discussion {
  const next = mergeWritten(held, written);
  if (readCard) return mergeRead(next, { passages: { [readCard.passageId]: readCard.number } });
  if (!read) return next;
  return mergeRead(next, { threads: { [read.threadId]: { number: read.number, at: read.at } } });
}
