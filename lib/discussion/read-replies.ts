import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import type { Asker } from "@/lib/db/bare";
import type { EventSpan } from "@/lib/live/change";
import { peopleOfComment, readCommentsSince, readSharedComments } from "@/lib/threads/read-comments";
import { Prisma } from "@/prisma/generated/client";
import { placeOf, type Since } from "./read-discussion";
import { type Changed, changedSql, readHead } from "./read-head";
import { readNamed, readPeople } from "./read-people";
import type { DiscussionChange, Seen } from "./schema";

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

/** What changed after an event, when that is nothing but comments, or nothing at all; null otherwise. */
export async function readReplies(tx: Asker, viewer: Viewer, articleId: string, since: Since) {
  const head = await readHead(tx, viewer, articleId, since.number);
  if (since.number > head.number || !isComments(head.changed)) return null;
  const { comments: isAny } = head.changed;
  const comments = isAny ? await readCommentsSince(tx, viewer, articleId, since.number) : [];
  const threadIds = [...new Set(comments.map((one) => one.threadId))];
  return {
    ...nothing,
    ...placeOf(articleId, head),
    comments,
    people: await readPeople(tx, head.workspaceId, comments.flatMap(peopleOfComment), {
      members: since.peopleMark !== head.peopleMark,
    }),
    threadsRead: threadIds.length > 0 ? await readThreadsRead(tx, viewer, threadIds) : {},
  };
}

function isComments({ comments: _, ...others }: Changed): boolean {
  return Object.values(others).every((isChanged) => !isChanged);
}

async function readThreadsRead(tx: Asker, viewer: Viewer, threadIds: string[]): Promise<Seen["threads"]> {
  const rows = await tx.$queryRaw<{ threadId: string; number: number; at: Date }[]>(Prisma.sql`
    SELECT "threadId", number, at FROM "ThreadRead"
    WHERE "userId" = ${viewer.userId}::uuid AND "threadId" = ANY(${threadIds}::uuid[])`);
  return Object.fromEntries(
    rows.map((row) => [row.threadId, { number: row.number, at: row.at.toISOString() }]),
  );
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
