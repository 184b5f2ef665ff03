"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { useRef, useState } from "react";
import { percentWords } from "@/components/attributions/coverage-words";
import { useRowKeys } from "@/components/shortcuts/use-row-keys";
import { classNames } from "@/components/ui/class-names";
import { stacked } from "@/components/ui/stacked";
import type { Axis } from "@/lib/assessments/schema";
import { flagWords } from "@/lib/attributions/flag-words";
import type { LedgerRow } from "@/lib/attributions/ledger";
import { sourceKindWords } from "@/lib/sources/kind-words";
import { countOf } from "@/lib/text/count-of";
import { threadWords } from "./count-threads";
import { dragType } from "./drag-type";
import { axisWords, hopsRange, LedgerDetail, type LedgerDetailProps } from "./ledger-detail";
import { LedgerHandle } from "./ledger-handle";
import { type LedgerColumn, type LedgerView, sortedBy } from "./sort-ledger";
import type { VoiceLook } from "./source-colours";
import { SourceMark } from "./source-mark";
import { TallyCell } from "./tally-cell";
import { tallyVerdicts, type VerdictTally } from "./tally-verdicts";

type Props = Omit<LedgerDetailProps, "row"> & {
  rows: readonly LedgerRow[];
  view: LedgerView;
  onView: (view: LedgerView) => void;
  looks: ReadonlyMap<string, VoiceLook>;
  mayMerge: boolean;
  onMerge: (row: LedgerRow) => void;
  onDrop: (dragged: string, onto: LedgerRow) => void;
};

/** Columns that a phone has no room for; the open row tells the same. */
const wide = "max-phone:hidden";
/** Columns that need more room still. */
const desk = "max-desk:hidden";

/** As in the table of claims: first whether they said so. */
const questions = ["said", "so"] as const;

const columnWords: Record<LedgerColumn, string> = {
  source: "Source",
  passages: "Passages",
  words: "Share",
  indirect: "Direct / partly / indirect",
  hops: "Hops",
};

/** Every source of an article with what it said there. A row opens to its passages. */
export function LedgerTable({ rows, view, onView, looks, mayMerge, onMerge, onDrop, ...detail }: Props) {
  const table = useRef<HTMLTableElement>(null);
  useRowKeys(table);
  const [openIds, setOpenIds] = useState<ReadonlySet<string>>(new Set());
  const toggle = (id: string) => {
    const next = new Set(openIds);
    if (!next.delete(id)) next.add(id);
    setOpenIds(next);
  };
  const heading = (column: LedgerColumn, className?: string) => (
    <Heading column={column} view={view} onView={onView} {...(className ? { className } : {})} />
  );
  return (
    <table ref={table} className={classNames("w-full text-card", stacked.table)}>
      <caption className="sr-only">Sources of this article</caption>
      <thead className={stacked.rows}>
        <tr className={classNames("border-ink border-b text-left align-bottom text-label", stacked.row)}>
          {heading("source")}
          <th scope="col" className={classNames("py-1 pr-3 font-semibold", wide)}>
            <span className="inline-flex min-h-8 items-center">Names in the text</span>
          </th>
          {heading("passages", "text-right")}
          {heading("words", "text-right")}
          {heading("indirect", classNames("text-right", wide))}
          {heading("hops", classNames("text-right", wide))}
          {questions.map((one) => (
            <th key={one} scope="col" className={classNames("py-1 pr-3 font-semibold", desk)}>
              <span className="inline-flex min-h-8 items-center">{axisWords[one]}</span>
            </th>
          ))}
          {mayMerge && (
            <th scope="col" className="w-9 max-tiny:hidden">
              <span className="sr-only">Merge</span>
            </th>
          )}
        </tr>
      </thead>
      {rows.map((row) => (
        <Row
          key={row.source.id}
          row={row}
          look={looks.get(row.source.id)}
          isOpen={openIds.has(row.source.id)}
          onToggle={() => toggle(row.source.id)}
          mayMerge={mayMerge}
          onMerge={() => onMerge(row)}
          onDrop={(dragged) => onDrop(dragged, row)}
          detail={detail}
        />
      ))}
    </table>
  );
}

type HeadingProps = {
  column: LedgerColumn;
  view: LedgerView;
  onView: (view: LedgerView) => void;
  className?: string;
};

function Heading({ column, view, onView, className }: HeadingProps) {
  const isSorted = view.column === column;
  const Arrow = view.isDescending ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      className={classNames("py-1 pr-3 font-semibold max-tiny:pr-0", className)}
      {...(isSorted
        ? { "aria-sort": view.isDescending ? ("descending" as const) : ("ascending" as const) }
        : {})}
    >
      <button
        type="button"
        className="inline-flex min-h-8 pointer-coarse:min-h-11 items-center gap-1 hover:underline [text-align:inherit]"
        onClick={() => onView(sortedBy(view, column))}
      >
        {columnWords[column]}
        <Arrow aria-hidden className={classNames("size-3.5", !isSorted && "invisible")} />
      </button>
    </th>
  );
}

