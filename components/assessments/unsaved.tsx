"use client";

import { useRoom } from "@/components/discussion/room";
import { UnsavedLine } from "@/components/ui/unsaved-line";
import { useUnsaved } from "@/components/ui/use-kept";
import type { Axis } from "@/lib/assessments/schema";
import { evidenceKey, type FilledEvidence, readFilled as readEvidence } from "./evidence/use-evidence";
import { answerWords, evidenceWords } from "./unsaved-words";
import { draftKeyOf, readDraft } from "./use-assessment-draft";
import { readFilled as readResolution, resolutionKey } from "./use-resolving";

type Doing = { onGoOn: (() => void) | null; onDiscarded: () => void };

/** A verdict that is chosen and not saved. */
export function UnsavedVerdict({ passageId, axis, ...doing }: Doing & { passageId: string; axis: Axis }) {
  const { article, surroundings } = useRoom();
  const { userId } = surroundings.viewer;
  const unsaved = useUnsaved(draftKeyOf({ userId, articleId: article.id, passageId, axis }), readDraft);
  return <Line unsaved={unsaved} words={(draft) => answerWords(axis, draft) || nothingChosen} {...doing} />;
}

/** An editor's word that is chosen and not given. */
export function UnsavedResolution({ passageId, axis, ...doing }: Doing & { passageId: string; axis: Axis }) {
  const { userId } = useRoom().surroundings.viewer;
  const unsaved = useUnsaved(resolutionKey(userId, passageId, axis), readResolution);
  const words = (filled: Parameters<typeof answerWords>[1]) =>
    `Resolve as ${answerWords(axis, filled) || nothingChosen}`;
  return <Line unsaved={unsaved} words={words} {...doing} />;
}

/** Evidence that is begun and not added: of a passage, or one that is being changed. */
export function UnsavedEvidence({ of, ...doing }: Doing & { of: string }) {
  const { userId } = useRoom().surroundings.viewer;
  const unsaved = useUnsaved(evidenceKey(userId, of), readEvidence);
  // Whoever cannot go on with it copies it from here, so all of it is there.
  const shown = doing.onGoOn ? 1 : undefined;
  const words = (filled: FilledEvidence) => evidenceWords(filled).slice(0, shown).join("\n") || nothingChosen;
  return <Line unsaved={unsaved} words={words} {...doing} />;
}

type LineProps<T> = Doing & {
  unsaved: { value: T; discard: () => void } | null;
  words: (value: T) => string;
};

function Line<T>({ unsaved, words, onGoOn, onDiscarded }: LineProps<T>) {
  if (!unsaved) return null;
  const discard = () => {
    unsaved.discard();
    onDiscarded();
  };
  return <UnsavedLine words={words(unsaved.value)} onGoOn={onGoOn} onDiscard={discard} />;
}

const nothingChosen = "nothing chosen yet";
