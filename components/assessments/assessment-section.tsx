"use client";

import { useState } from "react";
import { useRoom } from "@/components/discussion/room";
import { AssignMenu } from "@/components/threads/assign-menu";
import { attempt } from "@/components/threads/attempt";
import { Button } from "@/components/ui/button";
import { axisQuestions } from "@/lib/assessments/scale";
import type { Axis } from "@/lib/assessments/schema";
import type { AxisStanding } from "@/lib/assessments/standing";
import { can } from "@/lib/auth/permissions";
import type { PassageEntry } from "@/lib/discussion/list-passages";
import { AssessmentForm } from "./assessment-form";
import { AssessmentHistory } from "./assessment-history";
import { AssessmentRow } from "./assessment-row";
import { LevelDots } from "./level-dots";
import { ResolutionBox } from "./resolution-box";
import { ResolutionForm } from "./resolution-form";
import { stateWords } from "./state-words";
import { TextButton } from "./text-button";

/** Whether it is so, and whether they said so: each with its own verdicts. */
export function AssessmentSection({ entry }: { entry: PassageEntry }) {
  const { so, said } = entry.verdicts;
  return (
    <>
      <AxisSection entry={entry} standing={so} />
      {said && <AxisSection entry={entry} standing={said} />}
    </>
  );
}

type Props = { entry: PassageEntry; standing: AxisStanding };

function AxisSection({ entry, standing }: Props) {
  const { surroundings, opened, open, assessing, unsaved } = useRoom();
  const { viewer, workspace } = surroundings;
  const { passage } = entry;
  const { axis, state, judgements, count, resolution } = standing;
  const [isHistoryOpen, setHistoryOpen] = useState(false);
  const [isResolving, setResolving] = useState(false);
  const scope = { workspaceId: workspace.id };
  const isStored = !unsaved.has(passage.id);
  const mayJudge = can(viewer, "assessment.create", scope) && isStored;
  const mayResolve = can(viewer, "resolution.create", scope) && isStored;
  const isOpen = opened?.starting === axis && mayJudge;
  const mine = useMine(entry, axis);
  const hasMine = mine?.verdict != null;
  const setOpen = (isNow: boolean) =>
    open({ passageId: passage.id, starting: isNow ? axis : null }, isNow ? "pointer" : "keyboard");
  const isBlind = state === "hidden" || (resolution !== null && count > judgements.length);
  const isEmpty = count === 0 && !resolution && !standing.isReopened;
  if (isEmpty && !mayJudge && !mayResolve) return null;

  return (
    <section
      aria-label={axisQuestions[axis]}
      className="flex flex-col gap-2 border-hairline border-t px-3 py-2"
    >
      <div className="flex min-h-8 flex-wrap items-center justify-between gap-x-2">
        <h4 className="flex items-baseline gap-2 font-semibold text-card">
          {axisQuestions[axis]}
          <span className="font-normal text-label text-muted">{stateWords(standing)}</span>
        </h4>
        {mayJudge && !isOpen && (
          <Button
            size="small"
            look={hasMine ? "quiet" : "plain"}
            className="px-2"
            title={axis === "so" ? "V" : "S"}
            onClick={() => setOpen(true)}
          >
            {hasMine ? "Change mine" : "Judge"}
          </Button>
        )}
      </div>
      {resolution && <ResolutionBox resolution={resolution} />}
      {standing.isReopened && (
        <p className="border-caution border-l-2 bg-caution-tint px-2 py-1 text-label">
          What was resolved here was changed since, so the question is open again.
        </p>
      )}
      {isOpen && (
        <AssessmentForm
          key={passage.id}
          axis={axis}
          entry={entry}
          mine={mine}
          onDone={() => setOpen(false)}
        />
      )}
      {isBlind && <Hidden entry={entry} standing={standing} mayJudge={mayJudge} />}
      {judgements.length > 1 && <LevelDots standing={standing} people={surroundings.people} />}
      {judgements.length > 0 && (
        <ul aria-label="Verdicts" className="flex flex-col gap-2">
          {judgements.map((one) => (
            <AssessmentRow key={one.assessment.id} judgement={one} entry={entry} resolution={resolution} />
          ))}
        </ul>
      )}
      {isResolving && (
        <ResolutionForm
          key={passage.id}
          entry={entry}
          standing={standing}
          onDone={() => setResolving(false)}
        />
      )}
      <div className="flex flex-wrap items-center gap-x-3 text-label empty:hidden">
        {mayResolve && !isResolving && !isOpen && (
          <TextButton onClick={() => setResolving(true)}>{resolution ? "Decide anew" : "Resolve"}</TextButton>
        )}
        {(judgements.length > 0 || resolution || standing.isReopened) && (
          <TextButton onClick={() => setHistoryOpen(!isHistoryOpen)}>
            {isHistoryOpen ? "Hide history" : "History"}
          </TextButton>
        )}
        {hasMine && mayJudge && mine && (
          <TextButton
            onClick={() =>
              void attempt(
                assessing.judge(passage.id, {
                  axis,
                  verdict: null,
                  replaces: mine.id,
                  exact: passage.exact,
                  sourceId: axis === "said" ? entry.verdicts.speakerId : null,
                }),
              )
            }
          >
            Take mine back
          </TextButton>
        )}
        {axis === "so" && isStored && (
          <span className="ml-auto">
            <AssignMenu
              assignee={passage.assignee}
              people={surroundings.people}
              viewerId={viewer.userId}
              canAssign={can(viewer, "passage.assign", scope)}
              onAssign={(to) => assessing.assign(passage, to)}
            />
          </span>
        )}
      </div>
      {isHistoryOpen && <AssessmentHistory passageId={passage.id} axis={axis} />}
    </section>
  );
}

/** My last word on a passage and axis, also one that I have taken back: the next one takes its place. */
function useMine(entry: PassageEntry, axis: Axis) {
  const { discussion, surroundings } = useRoom();
  const { userId } = surroundings.viewer;
  return (
    discussion.assessments.find(
      (one) => one.passageId === entry.passage.id && one.axis === axis && one.by === userId,
    ) ?? null
  );
}

/** How many have judged, and the way to see what: after one's own verdict, or by giving up one's blindness. */
function Hidden({ entry, standing, mayJudge }: Props & { mayJudge: boolean }) {
  const { assessing } = useRoom();
  const [isBusy, setBusy] = useState(false);
  const { count, axis } = standing;
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-label text-muted">
      <span>
        {count === 1 ? "1 colleague has judged." : `${count} colleagues have judged.`}
        {mayJudge && " You see what once you have."}
      </span>
      <button
        type="button"
        className="link min-h-6 pointer-coarse:min-h-10"
        disabled={isBusy}
        title="Your own verdict is not blind any more then"
        onClick={() => {
          setBusy(true);
          void attempt(assessing.reveal(entry.passage.id, axis)).then(() => setBusy(false));
        }}
      >
        Reveal
      </button>
    </p>
  );
}
