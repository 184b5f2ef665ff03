import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import type { Asker } from "@/lib/db/bare";
import { db } from "@/lib/db/client";
import { Prisma } from "@/prisma/generated/client";
import type { NotificationKind } from "./schema";

type Happening = {
  articleId: string;
  /** Event that it tells of. */
  number: number;
  kind: NotificationKind;
  passageId?: string | null;
  threadId?: string | null;
};

/**
 * Stores for these people that something concerns them, in the transaction of what happened. Nobody is told of what
 * they did themselves, nor twice of one event, nor of a workspace that they have left.
 */
export async function notify(
  tx: Asker,
  viewer: Viewer,
  userIds: readonly (string | null)[],
  { articleId, number, kind, passageId = null, threadId = null }: Happening,
): Promise<void> {
  const others = [...new Set(userIds)].filter((id): id is string => id !== null && id !== viewer.userId);
  if (others.length === 0) return;
  await tx.$queryRaw(Prisma.sql`
    INSERT INTO "Notification" (id, "userId", "articleId", number, kind, "passageId", "threadId", "byId")
    SELECT gen_random_uuid(), m."userId", a.id, ${number}::int, ${kind}, ${passageId}::uuid, ${threadId}::uuid,
      ${viewer.userId}::uuid
    FROM "Article" a JOIN "Membership" m ON m."workspaceId" = a."workspaceId"
    WHERE a.id = ${articleId}::uuid AND m."userId" = ANY(${others}::uuid[])
    ON CONFLICT DO NOTHING`);
}

/** Counts these as read, as far as they are this person's and are not yet. */
export async function markNotificationsRead(viewer: Viewer, ids: string[]): Promise<{ read: number }> {
  const { count } = await db().notification.updateMany({
    where: { userId: viewer.userId, readAt: null, id: { in: ids } },
    data: { readAt: new Date() },
  });
  return { read: count };
}
