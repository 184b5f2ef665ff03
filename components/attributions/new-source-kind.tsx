"use client";

import { KindOptions } from "@/components/sources/kind-options";
import type { DraftSource } from "@/lib/discussion/draft-attribution";
import { sourceKind } from "@/lib/sources/schema";
import { inQuotes } from "@/lib/text/in-quotes";

type NewSource = Extract<DraftSource, { type: "new" }>;

type Props = { source: NewSource; onChange: (source: NewSource) => void };

/** What a source that saving makes is: guessed from its name, and open to change beside it. */
export function NewSourceKind({ source, onChange }: Props) {
  return (
    <span className="flex basis-full flex-wrap items-center gap-x-2 text-label text-muted">
      A new source:
      <select
        aria-label={`Kind of ${inQuotes(source.name)}`}
        className="min-h-8 shrink-0 rounded-md border border-control bg-card px-2 text-label text-ink pointer-coarse:min-h-11"
        value={source.kind}
        onChange={({ target }) => onChange({ ...source, kind: sourceKind.parse(target.value) })}
      >
        <KindOptions />
      </select>
    </span>
  );
}
