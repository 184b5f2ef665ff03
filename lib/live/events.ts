import "server-only";
import type { Asker } from "@/lib/db/bare";
import type { Tx } from "@/lib/db/transaction";
import { AppError, notFound } from "@/lib/errors";
import { Prisma } from "@/prisma/generated/client";

export type EventKind =
  | "article.edited"
  | "passage.created"
  | "passage.changed"
  | "passage.reselected"
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

/** What is answered where somebody writes in an article that is archived. */
export function archived(): AppError {
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
export async function lockArticle(tx: Asker, articleId: string): Promise<void> {
  await tx.$queryRaw(lockArticlesSql(Prisma.sql`${articleId}::uuid`));
}

/** The statement of it, for all that are found; in the order of their ids, so that two writes do not wait for each other. */
export function lockArticlesSql(articleIds: Prisma.Sql): Prisma.Sql {
  // The same lock that storeEvent's update takes: weaker than FOR UPDATE, so that rows pointing here can be added.
  return Prisma.sql`SELECT 1 FROM "Article" WHERE id IN (${articleIds}) ORDER BY id FOR NO KEY UPDATE`;
}

type HappenedEvent = {
  articleId: string;
  kind: EventKind;
  ids: Record<string, string>;
  actorId: string | null;
};

/**
 * Stores what happened and returns its number. The article's row is locked by taking the number, so numbers are
 * without holes and in commit order (a sequence would let a later commit hold a lower number). Call it first in the
 * transaction (or after lockArticle). The NOTIFY leaves with the commit, never before. Throws "conflict" in an article
 * that is archived, so that no write can forget to ask.
 */
export async function storeEvent(
  tx: Asker,
  { articleId, kind, ids, actorId }: HappenedEvent,
): Promise<number> {
  // One statement, for every write of the product waits for it while it keeps the others of the article waiting. What
  // nobody has done is no activity.
  const [stored] = await tx.$queryRaw<{ number: number; archivedAt: Date | null }[]>(Prisma.sql`
    WITH numbered AS (
      UPDATE "Article" SET "eventNumber" = "eventNumber" + 1,
        "lastActivityAt" = CASE WHEN ${actorId}::uuid IS NULL THEN "lastActivityAt" ELSE clock_timestamp() END
      WHERE id = ${articleId}::uuid
      RETURNING id AS "articleId", "eventNumber" AS number, "archivedAt"
    ), stored AS (
      INSERT INTO "Event" ("articleId", number, kind, ids, "actorId")
      SELECT "articleId", number, ${kind}, ${JSON.stringify(ids)}::jsonb, ${actorId}::uuid FROM numbered
    )
    SELECT number, "archivedAt", ${ringSql} AS told FROM numbered`);
  if (!stored) throw notFound("article");
  if (stored.archivedAt && !evenArchived.has(kind)) throw archived();
  return stored.number;
}

const ringSql = Prisma.sql`
  pg_notify(${articleChannel}, json_build_object('articleId', "articleId", 'number', number)::text)::text`;

/**
 * CTEs that store events of this kind behind "happened", which has of each its "articleId", number, ids and "byId":
 * numbered on from the article's own number, in articles that are locked (`lockArticlesSql`) and not archived. Whatever
 * they go along with asks for `bellsOfEvents`.
 */
export function eventsSql(kind: EventKind): Prisma.Sql {
  return Prisma.sql`
    numbered AS (
      UPDATE "Article" a SET "eventNumber" = last.number, "lastActivityAt" = clock_timestamp()
      FROM (SELECT "articleId", max(number) AS number FROM happened GROUP BY "articleId") last
      WHERE a.id = ANY(ARRAY(SELECT "articleId" FROM happened)) AND a.id = last."articleId"
    ), stored AS (
      INSERT INTO "Event" ("articleId", number, kind, ids, "actorId")
      SELECT "articleId", number, ${kind}, ids, "byId" FROM happened
    )`;
}

/** Rings for each event that `eventsSql` stores, in their order: streams take up an article where it first rings. */
export const bellsOfEvents = Prisma.sql`(
  SELECT string_agg(${ringSql}, '')
  FROM (SELECT "articleId", number FROM happened ORDER BY number OFFSET 0) one)`;

/**
 * Refuses to bring back what went at this number when it went because the acceptance of a suggestion was undone:
 * accepting it again makes it anew, with its source, which may have gone as well. Throws "gone".
 */
export async function refuseUndone(tx: Tx, articleId: string, number: number): Promise<void> {
  const event = await tx.event.findUnique({
    where: { articleId_number: { articleId, number } },
    select: { kind: true },
  });
  if (event?.kind !== ("suggestion.decided" satisfies EventKind)) return;
  throw new AppError(
    "gone",
    "This went when its suggestion was undone. Accept the suggestion again, or record it anew.",
  );
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
    SELECT ${ringSql} FROM stored`;
}
