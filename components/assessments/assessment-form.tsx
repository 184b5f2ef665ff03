"use client";

import { type FormEvent, type KeyboardEvent, useId, useState } from "react";
import { useRoom } from "@/components/discussion/room";
import { DraftNote } from "@/components/threads/draft-note";
import { Button } from "@/components/ui/button";
import { corroborates } from "@/lib/assessments/origin";
import { axisQuestions, needsEvidence } from "@/lib/assessments/scale";
import {
  type AssessmentView,
  type Axis,
  type NewAssessment,
  verdict as verdicts,
} from "@/lib/assessments/schema";
import type { PassageEntry } from "@/lib/discussion/list-passages";
import { CallError } from "@/lib/http/client";
import { ChangeNote, Confidences, Reasons } from "./assessment-fields";
import { EvidenceField } from "./evidence-field";
import { RationaleField } from "./rationale-field";
import { draftOf, useAssessmentDraft } from "./use-assessment-draft";
import { VerdictField } from "./verdict-field";

type Props = {
  axis: Axis;
  entry: PassageEntry;
  /** What the person has judged before. */
  mine: AssessmentView | null;
  onDone: () => void;
};

/** A verdict to be given: the answer by one key, Enter saves; why, how sure and on what evidence beside it. */
export function AssessmentForm({ axis, entry, mine, onDone }: Props) {
  const { surroundings, assessing, article } = useRoom();
  const { viewer, people } = surroundings;
  const { passage, verdicts: standing } = entry;
  // What was on the screen when the person began: the server refuses a verdict on anything else.
  const [ground] = useState({
    exact: passage.exact,
    sourceId: axis === "said" ? standing.speakerId : null,
  });
  const form = useAssessmentDraft(`${viewer.userId} ${article.id} ${passage.id} ${axis}`, draftOf(mine));
  const { draft, change } = form;
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const id = useId();
  const before = mine?.verdict ?? null;
  const isOther = before !== null && draft.verdict !== null && draft.verdict !== before;
  const known = standing.evidence.filter((one) => draft.evidence.includes(one.id));
  const isHollow =
    draft.verdict !== null &&
    needsEvidence(draft.verdict) &&
    !known.some((one) => corroborates(one, axis, standing.origins));

  async function save(event?: FormEvent): Promise<void> {
    event?.preventDefault();
    if (isBusy) return;
    const { verdict } = draft;
    if (!verdict) return setError("Choose an answer first: 4, 3, 2, 1, U or O.");
    if (isOther && !draft.changeNote.trim()) {
      setError("Say why you changed your mind.");
      return document.getElementById(`${id}-note`)?.focus();
    }
    setBusy(true);
    setError(null);
    const given: Omit<NewAssessment, "id"> = {
      axis,
      verdict,
      confidence: draft.confidence,
      reasons: draft.reasons,
      rationale: draft.rationale,
      evidence: known.map(({ id: evidenceId, version }) => ({ id: evidenceId, version })),
      replaces: mine?.id ?? null,
      changeNote: draft.changeNote.trim() || null,
      ...ground,
    };
    try {
      await assessing.judge(passage.id, given);
      form.forget();
      onDone();
    } catch (refused) {
      setError(
        refused instanceof CallError
          ? refused.message
          : "Something went wrong. What you filled in is kept; try again.",
      );
      setBusy(false);
    }
  }

  function onKeyDown(event: KeyboardEvent): void {
    const isText = isTextField(event.target);
    const letter = verdicts.safeParse(event.key.toUpperCase()).data;
    const isCommand = event.ctrlKey || event.metaKey;
    if (event.key === "Escape") onDone();
    else if (event.key === "Enter" && isCommand) void save();
    else if (event.key === "Enter" && event.target instanceof HTMLInputElement && !isText) void save();
    else if (letter && !isText && !isCommand && !event.altKey) {
      change({ verdict: letter });
      setError(null);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <form
      aria-label={axisQuestions[axis]}
      noValidate
      onSubmit={(event) => void save(event)}
      onKeyDown={onKeyDown}
      className="flex flex-col gap-3"
    >
      {form.restoredAt && <DraftNote at={form.restoredAt} onDiscard={form.discard} />}
      <VerdictField
        key={form.round}
        axis={axis}
        verdict={draft.verdict}
        autoFocus
        onChange={(verdict) => {
          change({ verdict });
          setError(null);
        }}
      />
      {isOther && (
        <ChangeNote
          id={`${id}-note`}
          value={draft.changeNote}
          onChange={(changeNote) => change({ changeNote })}
        />
      )}
      <RationaleField
        key={`why ${form.round}`}
        label="Why"
        placeholder="Why? In a sentence or two"
        initial={draft.rationale}
        people={people}
        viewerId={viewer.userId}
        onChange={(rationale) => change({ rationale })}
        onSave={() => void save()}
        onLeave={onDone}
      />
      <EvidenceField entry={entry} chosen={draft.evidence} onChosen={(evidence) => change({ evidence })} />
      {isHollow && (
        <p className="border-caution border-l-2 bg-caution-tint px-2 py-1 text-label">
          {known.length > 0
            ? "All of this comes from where the words come from, and does not corroborate them."
            : "Nothing is named that it rests on."}{" "}
          It is shown, and left out of what colleagues agree on.
        </p>
      )}
      <Reasons chosen={draft.reasons} onChosen={(next) => change({ reasons: next })} />
      <Confidences id={id} chosen={draft.confidence} onChosen={(confidence) => change({ confidence })} />
      {error && (
        <p role="alert" className="font-medium text-failure text-label">
          {error}
        </p>
      )}
      <p className="flex gap-2">
        <Button type="submit" size="small" look="primary" busy={isBusy} title="Enter, or Ctrl+Enter">
          {before ? "Save" : "Judge"}
        </Button>
        <Button size="small" look="quiet" onClick={onDone}>
          Cancel
        </Button>
      </p>
    </form>
  );
}

function isTextField(target: EventTarget): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !["radio", "checkbox"].includes(target.type);
}
