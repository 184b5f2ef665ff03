import { Download, Search } from "lucide-react";
import { RowKeys } from "@/components/shortcuts/row-keys";
import { buttonClass } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { EmptyState } from "@/components/ui/empty-state";
import { inputClass } from "@/components/ui/field";
import { stacked } from "@/components/ui/stacked";
import type { LedgerOrder, WorkspaceLedgerRow } from "@/lib/attributions/ledger-schema";
import { sourceKindWords } from "@/lib/sources/kind-words";
import { countOf } from "@/lib/text/count-of";
import { printDay } from "../articles/print-day";
import { KindOptions } from "./kind-options";
import { addressOfLedger, type LedgerChoice } from "./ledger-address";

const orderWords: Record<LedgerOrder, string> = {
  passages: "Most passages",
  latest: "Heard latest",
  name: "Name",
};

/** Search, kind and order: a plain form, so that it works without script and its addresses can be kept. */
export function WorkspaceLedgerControls({ choice }: { choice: LedgerChoice }) {
  return (
    <search>
      <form action="/sources" className="mb-6 flex flex-wrap gap-2">
        <input type="hidden" name="workspace" value={choice.workspace} />
        <span className="relative flex-1 basis-64">
          <Search aria-hidden className="-translate-y-1/2 absolute top-1/2 left-3 size-4 text-muted" />
          <input
            type="search"
            name="q"
            aria-label="Find a source by name"
            placeholder="Find a source by name"
            maxLength={200}
            defaultValue={choice.q}
            className={classNames(inputClass, "pl-9")}
          />
        </span>
        <span className="flex-1 basis-40 phone:max-w-48">
          <select name="kind" aria-label="Kind" defaultValue={choice.kind ?? ""} className={inputClass}>
            <option value="">All kinds</option>
            <KindOptions />
          </select>
        </span>
        <span className="flex-1 basis-40 phone:max-w-48">
          <select name="order" aria-label="Order" defaultValue={choice.order} className={inputClass}>
            {Object.entries(orderWords).map(([order, label]) => (
              <option key={order} value={order}>
                {label}
              </option>
            ))}
          </select>
        </span>
        <button type="submit" className={classNames(buttonClass(), "min-h-11")}>
          Show
        </button>
      </form>
    </search>
  );
}

type Props = { choice: LedgerChoice; rows: readonly WorkspaceLedgerRow[] };

const wide = "max-phone:hidden";

/** The sources of a workspace, each with what it said over all its articles. */
export function WorkspaceLedger({ choice, rows }: Props) {
  if (rows.length === 0) return <NoSources choice={choice} />;
  return (
    <>
      <table className={classNames("w-full text-card", stacked.table)}>
        <caption className="sr-only">Sources of this workspace</caption>
        <thead className="max-tiny:sr-only">
          <tr className="border-ink border-b text-left align-bottom text-label">
            <th scope="col" className="py-2 pr-3 font-semibold">
              Source
            </th>
            <th scope="col" className={classNames("py-2 pr-3 font-semibold", wide)}>
              Also called
            </th>
            <th scope="col" className="py-2 pr-3 text-right font-semibold">
              Articles
            </th>
            <th scope="col" className="py-2 pr-3 text-right font-semibold">
              Passages
            </th>
            <th scope="col" className={classNames("py-2 pr-3 text-right font-semibold", wide)}>
              Direct / partly / indirect
            </th>
            <th scope="col" className={classNames("py-2 text-right font-semibold", wide)}>
              Latest
            </th>
          </tr>
        </thead>
        <tbody className={stacked.rows}>
          {rows.map(({ source, ...row }) => (
            <tr
              key={source.id}
              data-row={source.id}
              tabIndex={-1}
              className={classNames(
                "border-hairline border-b align-top outline-offset-2 focus:bg-sunk",
                stacked.row,
              )}
            >
              <th scope="row" className={classNames("py-2 pr-3 text-left font-normal", stacked.line)}>
                <a
                  data-open
                  className="wrap-anywhere font-semibold hover:underline"
                  href={`/sources/${source.id}`}
                >
                  {source.name}
                </a>
                <span className="wrap-anywhere block text-label text-muted">
                  {[
                    sourceKindWords[source.kind],
                    source.role,
                    source.isParty && "party to the matter",
                    row.merged > 0 && `with ${countOf(row.merged, "source")} merged into it`,
                    row.differing > 0 && `colleagues differ on ${countOf(row.differing, "passage")}`,
                    row.unclaimed > 0 && `${countOf(row.unclaimed, "passage")} not claimed`,
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
              </th>
              <td className={classNames("max-w-64 truncate py-2 pr-3 text-muted", wide)}>
                {[...new Set(source.aliases.map((alias) => alias.text))].join(", ")}
              </td>
              <td className={classNames("py-2 pr-3 text-right tabular-nums", stacked.cell)}>
                {row.articles}
                <span className={stacked.words}> {row.articles === 1 ? "article" : "articles"}</span>
              </td>
              <td className={classNames("py-2 pr-3 text-right tabular-nums", stacked.cell)}>
                {row.passages}
                <span className={stacked.words}> {row.passages === 1 ? "passage" : "passages"}</span>
              </td>
              <td className={classNames("whitespace-nowrap py-2 pr-3 text-right tabular-nums", wide)}>
                {row.direct} / {row.mixed} / {row.indirect}
              </td>
              <td className={classNames("whitespace-nowrap py-2 text-right text-muted", wide)}>
                {row.latest ? printDay(row.latest) : "–"}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <RowKeys />
      <p className="mt-4">
        <a
          className={buttonClass("plain", "small")}
          href={`/api/workspaces/${choice.workspace}/ledger/csv`}
          download
        >
          <Download aria-hidden className="size-4" />
          Export all as CSV
        </a>
      </p>
    </>
  );
}

function NoSources({ choice }: { choice: LedgerChoice }) {
  if (choice.q || choice.kind) {
    return (
      <EmptyState title="No source is like this">
        <p>Every word must stand in one of a source’s names, in any order.</p>
        <a className="link" href={addressOfLedger({ ...choice, q: "", kind: undefined })}>
          Show all sources
        </a>
      </EmptyState>
    );
  }
  return (
    <EmptyState title="No sources yet">
      <p>Sources appear as you say who said it: open an article, mark a passage and name its source.</p>
      <a className={buttonClass("primary")} href="/">
        Open an article
      </a>
    </EmptyState>
  );
}
