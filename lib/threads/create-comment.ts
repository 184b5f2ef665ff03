import "server-only";
import { threadInSightSql } from "@/lib/auth/in-sight";
import { can, mustBeAble } from "@/lib/auth/permissions";
import { type Viewer, workspaceIds } from "@/lib/auth/viewer";
import { askBare, bareTransaction } from "@/lib/db/bare";
import { isDuplicate, isMissingValue } from "@/lib/db/database-error";
import { notFound } from "@/lib/errors";
import { archived, eventSql, type StoredEvent, takenNumberSql } from "@/lib/live/events";
import { notificationsSql } from "@/lib/notifications/mutations";
import { Prisma } from "@/prisma/generated/client";
import { checkWording, findOwnComment, type Wording, wordingOf } from "./comment-mutations";
import { mentionLabels } from "./comment-schema";
import type { CommentView, NewComment } from "./schema";

// The write that happens most, and that colleagues wait for: its statements are sent at once, and what each of them has
// to know of the thread it finds itself. Only where it is refused, or names somebody, is anything asked beside it.

/** Replies in a thread. The same id sent again by the same person answers with the comment that exists. */
export async function createComment(
  viewer: Viewer,
  threadId: string,
  given: NewComment,
): Promise<CommentView> {
  const isNaming = mentionLabels(given.body).size > 0;
  const place = isNaming ? await findPlace(viewer, threadId) : null;
  // Whom it names may have left since it was stored.
  const before = isNaming ? await findOwnComment(viewer, threadId, given.id) : null;
  if (before) return before;
  const wording = place
    ? await checkWording(place.workspaceId, given.body, "body")
    : wordingOf(given.body, new Map());
  const comment = { id: given.id, threadId, ...wording };
  try {
    return await store(viewer, comment);
  } catch (error) {
    const meanwhile = await explain(error, viewer, comment);
    // What stood against it a moment ago does so no more.
    return meanwhile ?? (await store(viewer, comment));
  }
}

type NewRow = Wording & { id: string; threadId: string };

async function store(viewer: Viewer, comment: NewRow): Promise<CommentView> {
  const { id, threadId, body, text, mentions } = comment;
  const articleId = Prisma.sql`(SELECT t."articleId" FROM "Thread" t WHERE t.id = ${threadId}::uuid)`;
  const passageId = Prisma.sql`(SELECT t."passageId" FROM "Thread" t WHERE t.id = ${threadId}::uuid)`;
  const told = notificationsSql(viewer, {
    what: "comment",
    ...{ articleId, passageId, threadId, commentId: id },
    number: takenNumberSql(articleId),
    named: { mentioned: mentions },
  });
  const [[event], [stored]] = (await bareTransaction([
    eventSql({
      articleId: Prisma.sql`(SELECT "articleId" FROM (${openSql(viewer, threadId)}) open)`,
      kind: "comment.created",
      ids: { thread: threadId, comment: id },
      actorId: viewer.userId,
    }),
    insertSql(viewer, comment),
    ...(told ? [told] : []),
  ])) as [StoredEvent[], { createdAt: Date }[]];
  if (!event || !stored) throw new Error("A comment was stored without its event.");
  const { number } = event;
  const isNew = { editedAt: null, deletedAt: null, deletedBy: null, version: 1, reactions: [] };
  const written = { id, threadId, author: viewer.userId, body, text, mentions };
  return { ...written, ...isNew, createdAt: stored.createdAt.toISOString(), createdNumber: number, number };
}

/** The thread where this viewer may write in it now: it is in sight, and its article is not archived. */
function openSql(viewer: Viewer, threadId: string): Prisma.Sql {
  const able = workspaceIds(viewer).filter((workspaceId) => can(viewer, "comment.create", { workspaceId }));
  return Prisma.sql`
    SELECT t.id, t."articleId", r."eventNumber" AS number
    FROM "Thread" t JOIN "Article" r ON r.id = t."articleId"
    WHERE t.id = ${threadId}::uuid AND r."workspaceId" = ANY(${able}::uuid[]) AND r."archivedAt" IS NULL
      AND ${threadInSightSql(viewer)}`;
}

/**
 * Stores the words under the number that the event before it has taken. Asked anew, since nobody else writes in the
 * article now: where the thread is not open (any more), or was not open for the event, there is no article to store them
 * in, which Postgres refuses, and with that all that was sent along.
 */
function insertSql(viewer: Viewer, { id, threadId, body, text, mentions }: NewRow): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO "Comment" (id, "articleId", "threadId", "authorId", body, text, mentions, "createdNumber", number)
    SELECT ${id}::uuid, open."articleId", open.id, ${viewer.userId}::uuid, ${JSON.stringify(body)}::jsonb, ${text},
      ${mentions}::uuid[], open.number, open.number
    FROM (SELECT 1) one LEFT JOIN (${openSql(viewer, threadId)}) open ON EXISTS (
      SELECT 1 FROM "Event" e
      WHERE e."articleId" = open."articleId" AND e.number = open.number AND e.ids->>'comment' = ${id})
    RETURNING "createdAt"`;
}

/**
 * The comment as it was stored by another try; throws why it was refused. Null when there is no reason any more. Of what
 * is no refusal of ours `error` itself is thrown.
 */
async function explain(
  error: unknown,
  viewer: Viewer,
  { id, threadId }: NewRow,
): Promise<CommentView | null> {
  const isTaken = isDuplicate(error);
  if (!isTaken && !isMissingValue(error)) throw error;
  const place = await findPlace(viewer, threadId);
  const before = await findOwnComment(viewer, threadId, id);
  if (before) return before;
  if (isTaken) throw error;
  if (place.isArchived) throw archived();
  return null;
}

type Place = { workspaceId: string; isArchived: boolean };

/** Where a thread lies; 404 when this viewer may not see it, 403 when they may not write there. */
async function findPlace(viewer: Viewer, threadId: string): Promise<Place> {
  const [place] = await askBare<Place>(Prisma.sql`
    SELECT r."workspaceId", r."archivedAt" IS NOT NULL AS "isArchived"
    FROM "Thread" t JOIN "Article" r ON r.id = t."articleId"
    WHERE t.id = ${threadId}::uuid AND r."workspaceId" = ANY(${workspaceIds(viewer)}::uuid[])
      AND ${threadInSightSql(viewer)}`);
  if (!place) throw notFound("thread");
  mustBeAble(viewer, "comment.create", place);
  return place;
}
