import "server-only";
import { threadInSight, threadInSightSql } from "@/lib/auth/in-sight";
import { type Viewer, workspaceIds } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { Prisma } from "@/prisma/generated/client";

/** Something in a discussion that waits for one person: a thread given to them, or words to them not read yet. */
export type Waiting = {
  /** toCheck: a passage that they are asked to check and have not judged yet. */
  kind: "assigned" | "mentioned" | "toCheck";
  articleId: string;
  articleTitle: string;
  threadId: string | null;
  passageId: string | null;
  /** The words of the passage, or of the comment where there is no passage. */
  words: string;
  /** Who wrote the mention or started the thread; null for the viewer. */
  by: string | null;
  at: string;
};

const mostWaiting = 20;

/** New mentions of this viewer, open threads assigned to them and passages they are to check, at most 20 of each. */
export async function readWaiting(viewer: Viewer): Promise<Waiting[]> {
  const [assigned, mentioned, toCheck] = await Promise.all([
    readAssigned(viewer),
    readMentions(viewer),
    readToCheck(viewer),
  ]);
  return [...mentioned, ...assigned, ...toCheck];
}

async function readAssigned(viewer: Viewer): Promise<Waiting[]> {
  const rows = await db().thread.findMany({
    where: {
      assigneeId: viewer.userId,
      state: "open",
      article: { workspaceId: { in: workspaceIds(viewer) }, archivedAt: null },
      ...threadInSight(viewer),
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: mostWaiting,
    select: {
      id: true,
      articleId: true,
      createdAt: true,
      createdById: true,
      createdBy: { select: { name: true } },
      article: { select: { title: true } },
      passage: { select: { exact: true } },
      comments: {
        where: { deletedAt: null },
        orderBy: { createdNumber: "asc" },
        take: 1,
        select: { text: true },
      },
    },
  });
  return rows.map((row) => ({
    kind: "assigned",
    passageId: null,
    articleId: row.articleId,
    articleTitle: row.article.title,
    threadId: row.id,
    words: row.passage?.exact ?? row.comments[0]?.text ?? "",
    by: row.createdById === viewer.userId ? null : row.createdBy.name,
    at: row.createdAt.toISOString(),
  }));
}

/**
 * Passages that the viewer is asked to check, until they have judged the words that stand there now, or an editor has
 * decided on them.
 */
async function readToCheck(viewer: Viewer): Promise<Waiting[]> {
  const stands = Prisma.sql`s."passageId" = p.id AND s.axis = 'so' AND s.verdict IS NOT NULL AND s.exact = p.exact`;
  const rows = await db().$queryRaw<
    (Pick<Waiting, "articleId" | "articleTitle" | "words"> & { passageId: string; at: Date })[]
  >`
    SELECT p."articleId", a.title AS "articleTitle", p.id AS "passageId", p.exact AS words, p."createdAt" AS at
    FROM "Passage" p JOIN "Article" a ON a.id = p."articleId"
    WHERE p."assigneeId" = ${viewer.userId}::uuid
      AND p."deletedAt" IS NULL
      AND a."archivedAt" IS NULL
      AND a."workspaceId" = ANY(${workspaceIds(viewer)}::uuid[])
      AND NOT EXISTS (SELECT 1 FROM "Assessment" s WHERE ${stands} AND s."byId" = ${viewer.userId}::uuid
        AND NOT EXISTS (SELECT 1 FROM "Assessment" n WHERE n."replacesId" = s.id))
      AND NOT EXISTS (SELECT 1 FROM "Resolution" s WHERE ${stands}
        AND NOT EXISTS (SELECT 1 FROM "Resolution" n WHERE n."replacesId" = s.id))
    ORDER BY p."createdAt" DESC, p.id DESC
    LIMIT ${mostWaiting}`;
  return rows.map(({ at, ...row }) => ({
    ...{ kind: "toCheck", threadId: null, by: null, ...row },
    at: at.toISOString(),
  }));
}

async function readMentions(viewer: Viewer): Promise<Waiting[]> {
  const rows = await db().$queryRaw<(Omit<Waiting, "kind" | "at" | "passageId"> & { at: Date })[]>`
    SELECT c."articleId", a.title AS "articleTitle", c."threadId", c.text AS words, u.name AS "by", c."createdAt" AS at
    FROM "Comment" c
    JOIN "Article" a ON a.id = c."articleId"
    JOIN "User" u ON u.id = c."authorId"
    JOIN "Thread" t ON t.id = c."threadId"
    LEFT JOIN "Assessment" s ON s.id = t."assessmentId"
    LEFT JOIN "Reveal" w ON w."passageId" = s."passageId" AND w.axis = s.axis AND w."userId" = ${viewer.userId}::uuid
    LEFT JOIN "Visit" v ON v."articleId" = c."articleId" AND v."userId" = ${viewer.userId}::uuid
    LEFT JOIN "ThreadRead" r ON r."threadId" = c."threadId" AND r."userId" = ${viewer.userId}::uuid
    WHERE c.mentions @> ARRAY[${viewer.userId}]::uuid[]
      AND c."authorId" <> ${viewer.userId}::uuid
      AND c."deletedAt" IS NULL
      AND ${threadInSightSql(viewer)}
      AND a."archivedAt" IS NULL
      AND a."workspaceId" = ANY(${workspaceIds(viewer)}::uuid[])
      -- What discusses a verdict is new from when one may see it.
      AND greatest(c."createdNumber", coalesce(w.number, 0)) > greatest(coalesce(v.number, 0), coalesce(r.number, 0))
    ORDER BY c."createdAt" DESC, c.id DESC
    LIMIT ${mostWaiting}`;
  return rows.map(({ at, ...row }) => ({ ...row, kind: "mentioned", passageId: null, at: at.toISOString() }));
}
