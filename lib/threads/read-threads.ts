import "server-only";
import { threadInSightSql } from "@/lib/auth/in-sight";
import type { Viewer } from "@/lib/auth/viewer";
import type { Asker } from "@/lib/db/bare";
import { isoSql } from "@/lib/db/iso";
import { Prisma } from "@/prisma/generated/client";
import type { CommentView, ThreadView } from "./schema";

/** What changed after an event, with these threads, which came into the viewer's sight; null is the whole. */
export type News = { since: number; shownIds: string[] } | null;

/** Threads of an article that this viewer sees, oldest first; with `news` only those. */
export async function readThreads(
  tx: Asker,
  viewer: Viewer,
  articleId: string,
  news: News,
): Promise<ThreadView[]> {
  const wanted = news
    ? Prisma.sql`(t.number > ${news.since}::int OR t.id = ANY(${news.shownIds}::uuid[]))`
    : Prisma.sql`TRUE`;
  const changes = Prisma.sql`(
    SELECT coalesce(json_agg(json_build_object(
      'id', s.id, 'state', s.state, 'by', s."byId", 'why', s.why, 'at', ${isoSql(Prisma.sql`s.at`)}
    ) ORDER BY s.at, s.id), '[]') FROM "ThreadStateChange" s WHERE s."threadId" = t.id)`;
  const [read] = await tx.$queryRaw<{ threads: ThreadView[] }[]>(
    Prisma.sql`SELECT (${threadsSql(viewer, articleId, wanted, changes)}) AS threads`,
  );
  return read?.threads ?? [];
}

/** The list of `ThreadView` in JSON: threads are many, and read one by one they cost several times as much. */
function threadsSql(viewer: Viewer, articleId: string, wanted: Prisma.Sql, changes: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT coalesce(json_agg(json_build_object(
      'id', t.id, 'passageId', t."passageId", 'sourceId', t."sourceId", 'assessmentId', t."assessmentId",
      'about', t.about, 'state', t.state, 'createdBy', t."createdById",
      'createdAt', ${isoSql(Prisma.sql`t."createdAt"`)}, 'assignee', t."assigneeId", 'changes', ${changes},
      'version', t.version, 'createdNumber', t."createdNumber", 'number', t.number
    ) ORDER BY t."createdNumber", t.id), '[]')
    FROM "Thread" t WHERE t."articleId" = ${articleId}::uuid AND ${wanted} AND ${threadInSightSql(viewer)}`;
}

/**
 * Threads that this viewer sees and who wrote in them when, oldest first, without what was written: the bodies of the
 * comments are null, their words, mentions and reactions empty, and the threads tell nothing of their history. Enough to
 * count and to name by, for a fraction of the price; most of what is left is saved by Postgres writing the JSON.
 */
export async function readOutline(
  tx: Asker,
  viewer: Viewer,
  articleId: string,
): Promise<{ threads: ThreadView[]; comments: CommentView[] }> {
  const [outline] = await tx.$queryRaw<{ threads: ThreadView[]; comments: Written[] }[]>(Prisma.sql`
    SELECT
      (${threadsSql(viewer, articleId, Prisma.sql`TRUE`, Prisma.sql`'[]'::json`)}) AS threads,
      (SELECT coalesce(json_agg(json_build_array(
        c.id, c."threadId", c."authorId", c."createdNumber", c.number, c."deletedAt" IS NOT NULL
      ) ORDER BY c."createdNumber", c.id), '[]')
       FROM "Comment" c WHERE c."articleId" = ${articleId}::uuid) AS comments`);
  if (!outline) return { threads: [], comments: [] };
  const seen = new Set(outline.threads.map((one) => one.id));
  const comments = outline.comments.flatMap((one) => (seen.has(one[1]) ? withoutWords(one) : []));
  return { threads: outline.threads, comments };
}

/** Id, thread, author, number of the creation, number, and whether it is deleted. */
type Written = [
  id: string,
  threadId: string,
  author: string,
  created: number,
  number: number,
  isDeleted: boolean,
];

const longAgo = new Date(0).toISOString();

/** Written out: a thousand objects put together of others cost ten times as much. */
function withoutWords([id, threadId, author, createdNumber, number, isDeleted]: Written): CommentView {
  return {
    id,
    threadId,
    author,
    body: null,
    text: "",
    mentions: [],
    reactions: [],
    createdAt: longAgo,
    editedAt: null,
    deletedAt: isDeleted ? longAgo : null,
    deletedBy: null,
    version: 1,
    createdNumber,
    number,
  };
}
