import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { Prisma } from "@/prisma/generated/client";
import type { Part } from "./watch";

type Place = {
  articleId: string | Prisma.Sql;
  passageId: string | Prisma.Sql | null;
  threadId: string | null;
  /** Whether it matters who recorded who said the passage, and who wrote on it. */
  isWide: boolean;
  /** Whom the write itself names, and as what. */
  named: readonly { userId: string; part: Part }[];
};

/**
 * Members of the article's workspace, but the viewer, who have a part in what happened at this passage or thread, are
 * named in it, or want to hear everything: "userId", their level and all their parts, one row a person.
 */
export function concernedSql(viewer: Viewer, place: Place): Prisma.Sql {
  const { articleId, passageId, threadId, named, isWide } = place;
  // From the few whom it may concern to what they want to hear, not through all members. Each person's parts are put
  // together first: of a thread of a thousand comments by six people, six go on.
  return Prisma.sql`
    WITH part AS MATERIALIZED (
      SELECT one."userId", array_remove(array_agg(DISTINCT one.name), NULL) AS names
      FROM (
        ${partsOfThread(threadId)}
        UNION ALL ${partsOfPassage(passageId)}
        ${isWide ? Prisma.sql`UNION ALL ${partsOfWriters(passageId)}` : Prisma.empty}
        UNION ALL SELECT * FROM unnest(${named.map((one) => one.userId)}::uuid[], ${named.map((one) => one.part)}::text[])
        UNION ALL ${hearingEverything(articleId)}
      ) one
      WHERE one."userId" IS NOT NULL AND one."userId" <> ${viewer.userId}::uuid
      GROUP BY one."userId"
    )
    SELECT part."userId", coalesce(w.level, u."watchLevel")::text AS level, part.names AS parts
    FROM part
    JOIN "User" u ON u.id = part."userId"
    LEFT JOIN "Watch" w ON w."userId" = part."userId" AND w."articleId" = ${articleId}::uuid
    WHERE EXISTS (
      SELECT 1 FROM "Membership" m
      WHERE m."userId" = part."userId"
        AND m."workspaceId" = (SELECT a."workspaceId" FROM "Article" a WHERE a.id = ${articleId}::uuid))`;
}

/** Who may want to hear everything here: of all articles, or of this one. It is no part; whether they do says their level. */
function hearingEverything(articleId: Place["articleId"]): Prisma.Sql {
  return Prisma.sql`
    SELECT w."userId", NULL FROM "Watch" w WHERE w."articleId" = ${articleId}::uuid AND w.level = 'everything'
    UNION ALL SELECT m."userId", NULL FROM "Membership" m JOIN "User" u ON u.id = m."userId"
      WHERE m."workspaceId" = (SELECT a."workspaceId" FROM "Article" a WHERE a.id = ${articleId}::uuid)
        AND u."watchLevel" = 'everything'`;
}

function partsOfThread(threadId: Place["threadId"]): Prisma.Sql {
  return Prisma.sql`
    SELECT one."userId", one.name
    FROM "Thread" t
    LEFT JOIN "Assessment" s ON s.id = t."assessmentId"
    CROSS JOIN LATERAL (
      VALUES (t."createdById", 'thread'), (t."assigneeId", 'thread'), (s."byId", 'verdict')
    ) one("userId", name)
    WHERE t.id = ${threadId}::uuid
    UNION ALL SELECT DISTINCT c."authorId", 'thread' FROM "Comment" c
      WHERE c."threadId" = ${threadId}::uuid AND c."deletedAt" IS NULL`;
}

function partsOfPassage(passageId: Place["passageId"]): Prisma.Sql {
  return Prisma.sql`
    SELECT one."userId", one.name
    FROM "Passage" p
    CROSS JOIN LATERAL (VALUES (p."createdById", 'marked'), (p."assigneeId", 'asked')) one("userId", name)
    WHERE p.id = ${passageId}::uuid
    UNION ALL SELECT s."byId", 'judged' FROM "Assessment" s
      WHERE s."passageId" = ${passageId}::uuid AND s.verdict IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM "Assessment" n WHERE n."replacesId" = s.id)`;
}

function partsOfWriters(passageId: Place["passageId"]): Prisma.Sql {
  return Prisma.sql`
    SELECT a."byId", 'said' FROM "Attribution" a WHERE a."passageId" = ${passageId}::uuid AND a."deletedAt" IS NULL
    UNION ALL SELECT c."authorId", 'wrote' FROM "Thread" t JOIN "Comment" c ON c."threadId" = t.id
      WHERE t."passageId" = ${passageId}::uuid AND c."deletedAt" IS NULL
    UNION ALL SELECT e."addedById", 'wrote' FROM "Evidence" e
      WHERE e."passageId" = ${passageId}::uuid AND e."deletedAt" IS NULL
    UNION ALL SELECT r."byId", 'wrote' FROM "Resolution" r WHERE r."passageId" = ${passageId}::uuid
    UNION ALL SELECT s."byId", 'wrote' FROM "Settlement" s WHERE s."passageId" = ${passageId}::uuid`;
}
