import { type BlockCoverage, sharesOf } from "@/lib/attributions/coverage";
import { isInState } from "./filter-claims";
import { type ClaimRow, type ClaimState, claimState, type Progress } from "./row-schema";
import type { ClaimsOverview } from "./schema";

/** How many claims are in each state; one may be in several. */
export function countStates(rows: readonly ClaimRow[]): Record<ClaimState, number> {
  const count = (state: ClaimState) => rows.filter((row) => isInState(row, state)).length;
  const counts = { split: 0, one: 0, unjudged: 0, hidden: 0, agreed: 0, resolved: 0, open: 0, unexamined: 0 };
  for (const state of claimState.options) counts[state] = count(state);
  return counts;
}

/** How far the work on an article has come. */
export function progressOf(rows: readonly ClaimRow[], coverage: readonly BlockCoverage[]): Progress {
  const { words, unexamined } = sharesOf(coverage);
  const counts = countStates(rows);
  return {
    passages: rows.length,
    words,
    examinedWords: words - unexamined,
    attributed: rows.length - counts.unexamined,
    judged: rows.length - counts.unjudged,
    onlyAttributed: rows.filter((row) => isInState(row, "unjudged") && !isInState(row, "unexamined")).length,
    resolved: counts.resolved,
    split: counts.split,
  };
}

/** On how many questions colleagues' verdicts are out of sight. */
export function countHidden(rows: readonly ClaimRow[]): number {
  return rows.reduce((sum, row) => sum + Number(row.so.hidden) + Number(row.said?.hidden ?? false), 0);
}

/** The sources that are named as speakers, by name. */
export function speakersOf(rows: readonly ClaimRow[]): ClaimsOverview["sources"] {
  const found = new Map<string, ClaimsOverview["sources"][number]>();
  for (const { sourceId, speaker } of rows) {
    if (!sourceId || !speaker) continue;
    const known = found.get(sourceId) ?? { id: sourceId, name: speaker, passages: 0 };
    known.passages++;
    found.set(sourceId, known);
  }
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
}
