"use client";

import { type KeptOn, useKept } from "@/components/ui/use-kept";
import { reporterWords, withStance } from "@/lib/attributions/describe-attribution";
import { stanceOf } from "@/lib/attributions/stance";
import type { AttributionDraft, DraftSource } from "@/lib/discussion/draft-attribution";
import type { Span } from "@/lib/text/offsets";

/** What is half filled in: the draft, and a name that is typed and not chosen yet. */
export type Filled = { draft: AttributionDraft; typed: string | null };

/** Who said a passage, half filled in and kept in this browser. */
export function useKeptForm(key: string, first: Filled, on: KeptOn) {
  const { value, change, ...kept } = useKept<Filled>(keptAs(key), first, readFilled, on);
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

/** Whom it names, in words, and that they deny it where they do; empty where nobody is named yet. */
export function filledWords(
  { draft, typed }: Filled,
  nameOf: (source: DraftSource) => string | undefined,
): string {
  if (draft.voice === "reporter") return reporterWords;
  const name = typed?.trim() || (draft.source && nameOf(draft.source)) || "";
  return name && withStance(name, stanceOf(draft));
}

/** The key of what is filled in of some words of an article. */
export function attributionKey(userId: string, articleId: string, { start, end }: Span): string {
  return `${userId} ${articleId} ${start}-${end}`;
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
