"use client";

import { type RefObject, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useRoom } from "@/components/discussion/room";
import { useGoesOn } from "@/components/discussion/use-goes-on";
import { useLanding } from "@/components/discussion/use-landing";
import { attempt } from "@/components/outbox/attempt";
import { useKeyHint } from "@/components/shortcuts/key-settings";
import { withKey } from "@/components/shortcuts/with-key";
import { AssignMenu } from "@/components/threads/assign-menu";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { hasPast } from "@/lib/assessments/has-past";
import { axisQuestions } from "@/lib/assessments/scale";
import type { AssessmentView, Axis } from "@/lib/assessments/schema";
import type { AxisStanding } from "@/lib/assessments/standing";
import { can } from "@/lib/auth/permissions";
import type { PassageEntry } from "@/lib/discussion/list-passages";
import { waitingVerdict } from "@/lib/discussion/outbox";
import { AssessmentForm } from "./assessment-form";
import { AssessmentHistory } from "./assessment-history";
import { AssessmentRow } from "./assessment-row";
import { HiddenVerdicts } from "./hidden-verdicts";
import { LevelDots } from "./level-dots";
import { ResolutionBox } from "./resolution-box";
import { ResolutionForm } from "./resolution-form";
import { stateWords } from "./state-words";
import { TextButton } from "./text-button";
import { UnsavedResolution, UnsavedVerdict } from "./unsaved";
import { draftKeyOf } from "./use-assessment-draft";
import { useBusy } from "./use-busy";
import { useGround } from "./use-ground";
import { resolutionKey } from "./use-resolving";
import { WaitingVerdict } from "./waiting-verdict";

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
  const { surroundings, opened, open, finish, leaveMark } = useRoom();
  const { id } = entry.passage;
  const { axis, judgements, count, resolution } = standing;
  const { userId } = surroundings.viewer;
  const heading = useRef<HTMLHeadingElement>(null);
  const rights = useRights(id);
  const { mayResolve } = rights;
  // Without a source nobody can have said so; what was judged while there was one stays in sight.
  const isAskable = axis === "so" || entry.verdicts.speakerId !== null;
  const mayJudge = rights.mayJudge && isAskable;
  const mine = useMine(id, axis);
  const waiting = waitingVerdict(surroundings.outbox.sayings, id, axis);
  const isOpen = opened?.starting === axis && mayJudge;
  useLanding(heading, isOpen);
  const begin = () => open({ passageId: id, starting: axis }, "pointer");
  const begun = draftKeyOf({ userId, articleId: surroundings.articleId, passageId: id, axis });
  const isBlind = standing.state === "hidden" || (resolution !== null && count > judgements.length);
  const keyHint = useKeyHint()(`passage.${axis}`);
  const judge = mine?.verdict ? "Change mine" : "Judge";
  const question = axisQuestions[axis].toLowerCase();
  const isEmpty = count === 0 && !resolution && !standing.isReopened && !waiting;
  if (isEmpty && !mayJudge && !mayResolve) return null;

  return (
    <section
      // A thread may ask the same question in the same words.
      aria-label={`Verdicts: ${question}`}
      className="flex flex-col gap-2 border-hairline border-t px-3 py-2"
    >
      <div className="flex min-h-8 flex-wrap items-center justify-between gap-x-2">
        <h4 ref={heading} tabIndex={-1} className="flex items-baseline gap-2 font-semibold text-card">
          {axisQuestions[axis]}
          <span className="font-normal text-label text-muted">{stateWords(standing)}</span>
        </h4>
        {mayJudge && !isOpen && !waiting && (
          <Button
            size="small"
            look={mine?.verdict ? "quiet" : "plain"}
            className={mine?.verdict ? "-mr-3" : ""}
            title={withKey(judge, keyHint)}
            aria-label={`${judge}: ${question}`}
            aria-keyshortcuts={keyHint?.aria}
            onClick={begin}
          >
            {judge}
          </Button>
        )}
      </div>
      <Decided standing={standing} />
      {!isAskable && (
        <p className="text-label text-muted">
          No source is agreed on for these words, so what was judged here does not count for now.
        </p>
      )}
      {isOpen && (
        <AssessmentForm
          key={id}
          {...{ axis, entry, mine, waiting }}
          onDone={() => finish(id, axis)}
          onLeave={() => {
            finish(id, axis);
            leaveMark(id);
          }}
        />
      )}
      {mayJudge && !isOpen && (
        <UnsavedVerdict
          passageId={id}
          axis={axis}
          onGoOn={() => open({ passageId: id, starting: axis, goOn: begun }, "pointer")}
          onDiscarded={() => heading.current?.focus({ preventScroll: true })}
        />
      )}
      {waiting && !isOpen && <WaitingVerdict saying={waiting} onChange={begin} />}
      {isBlind && <HiddenVerdicts entry={entry} standing={standing} mayJudge={mayJudge} heading={heading} />}
      {judgements.length > 1 && <LevelDots standing={standing} people={surroundings.people} />}
      {judgements.length > 0 && (
        <ul aria-label="Verdicts" className="flex flex-col gap-2">
          {judgements.map((one) => (
            <AssessmentRow
              key={one.assessment.id}
              judgement={one}
              {...{ entry, resolution, mayChange: mayJudge && !waiting }}
            />
          ))}
        </ul>
      )}
      <AxisEnd
        {...{ entry, standing, heading, isOpen, isAskable }}
        mine={rights.mayJudge && !waiting && mine?.verdict ? mine : null}
      />
    </section>
  );
}

/** An editor's word, or that there was one. */
function Decided({ standing: { resolution, isReopened } }: { standing: AxisStanding }) {
  if (resolution) return <ResolutionBox resolution={resolution} />;
  if (!isReopened) return null;
  return (
    <p className="border-caution border-l-2 bg-caution-tint px-2 py-1 text-label">
      What was resolved here was changed since, so the question is open again.
    </p>
  );
}

