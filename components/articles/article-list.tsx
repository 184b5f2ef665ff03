import { TimeAgo } from "@/components/ui/time-ago";
import type { ArticleSummary } from "@/lib/articles/schema";
import { can } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { ArticleMenu } from "./article-menu";
import { printDay } from "./print-day";

/** The articles as a newspaper's front page sets them: one under the other, headline first. */
export function ArticleList({ viewer, articles }: { viewer: Viewer; articles: ArticleSummary[] }) {
  return (
    <ul className="border-hairline border-t">
      {articles.map((article) => (
        <li key={article.id} className="border-hairline border-b">
          <ArticleRow viewer={viewer} article={article} />
        </li>
      ))}
    </ul>
  );
}

function ArticleRow({ viewer, article }: { viewer: Viewer; article: ArticleSummary }) {
  const facts = [
    article.publisher,
    article.author,
    article.publishedAt && printDay(article.publishedAt),
    viewer.memberships.length > 1 && article.workspaceName,
  ].filter(Boolean);
  return (
    <article className="flex items-start gap-4 py-5">
      <div className="min-w-0 flex-1">
        <h2 className="text-dek font-medium" lang={article.language}>
          <a className="hover:underline" href={`/articles/${article.id}`}>
            {article.title}
          </a>
        </h2>
        {facts.length > 0 && <p className="mt-1 text-card text-muted">{facts.join(" · ")}</p>}
        <p className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-label text-muted tabular-nums">
          <News article={article} />
          <span>{count(article.passages, "passage")}</span>
          <span>{count(article.openThreads, "open thread")}</span>
          <span>
            Last activity <TimeAgo at={article.lastActivityAt} />
          </span>
        </p>
      </div>
      {can(viewer, "article.edit", article) && <ArticleMenu article={article} />}
    </article>
  );
}

function News({ article: { newComments } }: { article: ArticleSummary }) {
  if (newComments === 0) return null;
  return (
    <span className="font-semibold text-active">
      <span aria-hidden>● </span>
      {newComments === null ? "Not opened yet" : count(newComments, "new comment")}
    </span>
  );
}

function count(number: number, word: string): string {
  return `${number === 0 ? "No" : number.toLocaleString("en-GB")} ${word}${number === 1 ? "" : "s"}`;
}
