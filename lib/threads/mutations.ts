import "server-only";
import { whoDid, whoOvertook } from "@/lib/accounts/queries";
import { subjectOf } from "@/lib/accounts/subject-of";
import { findArticle } from "@/lib/articles/queries";
import { assessmentInSight, threadInSight } from "@/lib/auth/in-sight";
import { mustBeAble } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { storeOnce } from "@/lib/db/store-once";
import { type Tx, transaction } from "@/lib/db/transaction";
import { AppError, idTaken, notFound } from "@/lib/errors";
import { lockArticle, storeEvent } from "@/lib/live/events";
import { notify, readNotificationsOf } from "@/lib/notifications/mutations";
import { checkPassage, findOwnPassage, insertPassage } from "@/lib/passages/insert-passage";
import { passageSelect, toPassageView } from "@/lib/passages/queries";
import type { PassageView } from "@/lib/passages/schema";
import { holdSources } from "@/lib/sources/hold-sources";
import { findSource } from "@/lib/sources/queries";
import { checkWording, findOwnComment, insertComment, notifyOfComment } from "./comment-mutations";
import { findThread, namesOfMembers } from "./queries";
import { threadSelect, toThreadView } from "./rows";
import type { CommentView, NewThread, ThreadState, ThreadView } from "./schema";

type Started = { thread: ThreadView; comment: CommentView; passage: PassageView | null };

/**
 * Starts a thread with its first comment and, when it is new, its passage: all of it or nothing. The same id sent
 * again by the same person answers with what exists.
 */
export async function createThread(viewer: Viewer, articleId: string, given: NewThread): Promise<Started> {
  const article = await findArticle(viewer, articleId);
  mustBeAble(viewer, "thread.create", article);
  if (given.passage) mustBeAble(viewer, "passage.create", article);
  return storeOnce({
    find: () => findOwnThread(viewer, articleId, given),
    prepare: async () => ({
      wording: await checkWording(article.workspaceId, given.comment.body, "comment.body"),
      // The passage may be there already: marked first, and now sent along by a retry.
      passage: given.passage ? await checkNewPassage(viewer, articleId, given.passage) : null,
      source: given.sourceId ? await checkSource(viewer, article.workspaceId, given.sourceId) : null,
    }),
    async store(tx, { wording, passage, source }) {
      const held = await holdSources(tx, article.workspaceId, source ? [source] : []);
      if (source && !held.has(source)) throw notFound("source");
      const passageId = given.passage?.id ?? given.passageId ?? null;
      const ids = {
        thread: given.id,
        comment: given.comment.id,
        ...(passageId ? { passage: passageId } : {}),
      };
      const number = await storeEvent(tx, { articleId, kind: "thread.created", ids, actorId: viewer.userId });
      const marked = passage
        ? await insertPassage(tx, viewer, articleId, passage, number)
        : await readPassage(tx, articleId, passageId);
      await checkAssessment(tx, viewer, passageId, given.assessmentId);
      const thread = await tx.thread.create({
        data: {
          id: given.id,
          articleId,
          passageId,
          sourceId: source,
          assessmentId: given.assessmentId ?? null,
          about: given.about,
          createdById: viewer.userId,
          createdNumber: number,
          number,
        },
        select: threadSelect,
      });
      const place = { id: given.comment.id, articleId, threadId: given.id, number };
      const comment = await insertComment(tx, viewer, { ...wording, ...place });
      await notifyOfComment(tx, viewer, { ...place, mentions: wording.mentions }, { passageId });
      return { thread: toThreadView(thread), comment, passage: marked };
    },
  });
}

async function checkNewPassage(viewer: Viewer, articleId: string, given: NonNullable<NewThread["passage"]>) {
  const existing = await findOwnPassage(viewer, articleId, given.id);
  return existing ? null : checkPassage(articleId, given);
}

/** A thread hangs on a source of the article's own workspace; 404 for any other. */
async function checkSource(viewer: Viewer, workspaceId: string, sourceId: string): Promise<string> {
  const source = await findSource(viewer, sourceId);
  if (source.workspaceId !== workspaceId) throw notFound("source");
  return source.id;
}

