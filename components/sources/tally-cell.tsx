import { EyeOff } from "lucide-react";
import { VerdictMark } from "@/components/assessments/verdict-mark";
import type { Axis } from "@/lib/assessments/schema";
import { countOf } from "@/lib/text/count-of";
import type { VerdictTally } from "./tally-verdicts";

/** Verdicts with how many passages they stand on: "✓4 3 passages  ✕1 1 passage", and what is split, hidden or does not count. */
export function TallyCell({ axis, tally }: { axis: Axis; tally: VerdictTally }) {
  const { verdicts, split, hidden, uncounted, unclaimed } = tally;
  if (verdicts.length + split + hidden + uncounted + unclaimed === 0) {
    return (
      <span className="text-muted">
        <span aria-hidden>–</span>
        <span className="sr-only">Nobody has judged</span>
      </span>
    );
  }
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2.5 gap-y-1 tabular-nums">
      {verdicts.map(({ verdict, count }) => (
        <span key={verdict} className="inline-flex items-center gap-1.5">
          <VerdictMark axis={axis} verdict={verdict} small />
          <span className="whitespace-nowrap text-label text-muted">{countOf(count, "passage")}</span>
        </span>
      ))}
      {split > 0 && <span className="whitespace-nowrap text-label text-muted">{split} split</span>}
      {uncounted > 0 && (
        <span className="whitespace-nowrap text-label text-muted">{uncounted} judged, not counted</span>
      )}
      {unclaimed > 0 && (
        <span className="whitespace-nowrap text-label text-muted">{unclaimed} not claimed</span>
      )}
      {hidden > 0 && (
        <span className="whitespace-nowrap text-label text-muted">
          <EyeOff aria-hidden className="mr-1 inline size-3.5" />
          {hidden} hidden
        </span>
      )}
    </span>
  );
}
