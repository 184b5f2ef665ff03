import "server-only";
import { findArticle } from "@/lib/articles/queries";
import { mustBeAble } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { notFound } from "@/lib/errors";

/**
 * Remembers that the viewer opened the article, and says when: now, by the database's clock. At the first time
 * everything so far counts as read.
 */
export async function openArticle(viewer: Viewer, articleId: string, number: number): Promise<Date> {
  const [row] = await db().$queryRaw<{ at: Date }[]>`
    INSERT INTO "Visit" ("userId", "articleId", number, at)
    VALUES (${viewer.userId}::uuid, ${articleId}::uuid, ${number}, now())
    ON CONFLICT ("userId", "articleId") DO UPDATE SET at = now()
    RETURNING at`;
  if (!row) throw notFound("article");
  return row.at;
}

/** Counts everything up to an event number as read; it never goes back, nor beyond what there is. */
export async function markVisit(
  viewer: Viewer,
  articleId: string,
  number: number,
): Promise<{ number: number; at: string }> {
  const article = await findArticle(viewer, articleId);
  mustBeAble(viewer, "article.read", article);
  const [row] = await db().$queryRaw<{ number: number; at: Date }[]>`
    INSERT INTO "Visit" ("userId", "articleId", number, at)
    SELECT ${viewer.userId}::uuid, id, least(${number}, "eventNumber"), now()
    FROM "Article" WHERE id = ${articleId}::uuid
    ON CONFLICT ("userId", "articleId") DO UPDATE SET number = greatest("Visit".number, excluded.number)
    RETURNING number, at`;
  if (!row) throw notFound("article");
  return { number: row.number, at: row.at.toISOString() };
}
