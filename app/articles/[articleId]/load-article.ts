import { notFound } from "next/navigation";
import { getArticle } from "@/lib/articles/queries";
import type { Viewer } from "@/lib/auth/viewer";
import { getDiscussion } from "@/lib/discussion/queries";
import { AppError } from "@/lib/errors";
import { id } from "@/lib/http/fields";

/** An article with its discussion, for a page; the not-found page when this viewer may not see it. */
export async function loadArticle(viewer: Viewer, given: string) {
  const { data: articleId } = id.safeParse(given);
  if (!articleId) notFound();
  try {
    const [article, discussion] = await Promise.all([
      getArticle(viewer, articleId),
      getDiscussion(viewer, articleId),
    ]);
    return { viewer, article, discussion };
  } catch (error) {
    if (error instanceof AppError && error.code === "not-found") notFound();
    throw error;
  }
}
