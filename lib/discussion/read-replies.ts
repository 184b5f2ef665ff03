import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { type Asker, askPlanned } from "@/lib/db/bare";
import { notFound } from "@/lib/errors";
import type { EventSpan } from "@/lib/live/change";
import type { EventKind } from "@/lib/live/events";
import {
  type CommentJson,
  commentOfJson,
  commentsSql,
  namedInSql,
  peopleOfComment,
  readSharedComments,
} from "@/lib/threads/read-comments";
import { Prisma } from "@/prisma/generated/client";
import { placeOf, type Since } from "./read-discussion";
import { type HeadRow, headSql, toHead } from "./read-head";
import { readNamed } from "./read-people";
import type { DiscussionChange, Person, Seen } from "./schema";

const nothing = {
  passages: [],
  threads: [],
  attributions: [],
  settlements: [],
  assessments: [],
  judged: [],
  evidence: [],
  resolutions: [],
  sources: [],
  suggestions: [],
  removed: { passages: [], attributions: [], evidence: [], sources: [] },
  passagesRead: {},
};

/** Whatever happens to comments changes no other row of the article. */
const ofComments = [
  "comment.created",
  "comment.changed",
  "comment.deleted",
  "comment.restored",
  "comment.reacted",
] satisfies EventKind[];

/** How an article is described stands in every answer, as it is now. */
const ofNoRow = ["article.edited"] satisfies EventKind[];

/** After a longer gap everybody asks for themselves, and for all kinds of rows. */
const mostEvents = 200;

type NewsRow = HeadRow & {
  isComments: boolean;
  comments: CommentJson[];
  people: Person[];
  threadsRead: Seen["threads"];
};

/**
 * What changed after an event, when that is nothing but comments, or nothing at all; null otherwise. 404 when this
 * viewer may not see the article. Every reader asks it after every word that somebody writes, so it is one statement;
 * all of it is of one moment.
 */
export async function readReplies(viewer: Viewer, articleId: string, since: Since) {
  const [row] = await askPlanned<NewsRow>(newsSql(viewer, articleId, since));
  if (!row) throw notFound("article");
  const { comments, people, threadsRead } = row;
  const head = toHead(row);
  if (since.number > head.number || !row.isComments) return null;
  return {
    ...nothing,
    ...placeOf(articleId, head),
    comments: comments.map(commentOfJson),
    people,
    threadsRead: Object.fromEntries(
      Object.entries(threadsRead).map(([id, { number, at }]) => [
        id,
        { number, at: new Date(at).toISOString() },
      ]),
    ),
  };
}

function newsSql(viewer: Viewer, articleId: string, { number, peopleMark }: Since): Prisma.Sql {
  return Prisma.sql`
    WITH head AS MATERIALIZED (${headSql(viewer, articleId, isCommentsSql(viewer, articleId, number))}),
    news AS MATERIALIZED (${commentsSql(
      viewer,
      articleId,
      Prisma.sql`c.number > ${number}::int AND (SELECT "isComments" FROM head)`,
    )}),
    people AS (
      SELECT u.id, u.name, m.role FROM head
      JOIN "Membership" m ON m."workspaceId" = head."workspaceId" JOIN "User" u ON u.id = m."userId"
      WHERE head."peopleMark" IS DISTINCT FROM ${peopleMark ?? null}::text
      UNION ALL
      SELECT u.id, u.name, NULL FROM head, "User" u
      WHERE u.id IN (${namedInSql(Prisma.sql`news`)}) AND NOT EXISTS (
        SELECT 1 FROM "Membership" m WHERE m."userId" = u.id AND m."workspaceId" = head."workspaceId")
    )
    SELECT head.*,
      (SELECT coalesce(json_agg(news ORDER BY "createdNumber", id), '[]') FROM news) AS comments,
      (SELECT coalesce(json_agg(people ORDER BY role IS NULL, name, id), '[]') FROM people) AS people,
      (SELECT coalesce(json_object_agg("threadId", json_build_object('number', number, 'at', at)), '{}')
       FROM "ThreadRead"
       WHERE "userId" = ${viewer.userId}::uuid AND "threadId" IN (SELECT "threadId" FROM news)) AS "threadsRead"
    FROM head`;
}

/**
 * "isComments": all that has happened in this article ("a") after an event is known, few, and changed nothing but
 * comments, no row, or no row of this viewer's. The events tell it in one short walk along their key, for their numbers
 * have no holes. Asked of each table whether it has a row after some number, Postgres takes a third of all rows for
 * such, and looks for the first from the table's beginning, which is its end when there is none.
 */
function isCommentsSql(viewer: Viewer, articleId: string, number: number): Prisma.Sql {
  return Prisma.sql`(
    SELECT coalesce(bool_and(e.kind = ANY(${[...ofComments, ...ofNoRow]}::text[]) OR (
      e.kind = 'assessment.revealed' AND NOT EXISTS (
        SELECT 1 FROM "Reveal" r
        WHERE r."articleId" = ${articleId}::uuid AND r."userId" = ${viewer.userId}::uuid AND r.number > ${number}::int)
      )), true) AND count(*) = a."eventNumber" - ${number}::int
    FROM (${eventsSql(articleId, number)} ORDER BY number LIMIT ${mostEvents}::int) e) AS "isComments"`;
}

/** The kinds of an article's events after one. */
function eventsSql(articleId: string, since: number): Prisma.Sql {
  return Prisma.sql`
    SELECT kind FROM "Event" WHERE "articleId" = ${articleId}::uuid AND number > ${since}::int`;
}

/**
 * What happened in an article after `since` and up to `number`, when that is nothing but comments that every reader of
 * the article sees: it can be sent to all of them as it is. Null otherwise, and then each asks for themselves.
 */
export async function readSharedChange(
  tx: Asker,
  { articleId, since, number }: EventSpan,
): Promise<DiscussionChange | null> {
  if (number - since > mostEvents) return null;
  const [head] = await tx.$queryRaw<{ workspaceId: string; isShared: boolean | null }[]>(Prisma.sql`
    SELECT "workspaceId", (
      SELECT bool_and(e.kind = ANY(${ofComments}::text[])) AND count(*) = ${number - since}::int
      FROM (${eventsSql(articleId, since)} AND number <= ${number}::int) e) AS "isShared"
    FROM "Article" WHERE id = ${articleId}::uuid`);
  if (!head?.isShared) return null;
  const comments = await readSharedComments(tx, articleId, since, number);
  if (!comments || comments.length === 0) return null;
  const people = await readNamed(tx, head.workspaceId, [...new Set(comments.flatMap(peopleOfComment))]);
  return { articleId, since, number, comments, people };
}
