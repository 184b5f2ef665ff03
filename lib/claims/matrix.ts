import { groupBy } from "@/lib/group-by";
import { cellOf, placeOf } from "./filter-claims";
import type { ClaimRow } from "./row-schema";
import type { ClaimsMatrix } from "./schema";

/** The levels in the order in which the matrix shows them. */
export const matrixLevels = [4, 3, 2, 1] as const;

/** How many claims of a cell are named in it. */
export const mostInCell = 5;

type Outside = ClaimsMatrix["outside"];

/**
 * Claims by their levels on both questions, all sixteen cells, said downwards and so across; and how many have no cell
 * and why, each counted once.
 */
export function matrixOf(rows: readonly ClaimRow[]): Pick<ClaimsMatrix, "cells" | "outside"> {
  const outside: Outside = {
    noSource: 0,
    notClaimed: 0,
    hidden: 0,
    split: 0,
    unjudged: 0,
    offScale: 0,
    hollow: 0,
  };
  const placed: { row: ClaimRow; cell: string }[] = [];
  for (const row of rows) {
    const cell = cellOf(row);
    if (cell === null) outside[whyOutside(row)]++;
    else placed.push({ row, cell });
  }
  const found = groupBy(placed, (one) => one.cell);
  const cells = matrixLevels.flatMap((said) =>
    matrixLevels.map((so) => {
      const all = found.get(`${said}-${so}`) ?? [];
      const first = all.slice(0, mostInCell).map(({ row: { id, place, quote } }) => ({ id, place, quote }));
      return { said, so, count: all.length, first };
    }),
  );
  return { cells, outside };
}

function whyOutside({ so, said, stance }: ClaimRow): keyof Outside {
  if (!said) return "noSource";
  if (stance !== "claims") return "notClaimed";
  const states = [so.state, said.state];
  if (states.includes("hidden")) return "hidden";
  if (states.includes("split")) return "split";
  if (states.includes("none")) return "unjudged";
  return placeOf(so) && placeOf(said) ? "offScale" : "hollow";
}
