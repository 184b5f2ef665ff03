"use client";

import { useLayoutEffect, useRef, useState } from "react";
import { useRoom } from "@/components/discussion/room";
import { announce } from "@/components/ui/announcer";
import { corroborates } from "@/lib/assessments/origin";
import { needsEvidence, verdictWords } from "@/lib/assessments/scale";
import {
  type AssessmentView,
  type Axis,
  assessmentView,
  type NewAssessment,
  type Verdict,
} from "@/lib/assessments/schema";
import type { PassageEntry } from "@/lib/discussion/list-passages";
import { beingSent, type SaidVerdict } from "@/lib/discussion/outbox";
import { CallError, messageOf } from "@/lib/http/client";
import { formKept } from "./form-kept";
import { draftKeyOf, draftOf, draftOfWaiting, useAssessmentDraft } from "./use-assessment-draft";
import { useGround } from "./use-ground";

type Given = {
  axis: Axis;
  entry: PassageEntry;
  /** What the person has judged before. */
  mine: AssessmentView | null;
  /** What the person has judged and what has not arrived: saving puts what is chosen now in its place. */
  waiting: SaidVerdict | undefined;
  onDone: () => void;
  /** The reason for a change of mind is asked for. */
  onNote: () => void;
  /** Evidence is being written down in the form and was not added yet: saving past it would leave it behind. */
  isUnadded: () => boolean;
};

/** A verdict that is being given: what is filled in, on what, and whether it may be saved. */
export function useJudging({ axis, entry, mine, waiting, onDone, onNote, isUnadded }: Given) {
  const { surroundings, assessing, article } = useRoom();
  const { passage, verdicts: standing } = entry;
  const ground = useGround(entry, axis);
  const on = { articleId: article.id, passageId: passage.id, exact: passage.exact };
  const key = draftKeyOf({ userId: surroundings.viewer.userId, ...on, axis });
  const form = useAssessmentDraft(
    key,
    waiting ? draftOfWaiting(waiting) : draftOf(mine, ground.now, standing.evidence),
    on,
  );
  const { draft } = form;
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const newer = useNewer(mine, isBusy);
  const leave = useLeaving(isBusy && waiting !== undefined && waiting.id === mine?.id, onDone);

  const verdict = ground.holds(draft.ground) ? draft.verdict : null;
  // What was taken back was said all the same; what was said of other words was not said of these.
  const before = mine && ground.holds(mine) ? (mine.verdict ?? mine.was) : null;
  const isOther = before !== null && verdict !== null && verdict !== before;
  const rests = standing.evidence.filter((one) =>
    draft.evidence.some(({ id, version }) => id === one.id && version === one.version),
  );
  const isHollow =
    verdict !== null &&
    needsEvidence(verdict) &&
    !rests.some((one) => corroborates(one, axis, standing.origins));

  function choose(chosen: Verdict): void {
    form.change({ verdict: chosen, ground: ground.now });
    setError(null);
  }

  async function save(kept = newer.kept): Promise<void> {
    if (isBusy) return;
    if (!verdict) return setError("Choose an answer first.");
    if (isUnadded()) return setError("The evidence is not added yet. Add it or cancel it, then save.");
    if (waiting?.state === "sending") return setError(beingSent);
    if (newer.newer && newer.newer.id !== kept)
      return setError("Choose first which of your two verdicts holds.");
    if (isOther && !draft.changeNote.trim()) {
      setError("Say why you changed your mind.");
      return onNote();
    }
    setBusy(true);
    setError(null);
    const { confidence, reasons, rationale } = draft;
    const given: Omit<NewAssessment, "id"> = {
      ...{ axis, verdict, confidence, reasons, rationale, ...ground.now },
      evidence: rests.map(({ id, version }) => ({ id, version })),
      replaces: mine?.id ?? null,
      changeNote: draft.changeNote.trim() || null,
    };
    if (waiting) surroundings.outbox.discard(waiting.id);
    const judging = assessing.judge(passage.id, given);
    // The outbox keeps it from here on.
    form.forget();
    try {
      const how = (await judging) === "stored" ? "Saved" : "Waiting to be sent";
      announce(`${how}: ${verdictWords[axis][verdict].toLowerCase()}.`);
      leave();
    } catch (refused) {
      form.keep();
      if (!isBeaten(refused)) setError(messageOf(refused, formKept));
      setBusy(false);
    }
  }

  return {
    ...{ key, form, draft, ground, verdict, isOther, rests, isHollow, isBusy, error },
    /** What I have judged in another window, and what may be done about it. */
    conflict: newer.newer &&
      newer.newer.id !== newer.kept && {
        newer: newer.newer,
        keep(): void {
          newer.keep();
          void save(newer.newer?.id);
        },
        take(): void {
          form.forget();
          onDone();
        },
      },
    hasJudged: mine?.verdict != null,
    choose,
    save: () => void save(),
  };
}

/**
 * Leaves the form, once. Also when the verdict is shown before its own answer has come, as the stream can bring it:
 * whoever sees it goes on at once, and a form that closes late would take the next keys with it.
 */
function useLeaving(isShown: boolean, onDone: () => void): () => void {
  const hasLeft = useRef(false);
  const leave = () => {
    if (hasLeft.current) return;
    hasLeft.current = true;
    onDone();
  };
  const latest = useRef(leave);
  useLayoutEffect(() => {
    latest.current = leave;
  });
  useLayoutEffect(() => {
    if (isShown) latest.current();
  }, [isShown]);
  return leave;
}

/** What I have judged in another window since I began here: it is only replaced once I have said so. */
function useNewer(mine: AssessmentView | null, isBusy: boolean) {
  const [seen] = useState(mine?.id ?? null);
  const [kept, setKept] = useState<string | null>(null);
  // What is being saved comes back before the form is gone.
  const newer = mine && mine.id !== seen && !isBusy ? mine : null;
  return {
    newer,
    /** The one over which mine is to go. */
    kept,
    keep: () => setKept(newer?.id ?? null),
  };
}

/** True of a refusal that shows what I have judged in another window. */
function isBeaten(refused: unknown): boolean {
  return refused instanceof CallError && assessmentView.safeParse(refused.details).success;
}
