"use client";

import { buttonClass } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { can } from "@/lib/auth/permissions";
import { asReader, type Viewer } from "@/lib/auth/viewer";
import { addressOfClaims, type ClaimsAddress, type ClaimsView } from "@/lib/claims/read-claims-address";
import { BoardView } from "./board-view";
import type { ClaimsPage } from "./claims-page";
import { GoLink } from "./go-link";
import { MatrixView } from "./matrix-view";
import { NumbersView } from "./numbers-view";
import { ProgressBar } from "./progress-bar";
import { RevealAll } from "./reveal-all";
import { TableView } from "./table-view";
import { useLiveClaims } from "./use-live-claims";

const views: { view: ClaimsView; label: string }[] = [
  { view: "table", label: "Table" },
  { view: "board", label: "Agreement board" },
  { view: "matrix", label: "Said × so" },
  { view: "numbers", label: "Numbers and dates" },
];

type Props = {
  article: { id: string; workspaceId: string; language: string };
  viewer: Viewer;
  asked: ClaimsAddress;
  initial: ClaimsPage;
};

/** The claims of an article: how far the work has come, and the view of them that the address asks for. Live. */
export function ClaimsRoom({ article, viewer, asked, initial }: Props) {
  const { page, isOnline, failure, ask } = useLiveClaims(article.id, asked, initial);
  const { progress, hidden, archived } = page.answer;
  const { workspaceId } = article;
  const may = archived ? asReader(viewer, workspaceId) : viewer;
  const view = asked.view ?? "table";
  const isEmpty = progress.passages === 0 && view !== "numbers";
  return (
    <>
      {!isOnline && (
        <Notice kind="offline" className="mb-4">
          You are offline. This is how it stood when you last were online.
        </Notice>
      )}
      {failure && (
        <Notice kind="error" className="mb-4">
          This is not up to date: {failure}{" "}
          <button type="button" className="link" onClick={ask}>
            Try again
          </button>
        </Notice>
      )}
      <ProgressBar articleId={article.id} progress={progress} hidden={hidden} />
      {hidden > 0 && (
        <RevealAll
          articleId={article.id}
          hidden={hidden}
          mayJudge={can(may, "assessment.create", { workspaceId })}
          onRevealed={ask}
        />
      )}
      <nav
        aria-label="Views of the claims"
        className="-mx-4 mb-6 flex overflow-x-auto border-hairline border-b px-4 phone:mx-0 phone:px-0 print:hidden"
      >
        {views.map((one) => (
          <GoLink
            key={one.view}
            href={addressOfClaims(article.id, { view: one.view })}
            {...(one.view === view ? { "aria-current": "page" as const } : {})}
            className={classNames(
              "inline-flex min-h-11 items-center whitespace-nowrap border-b-2 px-3 font-medium text-card first:-ml-3",
              one.view === view ? "border-ink text-ink" : "border-transparent text-muted hover:text-ink",
            )}
          >
            {one.label}
          </GoLink>
        ))}
      </nav>
      {isEmpty ? (
        <NoClaims articleId={article.id} />
      ) : (
        <>
          {page.view === "table" && (
            <TableView
              articleId={article.id}
              language={article.language}
              viewerId={viewer.userId}
              mayAssign={can(may, "passage.assign", { workspaceId })}
              mayDescribe={can(may, "passage.describe", { workspaceId })}
              asked={asked}
              answer={page.answer}
              onChanged={ask}
            />
          )}
          {page.view === "board" && (
            <BoardView article={article} viewerId={viewer.userId} answer={page.answer} />
          )}
          {page.view === "matrix" && <MatrixView article={article} answer={page.answer} />}
          {page.view === "numbers" && <NumbersView article={article} asked={asked} answer={page.answer} />}
        </>
      )}
    </>
  );
}

function NoClaims({ articleId }: { articleId: string }) {
  return (
    <EmptyState title="No claims yet">
      <p>Here stands every passage that somebody has marked, with who said it and whether it is so.</p>
      <a className={buttonClass("primary")} href={`/articles/${articleId}`}>
        Read the article
      </a>
    </EmptyState>
  );
}
