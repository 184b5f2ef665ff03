import "server-only";
import { assessmentInSightSql } from "@/lib/auth/in-sight";
import { mustBeAble } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { type Asker, askBare } from "@/lib/db/bare";
import { db } from "@/lib/db/client";
import { transaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { notifySql, tellNotified } from "@/lib/live/notified";
import { Prisma } from "@/prisma/generated/client";
import { concernedSql } from "./concerned";
import { countUnread, findWatchedArticle, readWatch } from "./queries";
import type { NotificationChange, NotificationKind, WatchLevel } from "./schema";
import { concernsWhoSaid, type Happened, isForNamed, type Part, rulesOf } from "./watch";

type Happening = {
  what: Happened;
  articleId: string;
  /** Event that it tells of. */
  number: number;
  passageId?: string | null;
  threadId?: string | null;
  commentId?: string | null;
  /** Whom the write itself names; how everybody else stands to it is read from what is stored. */
  named?: Partial<Record<Extract<Part, "mentioned" | "assigned">, readonly (string | null)[]>>;
};

/**
 * Stores for whomever it concerns that something happened, in the transaction of what happened: whoever has a part in
 * it, as far as they want to hear of it (lib/notifications/watch). Nobody is told of what they did themselves, nor
 * twice of one event, nor of a workspace that they have left. One statement, for it goes along with every write.
 */
export async function notify(
  tx: Asker,
  viewer: Viewer,
  { what, articleId, number, passageId = null, threadId = null, commentId = null, named = {} }: Happening,
): Promise<void> {
  const parts = (["mentioned", "assigned"] as const).flatMap((part) =>
    (named[part] ?? []).flatMap((userId) => (userId ? { userId, part } : [])),
  );
  if (parts.length === 0 && isForNamed(what)) return;
  await tx.$queryRaw(Prisma.sql`
    WITH happened AS MATERIALIZED (
      SELECT a.id AS "articleId", ${number}::int AS number, a."workspaceId", ${passageId}::uuid AS "passageId",
        ${threadId}::uuid AS "threadId", ${commentId}::uuid AS "commentId", ${viewer.userId}::uuid AS "byId"
      FROM "Article" a WHERE a.id = ${articleId}::uuid
    ), named AS (
      SELECT h."articleId", h.number, one."userId", one.part
      FROM happened h CROSS JOIN unnest(
        ${parts.map((one) => one.userId)}::uuid[], ${parts.map((one) => one.part)}::text[]) AS one("userId", part)
    ), ${toldSql(what)}
    SELECT ${bellsOfTold} AS bells`);
}

/**
 * CTEs that store it for whomever it concerns, behind "happened" (with "commentId") and "named" of
 * lib/notifications/concerned; whatever they go along with asks for `bellsOfTold`.
 */
export function toldSql(what: Happened): Prisma.Sql {
  const rules = rulesOf(what);
  return Prisma.sql`
    ${concernedSql(concernsWhoSaid(what))}, told AS (
      INSERT INTO "Notification" (id, "userId", kind, "articleId", number, "passageId", "threadId", "commentId", "byId")
      SELECT gen_random_uuid(), concerned."userId", fit.kind, h."articleId", h.number, h."passageId", h."threadId",
        h."commentId", h."byId"
      FROM concerned JOIN happened h ON h."articleId" = concerned."articleId" AND h.number = concerned.number
      CROSS JOIN LATERAL (
        SELECT rule.kind
        FROM unnest(${rules.map(({ level }) => level)}::text[], ${rules.map(({ part }) => part)}::text[],
          ${rules.map(({ kind }) => kind)}::text[]) WITH ORDINALITY AS rule(level, part, kind, at)
        WHERE rule.level = concerned.level AND (rule.part IS NULL OR rule.part = ANY(concerned.parts))
        ORDER BY rule.at LIMIT 1
      ) fit
      ON CONFLICT DO NOTHING
      RETURNING "userId"
    )`;
}

/** Rings once for each who was told by `toldSql`. */
export const bellsOfTold = Prisma.sql`(
  SELECT string_agg(told.told, '')
  FROM (SELECT ${notifySql(Prisma.sql`one."userId"`)} FROM (SELECT DISTINCT "userId" FROM told) one) told)`;

/** A passage has gone or come back, and what is told of it with that: whoever was told of it counts anew. */
export async function recountNotified(tx: Asker, passageId: string): Promise<void> {
  await tx.$queryRaw(Prisma.sql`
    SELECT ${notifySql(Prisma.sql`told."userId"`)} FROM (
      SELECT DISTINCT n."userId" FROM "Notification" n WHERE n."passageId" = ${passageId}::uuid
    ) told`);
}

const longestWaitMs = 366 * 24 * 60 * 60 * 1000;

/** Changes how these stand, as far as they are this person's. What is put off is unread again when it is due. */
export async function changeNotifications(
  viewer: Viewer,
  { ids, read, done, until }: NotificationChange,
  now: Date,
): Promise<{ changed: number; unread: number }> {
  const mine = { userId: viewer.userId, id: { in: ids } };
  const wait = until ? new Date(until).getTime() - now.getTime() : 0;
  if (wait < 0 || wait > longestWaitMs) {
    const message = "Choose a moment within the next year.";
    throw new AppError("invalid", message, { fields: { until: message } });
  }
  const changed = await transaction(async (tx) => {
    // Not again when it is so already: when it was read stays what it was.
    if (read === true)
      await tx.notification.updateMany({ where: { ...mine, readAt: null }, data: { readAt: now } });
    if (done === true)
      await tx.notification.updateMany({ where: { ...mine, doneAt: null }, data: { doneAt: now } });
    if (until === null)
      await tx.$executeRaw`
      UPDATE "Notification" SET "dueAt" = at WHERE "userId" = ${viewer.userId}::uuid AND id = ANY(${ids}::uuid[])`;
    const data = {
      ...(read === false || until ? { readAt: null } : {}),
      ...(done === false ? { doneAt: null } : {}),
      ...(until ? { dueAt: new Date(until) } : {}),
    };
    await tellNotified(tx, viewer.userId);
    return (await tx.notification.updateMany({ where: mine, data })).count;
  });
  return { changed, unread: await countUnread(viewer, now) };
}

/**
 * Counts as read what tells of a thread, or of a passage beside its threads, up to this event: whoever has read that has
 * read it there. Not that somebody named them beside a verdict which is hidden from them: they cannot have read why.
 */
export async function readNotificationsOf(
  viewer: Viewer,
  of: { threadId: string } | { passageId: string },
  number: number,
): Promise<void> {
  const isOfIt =
    "threadId" in of
      ? Prisma.sql`"threadId" = ${of.threadId}::uuid`
      : Prisma.sql`"passageId" = ${of.passageId}::uuid AND "threadId" IS NULL AND NOT (
          kind = ${"mentioned" satisfies NotificationKind} AND EXISTS (
            SELECT 1 FROM "Assessment" a
            WHERE a."passageId" = ${of.passageId}::uuid AND a.number = "Notification".number
              AND NOT ${assessmentInSightSql(viewer)}))`;
  await askBare(Prisma.sql`
    WITH read AS (
      UPDATE "Notification" SET "readAt" = now()
      WHERE "userId" = ${viewer.userId}::uuid AND ${isOfIt} AND number <= ${number}::int
        AND "readAt" IS NULL AND "dueAt" <= now()
      RETURNING "userId"
    )
    SELECT ${notifySql(Prisma.sql`"userId"`)} FROM (SELECT DISTINCT "userId" FROM read) one`);
}

/** Stores of what the viewer wants to hear in this article; tells what it was. */
export async function putWatch(
  viewer: Viewer,
  articleId: string,
  level: WatchLevel,
): Promise<{ level: WatchLevel; was: WatchLevel }> {
  mustBeAble(viewer, "article.watch", await findWatchedArticle(viewer, articleId));
  const { userId } = viewer;
  const { level: was } = await readWatch(viewer, articleId);
  await transaction(async (tx) => {
    await tx.watch.upsert({
      where: { userId_articleId: { userId, articleId } },
      create: { userId, articleId, level },
      update: { level },
      select: { level: true },
    });
    await tellNotified(tx, userId);
  });
  return { level, was };
}

/** Stores of what the viewer wants to hear where they chose nothing else. */
export async function putWatchLevel(viewer: Viewer, level: WatchLevel): Promise<{ level: WatchLevel }> {
  const where = { id: viewer.userId };
  await db().user.update({ where, data: { watchLevel: level }, select: { id: true } });
  return { level };
}
