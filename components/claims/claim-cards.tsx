"use client";

import { speakerWords } from "@/lib/claims/claim-words";
import { claimKindWords } from "@/lib/passages/kind-words";
import { countOf } from "@/lib/text/count-of";
import { shorten } from "@/lib/text/shorten";
import { AssignClaim } from "./assign-claim";
import { AxisCell } from "./axis-cell";
import { SelectBox } from "./select-box";
import type { RowsProps } from "./table-view";

const mostLetters = 220;

/** The rows of the table as cards, for a phone. */
export function ClaimCards(props: RowsProps) {
  const { articleId, language, answer, selection } = props;
  return (
    <ol aria-label="Claims of this article" className="flex flex-col gap-3 wide:hidden">
      {answer.rows.map((row) => (
        <li
          key={row.id}
          data-row={row.id}
          tabIndex={-1}
          className="scroll-mb-24 rounded-md border border-hairline bg-card px-4 py-3 text-card"
        >
          <p className="mb-1 flex justify-between gap-3 text-label text-muted">
            <span className="wrap-anywhere min-w-0">
              {row.place} · {speakerWords(row)}
            </span>
            {selection && (
              <SelectBox
                label={`Select claim ${row.place}`}
                isChecked={selection.has(row.id)}
                onChange={(isChecked) => selection.set([row.id], isChecked)}
              />
            )}
          </p>
          <a
            data-open
            href={`/articles/${articleId}?passage=${row.id}`}
            lang={language}
            className="wrap-anywhere block py-1 pointer-coarse:min-h-11 pointer-coarse:py-2.5 font-serif text-body hover:underline"
          >
            {shorten(row.quote, mostLetters)}
          </a>
          <dl className="mt-2 grid grid-cols-[auto_1fr] items-center gap-x-3 gap-y-1.5">
            <dt className="text-label text-muted">Said</dt>
            <dd>
              <AxisCell axis="said" of={row.said} />
            </dd>
            <dt className="text-label text-muted">So</dt>
            <dd>
              <AxisCell axis="so" of={row.so} />
            </dd>
          </dl>
          <div className="mt-2 flex flex-wrap items-center justify-between gap-x-3 text-label text-muted">
            <span>
              {[
                ...row.kinds.map((kind) => claimKindWords[kind]),
                row.evidence > 0 && `${row.evidence} evidence`,
                row.openThreads > 0 && countOf(row.openThreads, "open thread"),
              ]
                .filter(Boolean)
                .join(" · ")}
            </span>
            <AssignClaim {...props} row={row} people={answer.people} />
          </div>
        </li>
      ))}
    </ol>
  );
}
