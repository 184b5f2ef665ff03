"use client";

import { type ReactNode, useEffect, useState } from "react";
import { useRoom } from "@/components/discussion/room";
import { Skeleton } from "@/components/ui/skeleton";
import { TimeAgo } from "@/components/ui/time-ago";
import { verdictWords } from "@/lib/assessments/scale";
import type { AssessmentView, EvidenceView, ResolutionView } from "@/lib/assessments/schema";
import type { AxisStanding } from "@/lib/assessments/standing";
import { messageOf } from "@/lib/http/client";
import { usePersonName } from "./use-person-name";

type Loaded =
  | {
      assessments: AssessmentView[];
      resolutions: ResolutionView[];
      evidence: EvidenceView[];
      takenAway: EvidenceView[];
    }
  | { message: string };

type Props = { passageId: string; standing: AxisStanding };

/** Everything that was judged and decided on an axis, the latest first. What is shown above is not said again. */
export function AssessmentHistory({ passageId, standing }: Props) {
  const { axis, judgements, resolution } = standing;
  const loaded = useHistory(passageId);
  if (!loaded) return <Skeleton lines={2} label="Loading the history" />;
  if ("message" in loaded) return <p className="text-failure text-label">{loaded.message}</p>;
  const shown = new Set([...judgements.map(({ assessment }) => assessment.id), resolution?.id]);
  const gone = new Map(loaded.evidence.map((one) => [one.id, one.title]));
  const lines = [
    ...loaded.assessments.map((one) => ({ one, line: <Judged one={one} gone={gone} /> })),
    ...loaded.resolutions.map((one) => ({ one, line: <Resolved one={one} /> })),
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
export function useHistory(passageId: string): Loaded | null {
  const { assessing, discussion } = useRoom();
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const held = [...discussion.assessments, ...discussion.resolutions, ...discussion.evidence].filter(
    (one) => one.passageId === passageId,
  );
  const key = held.map(({ id, number }) => `${id} ${number}`).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says what there is
  useEffect(() => {
    let isGone = false;
    assessing.history(passageId).then(
      (answer) => !isGone && setLoaded(answer),
      (error: unknown) => {
        const message = messageOf(error, "The history could not be loaded.");
        if (!isGone) setLoaded({ message });
      },
    );
    return () => {
      isGone = true;
    };
  }, [key, passageId, assessing]);
  return loaded;
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
