import "server-only";
import type { Tx } from "@/lib/db/transaction";

export type EventKind =
  | "article.edited"
  | "passage.created"
  | "passage.changed"
  | "passage.deleted"
  | "passage.restored"
  | "thread.created"
  | "thread.changed"
  | "comment.created"
  | "comment.changed"
  | "comment.deleted"
  | "comment.restored"
  | "comment.reacted";

/** The channel of the bell; its payload is `{articleId, number}`. */
export const articleChannel = "sayso_article";

/**
 * Waits until nobody else is writing in this article, and keeps others waiting until the transaction ends. For writes
 * that look first and may find nothing to do; what they then read stays true until they store it.
 */
export async function lockArticle(tx: Tx, articleId: string): Promise<void> {
  // The same lock that storeEvent's update takes: weaker than FOR UPDATE, so that rows pointing here can be added.
  await tx.$queryRaw`SELECT 1 FROM "Article" WHERE id = ${articleId}::uuid FOR NO KEY UPDATE`;
}

/**
 * Stores what happened and returns its number. The article's row is locked by taking the number, so numbers are
 * without holes and in commit order (a sequence would let a later commit hold a lower number). Call it first in the
 * transaction (or after lockArticle). The NOTIFY leaves with the commit, never before.
 */
export async function storeEvent(
  tx: Tx,
  event: { articleId: string; kind: EventKind; ids: Record<string, string>; actorId: string },
): Promise<number> {
  const { eventNumber } = await tx.article.update({
    where: { id: event.articleId },
    data: { eventNumber: { increment: 1 }, lastActivityAt: new Date() },
    select: { eventNumber: true },
  });
  await tx.event.create({
    data: {
      articleId: event.articleId,
      number: eventNumber,
      kind: event.kind,
      ids: event.ids,
      actorId: event.actorId,
    },
    select: { number: true },
  });
  await tx.$executeRaw`SELECT pg_notify(${articleChannel}, ${JSON.stringify({ articleId: event.articleId, number: eventNumber })})`;
  return eventNumber;
}
