import { notFound } from "next/navigation";
import { orNotFound } from "@/app/or-not-found";
import { readArticleText } from "@/lib/articles/queries";
import type { Viewer } from "@/lib/auth/viewer";
import { sendHeadEarly } from "@/lib/http/early-head";
import { id } from "@/lib/http/fields";

/**
 * An article with its discussion, for a page; the not-found page when this viewer may not see it. `read` tells whether
 * the page counts as opening the article. A page that shows itself to whoever may see the article gives its kind: its
 * head need not wait for the discussion.
 */
export async function loadArticle<D>(
  viewer: Viewer,
  given: string,
  read: (viewer: Viewer, articleId: string) => Promise<D>,
  kind?: string,
) {
  const { data: articleId } = id.safeParse(given);
  if (!articleId) notFound();
  const text = readArticleText(viewer, articleId);
  if (kind)
    text.then(
      () => sendHeadEarly(kind),
      () => {},
    );
  const found = Promise.all([text, read(viewer, articleId)]);
  const [article, discussion] = await orNotFound(found);
  return { viewer, article, discussion };
}
