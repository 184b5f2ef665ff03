import "server-only";
import { threadInSightSql } from "@/lib/auth/in-sight";
import type { Viewer } from "@/lib/auth/viewer";
import type { Asker } from "@/lib/db/bare";
import { isoSql } from "@/lib/db/iso";
import { Prisma } from "@/prisma/generated/client";
import { toCommentView } from "./queries";
import type { CommentView, ThreadView } from "./schema";

// Comments that changed, by bare statements: they are read after every word that anybody writes.

type Row = Parameters<typeof toCommentView>[0];

const columns = Prisma.sql`
  c.id, c."threadId", c."authorId", c.body, c.text, c.mentions, c."createdAt", c."editedAt", c."deletedAt",
  c."deletedById", c.version, c."createdNumber", c.number,
  (SELECT coalesce(json_agg(json_build_object('emoji', r.emoji, 'userId', r."userId")
     ORDER BY r."createdAt", r."userId"), '[]')
   FROM "Reaction" r WHERE r."commentId" = c.id) AS reactions`;

/** The statement for comments of an article that changed after an event, as far as this viewer sees their threads. */
export function commentsSinceSql(
  viewer: Viewer,
  articleId: string,
  since: number,
  condition: Prisma.Sql,
): Prisma.Sql {
  return Prisma.sql`
    SELECT ${columns} FROM "Comment" c JOIN "Thread" t ON t.id = c."threadId"
    WHERE ${condition} AND c."articleId" = ${articleId}::uuid AND c.number > ${since}::int AND ${threadInSightSql(viewer)}`;
}

/** A row of `commentsSinceSql` as Postgres writes it in JSON: moments are texts. */
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

/** The statement for `peopleOfComment` of all rows of `commentsSinceSql`, which go by this name; some may be null. */
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
      (SELECT coalesce(json_agg(json_build_object(
        'id', t.id, 'passageId', t."passageId", 'sourceId', t."sourceId", 'assessmentId', t."assessmentId",
        'about', t.about, 'state', t.state, 'createdBy', t."createdById",
        'createdAt', ${isoSql(Prisma.sql`t."createdAt"`)}, 'assignee', t."assigneeId", 'changes', '[]'::json,
        'version', t.version, 'createdNumber', t."createdNumber", 'number', t.number
      ) ORDER BY t."createdNumber", t.id), '[]')
       FROM "Thread" t WHERE t."articleId" = ${articleId}::uuid AND ${threadInSightSql(viewer)}) AS threads,
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

function withoutWords([id, threadId, author, createdNumber, number, isDeleted]: Written): CommentView {
  return {
    ...{ id, threadId, author, createdNumber, number, version: 1, createdAt: longAgo, editedAt: null },
    ...{ deletedAt: isDeleted ? longAgo : null, deletedBy: null },
    ...{ body: null, text: "", mentions: [], reactions: [] },
  };
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
