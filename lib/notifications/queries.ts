import "server-only";
import { type Viewer, workspaceIds } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { type NotificationView, notificationKind } from "./schema";

const mostShown = 50;

/** What concerns this viewer and is not read yet, the latest first. What is out of their sight by now is left out. */
export async function listNotifications(
  viewer: Viewer,
): Promise<{ notifications: NotificationView[]; unread: number }> {
  const where = {
    userId: viewer.userId,
    readAt: null,
    article: { workspaceId: { in: workspaceIds(viewer) }, archivedAt: null },
    OR: [{ passageId: null }, { passage: { deletedAt: null } }],
  };
  const [rows, unread] = await Promise.all([
    db().notification.findMany({
      where,
      orderBy: [{ at: "desc" }, { id: "desc" }],
      take: mostShown,
      select: {
        id: true,
        kind: true,
        articleId: true,
        passageId: true,
        threadId: true,
        at: true,
        readAt: true,
        by: { select: { name: true } },
        article: { select: { title: true } },
        passage: { select: { exact: true } },
      },
    }),
    db().notification.count({ where }),
  ]);
  return {
    unread,
    notifications: rows.map(({ kind, at, readAt, by, article, passage, ...row }) => ({
      ...row,
      kind: notificationKind.parse(kind),
      articleTitle: article.title,
      words: passage?.exact ?? "",
      by: by.name,
      at: at.toISOString(),
      readAt: readAt?.toISOString() ?? null,
    })),
  };
}
