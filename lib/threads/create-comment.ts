import "server-only";
import { threadInSightOf, threadInSightSql } from "@/lib/auth/in-sight";
import { mustBeAble, rolesThatCan } from "@/lib/auth/permissions";
import { type Viewer, workspaceIds } from "@/lib/auth/viewer";
import { askBare, bareTransaction } from "@/lib/db/bare";
import { isDuplicate } from "@/lib/db/database-error";
import { storeInOneTurn } from "@/lib/db/in-one-turn";
import { AppError, notFound } from "@/lib/errors";
import { archived, bellsOfEvents, eventsSql, lockArticlesSql } from "@/lib/live/events";
import { bellsOfTold, toldSql } from "@/lib/notifications/mutations";
import { Prisma } from "@/prisma/generated/client";
import { checkWording, findOwnComment, type Wording, wordingOf } from "./comment-mutations";
import { mentionLabels } from "./comment-schema";
import type { CommentView, NewComment } from "./schema";

// The write that happens most, and that colleagues wait for: what comes in one turn is stored together, and what has to
// be known of the thread the statement finds itself. Only where it stores nothing, or somebody is named, is anything
// asked beside it.

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
  const comment = { id: given.id, threadId, authorId: viewer.userId, ...wording };
  const attempt = async () => {
    const stored = await store(comment);
    return stored && toView(comment, stored);
  };
  try {
    // What stood against it may do so no more.
    return (await attempt()) ?? (await findStored(viewer, comment)) ?? (await attempt()) ?? refuse();
  } catch (error) {
    // Stored by another try, or the id is of another's comment.
    const before = isDuplicate(error) ? await findStored(viewer, comment) : null;
    if (before) return before;
    throw error;
  }
}

type NewRow = Wording & { id: string; threadId: string; authorId: string };
type Stored = { number: number; createdAt: Date };

/** Stores a comment, its event and whom it tells; null where its author may not write in the thread, or not now. */
const store = storeInOneTurn<NewRow, Stored | null>(storeAll, ({ threadId }) => threadId);

async function storeAll(rows: readonly NewRow[]): Promise<(Stored | null)[]> {
  const threads = [...new Set(rows.map(({ threadId }) => threadId))].map((threadId) => ({ threadId }));
  const answers = await bareTransaction([
    // One article that is busy with something long must not keep the others waiting.
    ...(threads.length > 1 ? [Prisma.sql`SELECT set_config('lock_timeout', '50ms', true)`] : []),
    lockArticlesSql(Prisma.sql`
      SELECT t."articleId" FROM json_to_recordset(${JSON.stringify(threads)}::json) AS g("threadId" uuid)
      CROSS JOIN LATERAL ${threadOfGiven} t`),
    insertSql(rows),
  ]);
  const written = answers.at(-1) as (Stored & { id: string })[];
  const found = new Map(written.map((row) => [row.id, row]));
  return rows.map(({ id }) => found.get(id) ?? null);
}

/**
 * Stores those of them whose thread is in sight of their author, who may write there, in an article that is not
 * archived. Nobody else writes in their articles now, so that what is so here is so when it is stored.
 */
function insertSql(rows: readonly NewRow[]): Prisma.Sql {
  const able = rolesThatCan("comment.create");
  // As JSON: Postgres would look how long an array is, and plan anew for it.
  const given = JSON.stringify(rows.map((row, place) => ({ ...row, place })));
  return Prisma.sql`
    WITH given AS MATERIALIZED (
      SELECT * FROM json_to_recordset(${given}::json) AS given(
        place int, id uuid, "threadId" uuid, "authorId" uuid, body jsonb, text text, mentions uuid[])
    ), happened AS MATERIALIZED (
      SELECT g.id AS "commentId", t.id AS "threadId", t."passageId", r.id AS "articleId", r."workspaceId",
        g."authorId" AS "byId", jsonb_build_object('thread', t.id, 'comment', g.id) AS ids,
        r."eventNumber" + (row_number() OVER (PARTITION BY r.id ORDER BY g.place))::int AS number
      FROM given g
      CROSS JOIN LATERAL ${threadOfGiven} t
      CROSS JOIN LATERAL (SELECT * FROM "Article" WHERE id = t."articleId" AND "archivedAt" IS NULL OFFSET 0) r
      WHERE ${threadInSightOf(Prisma.sql`g."authorId"`)} AND (
        SELECT m.role = ANY(${able}::"Role"[]) FROM "Membership" m
        WHERE m."workspaceId" = r."workspaceId" AND m."userId" = g."authorId")
    ), ${eventsSql("comment.created")}, written AS (
      INSERT INTO "Comment" (id, "articleId", "threadId", "authorId", body, text, mentions, "createdNumber", number)
      SELECT g.id, h."articleId", g."threadId", g."authorId", g.body, g.text, g.mentions, h.number, h.number
      FROM happened h JOIN given g ON g.id = h."commentId"
      RETURNING id, "createdNumber" AS number, "createdAt"
    ), named AS (
      SELECT h."articleId", h.number, named."userId", 'mentioned' AS part
      FROM happened h JOIN given g ON g.id = h."commentId" CROSS JOIN unnest(g.mentions) AS named("userId")
    ), ${toldSql("comment")}
    SELECT id, number, "createdAt", ${bellsOfEvents} AS "bellsOfEvents", ${bellsOfTold} AS "bellsOfTold"
    FROM written`;
}

/**
 * OFFSET, here and where else it follows what was given: from each to its row. Postgres takes JSON for a hundred rows,
 * and would go through whole tables to find them.
 */
const threadOfGiven = Prisma.sql`(SELECT * FROM "Thread" WHERE id = g."threadId" OFFSET 0)`;

function toView(
  { id, threadId, authorId, body, text, mentions }: NewRow,
  { number, createdAt }: Stored,
): CommentView {
  const isNew = { editedAt: null, deletedAt: null, deletedBy: null, version: 1, reactions: [] };
  const written = { id, threadId, author: authorId, body, text, mentions };
  return { ...written, ...isNew, createdAt: createdAt.toISOString(), createdNumber: number, number };
}

/**
 * The comment as it was stored by another try; throws why it may not be stored. Null when there is no reason (any more).
 */
async function findStored(viewer: Viewer, { id, threadId }: NewRow): Promise<CommentView | null> {
  const place = await findPlace(viewer, threadId);
  const before = await findOwnComment(viewer, threadId, id);
  if (!before && place.isArchived) throw archived();
  return before;
}

function refuse(): never {
  throw new AppError("unavailable", "The thread is changing. Try again in a moment.", { retryAfter: 1 });
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
