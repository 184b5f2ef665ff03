import { WatchSelect } from "@/components/notifications/watch-select";
import type { ArticleText, EditedArticle } from "@/lib/articles/schema";
import type { WatchLevel } from "@/lib/notifications/schema";
import { ArticleMenu } from "./article-menu";
import { ArticleViews } from "./article-views";
import { countStoryWords } from "./count-story-words";

/** Words that a practised reader takes in a minute. */
const wordsAMinute = 220;

const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
const count = new Intl.NumberFormat("en-GB");

type Props = {
  article: ArticleText;
  canEdit: boolean;
  /** Of what the reader wants to hear in it; nothing where it cannot be chosen. */
  watch?: WatchLevel;
  /** It stands above the plain text already. */
  isPlain?: boolean;
};

/**
 * What is known of an article, in one line above its headline; of what its reader wants to hear, and for editors what
 * they may do to it.
 */
export function ArticleHeader({ article, canEdit, watch, isPlain = false }: Props) {
  const words = countStoryWords(article.revision);
  const facts = [
    article.publisher,
    article.publishedAt && day.format(new Date(article.publishedAt)),
    article.author && `By ${article.author}`,
    `${Math.max(1, Math.round(words / wordsAMinute))} min, ${count.format(words)} words`,
  ].filter((fact) => fact !== null && fact !== "");
  return (
    <header className="mb-6 font-sans">
      <div className="flex flex-wrap items-start justify-between gap-x-4">
        <ArticleViews articleId={article.id} current="read" />
        {!isPlain && (
          <a
            className="link inline-flex min-h-8 items-center text-label print:hidden pointer-coarse:min-h-11"
            href={`/articles/${article.id}/plain`}
          >
            Plain text
          </a>
        )}
      </div>
      <p className="numbers-note mb-2 text-label text-muted">
        Numbers in the text are those of the notes in this article’s report.
      </p>
      <div className="flex items-start justify-between gap-4 border-ink border-t pt-2">
        <div className="flex min-w-0 flex-wrap items-baseline gap-x-3 text-label text-muted">
          <p className="flex flex-wrap items-baseline gap-x-1.5">
            {facts.map((fact, at) => (
              <span key={fact}>
                <span className={at === 0 ? "font-semibold text-ink" : undefined}>{fact}</span>
                {/* Behind the fact: where the line breaks, the next one must not begin with it. */}
                {(at < facts.length - 1 || article.url) && (
                  <span aria-hidden className="ml-1.5">
                    ·
                  </span>
                )}
              </span>
            ))}
            {article.url && (
              <a
                className="link inline-flex min-h-6 items-center pointer-coarse:min-h-11"
                href={article.url}
                rel="noreferrer noopener"
              >
                Original
              </a>
            )}
          </p>
          {watch && <WatchSelect articleId={article.id} level={watch} />}
        </div>
        {canEdit && (
          <span className="-mt-2 print:hidden">
            <ArticleMenu article={withoutText(article)} />
          </span>
        )}
      </div>
    </header>
  );
}

/** What the menu needs. The text must not travel to the browser once more with it. */
function withoutText(article: ArticleText): EditedArticle {
  const { id, title, author, publisher, publishedAt, url, language, version, archivedAt } = article;
  return { id, title, author, publisher, publishedAt, url, language, version, archivedAt };
}
