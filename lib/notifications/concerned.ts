import "server-only";
import { Prisma } from "@/prisma/generated/client";

/**
 * CTEs that find whom it concerns: members of the article's workspace, but whoever did it, who have a part in what
 * happened at this passage or thread, are named in it, or want to hear everything. They stand behind
 *
 * - "happened": of each thing that happened its "articleId" and number, "workspaceId", "passageId", "threadId" (null
 *   where there is none) and "byId";
 * - "named": "articleId" and number of it, and whom it names ("userId") as what (part),
 *
 * and end with "concerned": "articleId" and number of it, "userId", their level and all their parts, one row a person.
 * `isWide`: whether it matters who recorded who said the passage, and who wrote on it.
 */
export function concernedSql(isWide: boolean): Prisma.Sql {
  // From the few whom it may concern to what they want to hear, not through all members, nor through all that was
  // written. Each person's parts are put together first.
  return Prisma.sql`
    part AS MATERIALIZED (
      SELECT h."articleId", h.number, h."workspaceId", one."userId",
        array_remove(array_agg(DISTINCT one.name), NULL) AS names
      FROM happened h CROSS JOIN LATERAL (
        ${partsOfThread}
        UNION ALL ${partsOfPassage}
        ${isWide ? Prisma.sql`UNION ALL ${partsOfWriters}` : Prisma.empty}
        UNION ALL SELECT n."userId", n.part FROM named n WHERE n."articleId" = h."articleId" AND n.number = h.number
        UNION ALL ${hearingEverything}
      ) one("userId", name)
      WHERE one."userId" IS NOT NULL AND one."userId" <> h."byId"
      GROUP BY h."articleId", h.number, h."workspaceId", one."userId"
    ), concerned AS (
      SELECT part."articleId", part.number, part."userId", part.names AS parts,
        coalesce(w.level, u."watchLevel")::text AS level
      FROM part
      CROSS JOIN LATERAL (SELECT * FROM "User" WHERE id = part."userId" OFFSET 0) u
      LEFT JOIN "Watch" w ON w."userId" = part."userId" AND w."articleId" = part."articleId"
      WHERE ${isMember}
    )`;
}

/** Asked for each person: Postgres may answer an EXISTS by reading all members, once for all of them. */
const isMember = Prisma.sql`(
  SELECT true FROM "Membership" m WHERE m."workspaceId" = part."workspaceId" AND m."userId" = part."userId")`;

/** Who may want to hear everything here: of all articles, or of this one. It is no part; whether they do says their level. */
const hearingEverything = Prisma.sql`
  SELECT w."userId", NULL FROM "Watch" w WHERE w."articleId" = h."articleId" AND w.level = 'everything'
  UNION ALL SELECT m."userId", NULL FROM "Membership" m JOIN "User" u ON u.id = m."userId"
    WHERE m."workspaceId" = h."workspaceId" AND u."watchLevel" = 'everything'`;

/** The first of those who write in the thread, in the order of their ids. */
function firstWriter(beyond: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    SELECT c."authorId" FROM "Comment" c WHERE c."threadId" = h."threadId" AND c."deletedAt" IS NULL ${beyond}
    ORDER BY c."authorId" LIMIT 1)`;
}

/**
 * Who writes in the thread is found by a step through the index for each person, not for each comment (PostgreSQL wiki,
 * "Loose indexscan"). What happened before in the same statement is not stored yet.
 */
const partsOfThread = Prisma.sql`
  SELECT one."userId", one.name
    FROM "Thread" t
    LEFT JOIN "Assessment" s ON s.id = t."assessmentId"
    CROSS JOIN LATERAL (
      VALUES (t."createdById", 'thread'), (t."assigneeId", 'thread'), (s."byId", 'verdict')
    ) one("userId", name)
    WHERE t.id = h."threadId"
  UNION ALL (
    WITH RECURSIVE writer AS (
      SELECT ${firstWriter(Prisma.empty)} AS id
      UNION ALL SELECT ${firstWriter(Prisma.sql`AND c."authorId" > writer.id`)} FROM writer WHERE writer.id IS NOT NULL
    )
    SELECT writer.id, 'thread' FROM writer)
  UNION ALL SELECT before."byId", 'thread' FROM happened before
    WHERE before."threadId" = h."threadId" AND before.number < h.number`;

const partsOfPassage = Prisma.sql`
  SELECT one."userId", one.name
    FROM "Passage" p
    CROSS JOIN LATERAL (VALUES (p."createdById", 'marked'), (p."assigneeId", 'asked')) one("userId", name)
    WHERE p.id = h."passageId"
  UNION ALL SELECT s."byId", 'judged' FROM "Assessment" s
    WHERE s."passageId" = h."passageId" AND s.verdict IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM "Assessment" n WHERE n."replacesId" = s.id)`;

const partsOfWriters = Prisma.sql`
  SELECT a."byId", 'said' FROM "Attribution" a WHERE a."passageId" = h."passageId" AND a."deletedAt" IS NULL
  UNION ALL SELECT c."authorId", 'wrote' FROM "Thread" t JOIN "Comment" c ON c."threadId" = t.id
    WHERE t."passageId" = h."passageId" AND c."deletedAt" IS NULL
  UNION ALL SELECT e."addedById", 'wrote' FROM "Evidence" e
    WHERE e."passageId" = h."passageId" AND e."deletedAt" IS NULL
  UNION ALL SELECT r."byId", 'wrote' FROM "Resolution" r WHERE r."passageId" = h."passageId"
  UNION ALL SELECT s."byId", 'wrote' FROM "Settlement" s WHERE s."passageId" = h."passageId"`;
