import "server-only";
import { Prisma } from "@/prisma/generated/client";
import { sessionIdleMs, sessionMaxMs } from "./cookie";

/**
 * True of a session "s" of the user "u" that is open at this moment: not signed out, not older than the user's sessionVersion, used
 * within the last 12 h, and begun within the last 30 days.
 */
export function isOpenSql(now: Date | Prisma.Sql): Prisma.Sql {
  const at = now instanceof Date ? Prisma.sql`${now}::timestamptz` : now;
  const before = (ms: number) => Prisma.sql`(${at} - make_interval(secs => ${ms / 1000}))`;
  return Prisma.sql`s."endedAt" IS NULL AND s.version = u."sessionVersion"
    AND s."lastSeenAt" >= ${before(sessionIdleMs)} AND s."createdAt" >= ${before(sessionMaxMs)}`;
}

/** Those of these sessions that are open, each with whose it is. */
export function openSessionsSql(sessionIds: readonly string[], now: Date): Prisma.Sql {
  return Prisma.sql`
    SELECT s.id, s."userId" FROM "Session" s JOIN "User" u ON u.id = s."userId"
    WHERE s.id = ANY(${[...sessionIds]}::uuid[]) AND ${isOpenSql(now)}`;
}