/** Refuses, with 404, to discuss an assessment that is not one of this passage that the viewer sees. */
async function checkAssessment(
  tx: Tx,
  viewer: Viewer,
  passageId: string | null,
  assessmentId: string | undefined,
): Promise<void> {
  if (!assessmentId) return;
  const there = { id: assessmentId, passageId: passageId ?? "", ...assessmentInSight(viewer) };
  if ((await tx.assessment.count({ where: there })) === 0) throw notFound("assessment");
}

/** The passage a new thread stands on; 404 when it is not in this article or was deleted. */
async function readPassage(tx: Tx, articleId: string, passageId: string | null): Promise<PassageView | null> {
  if (!passageId) return null;
  const row = await tx.passage.findFirst({
    where: { id: passageId, articleId, deletedAt: null },
    select: passageSelect,
  });
  if (!row) throw notFound("passage");
  return toPassageView(row);
}

/** What this viewer started under these ids; null when the thread's id is free, refused when it belongs to another. */
async function findOwnThread(viewer: Viewer, articleId: string, given: NewThread): Promise<Started | null> {
  const row = await db().thread.findUnique({
    where: { id: given.id },
    select: {
      ...threadSelect,
      articleId: true,
      passage: { select: { ...passageSelect, deletedAt: true } },
    },
  });
  if (!row) return null;
  const { articleId: place, passage, ...thread } = row;
  if (thread.createdById !== viewer.userId || place !== articleId) throw idTaken();
  if (passage?.deletedAt) throw new AppError("gone", "The passage was deleted meanwhile. Mark it again.");
  const comment = await findOwnComment(viewer, given.id, given.comment.id);
  if (!comment) throw idTaken();
  const { deletedAt: _, ...passageRow } = passage ?? { deletedAt: null };
  return {
    thread: toThreadView(thread),
    comment,
    passage: "id" in passageRow ? toPassageView(passageRow) : null,
  };
}

/** Gives a thread to a colleague, or to nobody (null); 409 with the current thread when `version` has moved on. */
export async function assignThread(
  viewer: Viewer,
  threadId: string,
  given: { version: number; assignee: string | null },
): Promise<ThreadView> {
  const found = await findThread(viewer, threadId);
  mustBeAble(viewer, "thread.assign", found.rights);
  await checkAssignee(found.workspaceId, given.assignee);
  return transaction(async (tx) => {
    const current = await lockThread(tx, viewer, found.articleId, threadId);
    if (current.assignee === given.assignee) return current;
    if (current.version !== given.version) {
      const of = {
        articleId: found.articleId,
        kinds: ["thread.changed" as const],
        ids: { thread: threadId },
      };
      const last = await whoOvertook({ seen: given.version, current: current.version }, () =>
        whoDid(tx, viewer, of),
      );
      const message = `${subjectOf(last)} changed this thread meanwhile. Look at it and choose again.`;
      throw new AppError("conflict", message, { details: current });
    }
    const number = await storeThreadEvent(tx, viewer, found.articleId, threadId);
    const row = await tx.thread.update({
      where: { id: threadId },
      data: { assigneeId: given.assignee, version: { increment: 1 }, number },
      select: threadSelect,
    });
    await notify(tx, viewer, {
      what: "assignment",
      articleId: found.articleId,
      number,
      passageId: found.passageId,
      threadId,
      named: { assigned: [given.assignee] },
    });
    return toThreadView(row);
  });
}

async function checkAssignee(workspaceId: string, userId: string | null): Promise<void> {
  if (userId === null) return;
  const names = await namesOfMembers(workspaceId, [userId]);
  if (names.has(userId)) return;
  const message = "A thread can only be assigned to somebody in this workspace.";
  throw new AppError("invalid", message, { fields: { assignee: message } });
}

type Change = { id: string; state: ThreadState; why?: string | null | undefined };

