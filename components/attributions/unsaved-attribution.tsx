"use client";

import { useRoom } from "@/components/discussion/room";
import { UnsavedLine } from "@/components/ui/unsaved-line";
import { useUnsaved } from "@/components/ui/use-kept";
import type { Span } from "@/lib/text/offsets";
import { useSourceNames } from "./draft-source-picker";
import { attributionKey, filledWords, keptAs, readFilled } from "./use-kept-form";

/** The name of what is filled in of a passage, for this person. */
export function useAttributionKey(span: Span): string {
  const { article, surroundings } = useRoom();
  return attributionKey(surroundings.viewer.userId, article.id, span);
}

type Props = { passage: Span; onGoOn: (() => void) | null; onDiscarded: () => void };

/** Whom the person has chosen for a passage and not saved. */
export function UnsavedAttribution({ passage, onGoOn, onDiscarded }: Props) {
  const nameOf = useSourceNames();
  const unsaved = useUnsaved(keptAs(useAttributionKey(passage)), readFilled);
  if (!unsaved) return null;
  return (
    <UnsavedLine
      words={filledWords(unsaved.value, nameOf) || "no source chosen"}
      onGoOn={onGoOn}
      onDiscard={() => {
        unsaved.discard();
        onDiscarded();
      }}
    />
  );
}
