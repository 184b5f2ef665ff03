import "server-only";
import { isDeepStrictEqual } from "node:util";
import { threadInSight } from "@/lib/auth/in-sight";
import { mustBeAble } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import type { Asker } from "@/lib/db/bare";
import { db } from "@/lib/db/client";
import { type Tx, transaction } from "@/lib/db/transaction";
import { AppError, idTaken, notFound } from "@/lib/errors";
import { type EventKind, lockArticle, storeEvent } from "@/lib/live/events";
import { notify } from "@/lib/notifications/mutations";
import { storeAudit } from "@/lib/workspaces/audit";
import type { Prisma } from "@/prisma/generated/client";
import { type CommentBody, mentionLabels, plainTextOf } from "./comment-schema";
import { nameMentions } from "./name-mentions";
import { deletionOf } from "./permissions";
import { findComment, namesOfMembers, namesOfUsers } from "./queries";
import type { ReactionEmoji } from "./reactions";
import { commentSelect, toCommentView } from "./rows";
import type { CommentView } from "./schema";

/** A comment's words, checked and ready to be stored. */
export type Wording = { body: CommentBody; text: string; mentions: string[] };

/**
 * Checks that everybody mentioned belongs to the workspace (or was mentioned before, in an edit) and puts their own
 * names into the mentions, also those of people who have left. `field` is where the form shows a refusal.
 */
export async function checkWording(
  workspaceId: string,
  body: CommentBody,
  field: string,
  mentionedBefore: readonly string[] = [],
): Promise<Wording> {
  const labels = mentionLabels(body);
  const mentions = [...labels.keys()];
  const members = await namesOfMembers(workspaceId, mentions);
  const formers = mentions.filter((id) => !members.has(id) && mentionedBefore.includes(id));
  const names = new Map([...members, ...(await namesOfUsers(formers))]);
  const stranger = mentions.find((id) => !names.has(id));
  if (stranger) {
    const message = `@${labels.get(stranger)} is not in this workspace. Take the mention out, or invite them first.`;
    throw new AppError("invalid", message, { fields: { [field]: message } });
  }
  return wordingOf(body, names);
}

/** A comment's words with these names in its mentions. */
export function wordingOf(body: CommentBody, names: ReadonlyMap<string, string>): Wording {
  const named = nameMentions(body, names);
  return { body: named, text: plainTextOf(named), mentions: [...mentionLabels(body).keys()] };
}

/** The comment of this id when it is this viewer's in this thread; null when the id is free, refused otherwise. */
export async function findOwnComment(
  viewer: Viewer,
  threadId: string,
  commentId: string,
): Promise<CommentView | null> {
  const row = await db().comment.findUnique({ where: { id: commentId }, select: commentSelect });
  if (!row) return null;
  if (row.authorId !== viewer.userId || row.threadId !== threadId) throw idTaken();
  return toCommentView(row);
}

export type NewRow = Wording & { id: string; articleId: string; threadId: string; number: number };

type Concerning = Omit<NewRow, "body" | "text">;

/** Tells whom a comment concerns; of an edit only those whom it names anew. */
export async function notifyOfComment(
  tx: Asker,
  viewer: Viewer,
  { id: commentId, articleId, threadId, number, mentions }: Concerning,
  { passageId, mentionedBefore }: { passageId: string | null; mentionedBefore?: readonly string[] },
): Promise<void> {
  await notify(tx, viewer, {
    what: mentionedBefore ? "edit" : "comment",
    articleId,
    number,
    passageId,
    threadId,
    commentId,
    named: { mentioned: mentions.filter((one) => !mentionedBefore?.includes(one)) },
  });
}

/** Stores a checked comment inside the caller's transaction, under the number the caller took. */
export async function insertComment(
  tx: Tx,
  viewer: Viewer,
  { number, ...comment }: NewRow,
): Promise<CommentView> {
  const row = await tx.comment.create({
    data: { ...comment, authorId: viewer.userId, createdNumber: number, number },
    select: commentSelect,
  });
  return toCommentView(row);
}

/** Changes the wording of one's comment and keeps the old one; 409 with the current comment when `version` has moved on. */
export async function editComment(
  viewer: Viewer,
  commentId: string,
  given: { body: CommentBody; version: number },
): Promise<CommentView> {
  const found = await findComment(viewer, commentId);
  mustBeAble(viewer, "comment.edit", found.rights);
  const wording = await checkWording(found.workspaceId, given.body, "body", found.mentions);
  return transaction(async (tx) => {
    const current = await lockComment(tx, viewer, found.articleId, commentId);
    if (current.deletedAt)
      throw new AppError("gone", "This comment was deleted. Restore it before you edit it.");
    const isSame = isDeepStrictEqual(toCommentView(current).body, wording.body);
    // A retry of what came through, or an edit that changes nothing.
    if (isSame && (current.version === given.version || current.version === given.version + 1))
      return toCommentView(current);
    if (current.version !== given.version) {
      throw new AppError("conflict", "You changed this comment elsewhere meanwhile. Look at both wordings.", {
        details: toCommentView(current),
      });
    }
    const number = await storeCommentEvent(tx, viewer, "comment.changed", found.articleId, current);
    await keepWording(tx, commentId);
    const comment = { id: commentId, articleId: found.articleId, threadId: found.threadId, number };
    await notifyOfComment(
      tx,
      viewer,
      { ...comment, mentions: wording.mentions },
      {
        passageId: found.passageId,
        mentionedBefore: current.mentions,
      },
    );
    return updateComment(tx, commentId, {
      ...wording,
      editedAt: new Date(),
      version: { increment: 1 },
      number,
    });
  });
}

