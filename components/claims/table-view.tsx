"use client";

import { Download } from "lucide-react";
import { type RefObject, useEffect, useRef } from "react";
import { KeyOf } from "@/components/shortcuts/key-of";
import { useRowKeys } from "@/components/shortcuts/use-row-keys";
import { buttonClass } from "@/components/ui/button";
import { EarlyKeys } from "@/components/ui/early-keys";
import { verdictWords } from "@/lib/assessments/scale";
import { addressOfClaims, type ClaimsAddress } from "@/lib/claims/read-claims-address";
import type { ClaimsTable } from "@/lib/claims/schema";
import { pageSize } from "@/lib/claims/sort-claims";
import { countOf } from "@/lib/text/count-of";
import { ClaimCards } from "./claim-cards";
import { ClaimsControls } from "./claims-controls";
import { ClaimsRows } from "./claims-rows";
import { GoLink } from "./go-link";
import { keepRow, takeRow } from "./kept-row";
import { SelectionBar } from "./selection-bar";
import { type ClaimSelection, useClaimSelection } from "./use-claim-selection";

export type TableProps = {
  articleId: string;
  language: string;
  viewerId: string;
  mayAssign: boolean;
  mayDescribe: boolean;
  asked: ClaimsAddress;
  answer: ClaimsTable;
  /** Something was changed here; the bell comes later. */
  onChanged: () => void;
};

/** What the rows need beside that: null for those who may change nothing. */
export type RowsProps = TableProps & { selection: ClaimSelection | null };

/** The table of claims with what narrows it, or cards where there is no room for a table. */
export function TableView(props: TableProps) {
  const { articleId, asked, answer } = props;
  const { cursor, sort: _sort, view: _view, from: _from, ...narrowing } = asked;
  const root = useRef<HTMLDivElement>(null);
  useRowKeys(root);
  useRowReturn(root, articleId);
  const mayChange = props.mayAssign || props.mayDescribe;
  const held = useClaimSelection(answer.rows, mayChange, props.onChanged);
  const selection = mayChange ? held : null;
  const isNarrowed = Object.values(narrowing).some(Boolean);
  const csv = new URLSearchParams(addressOfClaims(articleId, { ...asked, cursor: undefined }).split("?")[1]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only remembers which link was followed
    // biome-ignore lint/a11y/useKeyWithClickEvents: a link that is followed by key is clicked
    <div ref={root} onClick={(event) => keepFollowed(event.target, articleId)}>
      <EarlyKeys />
      <ClaimsControls {...props} />
      {asked.cell && <CellNote articleId={articleId} asked={asked} cell={asked.cell} />}
      <p aria-live="polite" className="mb-2 text-label text-muted">
        {isNarrowed
          ? `${answer.total.toLocaleString("en-GB")} of ${countOf(answer.progress.passages, "claim")}`
          : countOf(answer.progress.passages, "claim")}
      </p>
      {answer.rows.length > 0 ? (
        <>
          <ClaimsRows {...props} selection={selection} />
          <ClaimCards {...props} selection={selection} />
          {selection && <SelectionBar {...props} selection={selection} people={answer.people} />}
        </>
      ) : (
        <p className="py-6 text-card text-muted">
          {cursor ? "Nothing comes after this any more. " : "No claim is like this. "}
          <GoLink className="link" href={addressOfClaims(articleId, { sort: asked.sort })}>
            Show all {answer.progress.passages}
          </GoLink>
        </p>
      )}
      <nav aria-label="Pages" className="mt-6 flex flex-wrap items-center gap-3 print:hidden">
        {cursor && (
          <a
            className={buttonClass("plain", "small")}
            href={addressOfClaims(articleId, { ...asked, cursor: undefined })}
          >
            Back to the top
          </a>
        )}
        {answer.nextCursor && (
          <a
            className={buttonClass("plain", "small")}
            href={addressOfClaims(articleId, { ...asked, cursor: answer.nextCursor })}
          >
            Next {pageSize}
          </a>
        )}
        <a
          className={buttonClass("plain", "small")}
          href={`/api/articles/${articleId}/claims/csv${csv.size > 0 ? `?${csv}` : ""}`}
          download
        >
          <Download aria-hidden className="size-4" />
          Export as CSV
        </a>
        <p className="text-label text-muted max-phone:hidden">
          <KeyOf id="lists.next" /> and <KeyOf id="lists.previous" /> go through the rows,{" "}
          <KeyOf id="lists.open" /> opens one
          {mayChange && (
            <>
              , <KeyOf id="claims.select" /> selects it
            </>
          )}
          .
        </p>
      </nav>
    </div>
  );
}

/** Whoever follows a row into the text finds it again when they come back. */
function keepFollowed(target: EventTarget, articleId: string): void {
  if (!(target instanceof Element) || !target.closest("a[data-open]")) return;
  const passageId = target.closest<HTMLElement>("[data-row]")?.dataset.row;
  if (passageId) keepRow(articleId, passageId);
}

/** The row that was left has the focus again. */
function useRowReturn(root: RefObject<HTMLElement | null>, articleId: string): void {
  useEffect(() => {
    const passageId = takeRow(articleId);
    if (!passageId) return;
    const rows = root.current?.querySelectorAll<HTMLElement>(`[data-row="${CSS.escape(passageId)}"]`) ?? [];
    const row = Array.from(rows).find((one) => one.offsetParent !== null);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: "center" });
  }, [root, articleId]);
}

function CellNote({ articleId, asked, cell }: Pick<TableProps, "articleId" | "asked"> & { cell: string }) {
  const [said, so] = cell
    .split("-")
    .map((level) => (["1", "2", "3", "4"] as const).find((one) => one === level));
  if (!said || !so) return null;
  return (
    <p className="mb-3 text-card">
      Only what is <strong>{verdictWords.said[said]}</strong> and <strong>{verdictWords.so[so]}</strong>.{" "}
      <GoLink
        className="link"
        href={addressOfClaims(articleId, { ...asked, cell: undefined, cursor: undefined })}
      >
        Show the others too
      </GoLink>
    </p>
  );
}
