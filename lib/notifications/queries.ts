import "server-only";
import { threadInSightOf } from "@/lib/auth/in-sight";
import { openSessionsSql } from "@/lib/auth/open-sessions";
import { type Viewer, workspaceIds } from "@/lib/auth/viewer";
import { askBare } from "@/lib/db/bare";
import { db } from "@/lib/db/client";
import { notFound } from "@/lib/errors";
import { log } from "@/lib/log";
import { writeCursor } from "@/lib/text/cursor";
import { shorten } from "@/lib/text/shorten";
import { Prisma } from "@/prisma/generated/client";
import {
  type NotificationPage,
  type NotificationQuery,
  type NotificationShow,
  type NotificationView,
  notificationKind,
  type WatchLevel,
  watchLevel,
} from "./schema";

const pageSize = 40;
const mostCounted = 100;
/** Rows that are looked at for it: several make one line. Every page asks, so there is an end to it. */
const mostRead = 400;
const longestComment = 200;

/**
 * Notifications "n" with their article "r", of what this person may see: nothing of a workspace that they have left,
 * nothing that was deleted or archived (of a passage that was deleted only that), nothing that discusses a colleague's verdict before they have judged, and
 * nothing of an article that they have muted since.
 */
function inSightSql(userId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    "Notification" n JOIN "Article" r ON r.id = n."articleId" AND r."archivedAt" IS NULL
    WHERE n."userId" = ${userId}
      AND EXISTS (
        SELECT 1 FROM "Membership" m WHERE m."userId" = n."userId" AND m."workspaceId" = r."workspaceId")
      AND NOT EXISTS (
        SELECT 1 FROM "Watch" w
        WHERE w."userId" = n."userId" AND w."articleId" = n."articleId" AND w.level = 'muted')
      AND (n."passageId" IS NULL OR EXISTS (
        SELECT 1 FROM "Passage" p WHERE p.id = n."passageId" AND (p."deletedAt" IS NOT NULL) = (n.kind = 'deleted')))
      AND (n."threadId" IS NULL OR EXISTS (
        SELECT 1 FROM "Thread" t WHERE t.id = n."threadId" AND ${threadInSightOf(userId)}))
      AND (n."commentId" IS NULL OR EXISTS (
        SELECT 1 FROM "Comment" c WHERE c.id = n."commentId" AND c."deletedAt" IS NULL))`;
}

function shownSql(show: NotificationShow, now: Prisma.Sql): Prisma.Sql {
  if (show === "done") return Prisma.sql`n."doneAt" IS NOT NULL`;
  if (show === "later") return Prisma.sql`n."doneAt" IS NULL AND n."dueAt" > ${now}`;
  const due = Prisma.sql`n."doneAt" IS NULL AND n."dueAt" <= ${now}`;
  if (show === "unread") return Prisma.sql`${due} AND n."readAt" IS NULL`;
  if (show === "mentions") return Prisma.sql`${due} AND n.kind = 'mentioned'`;
  return show === "assigned" ? Prisma.sql`${due} AND n.kind = 'assigned'` : due;
}

/**
 * On whom the settlement of notification "n" was made, as that one is called after merges. Nobody, where the attribution
 * says something else by now; nor is told of somebody who denies the words that they said them.
 */
const settledOnSql = Prisma.sql`
  SELECT a.voice, (
    WITH RECURSIVE chain AS (
      SELECT id, name, "mergedIntoId" FROM "Source" WHERE id = a."sourceId"
      UNION
      SELECT o.id, o.name, o."mergedIntoId" FROM "Source" o JOIN chain ON o.id = chain."mergedIntoId"
    )
    SELECT name FROM chain WHERE "mergedIntoId" IS NULL
  ) AS name
  FROM "Settlement" d
  JOIN "Attribution" a ON a.id = d."attributionId" AND a.version = d."attributionVersion"
  WHERE d."articleId" = n."articleId" AND d.number = n.number AND a."deletedAt" IS NULL
    AND (a.voice = 'reporter' OR (a.polarity = 'positive' AND a."cueClass" IS DISTINCT FROM 'denying'))`;

type Row = Pick<
  NotificationView,
  "id" | "articleId" | "articleTitle" | "passageId" | "threadId" | "commentId" | "by"
> & {
  kind: string;
  at: Date;
  dueAt: Date;
  readAt: Date | null;
  doneAt: Date | null;
  words: string | null;
  markedBy: string | null;
  voice: "source" | "reporter" | null;
  speaker: string | null;
  /** Its beginning. */
  comment: string | null;
};

/** A page of what concerns this viewer, the latest due first. What is out of their sight by now is left out. */
export async function listNotifications(
  viewer: Viewer,
  { show = "all", cursor }: NotificationQuery = {},
  now = new Date(),
): Promise<NotificationPage> {
  const after = cursor
    ? Prisma.sql`AND (n."dueAt", n.id) < (${new Date(cursor.key)}::timestamptz, ${cursor.id}::uuid)`
    : Prisma.empty;
  const [rows, unread] = await Promise.all([
    askBare<Row>(Prisma.sql`
      SELECT n.*, u.name AS by, p.exact AS words, p."createdById" AS "markedBy",
        s.voice, s.name AS speaker, left(c.text, ${2 * longestComment + 1}) AS comment
      FROM (
        SELECT n.id, n.kind, n."articleId", r.title AS "articleTitle", n."passageId", n."threadId", n."commentId",
          n."byId", n.number, n.at, n."dueAt", n."readAt", n."doneAt"
        FROM ${inSightSql(Prisma.sql`${viewer.userId}::uuid`)}
          AND ${shownSql(show, Prisma.sql`${now}::timestamptz`)} ${after}
        ORDER BY n."dueAt" DESC, n.id DESC LIMIT ${pageSize + 1}
      ) n
      JOIN "User" u ON u.id = n."byId"
      LEFT JOIN "Passage" p ON p.id = n."passageId"
      LEFT JOIN "Comment" c ON c.id = n."commentId"
      LEFT JOIN LATERAL (${settledOnSql}) s ON n.kind = 'settled'
      ORDER BY n."dueAt" DESC, n.id DESC`),
    countUnread(viewer, now),
  ]);
  const page = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? page.at(-1) : undefined;
  return {
    unread,
    notifications: page.map((row) => toNotificationView(row, viewer.userId)),
    nextCursor: last ? writeCursor({ key: last.dueAt.toISOString(), id: last.id }) : null,
  };
}

function toNotificationView(row: Row, userId: string): NotificationView {
  const { id, articleId, articleTitle, passageId, threadId, commentId, by } = row;
  return {
    ...{ id, articleId, articleTitle, passageId, threadId, commentId, by },
    kind: notificationKind.parse(row.kind),
    mine: row.markedBy === userId,
    words: row.words ?? "",
    speaker: row.voice && { voice: row.voice, name: row.speaker },
    comment: shorten(row.comment ?? "", longestComment),
    at: row.at.toISOString(),
    dueAt: row.dueAt.toISOString(),
    readAt: row.readAt?.toISOString() ?? null,
    doneAt: row.doneAt?.toISOString() ?? null,
  };
}

/**
 * How many lines of the list are unread, as `gatherNotifications` makes them, at most 100: more than that is "many".
 * Every page asks it, so it is a bare statement.
 */
export async function countUnread(viewer: Viewer, now = new Date()): Promise<number> {
  const [row] = await askBare<{ unread: number }>(Prisma.sql`
    SELECT ${unreadSql(Prisma.sql`${viewer.userId}::uuid`, Prisma.sql`${now}::timestamptz`)} AS unread`);
  return row?.unread ?? 0;
}

/** The number beside the bell of a page: 0 where it cannot be counted, for a page is worth reading without it. */
export async function countForBell(viewer: Viewer): Promise<number> {
  try {
    return await countUnread(viewer);
  } catch (error) {
    log().warn({ err: error }, "unread could not be counted for a page");
    return 0;
  }
}

/** The same for whoever has each of these sessions, as far as it has not ended. */
export async function countUnreadOf(sessionIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await askBare<{ id: string; unread: number }>(Prisma.sql`
    SELECT s.id, ${unreadSql(Prisma.sql`s."userId"`, Prisma.sql`now()`)} AS unread
    FROM (${openSessionsSql(sessionIds, new Date())}) s`);
  return new Map(rows.map(({ id, unread }) => [id, unread]));
}

function unreadSql(userId: Prisma.Sql, now: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    SELECT CASE WHEN count(*) < ${mostRead}
      THEN least(count(DISTINCT (one.kind, one.about)), ${mostCounted}) ELSE ${mostCounted} END::int
    FROM (
      SELECT n.kind, coalesce(n."threadId", n."passageId", n."articleId") AS about
      FROM ${inSightSql(userId)} AND ${shownSql("unread", now)} LIMIT ${mostRead}
    ) one)`;
}

