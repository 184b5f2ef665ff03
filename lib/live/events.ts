import "server-only";
import type { Tx } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";

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
  | "comment.reacted"
  | "source.changed"
  | "attribution.created"
  | "attribution.changed"
  | "attribution.deleted"
  | "attribution.restored"
  | "attribution.settled"
  | "passage.assigned"
  | "assessment.created"
  | "assessment.revealed"
  | "evidence.created"
  | "evidence.changed"
  | "evidence.deleted"
  | "evidence.restored"
  | "resolution.created"
  | "suggestion.made"
  | "suggestion.decided";

/** What may happen in an article that is archived: it can be described and restored, looked at, and read by the machine. */
const evenArchived = new Set<EventKind>([
  "article.edited",
  "source.changed",
  "suggestion.made",
  "assessment.revealed",
]);

function archived(): AppError {
  return new AppError(
    "conflict",
    "This article is archived: it can be read, not written in. Restore it to the list first.",
  );
}

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
 * transaction (or after lockArticle). The NOTIFY leaves with the commit, never before. Throws "conflict" in an article
 * that is archived, so that no write can forget to ask.
 */
export async function storeEvent(
  tx: Tx,
  event: { articleId: string; kind: EventKind; ids: Record<string, string>; actorId: string | null },
): Promise<number> {
  const { eventNumber, archivedAt } = await tx.article.update({
    where: { id: event.articleId },
    // What nobody has done is no activity.
    data: { eventNumber: { increment: 1 }, ...(event.actorId ? { lastActivityAt: new Date() } : {}) },
    select: { eventNumber: true, archivedAt: true },
  });
  if (archivedAt && !evenArchived.has(event.kind)) throw archived();
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

/**
 * Stores the same happening in several articles, each under its own next number, for what belongs to no single one
 * (a source). It is no activity in them: lists keep their order. Locks the articles in the order of their ids, so that
 * two such writes cannot wait for each other.
 */
export async function storeEventInAll(
  tx: Tx,
  event: { articleIds: string[]; kind: EventKind; ids: Record<string, string>; actorId: string },
): Promise<void> {
  if (event.articleIds.length === 0) return;
  await tx.$queryRaw`
    SELECT id FROM "Article" WHERE id = ANY(${event.articleIds}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
  await tx.$queryRaw`
    WITH numbered AS (
      UPDATE "Article" SET "eventNumber" = "eventNumber" + 1
      WHERE id = ANY(${event.articleIds}::uuid[])
      RETURNING id, "eventNumber"
    ), stored AS (
      INSERT INTO "Event" ("articleId", number, kind, ids, "actorId")
      SELECT id, "eventNumber", ${event.kind}, ${JSON.stringify(event.ids)}::jsonb, ${event.actorId}::uuid FROM numbered
      RETURNING "articleId", number
    )
    SELECT pg_notify(${articleChannel}, json_build_object('articleId', "articleId", 'number', number)::text)::text
    FROM stored`;
}