type EndProps = Props & {
  heading: RefObject<HTMLHeadingElement | null>;
  /** A verdict is being given. */
  isOpen: boolean;
  /** The question can be answered at all. */
  isAskable: boolean;
  /** What I could take back. */
  mine: AssessmentView | null;
};

/** What else can be done about it: resolve, look back, take back, give it to somebody. */
function AxisEnd({ entry, standing, heading, isOpen, isAskable, mine }: EndProps) {
  const { passage } = entry;
  const { axis, resolution } = standing;
  const [isHistoryOpen, setHistoryOpen] = useState(false);
  const { discussion, surroundings } = useRoom();
  const { userId } = surroundings.viewer;
  const ofPassage = (one: { passageId: string }) => one.passageId === passage.id;
  const isLookedBack = hasPast({
    axis,
    assessments: discussion.assessments.filter(ofPassage),
    resolutions: discussion.resolutions.filter(ofPassage),
    evidence: entry.verdicts.evidence,
  });
  const [isResolving, setResolving] = useState(useGoesOn(resolutionKey(userId, passage.id, axis)));
  const opener = useRef<HTMLButtonElement>(null);
  const question = axisQuestions[axis].toLowerCase();
  const resolve = resolution ? "Decide anew" : "Resolve";
  const { mayResolve, isStored } = useRights(passage.id);
  const resolved = () => {
    // The form goes away with the focus in it, which goes on to where it began.
    flushSync(() => setResolving(false));
    (opener.current ?? heading.current)?.focus({ preventScroll: true });
  };
  return (
    <>
      {mayResolve && isAskable && !isResolving && !isOpen && (
        <UnsavedResolution
          passageId={passage.id}
          axis={axis}
          onGoOn={() => setResolving(true)}
          onDiscarded={() => opener.current?.focus({ preventScroll: true })}
        />
      )}
      {isResolving && mayResolve && (
        <ResolutionForm key={passage.id} entry={entry} standing={standing} onDone={resolved} />
      )}
      <div className="flex flex-wrap items-center gap-x-3 text-label empty:hidden">
        {mayResolve && isAskable && !isResolving && !isOpen && (
          <TextButton ref={opener} label={`${resolve}: ${question}`} onClick={() => setResolving(true)}>
            {resolve}
          </TextButton>
        )}
        {isLookedBack && (
          <TextButton
            label={`History: ${question}`}
            expanded={isHistoryOpen}
            onClick={() => setHistoryOpen(!isHistoryOpen)}
          >
            History
          </TextButton>
        )}
        {mine && <TakeBack entry={entry} mine={mine} heading={heading} />}
        {axis === "so" && isStored && <Assignee entry={entry} />}
      </div>
      {isLookedBack && isHistoryOpen && <AssessmentHistory passageId={passage.id} standing={standing} />}
    </>
  );
}

type TakeBackProps = Pick<EndProps, "entry" | "heading"> & { mine: AssessmentView };

function TakeBack({ entry, mine, heading }: TakeBackProps) {
  const { assessing, undoing } = useRoom();
  const { now, holds } = useGround(entry, mine.axis);
  const [isBusy, run] = useBusy();
  async function takeBack(): Promise<void> {
    const key = `verdict ${mine.id}`;
    const said = "Your verdict is taken back";
    const { taking, putBack } = assessing.takeBack(mine, now, entry.verdicts.evidence);
    // What was said of other words, or of another source, must not come back as said of these.
    const mayComeBack = holds(mine);
    if (mayComeBack) undoing.note(key, putBack, taking);
    else undoing.pass("a verdict", taking);
    if (!(await attempt(taking))) return;
    if (mayComeBack) undoing.tell(said, key);
    else toast.success(said);
    heading.current?.focus({ preventScroll: true });
    // A long reason that has gone may have pushed it out of the window.
    heading.current?.scrollIntoView({ block: "nearest" });
  }
  return (
    <TextButton
      label={`Take mine back: ${axisQuestions[mine.axis].toLowerCase()}`}
      busy={isBusy}
      onClick={() => void run(takeBack)}
    >
      Take mine back
    </TextButton>
  );
}

function Assignee({ entry: { passage } }: Pick<Props, "entry">) {
  const { surroundings, assessing } = useRoom();
  const { viewer, workspace, people } = surroundings;
  return (
    <span className="ml-auto">
      <AssignMenu
        of="the passage"
        assignee={passage.assignee}
        people={people}
        viewerId={viewer.userId}
        canAssign={can(viewer, "passage.assign", { workspaceId: workspace.id })}
        onAssign={(to) => assessing.assign(passage, to)}
      />
    </span>
  );
}

/** What the viewer may do here: a verdict goes out after its passage, an editor's word waits until that is stored. */
function useRights(passageId: string) {
  const { surroundings, unsaved } = useRoom();
  const { viewer, workspace } = surroundings;
  const scope = { workspaceId: workspace.id };
  const isStored = !unsaved.has(passageId);
  const isRefused = unsaved.get(passageId)?.state === "failed";
  return {
    isStored,
    mayJudge: can(viewer, "assessment.create", scope) && !isRefused,
    mayResolve: can(viewer, "resolution.create", scope) && isStored,
  };
}

/** My last word on a passage and axis, also one that I have taken back: the next one takes its place. */
function useMine(passageId: string, axis: Axis): AssessmentView | null {
  const { discussion, surroundings } = useRoom();
  const { userId } = surroundings.viewer;
  const isMine = (one: AssessmentView) =>
    one.passageId === passageId && one.axis === axis && one.by === userId;
  return discussion.assessments.find(isMine) ?? null;
}
