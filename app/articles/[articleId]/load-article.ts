import { notFound } from "next/navigation";
import { getArticle } from "@/lib/articles/queries";
import type { Viewer } from "@/lib/auth/viewer";
import type { Discussion } from "@/lib/discussion/schema";
import { AppError } from "@/lib/errors";
import { id } from "@/lib/http/fields";

type Read = (viewer: Viewer, articleId: string) => Promise<Discussion>;

/**
 * An article with its discussion, for a page; the not-found page when this viewer may not see it. `read` tells whether
 * the page counts as opening the article.
 */
export async function loadArticle(viewer: Viewer, given: string, read: Read) {
  const { data: articleId } = id.safeParse(given);
  if (!articleId) notFound();
  try {
    const [article, discussion] = await Promise.all([getArticle(viewer, articleId), read(viewer, articleId)]);
    return { viewer, article, discussion };
  } catch (error) {
    if (error instanceof AppError && error.code === "not-found") notFound();
    throw error;
  }
}
