import "server-only";
import { threadInSight } from "@/lib/auth/in-sight";
import { type Viewer, workspaceIds } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { notFound } from "@/lib/errors";
import { parseBody } from "./rows";
import type { CommentRevisionView } from "./schema";

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
