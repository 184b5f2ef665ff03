import "server-only";
import { threadInSightSql } from "@/lib/auth/in-sight";
import type { Viewer } from "@/lib/auth/viewer";
import type { Asker } from "@/lib/db/bare";
import { Prisma } from "@/prisma/generated/client";
import type { News } from "./read-threads";
import { toCommentView } from "./rows";
import type { CommentView } from "./schema";

// Comments as one value that Postgres writes in JSON, or row by row where they are few.

type Row = Parameters<typeof toCommentView>[0];

const columns = Prisma.sql`
  c.id, c."threadId", c."authorId", c.body, c.text, coalesce(c.mentions, '{}') AS mentions, c."createdAt", c."editedAt", c."deletedAt",
  c."deletedById", c.version, c."createdNumber", c.number,
  (SELECT coalesce(json_agg(json_build_object('emoji', r.emoji, 'userId', r."userId")
     ORDER BY r."createdAt", r."userId"), '[]')
   FROM "Reaction" r WHERE r."commentId" = c.id) AS reactions`;

/** The statement for those of an article's comments ("c") that are wanted, as far as this viewer sees their threads. */
export function commentsSql(viewer: Viewer, articleId: string, wanted: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT ${columns} FROM "Comment" c JOIN "Thread" t ON t.id = c."threadId"
    WHERE c."articleId" = ${articleId}::uuid AND ${wanted} AND ${threadInSightSql(viewer)}`;
}

/**
 * Comments of an article that this viewer sees, oldest first: all, or what changed after an event and what stands in
 * threads that came into sight.
 */
export async function readComments(
  tx: Asker,
  viewer: Viewer,
  articleId: string,
  news: News,
): Promise<CommentView[]> {
  const wanted = news
    ? Prisma.sql`(c.number > ${news.since}::int OR c."threadId" = ANY(${news.shownIds}::uuid[]))`
    : Prisma.sql`TRUE`;
  const [read] = await tx.$queryRaw<{ comments: CommentJson[] }[]>(Prisma.sql`
    SELECT coalesce(json_agg(c ORDER BY c."createdNumber", c.id), '[]') AS comments
    FROM (${commentsSql(viewer, articleId, wanted)}) c`);
  return read?.comments.map(commentOfJson) ?? [];
}

/** A row of `commentsSql` as Postgres writes it in JSON: moments are texts. */
export type CommentJson = Omit<Row, Moment> & {
  createdAt: string;
  editedAt: string | null;
  deletedAt: string | null;
};
type Moment = "createdAt" | "editedAt" | "deletedAt";

/** The comment of such a row. */
export function commentOfJson({ createdAt, editedAt, deletedAt, ...row }: CommentJson): CommentView {
  const moment = (text: string | null) => (text === null ? null : new Date(text));
  return toCommentView({
    ...row,
    createdAt: new Date(createdAt),
    editedAt: moment(editedAt),
    deletedAt: moment(deletedAt),
  });
}

/** The statement for `peopleOfComment` of all rows of `commentsSql`, which go by this name; some may be null. */
export function namedInSql(news: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT unnest(ARRAY["authorId", "deletedById"] || CASE WHEN "deletedAt" IS NULL THEN mentions END) FROM ${news}
    UNION ALL SELECT (reaction->>'userId')::uuid FROM ${news}, json_array_elements(reactions) reaction
    WHERE "deletedAt" IS NULL`;
}

/**
 * Comments that changed after `since` and not after `number`, when all of them are such as every reader of the article
 * sees; null when one is not (it discusses a verdict, or its passage was deleted).
 */
export async function readSharedComments(
  tx: Asker,
  articleId: string,
  since: number,
  number: number,
): Promise<CommentView[] | null> {
  const rows = await tx.$queryRaw<(Row & { isShared: boolean })[]>(Prisma.sql`
    SELECT ${columns}, t."assessmentId" IS NULL AND p."deletedAt" IS NULL AS "isShared"
    FROM "Comment" c JOIN "Thread" t ON t.id = c."threadId" LEFT JOIN "Passage" p ON p.id = t."passageId"
    WHERE c."articleId" = ${articleId}::uuid AND c.number > ${since}::int AND c.number <= ${number}::int
    ORDER BY c."createdNumber", c.id`);
  return rows.every((row) => row.isShared) ? rows.map(toCommentView) : null;
}

/** Everybody whom a comment names: its author, those mentioned, who deleted it and who reacted. */
export function peopleOfComment(comment: CommentView): string[] {
  return [
    comment.author,
    ...comment.mentions,
    ...(comment.deletedBy ? [comment.deletedBy] : []),
    ...comment.reactions.flatMap((one) => one.by),
  ];
}
