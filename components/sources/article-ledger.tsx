"use client";

import { Download } from "lucide-react";
import { useCallback, useMemo, useState } from "react";
import { percentWords } from "@/components/attributions/coverage-words";
import { useDiscussion } from "@/components/discussion/use-discussion";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import type { BlockPlace } from "@/lib/articles/document-schema";
import { readVerdicts } from "@/lib/assessments/verdicts";
import { type BlockCoverage, firstBareClaim, percentsOf, sharesOf } from "@/lib/attributions/coverage";
import { type LedgerRow, ledgerOf, unnamedIn } from "@/lib/attributions/ledger";
import { can } from "@/lib/auth/permissions";
import { asReader, type Viewer } from "@/lib/auth/viewer";
import { inTextOrder } from "@/lib/discussion/list-passages";
import { proposedIn } from "@/lib/discussion/proposed-in";
import { readArticle } from "@/lib/discussion/read-article";
import type { Discussion } from "@/lib/discussion/schema";
import type { PassageView } from "@/lib/passages/schema";
import { proposeMerges } from "@/lib/sources/propose-merges";
import type { SourceView } from "@/lib/sources/schema";
import type { SuggestionView } from "@/lib/suggestions/schema";
import { countOf } from "@/lib/text/count-of";
import { wordsAddress } from "@/lib/text/words-fragment";
import { ChainDrawing } from "./chain-drawing";
import { countThreads } from "./count-threads";
import { LedgerControls } from "./ledger-controls";
import { LedgerTable } from "./ledger-table";
import { MergeDialog } from "./merge-dialog";
import { MergeProposals } from "./merge-proposals";
import { firstView, viewLedger } from "./sort-ledger";
import { looksOf } from "./source-colours";
import { SourceDialog } from "./source-dialog";
import { UnnamedPassages, unnamedId } from "./unnamed-passages";
import { useMerging } from "./use-merging";

type Props = {
  article: {
    id: string;
    publisher: string | null;
    text: string;
    blocks: readonly BlockPlace[];
    workspaceId: string;
  };
  viewer: Viewer;
  initial: Discussion;
};

/** The sources of one article: who says how much of it, how, and on whose word. Live, as the reading room is. */
export function ArticleLedger({ article, viewer, initial }: Props) {
  const { text, blocks, workspaceId } = article;
  const { discussion, merge, connection } = useDiscussion(initial);
  const [view, setView] = useState(firstView);
  const [editing, setEditing] = useState<SourceView | null>(null);
  const [mergingRow, setMergingRow] = useState<LedgerRow | null>(null);
  const merging = useMerging(useCallback((sources) => merge({ sources }), [merge]));
  const { voices, coverage } = useMemo(
    () => readArticle({ text, blocks }, discussion),
    [text, blocks, discussion],
  );
  const passages = useMemo(() => discussion.passages.toSorted(inTextOrder), [discussion.passages]);
  const rows = useMemo(
    () => ledgerOf({ text, passages, coverage, voices }),
    [text, passages, coverage, voices],
  );
  const unnamed = useMemo(() => unnamedIn(passages, voices), [passages, voices]);
  const verdicts = useMemo(() => readVerdicts({ ...discussion, voices }), [discussion, voices]);
  const looks = useMemo(() => looksOf(voices), [voices]);
  const threads = useMemo(
    () => countThreads(discussion.threads, voices.sources),
    [discussion.threads, voices],
  );
  const proposals = useMemo(() => {
    const uses = new Map(rows.map((row) => [row.source.id, row.passages.length]));
    return proposeMerges(
      rows.map((row) => row.source),
      uses,
    );
  }, [rows]);
  const may = discussion.archived ? asReader(viewer, workspaceId) : viewer;
  const mayMerge = can(may, "source.merge", { workspaceId });
  const shown = viewLedger(rows, view);
  const drop = (dragged: string, onto: LedgerRow) => {
    const source = voices.sources.get(dragged);
    if (source && source.id !== onto.source.id) void merging.merge(source, onto.source);
  };

  if (rows.length === 0)
    return (
      <>
        <NoSources articleId={article.id} proposed={proposedIn(discussion, voices)} />
        <UnnamedPassages articleId={article.id} passages={unnamed} voices={voices} />
      </>
    );
  return (
    <>
      {connection === "offline" && (
        <Notice kind="offline" className="mb-4">
          You are offline. This is how it stood when you last were online.
        </Notice>
      )}
      <Summary
        articleId={article.id}
        text={text}
        coverage={coverage}
        passages={passages}
        sources={rows.length}
        unnamed={unnamed.length}
      />
      {mayMerge && <MergeProposals proposals={proposals} merging={merging} />}
      <LedgerControls view={view} onView={setView} />
      {shown.length > 0 ? (
        <LedgerTable
          rows={shown}
          view={view}
          onView={setView}
          looks={looks}
          mayMerge={mayMerge}
          onMerge={setMergingRow}
          onDrop={drop}
          articleId={article.id}
          text={text}
          voices={voices}
          verdicts={verdicts}
          threads={threads}
          onEdit={can(may, "source.edit", { workspaceId }) ? setEditing : null}
          onUnmerge={mayMerge ? (source) => void merging.unmerge(source) : null}
        />
      ) : (
        <p className="py-6 text-card text-muted">
          No source is like this.{" "}
          <button type="button" className="link" onClick={() => setView(firstView)}>
            Show all {rows.length}
          </button>
        </p>
      )}
      <UnnamedPassages articleId={article.id} passages={unnamed} voices={voices} />
      <p className="mt-4">
        <a className={buttonClass("plain", "small")} href={`/api/articles/${article.id}/ledger/csv`} download>
          <Download aria-hidden className="size-4" />
          Export as CSV
        </a>
      </p>
      <ChainDrawing
        articleId={article.id}
        publisher={article.publisher}
        passages={passages}
        voices={voices}
        looks={looks}
      />
      {editing && (
        <SourceDialog
          source={editing}
          articleId={article.id}
          onSaved={(source) => merge({ sources: [source] })}
          onClose={() => setEditing(null)}
        />
      )}
      {mergingRow && (
        <MergeDialog
          source={mergingRow.source}
          sources={rows.map((row) => row.source)}
          looks={looks}
          merging={merging}
          onClose={() => setMergingRow(null)}
        />
      )}
    </>
  );
}

