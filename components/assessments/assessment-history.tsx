"use client";

import type { ReactNode } from "react";
import { useRoom } from "@/components/discussion/room";
import { Skeleton } from "@/components/ui/skeleton";
import { TimeAgo } from "@/components/ui/time-ago";
import { verdictWords } from "@/lib/assessments/scale";
import type { AssessmentView, EvidenceView, ResolutionView } from "@/lib/assessments/schema";
import type { AxisStanding } from "@/lib/assessments/standing";
import { type Asked, NotLoaded, useAsked } from "./use-asked";
import { usePersonName } from "./use-person-name";

type History = {
  assessments: AssessmentView[];
  resolutions: ResolutionView[];
  evidence: EvidenceView[];
  takenAway: EvidenceView[];
};

type Props = { passageId: string; standing: AxisStanding };

/** Everything that was judged and decided on an axis, the latest first. What is shown above is not said again. */
export function AssessmentHistory({ passageId, standing }: Props) {
  const { axis, judgements, resolution } = standing;
  const { answer, failure, again } = useHistory(passageId);
  if (failure) return <NotLoaded failure={failure} again={again} />;
  if (!answer) return <Skeleton lines={2} label="Loading the history" />;
  const shown = new Set([...judgements.map(({ assessment }) => assessment.id), resolution?.id]);
  const gone = new Map(answer.evidence.map((one) => [one.id, one.title]));
  const lines = [
    ...answer.assessments.map((one) => ({ one, line: <Judged one={one} gone={gone} /> })),
    ...answer.resolutions.map((one) => ({ one, line: <Resolved one={one} /> })),
  ];
  return (
    <ul className="wrap-anywhere flex flex-col gap-1 border-hairline border-l-2 pl-2 text-label text-muted">
      {lines
        .filter(({ one }) => one.axis === axis)
        .sort((a, b) => b.one.number - a.one.number)
        .map(({ one, line }) => (
          <li key={one.id}>
            {line}
            {!shown.has(one.id) && one.text && (
              <p className="whitespace-pre-line border-hairline border-l-2 pl-2 text-ink">{one.text}</p>
            )}
          </li>
        ))}
    </ul>
  );
}

/** Everything that I may see of a passage, read anew whenever something is added to it. */
export function useHistory(passageId: string): Asked<History> {
  const { assessing, discussion } = useRoom();
  const held = [...discussion.assessments, ...discussion.resolutions, ...discussion.evidence].filter(
    (one) => one.passageId === passageId,
  );
  const asOf = [passageId, ...held.map(({ id, number }) => `${id} ${number}`)].join();
  return useAsked(() => assessing.history(passageId), asOf, "The history could not be loaded.");
}

function Judged({ one, gone }: { one: AssessmentView; gone: ReadonlyMap<string, string> }) {
  const { axis, verdict, changeNote } = one;
  const titles = one.evidence.flatMap((id) => gone.get(id) ?? []);
  return (
    <Line one={one}>
      {verdict === null ? "took the verdict back" : `judged ${verdictWords[axis][verdict].toLowerCase()}`}
      {changeNote && ` (${changeNote})`}
      {titles.length > 0 && `, on evidence that was taken away since: ${titles.join("; ")}`}
    </Line>
  );
}

function Resolved({ one }: { one: ResolutionView }) {
  const { axis, verdict } = one;
  return (
    <Line one={one}>
      {verdict === null
        ? "opened the question again"
        : `resolved it as ${verdictWords[axis][verdict].toLowerCase()}`}
    </Line>
  );
}

function Line({ one, children }: { one: { by: string; at: string }; children: ReactNode }) {
  const personName = usePersonName("first");
  return (
    <span>
      {personName(one.by)} {children}, <TimeAgo at={one.at} />
    </span>
  );
}
