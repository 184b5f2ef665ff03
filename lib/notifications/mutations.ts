import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import type { Tx } from "@/lib/db/transaction";
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
  tx: Tx,
  viewer: Viewer,
  userIds: readonly (string | null)[],
  { passageId = null, threadId = null, ...happening }: Happening,
): Promise<void> {
  const others = [...new Set(userIds)].filter((id): id is string => id !== null && id !== viewer.userId);
  if (others.length === 0) return;
  const article = { articles: { some: { id: happening.articleId } } };
  const members = await tx.membership.findMany({
    where: { userId: { in: others }, workspace: article },
    select: { userId: true },
  });
  await tx.notification.createMany({
    data: members.map(({ userId }) => ({
      ...happening,
      passageId,
      threadId,
      userId,
      byId: viewer.userId,
    })),
    skipDuplicates: true,
  });
}

/** Counts these as read, as far as they are this person's and are not yet. */
export async function markNotificationsRead(viewer: Viewer, ids: string[]): Promise<{ read: number }> {
  const { count } = await db().notification.updateMany({
    where: { userId: viewer.userId, readAt: null, id: { in: ids } },
    data: { readAt: new Date() },
  });
  return { read: count };
}
