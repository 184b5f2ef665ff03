"use client";

import { useRoom } from "@/components/discussion/room";
import { UnsavedLine } from "@/components/ui/unsaved-line";
import { useUnsaved } from "@/components/ui/use-kept";
import { verdictWords } from "@/lib/assessments/scale";
import type { Axis, Verdict } from "@/lib/assessments/schema";
import { type CommentBody, plainTextOf } from "@/lib/threads/comment-schema";
import { evidenceKey, readFilled as readEvidence } from "./evidence/use-evidence";
import { draftKeyOf, readDraft } from "./use-assessment-draft";
import { readFilled as readResolution, resolutionKey } from "./use-resolving";

type Doing = { onGoOn: (() => void) | null; onDiscarded: () => void };

/** A verdict that is chosen and not saved. */
export function UnsavedVerdict({ passageId, axis, ...doing }: Doing & { passageId: string; axis: Axis }) {
  const { article, surroundings } = useRoom();
  const { userId } = surroundings.viewer;
  const unsaved = useUnsaved(draftKeyOf({ userId, articleId: article.id, passageId, axis }), readDraft);
  return <Line unsaved={unsaved} words={(draft) => answerWords(axis, draft)} {...doing} />;
}

/** An editor's word that is chosen and not given. */
export function UnsavedResolution({ passageId, axis, ...doing }: Doing & { passageId: string; axis: Axis }) {
  const { userId } = useRoom().surroundings.viewer;
  const unsaved = useUnsaved(resolutionKey(userId, passageId, axis), readResolution);
  return <Line unsaved={unsaved} words={(filled) => `Resolved as ${answerWords(axis, filled)}`} {...doing} />;
}

/** Evidence that is begun and not added: of a passage, or one that is being changed. */
export function UnsavedEvidence({ of, ...doing }: Doing & { of: string }) {
  const { userId } = useRoom().surroundings.viewer;
  const unsaved = useUnsaved(evidenceKey(userId, of), readEvidence);
  const words = doing.onGoOn ? evidenceWords : wholeEvidence;
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

function answerWords(
  axis: Axis,
  { verdict, rationale }: { verdict: Verdict | null; rationale: CommentBody | null },
): string {
  const why = rationale ? plainTextOf(rationale).trim() : "";
  return [verdict && verdictWords[axis][verdict], why].filter(Boolean).join(": ") || nothingChosen;
}

type FilledEvidence = { title: string; url: string; excerpt: string | null };

function evidenceWords(filled: FilledEvidence): string {
  return fieldsOf(filled)[0] ?? nothingChosen;
}

function wholeEvidence(filled: FilledEvidence): string {
  return fieldsOf(filled).join("\n") || nothingChosen;
}

function fieldsOf({ title, url, excerpt }: FilledEvidence): string[] {
  return [title, url, excerpt].flatMap((words) => words?.trim() || []);
}