type SummaryProps = {
  articleId: string;
  text: string;
  coverage: readonly BlockCoverage[];
  passages: readonly PassageView[];
  sources: number;
  /** Passages of somebody unnamed, who is no source. */
  unnamed: number;
};

/** Whose words the article is made of, in a sentence. */
function Summary({ articleId, text, coverage, passages, sources, unnamed }: SummaryProps) {
  const shares = sharesOf(coverage);
  const percents = percentsOf(shares);
  const ofUnnamed = percents.sources.get("unnamed") ?? 0;
  const sourced = [...percents.sources.values()].reduce((sum, one) => sum + one, 0) - ofUnnamed;
  const claims = coverage.reduce((sum, block) => sum + block.bareClaims.length, 0);
  const claim = firstBareClaim(coverage, passages);
  const [unmarked] = coverage.flatMap((block) => block.bareClaims);
  const first = `${countOf(sources, "source")} speak${sources === 1 ? "s" : ""} ${percentWords(sourced)} of the words`;
  const parts = [
    shares.reporter > 0 && `${percentWords(percents.reporter)} are the reporter’s own`,
    shares.differing > 0 && `on ${percentWords(percents.differing)} colleagues differ`,
    `${percentWords(percents.unexamined)} are not examined yet`,
  ];
  return (
    <p className="mb-6 max-w-prose text-body">
      {first}
      {unnamed > 0 && (
        <>
          ,{" "}
          <a className="link" href={`#${unnamedId}`}>
            {countOf(unnamed, "passage")} of somebody unnamed
          </a>{" "}
          {unnamed === 1 ? "is" : "are"} {percentWords(ofUnnamed)}
        </>
      )}
      , {parts.filter(Boolean).join(", ")}.{" "}
      {claims > 0 && (
        <a
          className="link"
          href={
            claim
              ? `/articles/${articleId}?passage=${claim.id}`
              : `/articles/${articleId}${unmarked ? wordsAddress(text, unmarked) : ""}`
          }
        >
          {claims === 1 ? "1\u00a0claim has no source." : `${claims}\u00a0claims have no source.`}
        </a>
      )}
    </p>
  );
}

type NoSourcesProps = { articleId: string; proposed: readonly SuggestionView[] };

function NoSources({ articleId, proposed: all }: NoSourcesProps) {
  const proposed = all.filter((one) => one.kind === "attribution").length;
  return (
    <EmptyState title="No sources yet">
      <p>Sources appear as you say who said it: mark a passage in the text and name its source.</p>
      {proposed > 0 && (
        <p>
          {countOf(proposed, "suggestion")} of who said what {proposed === 1 ? "waits" : "wait"} in the text
          for a look.
        </p>
      )}
      <a className={buttonClass("primary")} href={`/articles/${articleId}`}>
        Read the article
      </a>
    </EmptyState>
  );
}
