import "server-only";
import { readArticlePage } from "@/lib/articles/read-article-page";
import type { ArticleList, ArticleListQuery } from "@/lib/articles/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { readJudgedOf } from "./read-judged-of";

/** A page of the articles that this viewer may see, with how far the work on each has come. */
export async function listArticles(viewer: Viewer, query: ArticleListQuery): Promise<ArticleList> {
  const { articles, nextCursor } = await readArticlePage(viewer, query);
  const progress = await readJudgedOf(
    viewer,
    articles.map((one) => one.id),
  );
  return {
    articles: articles.map((one) => ({ ...one, ...(progress.get(one.id) ?? { judged: 0, split: 0 }) })),
    nextCursor,
  };
}
