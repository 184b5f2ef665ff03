"use client";

import { useRoom } from "@/components/discussion/room";
import { UnsavedLine } from "@/components/ui/unsaved-line";
import { useUnsaved } from "@/components/ui/use-kept";
import { reporterWords } from "@/lib/attributions/describe-attribution";
import type { Span } from "@/lib/text/offsets";
import { useSourceNames } from "./draft-source-picker";
import { keptAs, readFilled } from "./use-kept-form";

/** The name of what is filled in of a passage, for this person. */
export function useAttributionKey({ start, end }: Span): string {
  const { article, surroundings } = useRoom();
  return `${surroundings.viewer.userId} ${article.id} ${start}-${end}`;
}

type Props = { passage: Span; onGoOn: (() => void) | null; onDiscarded: () => void };

/** Whom the person has chosen for a passage and not saved. */
export function UnsavedAttribution({ passage, onGoOn, onDiscarded }: Props) {
  const nameOf = useSourceNames();
  const unsaved = useUnsaved(keptAs(useAttributionKey(passage)), readFilled);
  if (!unsaved) return null;
  const { draft, typed } = unsaved.value;
  const source = typed?.trim() || (draft.source && nameOf(draft.source));
  const words = draft.voice === "reporter" ? reporterWords : source || "no source chosen";
  return (
    <UnsavedLine
      words={words}
      onGoOn={onGoOn}
      onDiscard={() => {
        unsaved.discard();
        onDiscarded();
      }}
    />
  );
}
