"use client";

import { useState } from "react";
import { useKeys } from "@/components/shortcuts/use-keys";
import { toast } from "@/components/ui/toast";
import type { ClaimRow } from "@/lib/claims/row-schema";
import { countOf } from "@/lib/text/count-of";
import { runOver, tellFailure } from "./run-over";

/** Rows that are to be changed together, and how far that is. */
export type ClaimSelection = {
  /** Of those on this page, in its order. */
  rows: ClaimRow[];
  has: (id: string) => boolean;
  set: (ids: readonly string[], isSelected: boolean) => void;
  clear: () => void;
  /** How many of how many are behind; null while nothing is under way. */
  progress: { behind: number; all: number } | null;
  /** What did not work the last time, in words. */
  problem: string | null;
  /** Does it with the rows given, one after the other; what did not work stays selected. */
  change: (rows: readonly ClaimRow[], done: string, work: (row: ClaimRow) => Promise<unknown>) => void;
};

/** Which rows of a page of claims are selected; X does it with the one that has the focus. */
export function useClaimSelection(
  shown: readonly ClaimRow[],
  isAllowed: boolean,
  onChanged: () => void,
): ClaimSelection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [progress, setProgress] = useState<ClaimSelection["progress"]>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const rows = shown.filter((row) => ids.has(row.id));
  const set: ClaimSelection["set"] = (changed, isSelected) => {
    const next = new Set(ids);
    for (const id of changed) {
      if (isSelected) next.add(id);
      else next.delete(id);
    }
    setIds(next);
    setProblem(null);
  };
  const clear = () => set([...ids], false);
  useKeys({
    ...(isAllowed
      ? {
          "claims.select": () => {
            const id = document.activeElement?.closest<HTMLElement>("[data-row]")?.dataset.row;
            if (!id) return false;
            set([id], !ids.has(id));
          },
        }
      : {}),
    ...(rows.length > 0 ? { "everywhere.back": clear } : {}),
  });

  async function run(given: readonly ClaimRow[], done: string, work: (row: ClaimRow) => Promise<unknown>) {
    setProblem(null);
    const outcome = await runOver(given, work, (behind) => setProgress({ behind, all: given.length }));
    setProgress(null);
    if (outcome.failed.length === 0) toast.success(`${done}: ${countOf(given.length, "claim")}`);
    else {
      setProblem(tellFailure(outcome));
      setIds(new Set([...outcome.failed.map((one) => one.row), ...outcome.left].map((row) => row.id)));
    }
    onChanged();
  }
  return {
    rows,
    has: (id) => ids.has(id),
    set,
    clear,
    progress,
    problem,
    change: (given, done, work) => {
      if (!progress) void run(given, done, work);
    },
  };
}
