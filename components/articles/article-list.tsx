import { RowKeys } from "@/components/shortcuts/row-keys";
import { Avatar } from "@/components/ui/avatar";
import { TimeAgo } from "@/components/ui/time-ago";
import type { ArticleSummary } from "@/lib/articles/schema";
import { can } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { addressOfClaims } from "@/lib/claims/read-claims-address";
import { ArticleMenu } from "./article-menu";
import { printDay } from "./print-day";

/** The articles as a newspaper's front page sets them: one under the other, headline first. */
export function ArticleList({ viewer, articles }: { viewer: Viewer; articles: ArticleSummary[] }) {
  return (
    <>
      <ul className="border-hairline border-t">
        {articles.map((article) => (
          <li key={article.id} className="border-hairline border-b">
            <ArticleRow viewer={viewer} article={article} />
          </li>
        ))}
      </ul>
      <RowKeys />
    </>
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
    <article data-row tabIndex={-1} className="flex items-start gap-4 py-5 outline-offset-4">
      <div className="min-w-0 flex-1">
        <h2 className="wrap-anywhere text-dek font-medium" lang={article.language}>
          <a data-open className="hover:underline" href={`/articles/${article.id}`}>
            {article.title}
          </a>
        </h2>
        {facts.length > 0 && <p className="mt-1 text-card text-muted">{facts.join(" · ")}</p>}
        <p className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-label text-muted tabular-nums">
          <News article={article} />
          <span>{progressOf(article)}</span>
          {article.split > 0 && (
            <a
              className="link inline-flex min-h-6 items-center pointer-coarse:min-h-11"
              href={addressOfClaims(article.id, { state: "split" })}
            >
              {article.split.toLocaleString("en-GB")} split
            </a>
          )}
          <span>{count(article.openThreads, "open thread")}</span>
          <span className="inline-flex items-center gap-2">
            <Faces people={article.people} />
            <span>
              Last activity <TimeAgo at={article.lastActivityAt} />
            </span>
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

/** "7 of 12 passages judged": how far the article is examined. */
function progressOf({ judged, passages }: ArticleSummary): string {
  if (passages === 0) return "No passages";
  return `${judged.toLocaleString("en-GB")} of ${count(passages, "passage")} judged`;
}

/** Who worked on it last, the latest first. */
function Faces({ people }: Pick<ArticleSummary, "people">) {
  if (people.length === 0) return null;
  return (
    <span className="flex gap-0.5">
      <span className="sr-only">Last worked on by {people.map((one) => one.name).join(", ")}.</span>
      {people.map((one) => (
        <Avatar key={one.id} small name={one.name} id={one.id} />
      ))}
    </span>
  );
}

function count(number: number, word: string): string {
  return `${number === 0 ? "No" : number.toLocaleString("en-GB")} ${word}${number === 1 ? "" : "s"}`;
}
