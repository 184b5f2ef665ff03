import "server-only";
import { Prisma } from "@/prisma/generated/client";

/** A moment in UTC as `Date.toISOString` writes it, with milliseconds: for rows that Postgres writes in JSON. */
export function isoSql(moment: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`to_char(${moment} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