/** The article's workspace, when this viewer may see it; 404 otherwise. */
export async function findWatchedArticle(
  viewer: Viewer,
  articleId: string,
): Promise<{ workspaceId: string }> {
  const article = await db().article.findFirst({
    where: { id: articleId, workspaceId: { in: workspaceIds(viewer) } },
    select: { workspaceId: true },
  });
  if (!article) throw notFound("article");
  return article;
}

/** Of what the viewer wants to hear in this article; 404 when they may not see it. */
export async function readWatch(viewer: Viewer, articleId: string): Promise<{ level: WatchLevel }> {
  const [row] = await askBare<{ level: string }>(Prisma.sql`
    SELECT coalesce(w.level, u."watchLevel")::text AS level
    FROM "Article" a
    JOIN "User" u ON u.id = ${viewer.userId}::uuid
    LEFT JOIN "Watch" w ON w."userId" = u.id AND w."articleId" = a.id
    WHERE a.id = ${articleId}::uuid AND a."workspaceId" = ANY(${workspaceIds(viewer)}::uuid[])`);
  if (!row) throw notFound("article");
  return { level: watchLevel.parse(row.level) };
}

/** Of what the viewer wants to hear where they chose nothing else. */
export async function readWatchLevel(viewer: Viewer): Promise<WatchLevel> {
  const where = { id: viewer.userId };
  return (await db().user.findUniqueOrThrow({ where, select: { watchLevel: true } })).watchLevel;
}
