"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { classNames } from "@/components/ui/class-names";
import { TimeAgo } from "@/components/ui/time-ago";
import { speakerWords } from "@/lib/claims/claim-words";
import { addressOfClaims } from "@/lib/claims/read-claims-address";
import type { ClaimRow, ClaimSort } from "@/lib/claims/row-schema";
import { claimKindWords } from "@/lib/passages/kind-words";
import { shorten } from "@/lib/text/shorten";
import { AssignClaim } from "./assign-claim";
import { AxisCell } from "./axis-cell";
import { GoLink } from "./go-link";
import { SelectBox } from "./select-box";
import type { RowsProps, TableProps } from "./table-view";

/** The columns that can be sorted, and which way the first press sorts them. */
const sortable = {
  text: { label: "No.", first: "ascending" },
  said: { label: "Said", first: "ascending" },
  so: { label: "So", first: "ascending" },
  evidence: { label: "Evidence", first: "descending" },
  updated: { label: "Updated", first: "descending" },
} as const;

/** How many letters of a passage a row shows. */
const mostLetters = 220;

export function ClaimsRows(props: RowsProps) {
  const { answer, selection } = props;
  const ids = answer.rows.map((row) => row.id);
  const heading = (column: keyof typeof sortable, className?: string) => (
    <Heading {...props} column={column} {...(className ? { className } : {})} />
  );
  return (
    <table className="w-full text-card max-wide:hidden">
      <caption className="sr-only">Claims of this article</caption>
      <thead>
        <tr className="border-ink border-b text-left align-bottom text-label">
          {selection && (
            <td className="w-8 pt-1 pb-2">
              <SelectBox
                label="Select all claims of this page"
                isChecked={selection.rows.length === ids.length}
                isMixed={selection.rows.length > 0 && selection.rows.length < ids.length}
                onChange={(isChecked) => selection.set(ids, isChecked)}
              />
            </td>
          )}
          {heading("text", "w-10")}
          <Plain>Passage</Plain>
          <Plain>Source</Plain>
          {heading("said")}
          {heading("so")}
          {heading("evidence", "text-right")}
          <Plain>Assignee</Plain>
          <Plain className="text-right">Open threads</Plain>
          {heading("updated")}
        </tr>
      </thead>
      <tbody>
        {answer.rows.map((row) => (
          <Row key={row.id} row={row} {...props} />
        ))}
      </tbody>
    </table>
  );
}

function Plain({ children, className }: { children: string; className?: string }) {
  return (
    <th scope="col" className={classNames("py-1 pr-4 font-semibold", className)}>
      <span className="inline-flex min-h-8 items-center">{children}</span>
    </th>
  );
}

type HeadingProps = TableProps & { column: keyof typeof sortable; className?: string };

function Heading({ articleId, asked, column, className }: HeadingProps) {
  const { label, first } = sortable[column];
  const sort = asked.sort ?? "text";
  const isTurned = sort === `-${column}`;
  const isSorted = sort === column || isTurned;
  const isAscending = (first === "ascending") !== isTurned;
  const Arrow = isAscending ? ArrowUp : ArrowDown;
  const next: ClaimSort = sort === column ? `-${column}` : column;
  return (
    <th
      scope="col"
      className={classNames("py-1 pr-4 font-semibold", className)}
      {...(isSorted ? { "aria-sort": isAscending ? ("ascending" as const) : ("descending" as const) } : {})}
    >
      <GoLink
        className="inline-flex min-h-8 pointer-coarse:min-h-11 items-center gap-1 hover:underline"
        href={addressOfClaims(articleId, { ...asked, sort: next, cursor: undefined })}
      >
        {label}
        <Arrow aria-hidden className={classNames("size-3.5", !isSorted && "invisible")} />
      </GoLink>
    </th>
  );
}

function Row({ row, ...props }: RowsProps & { row: ClaimRow }) {
  const { articleId, language, answer, selection } = props;
  const facts = [
    ...row.kinds.map((kind) => claimKindWords[kind]),
    row.comments > 0 && (row.comments === 1 ? "1 comment" : `${row.comments} comments`),
  ].filter(Boolean);
  return (
    <tr
      data-row={row.id}
      tabIndex={-1}
      className={classNames(
        "scroll-mb-20 border-hairline border-b align-top -outline-offset-2 hover:bg-sunk focus:bg-sunk",
        selection?.has(row.id) && "bg-sunk",
      )}
    >
      {selection && (
        <td className="py-1.5">
          <SelectBox
            label={`Select claim ${row.place}`}
            isChecked={selection.has(row.id)}
            onChange={(isChecked) => selection.set([row.id], isChecked)}
          />
        </td>
      )}
      <td className="py-2.5 pr-4 text-muted tabular-nums">{row.place}</td>
      <th scope="row" className="wrap-anywhere min-w-40 py-2.5 desk:min-w-56 pr-4 text-left font-normal">
        <a
          data-open
          href={`/articles/${articleId}?passage=${row.id}`}
          lang={language}
          className="font-serif text-body hover:underline"
        >
          {shorten(row.quote, mostLetters)}
        </a>
        {facts.length > 0 && <span className="block pt-0.5 text-label text-muted">{facts.join(" · ")}</span>}
      </th>
      <td className={classNames("wrap-anywhere min-w-28 max-w-48 py-2.5 pr-4", !row.speaker && "text-muted")}>
        {speakerWords(row)}
      </td>
      <td className="min-w-24 py-2.5 pr-4 desk:min-w-36">
        <AxisCell axis="said" of={row.said} />
      </td>
      <td className="min-w-24 py-2.5 pr-4 desk:min-w-44">
        <AxisCell axis="so" of={row.so} />
      </td>
      {/* Under the heading, which keeps room for its arrow. */}
      <td className="py-2.5 pr-8.5 text-right tabular-nums">
        {row.evidence > 0 ? row.evidence : <span className="text-muted">–</span>}
        {row.sameOrigin > 0 && (
          <span className="block whitespace-nowrap text-label text-muted">{row.sameOrigin} same origin</span>
        )}
      </td>
      <td className="py-1.5 pr-4">
        <AssignClaim {...props} row={row} people={answer.people} />
      </td>
      <td className="py-2.5 pr-4 text-right tabular-nums">
        {row.openThreads > 0 ? row.openThreads : <span className="text-muted">–</span>}
      </td>
      <td className="whitespace-nowrap py-2.5 text-label text-muted">
        {row.updated.at && <TimeAgo at={row.updated.at} />}
      </td>
    </tr>
  );
}
