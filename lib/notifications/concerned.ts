import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { Prisma } from "@/prisma/generated/client";
import type { Part } from "./watch";

type Place = {
  articleId: string;
  passageId: string | null;
  threadId: string | null;
  /** Whom the write itself names, and as what. */
  named: readonly { userId: string; part: Part }[];
};

/**
 * Members of the article's workspace, but the viewer, who have a part in what happened at this passage or thread, are
 * named in it, or want to hear everything: "userId", their level and all their parts, one row a person.
 */
export function concernedSql(viewer: Viewer, { articleId, passageId, threadId, named }: Place): Prisma.Sql {
  // Each person's parts are put together first: of a thread of a thousand comments by six people, six go on.
  return Prisma.sql`
    WITH part AS (
      SELECT one."userId", array_agg(DISTINCT one.name) AS names
      FROM (
        ${partsOfThread(threadId)}
        UNION ALL ${partsOfPassage(passageId)}
        UNION ALL SELECT * FROM unnest(${named.map((one) => one.userId)}::uuid[], ${named.map((one) => one.part)}::text[])
      ) one
      WHERE one."userId" IS NOT NULL
      GROUP BY one."userId"
    )
    SELECT m."userId", coalesce(w.level, u."watchLevel")::text AS level, coalesce(part.names, '{}') AS parts
    FROM "Article" a
    JOIN "Membership" m ON m."workspaceId" = a."workspaceId"
    JOIN "User" u ON u.id = m."userId"
    LEFT JOIN "Watch" w ON w."userId" = m."userId" AND w."articleId" = a.id
    LEFT JOIN part ON part."userId" = m."userId"
    WHERE a.id = ${articleId}::uuid AND m."userId" <> ${viewer.userId}::uuid
      AND (part."userId" IS NOT NULL OR coalesce(w.level, u."watchLevel") = 'everything')`;
}

function partsOfThread(threadId: string | null): Prisma.Sql {
  return Prisma.sql`
    SELECT t."createdById" AS "userId", 'thread' AS name FROM "Thread" t WHERE t.id = ${threadId}::uuid
    UNION ALL SELECT t."assigneeId", 'thread' FROM "Thread" t WHERE t.id = ${threadId}::uuid
    UNION ALL SELECT c."authorId", 'thread' FROM "Comment" c
      WHERE c."threadId" = ${threadId}::uuid AND c."deletedAt" IS NULL
    UNION ALL SELECT s."byId", 'verdict' FROM "Thread" t
      JOIN "Assessment" s ON s.id = t."assessmentId" WHERE t.id = ${threadId}::uuid`;
}

function partsOfPassage(passageId: string | null): Prisma.Sql {
  return Prisma.sql`
    SELECT p."createdById", 'marked' FROM "Passage" p WHERE p.id = ${passageId}::uuid
    UNION ALL SELECT p."assigneeId", 'asked' FROM "Passage" p WHERE p.id = ${passageId}::uuid
    UNION ALL SELECT s."byId", 'judged' FROM "Assessment" s
      WHERE s."passageId" = ${passageId}::uuid AND s.verdict IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM "Assessment" n WHERE n."replacesId" = s.id)`;
}
