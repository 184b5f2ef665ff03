import { isUnread } from "@/lib/threads/build-thread";
import type { CommentOutline } from "@/lib/threads/schema";
import type { Outline, Seen } from "./schema";

/** Up to which event number this thread counts as read. */
export function readUpTo(seen: Seen, threadId: string): number {
  return Math.max(seen.number, seen.threads[threadId]?.number ?? 0);
}

/** Somebody else's comment that came after what this person has read. A deleted one is nothing new. */
export function isNewComment(comment: CommentOutline, seen: Seen, userId: string): boolean {
  return isUnread(comment, readUpTo(seen, comment.threadId), userId);
}

/** Up to which event number what stands at this passage beside its threads counts as read. */
function cardReadUpTo(seen: Seen, passageId: string): number {
  return Math.max(seen.number, seen.passages[passageId] ?? 0);
}

/**
 * The event numbers of what colleagues have done at each passage beside commenting, after this person last had its card
 * open: marked it, said who said it, settled that, judged, decided. By the passage's id; passages without any are not
 * in it. Only what the discussion holds counts, so that a verdict which is hidden from this person tells of nothing.
 */
export function newOnCards(
  { passages, attributions, settlements, assessments, resolutions, seen }: CardRows,
  userId: string,
): Map<string, Set<number>> {
  const news = new Map<string, Set<number>>();
  const note = (passageId: string, by: string, number: number) => {
    if (by === userId || number <= cardReadUpTo(seen, passageId)) return;
    news.set(passageId, (news.get(passageId) ?? new Set()).add(number));
  };
  for (const one of passages) note(one.id, one.createdBy, one.createdNumber);
  for (const one of attributions) note(one.passageId, one.by, one.contentNumber);
  for (const one of assessments) if (one.verdict !== null) note(one.passageId, one.by, one.number);
  for (const one of [...settlements, ...resolutions]) note(one.passageId, one.by, one.number);
  return news;
}

type CardRows = Pick<
  Outline,
  "passages" | "attributions" | "settlements" | "assessments" | "resolutions" | "seen"
>;
