import { type Verdict, verdict } from "@/lib/assessments/schema";
import { type Cursor, writeCursor } from "@/lib/text/cursor";
import { isInState, placeOf } from "./filter-claims";
import type { ClaimAxis, ClaimRow, ClaimSort, ClaimState } from "./row-schema";

export const pageSize = 50;

/** More than any place in a text, and any number of an event. */
const most = 9_999_999_999;
const digits = String(most).length;

/** What a meeting looks at first. Hidden verdicts stand by themselves: their order would tell what they are. */
const byAgreement: ClaimState[] = ["split", "one", "unjudged", "hidden", "agreed", "resolved"];
const byVerdict: Record<Verdict, number> = { 1: 0, 2: 1, 3: 2, 4: 3, U: 4, O: 5 };

const ranks: Record<Exclude<ClaimSort, `-${string}`>, (row: ClaimRow) => number> = {
  text: (row) => row.start,
  agreement: (row) => {
    const found = byAgreement.findIndex((state) => isInState(row, state));
    return found < 0 ? byAgreement.length : found;
  },
  so: (row) => verdictRank(row.so),
  said: (row) => (row.said ? verdictRank(row.said) : 10),
  evidence: (row) => most - row.evidence,
  updated: (row) => most - row.updated.number,
};

function verdictRank(axis: ClaimAxis): number {
  const { state } = axis;
  const place = verdict.safeParse(placeOf(axis)).data;
  if (place) return byVerdict[place];
  return state === "split" ? 6 : state === "hidden" ? 8 : state === "none" ? 9 : 7;
}

/**
 * What a claim is ordered by, as text: first the rank that is asked for, then its place in the text, so that equals
 * always come in one order. Orders begin with what wants attention: the worst verdict, the most evidence, the latest.
 */
export function sortKey(row: ClaimRow, sort: ClaimSort): string {
  const name = sort.replace(/^-/, "");
  const found = Object.entries(ranks).find(([one]) => one === name)?.[1] ?? ranks.text;
  const rank = sort.startsWith("-") ? most - found(row) : found(row);
  return [pad(rank), pad(row.start), pad(most - row.end), row.createdAt].join(" ");
}

function pad(value: number): string {
  return String(value).padStart(digits, "0");
}

/**
 * A page of claims in this order. A page goes on behind the place that its cursor names, whatever has moved meanwhile:
 * a claim that stayed where it was is neither left out nor shown twice.
 */
export function pageOf(
  rows: readonly ClaimRow[],
  sort: ClaimSort,
  cursor: Cursor | undefined,
  size = pageSize,
): { rows: ClaimRow[]; nextCursor: string | null } {
  const behind = sorted(rows, sort).filter(({ key, row }) => {
    if (!cursor) return true;
    return key > cursor.key || (key === cursor.key && row.id > cursor.id);
  });
  const page = behind.slice(0, size);
  const last = page.at(-1);
  return {
    rows: page.map(({ row }) => row),
    nextCursor: behind.length > size && last ? writeCursor({ key: last.key, id: last.row.id }) : null,
  };
}

/** All claims in this order. */
export function sortClaims(rows: readonly ClaimRow[], sort: ClaimSort): ClaimRow[] {
  return sorted(rows, sort).map(({ row }) => row);
}

function sorted(rows: readonly ClaimRow[], sort: ClaimSort): { row: ClaimRow; key: string }[] {
  return rows
    .map((row) => ({ row, key: sortKey(row, sort) }))
    .sort((a, b) => compare(a.key, b.key) || compare(a.row.id, b.row.id));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
