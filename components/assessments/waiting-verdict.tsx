"use client";

import { OnItsWay } from "@/components/outbox/on-its-way";
import { axisQuestions, verdictWords } from "@/lib/assessments/scale";
import type { SaidVerdict } from "@/lib/discussion/outbox";
import { plainTextOf } from "@/lib/threads/comment-schema";
import { VerdictMark } from "./verdict-mark";

type Props = { saying: SaidVerdict; onChange: () => void };

/** My verdict on its way. It counts for nothing yet, and shows nobody else's. */
export function WaitingVerdict({ saying, onChange }: Props) {
  const { axis, verdict, rationale } = saying.given;
  const why = rationale ? plainTextOf(rationale) : "";
  const words = verdict ? verdictWords[axis][verdict] : "Taken back";
  return (
    <OnItsWay
      saying={saying}
      label="Your verdict"
      copy={[`${axisQuestions[axis]} ${words}.`, why].filter(Boolean).join("\n")}
      onChange={verdict ? onChange : undefined}
    >
      <p className="flex items-center gap-2">
        {verdict && <VerdictMark verdict={verdict} axis={axis} />}
        <span>
          <span className="font-semibold">{words}</span>
          <span className="text-muted"> · you</span>
        </span>
      </p>
      {why && <p className="whitespace-pre-line">{why}</p>}
    </OnItsWay>
  );
}
