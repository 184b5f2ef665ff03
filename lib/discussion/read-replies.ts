import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { type Asker, askPlanned } from "@/lib/db/bare";
import { notFound } from "@/lib/errors";
import type { EventSpan } from "@/lib/live/change";
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
import { type Changed, changedSql, type HeadRow, headSql, toHead } from "./read-head";
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
  removed: { passages: [], attributions: [], evidence: [] },
  passagesRead: {},
};

type NewsRow = HeadRow & { comments: CommentJson[]; people: Person[]; threadsRead: Seen["threads"] };

/**
 * What changed after an event, when that is nothing but comments, or nothing at all; null otherwise. 404 when this
 * viewer may not see the article. Every reader asks it after every word that somebody writes, so it is one statement;
 * all of it is of one moment.
 */
export async function readReplies(viewer: Viewer, articleId: string, since: Since) {
  const [row] = await askPlanned<NewsRow>(newsSql(viewer, articleId, since));
  if (!row) throw notFound("article");
  const { comments, people, threadsRead, ...headRow } = row;
  const head = toHead(headRow);
  if (since.number > head.number || !isComments(head.changed)) return null;
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
    WITH head AS MATERIALIZED (${headSql(viewer, articleId, number)}),
    news AS MATERIALIZED (${commentsSql(
      viewer,
      articleId,
      Prisma.sql`c.number > ${number}::int AND ${areCommentsSql}`,
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

/** `isComments` of the row "head". */
const areCommentsSql = Prisma.sql`(
  SELECT bool_and(kind.key = 'comments' OR kind.value::text = 'false')
  FROM head, json_each(head.changed) kind)`;

function isComments({ comments: _, ...others }: Changed): boolean {
  return Object.values(others).every((isChanged) => !isChanged);
}

/** After a gap in listening, when so much has happened, each asks for themselves. */
const mostShared = 200;

/**
 * What happened in an article after `since` and up to `number`, when that is nothing but comments that every reader of
 * the article sees: it can be sent to all of them as it is. Null otherwise, and then each asks for themselves.
 */
export async function readSharedChange(
  tx: Asker,
  { articleId, since, number }: EventSpan,
): Promise<DiscussionChange | null> {
  if (number - since > mostShared) return null;
  const [head] = await tx.$queryRaw<
    { workspaceId: string; changed: Changed; isEdited: boolean }[]
  >(Prisma.sql`
    SELECT "workspaceId", ${changedSql(articleId, since, null)} AS changed,
      EXISTS (SELECT 1 FROM "Event" e WHERE e."articleId" = ${articleId}::uuid AND e.number > ${since}::int
        AND e.kind = 'article.edited') AS "isEdited"
    FROM "Article" WHERE id = ${articleId}::uuid`);
  // Whether it is archived now, or has another address, stands in no row with a number.
  if (!head?.changed.comments || head.isEdited || !isComments(head.changed)) return null;
  const comments = await readSharedComments(tx, articleId, since, number);
  if (!comments || comments.length === 0) return null;
  const people = await readNamed(tx, head.workspaceId, [...new Set(comments.flatMap(peopleOfComment))]);
  return { articleId, since, number, comments, people };
}
