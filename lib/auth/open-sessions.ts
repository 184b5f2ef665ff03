import "server-only";
import { Prisma } from "@/prisma/generated/client";
import { sessionIdleMs, sessionMaxMs } from "./cookie";

/** Those of these sessions that have not ended, each with whose it is: the rule of session.ts for many at once. */
export function openSessionsSql(sessionIds: readonly string[]): Prisma.Sql {
  return Prisma.sql`
    SELECT s.id, s."userId" FROM "Session" s
    JOIN "User" u ON u.id = s."userId" AND u."sessionVersion" = s.version
    WHERE s.id = ANY(${[...sessionIds]}::uuid[]) AND s."endedAt" IS NULL
      AND s."lastSeenAt" >= now() - make_interval(secs => ${sessionIdleMs / 1000})
      AND s."createdAt" >= now() - make_interval(secs => ${sessionMaxMs / 1000})`;
}