async function keepWording(tx: Tx, commentId: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "CommentRevision" ("commentId", version, body, text, at)
    SELECT id, version, body, text, coalesce("editedAt", "createdAt") FROM "Comment" WHERE id = ${commentId}::uuid`;
}

/** Takes a comment out of sight. Its place stays, and so do the replies. Deleting twice is deleting once. */
export async function deleteComment(viewer: Viewer, commentId: string): Promise<CommentView> {
  const found = await findComment(viewer, commentId);
  mustBeAble(viewer, "comment.delete", found.rights);
  return transaction(async (tx) => {
    const current = await lockComment(tx, viewer, found.articleId, commentId);
    if (current.deletedAt) return toCommentView(current);
    const number = await storeCommentEvent(tx, viewer, "comment.deleted", found.articleId, current);
    await auditComment(tx, viewer, "comment.deleted", found, commentId);
    return updateComment(tx, commentId, { deletedAt: new Date(), deletedById: viewer.userId, number });
  });
}

/** Brings a deleted comment back, for whoever deleted it and those who may delete any. */
export async function restoreComment(viewer: Viewer, commentId: string): Promise<CommentView> {
  const found = await findComment(viewer, commentId);
  return transaction(async (tx) => {
    const current = await lockComment(tx, viewer, found.articleId, commentId);
    const view = toCommentView(current);
    mustBeAble(viewer, "comment.delete", deletionOf(view, found.workspaceId));
    if (!current.deletedAt) return view;
    const number = await storeCommentEvent(tx, viewer, "comment.restored", found.articleId, current);
    await auditComment(tx, viewer, "comment.restored", found, commentId);
    return updateComment(tx, commentId, { deletedAt: null, deletedById: null, number });
  });
}

/** Adds one's reaction to a comment (`on`) or takes it back. Doing it twice is doing it once. */
export async function react(
  viewer: Viewer,
  commentId: string,
  emoji: ReactionEmoji,
  on: boolean,
): Promise<CommentView> {
  const found = await findComment(viewer, commentId);
  mustBeAble(viewer, "comment.react", found.rights);
  return transaction(async (tx) => {
    const current = await lockComment(tx, viewer, found.articleId, commentId);
    if (current.deletedAt) throw new AppError("gone", "This comment was deleted meanwhile.");
    const reaction = { commentId, userId: viewer.userId, emoji };
    const isOn = current.reactions.some((one) => one.emoji === emoji && one.userId === viewer.userId);
    if (isOn === on) return toCommentView(current);
    const number = await storeCommentEvent(tx, viewer, "comment.reacted", found.articleId, current);
    if (on) await tx.reaction.create({ data: reaction, select: { emoji: true } });
    else await tx.reaction.deleteMany({ where: reaction });
    return updateComment(tx, commentId, { number });
  });
}

/** The comment as it is while nobody else writes in its article. */
async function lockComment(tx: Tx, viewer: Viewer, articleId: string, commentId: string) {
  await lockArticle(tx, articleId);
  const row = await tx.comment.findFirst({
    where: { id: commentId, thread: threadInSight(viewer) },
    select: commentSelect,
  });
  if (!row) throw notFound("comment");
  return row;
}

async function updateComment(
  tx: Tx,
  commentId: string,
  data: Prisma.CommentUncheckedUpdateInput,
): Promise<CommentView> {
  return toCommentView(await tx.comment.update({ where: { id: commentId }, data, select: commentSelect }));
}

function storeCommentEvent(
  tx: Tx,
  viewer: Viewer,
  kind: EventKind,
  articleId: string,
  comment: { id: string; threadId: string },
): Promise<number> {
  const ids = { thread: comment.threadId, comment: comment.id };
  return storeEvent(tx, { articleId, kind, ids, actorId: viewer.userId });
}

function auditComment(
  tx: Tx,
  viewer: Viewer,
  action: "comment.deleted" | "comment.restored",
  { workspaceId, articleId, title }: { workspaceId: string; articleId: string; title: string },
  commentId: string,
): Promise<void> {
  return storeAudit(tx, { workspaceId, actor: viewer, action, detail: { articleId, title, commentId } });
}
