"use client";

import { TimeAgo } from "@/components/ui/time-ago";
import { verdictWords } from "@/lib/assessments/scale";
import type { ResolutionView } from "@/lib/assessments/schema";
import { Rationale } from "./rationale";
import { usePersonName } from "./use-person-name";
import { VerdictMark } from "./verdict-mark";

/** An editor's final word. */
export function ResolutionBox({ resolution }: { resolution: ResolutionView }) {
  const personName = usePersonName();
  const { verdict, axis, by, at, rationale } = resolution;
  if (!verdict) return null;
  return (
    <div className="wrap-anywhere flex items-start gap-2 border-ink border-l-2 bg-sunk px-2 py-1.5 text-card">
      <VerdictMark verdict={verdict} axis={axis} />
      <div className="min-w-0 flex-1">
        <p>
          <span className="font-semibold">{verdictWords[axis][verdict]}</span>
          <span className="text-muted">
            {" "}
            · resolved by {personName(by)}, <TimeAgo at={at} />
          </span>
        </p>
        <Rationale body={rationale} />
      </div>
    </div>
  );
}
