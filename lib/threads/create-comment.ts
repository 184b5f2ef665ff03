import "server-only";
import { threadInSightSql } from "@/lib/auth/in-sight";
import { mustBeAble } from "@/lib/auth/permissions";
import { type Viewer, workspaceIds } from "@/lib/auth/viewer";
import { type Asker, answersOf, askBare, bareTransaction } from "@/lib/db/bare";
import { isDuplicate } from "@/lib/db/database-error";
import { notFound } from "@/lib/errors";
import { storeEvent, takenNumberSql } from "@/lib/live/events";
import { Prisma } from "@/prisma/generated/client";
import {
  checkWording,
  findOwnComment,
  type NewRow,
  notifyOfComment,
  type Wording,
} from "./comment-mutations";
import type { CommentView, NewComment } from "./schema";

// The write that happens most, and that colleagues wait for: bare statements, each of which does what it can at once.

/** Replies in a thread. The same id sent again by the same person answers with the comment that exists. */
export async function createComment(
  viewer: Viewer,
  threadId: string,
  given: NewComment,
): Promise<CommentView> {
  const place = await findPlace(viewer, threadId, given.id);
  mustBeAble(viewer, "comment.create", place);
  const find = () => findOwnComment(viewer, threadId, given.id);
  const before = place.isTaken ? await find() : null;
  if (before) return before;
  const wording = await checkWording(place.workspaceId, given.body, "body");
  try {
    return await bareTransaction((tx) => store(tx, viewer, place, { id: given.id, ...wording }));
  } catch (error) {
    // The same comment, stored by another try at the same moment.
    const meanwhile = isDuplicate(error) ? await find() : null;
    if (meanwhile) return meanwhile;
    throw error;
  }
}

type Place = {
  threadId: string;
  articleId: string;
  passageId: string | null;
  workspaceId: string;
  /** There is a comment of this id. */
  isTaken: boolean;
};

/** A thread in sight, and whether the new comment's id is free; 404 when this viewer may not see it. */
async function findPlace(viewer: Viewer, threadId: string, commentId: string): Promise<Place> {
  const [place] = await askBare<Place>(Prisma.sql`
    SELECT t.id AS "threadId", t."articleId", t."passageId", a."workspaceId",
      EXISTS (SELECT 1 FROM "Comment" c WHERE c.id = ${commentId}::uuid) AS "isTaken"
    FROM "Thread" t
    JOIN "Article" a ON a.id = t."articleId"
    WHERE t.id = ${threadId}::uuid AND a."workspaceId" = ANY(${workspaceIds(viewer)}::uuid[])
      AND ${threadInSightSql(viewer)}`);
  if (!place) throw notFound("thread");
  return place;
}

async function store(
  tx: Asker,
  viewer: Viewer,
  { threadId, articleId, passageId }: Place,
  { id, body, text, mentions }: Wording & { id: string },
): Promise<CommentView> {
  // Sent at once. None of them needs what another answers.
  const [number, createdAt] = await answersOf([
    storeEvent(tx, {
      articleId,
      kind: "comment.created",
      ids: { thread: threadId, comment: id },
      actorId: viewer.userId,
    }),
    insert(tx, viewer, { id, articleId, threadId, body, text, mentions }),
    notifyOfComment(
      tx,
      viewer,
      { id, articleId, threadId, number: takenNumberSql(articleId), mentions },
      { passageId },
    ),
  ]);
  const isNew = { editedAt: null, deletedAt: null, deletedBy: null, version: 1, reactions: [] };
  const written = { id, threadId, author: viewer.userId, body, text, mentions };
  return { ...written, ...isNew, createdAt: createdAt.toISOString(), createdNumber: number, number };
}

/**
 * Stores the words, unless the thread has gone out of sight by now, when nobody else writes in the article: the passage
 * may have been deleted, or the verdict hidden. Then it is refused here, before whatever is sent behind it fails.
 */
async function insert(
  tx: Asker,
  viewer: Viewer,
  { id, articleId, threadId, body, text, mentions }: Omit<NewRow, "number">,
): Promise<Date> {
  const taken = takenNumberSql(articleId);
  const [stored] = await tx.$queryRaw<{ createdAt: Date }[]>(Prisma.sql`
    INSERT INTO "Comment" (id, "articleId", "threadId", "authorId", body, text, mentions, "createdNumber", number)
    SELECT ${id}::uuid, t."articleId", t.id, ${viewer.userId}::uuid, ${JSON.stringify(body)}::jsonb, ${text},
      ${mentions}::uuid[], ${taken}, ${taken}
    FROM "Thread" t WHERE t.id = ${threadId}::uuid AND ${threadInSightSql(viewer)}
    RETURNING "createdAt"`);
  if (!stored) throw notFound("thread");
  return stored.createdAt;
}
