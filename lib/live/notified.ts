import "server-only";
import type { Asker } from "@/lib/db/bare";
import { Prisma } from "@/prisma/generated/client";

/** The channel that tells open streams that somebody's notifications changed; its payload is `{userId}`. */
export const notifiedChannel = "sayso_notified";

/** Tells every process that this person's notifications changed. Leaves with the commit. */
export async function tellNotified(tx: Asker, userId: string): Promise<void> {
  await tx.$queryRaw(Prisma.sql`SELECT ${notifySql(Prisma.sql`${userId}::uuid`)}`);
}

/** The same for a statement that has the person in a column. */
export function notifySql(userId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`pg_notify(${notifiedChannel}, json_build_object('userId', ${userId})::text)::text AS told`;
}