type RowProps = {
  row: LedgerRow;
  look: VoiceLook | undefined;
  isOpen: boolean;
  onToggle: () => void;
  mayMerge: boolean;
  onMerge: () => void;
  onDrop: (dragged: string) => void;
  detail: Omit<LedgerDetailProps, "row">;
};

function Row({ row, look, isOpen, onToggle, mayMerge, onMerge, onDrop, detail }: RowProps) {
  const [isOver, setOver] = useState(false);
  const { source } = row;
  const detailId = `ledger-${source.id}`;
  // That it is unnamed, its kind says already.
  const flags = row.flags.filter((flag) => flag !== "anonymous");
  const facts = [
    sourceKindWords[source.kind],
    source.role,
    ...flags.map((flag) => flagWords[flag]),
    threadWords(detail.threads.get(source.id)),
    row.differing > 0 && `colleagues differ on ${countOf(row.differing, "passage")}`,
  ];
  const takesDrops = mayMerge && {
    onDragOver: (event: React.DragEvent) => {
      if (!event.dataTransfer.types.includes(dragType)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: React.DragEvent) => {
      event.preventDefault();
      setOver(false);
      onDrop(event.dataTransfer.getData(dragType));
    },
  };
  return (
    <tbody
      data-row={source.id}
      tabIndex={-1}
      className={classNames("border-hairline border-b outline-offset-2 focus:bg-sunk", stacked.rows)}
    >
      <tr {...takesDrops} className={classNames("align-top", stacked.row, isOver && "bg-active-tint")}>
        <th scope="row" className={classNames("py-2 pr-3 text-left font-normal phone:w-72", stacked.line)}>
          <button
            type="button"
            data-open
            aria-expanded={isOpen}
            aria-controls={detailId}
            className="flex min-h-6 items-start gap-2 text-left hover:underline pointer-coarse:-mb-5 pointer-coarse:min-h-11 pointer-coarse:pb-5"
            onClick={onToggle}
          >
            <span className="pt-0.5">
              <SourceMark name={source.name} look={look} />
            </span>
            <span className="wrap-anywhere min-w-0 font-semibold">{source.name}</span>
          </button>
          <span className="wrap-anywhere block text-label text-muted">
            {facts.filter(Boolean).join(" · ")}
          </span>
        </th>
        <td className={classNames("wrap-anywhere py-2 pr-3 text-muted", wide)}>
          {row.names.filter((name) => name !== source.name).join(" · ")}
        </td>
        <td className={classNames("py-2 pr-7.5 text-right tabular-nums", stacked.cell)}>
          {row.passages.length}
          <span className={stacked.words}> {row.passages.length === 1 ? "passage" : "passages"}</span>
        </td>
        <td className={classNames("py-2 pr-7.5 text-right tabular-nums", stacked.cell)}>
          {percentWords(row.percent)}
          <span className={stacked.words}> of the words</span>
          <span className="block whitespace-nowrap text-label text-muted max-phone:hidden">
            {countOf(row.words, "word")}
          </span>
        </td>
        <td className={classNames("whitespace-nowrap py-2 pr-7.5 text-right tabular-nums", wide)}>
          {row.direct} / {row.mixed} / {row.indirect}
        </td>
        <td className={classNames("py-2 pr-7.5 text-right tabular-nums", wide)}>{hopsRange(row)}</td>
        {questions.map((one) => (
          <td key={one} className={classNames("min-w-24 py-2 pr-3", desk)}>
            <TallyCell axis={one} tally={tallyOf(row, one, detail.verdicts)} />
          </td>
        ))}
        {mayMerge && (
          <td className="py-1 max-tiny:ml-auto">
            <LedgerHandle source={source} onMerge={onMerge} />
          </td>
        )}
      </tr>
      <tr id={detailId} hidden={!isOpen} className={isOpen ? stacked.row : ""}>
        <td colSpan={mayMerge ? 9 : 8} className={classNames("pb-4 pl-9 max-phone:pl-0", stacked.line)}>
          {isOpen && <LedgerDetail {...detail} row={row} />}
        </td>
      </tr>
    </tbody>
  );
}

/** Whether they said so is asked of a denial too; whether it is so counts only for who claims it. */
function tallyOf(row: LedgerRow, axis: Axis, verdicts: LedgerDetailProps["verdicts"]): VerdictTally {
  const on = (passages: LedgerRow["agreed"]) => passages.map(({ id }) => verdicts.get(id)?.[axis]);
  return axis === "said" ? tallyVerdicts(on(row.agreed)) : tallyVerdicts(on(row.claimed), on(row.unclaimed));
}
