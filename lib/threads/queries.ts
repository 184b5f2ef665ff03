import "server-only";
import { createHash } from "node:crypto";
import { threadInSight, threadInSightSql } from "@/lib/auth/in-sight";
import { type Viewer, workspaceIds } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { notFound } from "@/lib/errors";
import { Prisma } from "@/prisma/generated/client";
import { bodyOfText, type CommentBody, commentBody } from "./comment-schema";
import { reactionEmoji } from "./reactions";
import type { CommentRevisionView, CommentView, ThreadView } from "./schema";

/** What leaves the server of a thread. */
export const threadSelect = {
  id: true,
  passageId: true,
  sourceId: true,
  assessmentId: true,
  about: true,
  state: true,
  createdById: true,
  createdAt: true,
  assigneeId: true,
  version: true,
  createdNumber: true,
  number: true,
  stateChanges: {
    select: { id: true, state: true, byId: true, why: true, at: true },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  },
} satisfies Prisma.ThreadSelect;

/** What leaves the server of a comment; toCommentView keeps back what was deleted. */
export const commentSelect = {
  id: true,
  threadId: true,
  authorId: true,
  body: true,
  text: true,
  mentions: true,
  createdAt: true,
  editedAt: true,
  deletedAt: true,
  deletedById: true,
  version: true,
  createdNumber: true,
  number: true,
  reactions: { select: { emoji: true, userId: true }, orderBy: [{ createdAt: "asc" }, { userId: "asc" }] },
} satisfies Prisma.CommentSelect;

type ThreadRow = Prisma.ThreadGetPayload<{ select: typeof threadSelect }>;
type CommentRow = Prisma.CommentGetPayload<{ select: typeof commentSelect }>;

export function toThreadView({
  createdById,
  createdAt,
  assigneeId,
  stateChanges,
  ...row
}: ThreadRow): ThreadView {
  return {
    ...row,
    createdBy: createdById,
    createdAt: createdAt.toISOString(),
    assignee: assigneeId,
    changes: stateChanges.map(({ byId, at, ...change }) => ({ ...change, by: byId, at: at.toISOString() })),
  };
}

/** A deleted comment keeps its place, author and times, and loses its words and reactions. */
export function toCommentView(row: CommentRow): CommentView {
  const isDeleted = row.deletedAt !== null;
  return {
    id: row.id,
    threadId: row.threadId,
    author: row.authorId,
    body: isDeleted ? null : parseBody(row),
    text: isDeleted ? "" : row.text,
    mentions: isDeleted ? [] : row.mentions,
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    deletedAt: row.deletedAt?.toISOString() ?? null,
    deletedBy: row.deletedById,
    version: row.version,
    createdNumber: row.createdNumber,
    number: row.number,
    reactions: isDeleted ? [] : groupReactions(row.reactions),
  };
}

function groupReactions(rows: CommentRow["reactions"]): CommentView["reactions"] {
  if (rows.length === 0) return [];
  return reactionEmoji.flatMap((emoji) => {
    const by = rows.filter((one) => one.emoji === emoji).map((one) => one.userId);
    return by.length > 0 ? [{ emoji, by }] : [];
  });
}

// Whatever way a row came into the table, only what the schema allows leaves it. Checking costs more than reading,
// so the bodies that passed are remembered by their hash.
const passed = new Set<string>();
const mostRemembered = 50_000;

/** A stored wording, or its plain text where the schema does not draw it any more. */
export function parseBody(row: { body: Prisma.JsonValue; text: string }): CommentBody {
  const hash = createHash("sha256").update(JSON.stringify(row.body)).digest("base64");
  if (passed.has(hash)) return row.body as CommentBody;
  const parsed = commentBody.safeParse(row.body);
  // One row that the schema no longer draws must not take the discussion away.
  if (!parsed.success) return bodyOfText(row.text);
  if (passed.size >= mostRemembered) passed.clear();
  passed.add(hash);
  return parsed.data;
}

/** A thread in sight with what rights are asked about, when this viewer may see its article; 404 otherwise. */
export async function findThread(viewer: Viewer, threadId: string) {
  const thread = await db().thread.findFirst({
    where: { id: threadId, article: { workspaceId: { in: workspaceIds(viewer) } }, ...threadInSight(viewer) },
    select: {
      articleId: true,
      passageId: true,
      createdById: true,
      article: { select: { workspaceId: true } },
    },
  });
  if (!thread) throw notFound("thread");
  const { workspaceId } = thread.article;
  const { articleId, passageId } = thread;
  return {
    articleId,
    passageId,
    workspaceId,
    rights: { workspaceId, madeBy: thread.createdById },
  };
}

/** A comment with what rights are asked about, deleted or not, when this viewer may see its thread; 404 otherwise. */
export async function findComment(viewer: Viewer, commentId: string) {
  const comment = await db().comment.findFirst({
    where: {
      id: commentId,
      article: { workspaceId: { in: workspaceIds(viewer) } },
      thread: threadInSight(viewer),
    },
    select: {
      articleId: true,
      threadId: true,
      authorId: true,
      mentions: true,
      deletedAt: true,
      thread: { select: { passageId: true } },
      article: { select: { workspaceId: true, title: true } },
    },
  });
  if (!comment) throw notFound("comment");
  const { article, authorId, thread, ...rest } = comment;
  return {
    ...rest,
    ...article,
    passageId: thread.passageId,
    rights: { workspaceId: article.workspaceId, madeBy: authorId },
  };
}

/** What a comment said before its edits, oldest first. What was deleted is not told. */
export async function listCommentRevisions(
  viewer: Viewer,
  commentId: string,
): Promise<{ revisions: CommentRevisionView[] }> {
  const comment = await findComment(viewer, commentId);
  if (comment.deletedAt) throw notFound("comment");
  const rows = await db().commentRevision.findMany({
    where: { commentId },
    orderBy: { version: "asc" },
    select: { version: true, body: true, text: true, at: true },
  });
  return {
    revisions: rows.map((row) => ({ ...row, body: parseBody(row), at: row.at.toISOString() })),
  };
}

/** Names of those among `userIds` who belong to the workspace, by id. */
export async function namesOfMembers(workspaceId: string, userIds: string[]): Promise<Map<string, string>> {
  if (userIds.length === 0) return new Map();
  const rows = await db().membership.findMany({
    where: { workspaceId, userId: { in: userIds } },
    select: { userId: true, user: { select: { name: true } } },
  });
  return new Map(rows.map((one) => [one.userId, one.user.name]));
}

/** Names by id, whatever workspace they belong to: only for people whom the asker has been shown already. */
export async function namesOfUsers(userIds: string[]): Promise<Map<string, string>> {
  if (userIds.length === 0) return new Map();
  const rows = await db().user.findMany({
    where: { id: { in: userIds } },
    select: { id: true, name: true },
  });
  return new Map(rows.map((one) => [one.id, one.name]));
}

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
