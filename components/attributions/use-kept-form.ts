"use client";

import { useKept } from "@/components/ui/use-kept";
import type { AttributionDraft } from "@/lib/discussion/draft-attribution";

/** What is half filled in: the draft, and a name that is typed and not chosen yet. */
export type Filled = { draft: AttributionDraft; typed: string | null };

/** Who said a passage, half filled in and kept in this browser. */
export function useKeptForm(key: string, first: AttributionDraft) {
  const { value, change, ...kept } = useKept<Filled>(keptAs(key), { draft: first, typed: null }, readFilled);
  return {
    ...kept,
    ...value,
    change: (next: Partial<AttributionDraft>) =>
      change((before) => ({ ...before, draft: { ...before.draft, ...next } })),
    type: (typed: string | null) => {
      if (typed !== value.typed) change((before) => ({ ...before, typed }));
    },
  };
}

/** The name under which it is kept. */
export function keptAs(key: string): string {
  return `sayso:attribution:${key}`;
}

/** What this or an earlier version has kept; null for anything else. */
export function readFilled(value: unknown): Filled | null {
  const filled = value as Partial<Filled> | null;
  return filled && Array.isArray(filled.draft?.links) ? (filled as Filled) : null;
}
