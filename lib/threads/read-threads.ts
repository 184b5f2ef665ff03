import "server-only";
import { threadInSightSql } from "@/lib/auth/in-sight";
import type { Viewer } from "@/lib/auth/viewer";
import type { Asker } from "@/lib/db/bare";
import { type Columns, columnsSql, rowsOf } from "@/lib/db/columns";
import { isoSql } from "@/lib/db/iso";
import { Prisma } from "@/prisma/generated/client";
import type { CommentOutline, ThreadOutline, ThreadView } from "./schema";

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
  const createdAt = isoSql(Prisma.sql`t."createdAt"`);
  const columns = columnsSql(
    { ...outlineFields, createdAt, version: Prisma.sql`t.version`, number: Prisma.sql`t.number`, changes },
    fromSql(viewer, articleId, wanted),
  );
  const [read] = await tx.$queryRaw<{ threads: Columns<ThreadView> }[]>(
    Prisma.sql`SELECT (${columns}) AS threads`,
  );
  return read ? rowsOf(read.threads) : [];
}

/** Threads "t", oldest first. */
function fromSql(viewer: Viewer, articleId: string, wanted: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    FROM "Thread" t WHERE t."articleId" = ${articleId}::uuid AND ${wanted} AND ${threadInSightSql(viewer)}
    ORDER BY t."createdNumber", t.id`;
}

const outlineFields: Record<keyof ThreadOutline, Prisma.Sql> = {
  id: Prisma.sql`t.id`,
  passageId: Prisma.sql`t."passageId"`,
  sourceId: Prisma.sql`t."sourceId"`,
  assessmentId: Prisma.sql`t."assessmentId"`,
  about: Prisma.sql`t.about`,
  state: Prisma.sql`t.state`,
  createdBy: Prisma.sql`t."createdById"`,
  assignee: Prisma.sql`t."assigneeId"`,
  createdNumber: Prisma.sql`t."createdNumber"`,
};

const commentFields: Record<keyof CommentOutline, Prisma.Sql> = {
  id: Prisma.sql`c.id`,
  threadId: Prisma.sql`c."threadId"`,
  author: Prisma.sql`c."authorId"`,
  createdNumber: Prisma.sql`c."createdNumber"`,
  deletedAt: isoSql(Prisma.sql`c."deletedAt"`),
};

type Outlined = { threads: ThreadOutline[]; comments: CommentOutline[] };

/** Threads that this viewer sees and who wrote in them, oldest first: enough to count, for a fraction of the price. */
export async function outlineThreads(tx: Asker, viewer: Viewer, articleId: string): Promise<Outlined> {
  const ofThreads = columnsSql(outlineFields, fromSql(viewer, articleId, Prisma.sql`TRUE`));
  const ofComments = columnsSql(
    commentFields,
    Prisma.sql`FROM "Comment" c WHERE c."articleId" = ${articleId}::uuid ORDER BY c."createdNumber", c.id`,
  );
  const [read] = await tx.$queryRaw<{ threads: Columns<ThreadOutline>; comments: Columns<CommentOutline> }[]>(
    Prisma.sql`SELECT (${ofThreads}) AS threads, (${ofComments}) AS comments`,
  );
  if (!read) return { threads: [], comments: [] };
  const threads = rowsOf(read.threads);
  const seen = new Set(threads.map((one) => one.id));
  return { threads, comments: rowsOf(read.comments).filter((one) => seen.has(one.threadId)) };
}
