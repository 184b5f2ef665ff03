"use client";

import { useEffect, useState } from "react";
import { useRoom } from "@/components/discussion/room";
import { Skeleton } from "@/components/ui/skeleton";
import { TimeAgo } from "@/components/ui/time-ago";
import { verdictWords } from "@/lib/assessments/scale";
import type { AssessmentView, Axis, ResolutionView } from "@/lib/assessments/schema";
import { CallError } from "@/lib/http/client";
import { usePersonName } from "./use-person-name";

type Loaded = { assessments: AssessmentView[]; resolutions: ResolutionView[] } | { message: string };

/** Everything that was judged and decided on an axis, the latest first. */
export function AssessmentHistory({ passageId, axis }: { passageId: string; axis: Axis }) {
  const { assessing, discussion } = useRoom();
  const personName = usePersonName();
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const held = [...discussion.assessments, ...discussion.resolutions].filter(
    (one) => one.passageId === passageId,
  );
  const key = held.map((one) => one.id).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says what there is
  useEffect(() => {
    let isGone = false;
    assessing.history(passageId).then(
      (answer) => !isGone && setLoaded(answer),
      (error: unknown) => {
        const message = error instanceof CallError ? error.message : "The history could not be loaded.";
        if (!isGone) setLoaded({ message });
      },
    );
    return () => {
      isGone = true;
    };
  }, [key, passageId, assessing]);

  if (!loaded) return <Skeleton lines={2} label="Loading the history" />;
  if ("message" in loaded) return <p className="text-failure text-label">{loaded.message}</p>;
  const assessments = loaded.assessments.map((one) => ({
    one,
    words:
      one.verdict === null
        ? "took their verdict back"
        : `judged ${verdictWords[axis][one.verdict].toLowerCase()}`,
    why: one.changeNote,
  }));
  const resolutions = loaded.resolutions.map((one) => ({
    one,
    words:
      one.verdict === null
        ? "opened the question again"
        : `resolved it as ${verdictWords[axis][one.verdict].toLowerCase()}`,
    why: null,
  }));
  const all = [...assessments, ...resolutions]
    .filter(({ one }) => one.axis === axis)
    .sort((a, b) => b.one.number - a.one.number);
  return (
    <ul className="wrap-anywhere flex flex-col gap-1 border-hairline border-l-2 pl-2 text-label text-muted">
      {all.map(({ one, words, why }) => (
        <li key={one.id}>
          {personName(one.by)} {words}, <TimeAgo at={one.at} />
          {why && `: ${why}`}
        </li>
      ))}
    </ul>
  );
}