/** Resolves or reopens a thread; 409 with the current thread when somebody else has done so already. */
export async function changeThreadState(
  viewer: Viewer,
  threadId: string,
  given: Change,
): Promise<ThreadView> {
  const found = await findThread(viewer, threadId);
  mustBeAble(viewer, "thread.resolve", found.rights);
  return storeOnce({
    find: () => findAfterChange(viewer, threadId, given.id),
    prepare: async () => null,
    async store(tx) {
      const current = await lockThread(tx, viewer, found.articleId, threadId);
      // The same change, stored by another try while this one waited for the lock.
      if (current.changes.some(({ id, by }) => id === given.id && by === viewer.userId)) return current;
      if (current.state === given.state) throw await alreadySo(tx, current);
      const number = await storeThreadEvent(tx, viewer, found.articleId, threadId);
      const change = { id: given.id, state: given.state, byId: viewer.userId, why: given.why ?? null };
      await tx.threadStateChange.create({ data: { ...change, threadId }, select: { id: true } });
      const row = await tx.thread.update({
        where: { id: threadId },
        data: { state: given.state, version: { increment: 1 }, number },
        select: threadSelect,
      });
      return toThreadView(row);
    },
  });
}

/** The thread when this viewer's change of this id is part of it; null when the id is free, refused otherwise. */
async function findAfterChange(
  viewer: Viewer,
  threadId: string,
  changeId: string,
): Promise<ThreadView | null> {
  const change = await db().threadStateChange.findUnique({
    where: { id: changeId },
    select: { byId: true, threadId: true, thread: { select: threadSelect } },
  });
  if (!change) return null;
  if (change.byId !== viewer.userId || change.threadId !== threadId) throw idTaken();
  return toThreadView(change.thread);
}

async function alreadySo(tx: Tx, current: ThreadView): Promise<AppError> {
  const last = current.changes.at(-1);
  const by = last ? await tx.user.findUnique({ where: { id: last.by }, select: { name: true } }) : null;
  const done = current.state === "resolved" ? "resolved" : "reopened";
  const message = by
    ? `${by.name} has ${done} this thread already.`
    : `This thread is ${current.state} already.`;
  return new AppError("conflict", message, { details: current });
}

/** Remembers that the viewer has read a thread up to an event number; it never goes back. */
export async function readThread(
  viewer: Viewer,
  threadId: string,
  number: number,
): Promise<{ threadId: string; number: number; at: string }> {
  const thread = await findThread(viewer, threadId);
  mustBeAble(viewer, "article.read", thread.rights);
  // In SQL, since two tabs may say so at once and the higher number must win; and no further than there is to read.
  const [row] = await db().$queryRaw<{ number: number; at: Date }[]>`
    INSERT INTO "ThreadRead" ("userId", "threadId", number, at)
    SELECT ${viewer.userId}::uuid, ${threadId}::uuid, least(${number}, "eventNumber"), now()
    FROM "Article" WHERE id = ${thread.articleId}::uuid
    ON CONFLICT ("userId", "threadId") DO UPDATE
      SET number = greatest("ThreadRead".number, excluded.number), at = now()
    RETURNING number, at`;
  if (!row) throw notFound("thread");
  await readNotificationsOf(viewer, { threadId }, row.number);
  return { threadId, number: row.number, at: row.at.toISOString() };
}

/** The thread as it is while nobody else writes in its article. */
async function lockThread(tx: Tx, viewer: Viewer, articleId: string, threadId: string): Promise<ThreadView> {
  await lockArticle(tx, articleId);
  const row = await tx.thread.findFirst({
    where: { id: threadId, ...threadInSight(viewer) },
    select: threadSelect,
  });
  if (!row) throw notFound("thread");
  return toThreadView(row);
}

function storeThreadEvent(tx: Tx, viewer: Viewer, articleId: string, threadId: string): Promise<number> {
  return storeEvent(tx, {
    articleId,
    kind: "thread.changed",
    ids: { thread: threadId },
    actorId: viewer.userId,
  });
}
