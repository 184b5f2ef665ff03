import type { ClaimAxis, ClaimRow, ClaimState } from "./row-schema";
import type { ClaimsChoice } from "./schema";

/**
 * Whether a claim is in this state. Two questions are asked of it, and one of them is enough to be split, judged by
 * one, hidden, agreed or resolved; "unjudged" and "open" want both. What is hidden is hidden and nothing else.
 */
export function isInState(row: Pick<ClaimRow, "so" | "said" | "voice">, state: ClaimState): boolean {
  if (state === "unexamined") return row.voice === "none";
  const states = [row.so.state, row.said?.state];
  if (state === "unjudged") return states.every((one) => one === undefined || one === "none");
  if (state === "open") return !states.includes("resolved");
  return states.includes(state);
}

/** The claims for which everything that is asked for holds, in their order. */
export function filterClaims(
  rows: readonly ClaimRow[],
  { state, source, kind, mine, cell }: Omit<ClaimsChoice, "sort">,
  viewerId: string,
): ClaimRow[] {
  return rows.filter(
    (row) =>
      (!state || isInState(row, state)) &&
      (!source || row.sourceId === source || row.voice === source) &&
      (!kind || row.kinds.includes(kind)) &&
      (mine !== "mine" || row.mine) &&
      (mine !== "assigned" || row.assignee === viewerId) &&
      (!cell || cellOf(row) === cell),
  );
}

/**
 * The cell of the matrix that a claim is in, "4-1": its levels on said and so; null where it has not both, and where its
 * speaker does not claim it: whoever is quoted faithfully in denying it has said nothing inaccurate.
 */
export function cellOf({ so, said, stance }: Pick<ClaimRow, "so" | "said" | "stance">): string | null {
  if (stance !== "claims") return null;
  const levels = [said && placeOf(said), placeOf(so)];
  return levels.every((one) => one && /^[1-4]$/.test(one)) ? levels.join("-") : null;
}

/** The verdict by which a claim is put in order: the one that it is shown with or, between two, the worse. */
export function placeOf({ shown, state, median }: ClaimAxis): string | null {
  return shown ?? (state === "agreed" && median ? `${median.low}` : null);
}
