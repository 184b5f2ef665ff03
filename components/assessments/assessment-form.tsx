"use client";

import { useId, useRef } from "react";
import { useRoom } from "@/components/discussion/room";
import { useGoesOn } from "@/components/discussion/use-goes-on";
import { DraftNote } from "@/components/threads/composer/draft-note";
import { Conflict } from "@/components/ui/conflict";
import { useShow } from "@/components/ui/use-show";
import { axisQuestions, verdictWords } from "@/lib/assessments/scale";
import type { AssessmentView, Axis } from "@/lib/assessments/schema";
import type { PassageEntry } from "@/lib/discussion/list-passages";
import type { SaidVerdict } from "@/lib/discussion/outbox";
import { ChangeNote, Confidences, Reasons } from "./assessment-fields";
import { EvidenceField } from "./evidence/evidence-field";
import { FormEnd } from "./form-end";
import { GroundNotice } from "./ground-notice";
import { RationaleField } from "./rationale-field";
import { useJudging } from "./use-judging";
import { useVerdictKeys } from "./use-verdict-keys";
import { VerdictField } from "./verdict-field";
import { WhatIsJudged } from "./what-is-judged";

type Props = {
  axis: Axis;
  entry: PassageEntry;
  /** What the person has judged before. */
  mine: AssessmentView | null;
  /** What the person has judged and what has not arrived. */
  waiting: SaidVerdict | undefined;
  onDone: () => void;
  /** The person leaves it; what is filled in is kept. */
  onLeave: () => void;
};

/** A verdict to be given: the answer by one key, Enter saves; why, how sure and on what evidence beside it. */
export function AssessmentForm({ axis, entry, mine, waiting, onDone, onLeave }: Props) {
  const { viewer, people } = useRoom().surroundings;
  const id = useId();
  const onNote = () => document.getElementById(`${id}-note`)?.focus();
  const unadded = useRef(false);
  const isUnadded = () => unadded.current;
  const judging = useJudging({ axis, entry, mine, waiting, onDone, onNote, isUnadded });
  const { form, draft, verdict, choose, save, conflict } = judging;
  // Whose letters were part of a sentence goes on with that: as keys they would choose another answer.
  const goesOn = useGoesOn(judging.key);
  const isInWhy = goesOn && draft.rationale !== null;
  const keys = useVerdictKeys({ axis, choose, save, leave: onLeave });
  useShow(keys.ref);
  return (
    <form
      aria-label={axisQuestions[axis]}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      {...keys}
      className="flex flex-col gap-3"
    >
      {form.restoredAt && <DraftNote at={form.restoredAt} onDiscard={form.discard} />}
      {conflict && (
        <Conflict
          by={null}
          at={conflict.newer.at}
          did={<Judged newer={conflict.newer} />}
          onKeep={() => {
            conflict.keep();
            // The button is gone with what it answered.
            keys.ref.current
              ?.querySelector<HTMLElement>("input:checked, input")
              ?.focus({ preventScroll: true });
          }}
          onTake={conflict.take}
        />
      )}
      <GroundNotice kept={draft.ground} ground={judging.ground} />
      <WhatIsJudged axis={axis} entry={entry} />
      <VerdictField key={form.round} axis={axis} verdict={verdict} autoFocus={!isInWhy} onChange={choose} />
      {judging.isOther && (
        <ChangeNote
          id={`${id}-note`}
          value={draft.changeNote}
          onChange={(changeNote) => form.change({ changeNote })}
        />
      )}
      <RationaleField
        key={`why ${form.round}`}
        label="Why"
        placeholder="Why? In a sentence or two"
        initial={draft.rationale}
        people={people}
        viewerId={viewer.userId}
        autoFocus={isInWhy}
        onChange={(rationale) => form.change({ rationale })}
        onSave={save}
        onLeave={onLeave}
      />
      <EvidenceField
        entry={entry}
        verdict={verdict}
        chosen={draft.evidence}
        onChosen={form.changeEvidence}
        onWriting={(isWriting) => {
          unadded.current = isWriting;
        }}
      />
      {judging.isHollow && (
        <Hollow isSameOrigin={judging.rests.length > 0} hasEvidence={entry.verdicts.evidence.length > 0} />
      )}
      <Reasons chosen={draft.reasons} onChosen={(reasons) => form.change({ reasons })} />
      <Confidences id={id} chosen={draft.confidence} onChosen={(confidence) => form.change({ confidence })} />
      <FormEnd label="Save the verdict" isBusy={judging.isBusy} error={judging.error} onCancel={onLeave} />
    </form>
  );
}

const caution = "border-caution border-l-2 bg-caution-tint px-2 py-1 text-label";

/** What I have judged in another window since I began in this one. */
function Judged({ newer: { axis, verdict } }: { newer: AssessmentView }) {
  if (!verdict) return "took your verdict back";
  return (
    <>
      judged this <em className="font-serif">{verdictWords[axis][verdict]}</em>
    </>
  );
}

function Hollow({ isSameOrigin, hasEvidence }: { isSameOrigin: boolean; hasEvidence: boolean }) {
  const nothing = hasEvidence ? "Tick the evidence that it rests on." : "Nothing is named that it rests on.";
  return (
    <p className={caution}>
      {isSameOrigin
        ? "All of this comes from where the words come from, and does not corroborate them."
        : nothing}{" "}
      The verdict is shown, and left out of what colleagues agree on.
    </p>
  );
}
