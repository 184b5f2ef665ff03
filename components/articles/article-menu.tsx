"use client";

import { Late } from "@/components/ui/late";
import type { EditedArticle } from "@/lib/articles/schema";
import { ArticleActionsButton } from "./article-actions-button";

const load = async () => (await import("./article-actions")).ArticleActions;

/** What may be done to an article as a whole. For those who may: ask `can(viewer, "article.edit", …)` first. */
export function ArticleMenu({ article }: { article: EditedArticle }) {
  return (
    <Late
      load={load}
      props={{ article }}
      served={<ArticleActionsButton title={article.title} aria-haspopup="menu" data-early="" />}
    />
  );
}
