import type { LedgerFlag, LedgerRow } from "@/lib/attributions/ledger";
import { normaliseName } from "@/lib/sources/normalise-name";
import type { SourceKind } from "@/lib/sources/schema";

const ledgerColumns = ["source", "passages", "words", "indirect", "hops"] as const;

/** Columns by which a ledger can be put in order. */
export type LedgerColumn = (typeof ledgerColumns)[number];

export type LedgerView = {
  column: LedgerColumn;
  isDescending: boolean;
  /** Part of a name that the text or anybody gives the source. */
  words: string;
  kind: SourceKind | null;
  flag: LedgerFlag | null;
};

/** A ledger as it opens: whose words the article is made of most comes first. */
export const firstView: LedgerView = {
  column: "words",
  isDescending: true,
  words: "",
  kind: null,
  flag: null,
};

const values: Record<Exclude<LedgerColumn, "source">, (row: LedgerRow) => number> = {
  passages: (row) => row.passages.length,
  words: (row) => row.words,
  indirect: (row) => row.indirect,
  hops: (row) => row.hops.most,
};

/** The rows that a view asks for, in its order; among equals by name. */
export function viewLedger(rows: readonly LedgerRow[], view: LedgerView): LedgerRow[] {
  const wanted = normaliseName(view.words).split(" ").filter(Boolean);
  // "%" or "…": nothing is left of it to compare, so it must stand in a name as it is.
  const signs = view.words.split(/\s+/u).filter((word) => word && !normaliseName(word));
  const { column } = view;
  const sign = view.isDescending ? -1 : 1;
  const byName = (a: LedgerRow, b: LedgerRow) => a.source.name.localeCompare(b.source.name);
  return rows
    .filter(
      (row) =>
        (!view.kind || row.source.kind === view.kind) &&
        (!view.flag || row.flags.includes(view.flag)) &&
        wanted.every((word) => namesIn(row).some((name) => normaliseName(name).includes(word))) &&
        signs.every((sign) => namesIn(row).some((name) => name.includes(sign))),
    )
    .sort((a, b) => {
      if (column === "source") return sign * byName(a, b);
      return sign * (values[column](a) - values[column](b)) || byName(a, b);
    });
}

function namesIn({ source, names }: LedgerRow): string[] {
  return [source.name, ...names];
}

/** The view after a press on a column's heading: its own order first, then the other way round. */
export function sortedBy(view: LedgerView, column: LedgerColumn): LedgerView {
  const isDescending = view.column === column ? !view.isDescending : column !== "source";
  return { ...view, column, isDescending };
}
