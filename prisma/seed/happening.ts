import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { Prisma } from "../generated/client";
import type { DemoPerson } from "./people";

/** Something that happened in the demo, so that all of it can be stored in the order of time. */
export type Happening = { hoursAgo: number; store: () => Promise<unknown> };

/** An article of the demo and who works on it. */
export type Scene = {
  articleId: string;
  workspaceId: string;
  text: string;
  viewers: Record<DemoPerson, Viewer>;
  /** 0 is the moment of the seed. */
  ago: (hours: number) => Date;
};

/**
 * Stores what happened, the longest ago first, so that events are numbered in the order of time, and gives it the time
 * at which it happened. What happened at one moment keeps its order.
 */
export async function storeInOrder(scene: Scene, happenings: readonly Happening[]): Promise<void> {
  const { articleId, ago } = scene;
  let stored = 0;
  for (const { hoursAgo, store } of happenings.toSorted((a, b) => b.hoursAgo - a.hoursAgo)) {
    await store();
    const events = await db().event.updateMany({
      where: { articleId, number: { gt: stored } },
      data: { createdAt: ago(hoursAgo) },
    });
    stored += events.count;
  }
  await backdate(scene);
  const last = Math.min(...happenings.map(({ hoursAgo }) => hoursAgo));
  await db().article.update({ where: { id: articleId }, data: { lastActivityAt: ago(last) } });
}

/** The product stores what happens with the time of now; here it gets that of its event. */
async function backdate({ articleId, workspaceId, ago }: Scene): Promise<void> {
  const now = ago(0);
  await db().$executeRaw`
    UPDATE "Passage" p SET "createdAt" = e."createdAt" FROM "Event" e
    WHERE p."articleId" = ${articleId}::uuid AND e."articleId" = p."articleId" AND e.number = p."createdNumber"`;
  await db().$executeRaw`
    UPDATE "Attribution" a SET "createdAt" = made."createdAt", "changedAt" = changed."createdAt"
    FROM "Event" made, "Event" changed
    WHERE a."articleId" = ${articleId}::uuid AND made."articleId" = a."articleId"
      AND made.number = a."createdNumber" AND changed."articleId" = a."articleId" AND changed.number = a."contentNumber"`;
  for (const [table, column] of [
    ["Settlement", "at"],
    ["Assessment", "at"],
    ["Reveal", "at"],
    ["Resolution", "at"],
    ["Evidence", "addedAt"],
    ["Notification", "at"],
    ["Notification", "dueAt"],
  ] as const) {
    await db().$executeRaw`
      UPDATE ${Prisma.raw(`"${table}"`)} x SET ${Prisma.raw(`"${column}"`)} = e."createdAt" FROM "Event" e
      WHERE x."articleId" = ${articleId}::uuid AND e."articleId" = x."articleId" AND e.number = x.number`;
  }
  await db().$executeRaw`
    UPDATE "Suggestion" s SET "decidedAt" = e."createdAt" FROM "Event" e
    WHERE s."articleId" = ${articleId}::uuid AND e."articleId" = s."articleId" AND e.number = s.number
      AND s.state <> 'open'`;
  // Sources belong to no article and have no event: they are as old as their first use.
  await db().$executeRaw`
    UPDATE "Source" s SET "createdAt" = coalesce(
      (SELECT min(a."createdAt") FROM "Attribution" a WHERE a."sourceId" = s.id),
      (SELECT "createdAt" FROM "Article" WHERE id = ${articleId}::uuid))
    WHERE s."workspaceId" = ${workspaceId}::uuid AND s."createdAt" > ${now}`;
}
