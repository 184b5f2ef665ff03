import "server-only";
import { type Viewer, workspaceIds } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { notFound } from "@/lib/errors";
import { readPresence } from "./presence";
import type { ArticleBell, Presence } from "./schema";

/** The workspace of each of these articles; 404 when this viewer may not see one of them. */
export async function findWatched(
  viewer: Viewer,
  articleIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db().article.findMany({
    where: { id: { in: [...articleIds] }, workspaceId: { in: workspaceIds(viewer) } },
    select: { id: true, workspaceId: true },
  });
  const found = new Map(rows.map((row) => [row.id, row.workspaceId]));
  if (articleIds.some((id) => !found.has(id))) throw notFound("article");
  return found;
}

/** The number of the last event of each article. */
export async function readNumbers(articleIds: readonly string[]): Promise<ArticleBell[]> {
  const rows = await db().article.findMany({
    where: { id: { in: [...articleIds] } },
    select: { id: true, eventNumber: true },
  });
  return rows.map((row) => ({ articleId: row.id, number: row.eventNumber }));
}

/** Who reads this article now, for a viewer who may see it. */
export async function getPresence(viewer: Viewer, articleId: string): Promise<Presence> {
  await findWatched(viewer, [articleId]);
  const all = await readPresence([articleId]);
  return all.get(articleId) ?? { articleId, people: [] };
}
