import { ArticleViews } from "@/components/articles/article-views";
import { buttonClass } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import type { OpenedReport } from "@/lib/reports/queries";
import { Report } from "./report";
import { ReportTools } from "./report-tools";

/** The report of an article for its people: the paper itself, and beside it what it holds and where it goes. */
export function ReportRoom({ opened }: { opened: OpenedReport }) {
  const { articleId, workspaceId, report, publication, mayPublish, origin } = opened;
  const { choices, notes, counts } = report;
  // With nothing marked there is nothing to choose; where all was left out by a choice, the choice must stay.
  const hasNothing = notes.length === 0 && choices.unresolved && !publication;
  return (
    <main id="main" className="mx-auto w-full max-w-page px-4 py-8 phone:px-6 print:max-w-none print:p-0">
      <ArticleViews articleId={articleId} current="report" />
      <div
        className={classNames(
          "print:mt-0 print:block",
          !hasNothing && "mt-6 desk:grid desk:grid-cols-page desk:gap-16",
        )}
      >
        <div>
          {!hasNothing && (
            <p className="mb-4 desk:hidden print:hidden">
              <a className="link text-card" href="#report-tools">
                {mayPublish ? "Print, download or publish" : "Print or download"}
              </a>
            </p>
          )}
          {hasNothing ? (
            <NothingYet articleId={articleId} title={report.article.title} />
          ) : (
            <>
              {counts.resolved === 0 && (
                <Notice className="mb-6 print:hidden">
                  Nothing is resolved yet, so this report has no verdicts. Editors and owners{" "}
                  <a className="link" href={`/articles/${articleId}`}>
                    resolve passages in the article
                  </a>
                  .
                </Notice>
              )}
              <Report report={report} />
            </>
          )}
        </div>
        {!hasNothing && (
          <aside
            id="report-tools"
            aria-label="This report"
            className="mt-12 flex scroll-mt-20 flex-col gap-6 desk:sticky desk:top-20 desk:mt-0 desk:self-start print:hidden"
          >
            <ReportTools
              articleId={articleId}
              origin={origin}
              choices={choices}
              publication={publication}
              mayPublish={mayPublish}
              workspace={{ id: workspaceId, name: report.workspace }}
            />
          </aside>
        )}
      </div>
    </main>
  );
}

function NothingYet({ articleId, title }: { articleId: string; title: string }) {
  return (
    <>
      <h1 className="mb-4 break-words font-medium text-dek phone:text-title">{title}</h1>
      <EmptyState title="No report yet">
        <p>
          A report tells what was found: mark passages in the text, judge whether each is so, and let an
          editor resolve them.
        </p>
        <a className={buttonClass("primary")} href={`/articles/${articleId}`}>
          Read the article
        </a>
      </EmptyState>
    </>
  );
}
