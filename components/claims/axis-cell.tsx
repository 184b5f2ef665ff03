import { EyeOff } from "lucide-react";
import { VerdictMark } from "@/components/assessments/verdict-mark";
import { confidenceCountWords, countConfidence } from "@/lib/assessments/confidence";
import type { Axis, Verdict } from "@/lib/assessments/schema";
import type { ClaimAxis } from "@/lib/claims/row-schema";

type Props = { axis: Axis; of: ClaimAxis | null };

/** How it stands with a claim on one question: the verdict that counts with how many stand behind it, or both sides. */
export function AxisCell({ axis, of }: Props) {
  if (!of) {
    return (
      <span className="text-muted">
        <span aria-hidden>–</span>
        <span className="sr-only">No one source</span>
      </span>
    );
  }
  return (
    <span className="inline-flex flex-wrap items-center gap-x-1.5 gap-y-1">
      <Marks axis={axis} of={of} />
      <span className="tiny:whitespace-nowrap text-label text-muted">
        {of.hidden && <EyeOff aria-hidden className="mr-1 inline size-3.5" />}
        {standingWords(of)}
      </span>
      <Sureness of={of} />
    </span>
  );
}

function Marks({ axis, of }: { axis: Axis; of: ClaimAxis }) {
  if (of.shown) return <VerdictMark axis={axis} verdict={of.shown} small />;
  return tally(of).map(({ verdict, hollow }) => (
    <VerdictMark key={`${verdict} ${hollow}`} axis={axis} verdict={verdict} hollow={hollow} small />
  ));
}

/** How sure those are who count, where it is not all the usual. */
function Sureness({ of }: { of: ClaimAxis }) {
  const counts = countConfidence(countingOf(of).map((one) => one.confidence));
  if (counts.high + counts.low === 0) return null;
  return (
    <span className="basis-full tiny:whitespace-nowrap text-label text-muted">
      confidence {confidenceCountWords(counts)}
    </span>
  );
}

/** The verdicts that count or, if none does, all. */
function countingOf({ verdicts }: ClaimAxis): ClaimAxis["verdicts"] {
  const counting = verdicts.filter((one) => !one.stale && !one.hollow);
  return counting.length > 0 ? counting : verdicts;
}

/** Each answer with how often it was given, the commonest first: of those that count or, if none does, of all. */
function tally(of: ClaimAxis): { verdict: Verdict; hollow: boolean; count: number }[] {
  const found = new Map<string, { verdict: Verdict; hollow: boolean; count: number }>();
  for (const { verdict, hollow } of countingOf(of)) {
    const known = found.get(verdict) ?? { verdict, hollow, count: 0 };
    known.count++;
    found.set(verdict, known);
  }
  return [...found.values()].sort((a, b) => b.count - a.count || (a.verdict < b.verdict ? 1 : -1));
}

/** "split 3 : 1", "3 agree", "3 judged, hidden". */
function standingWords(of: ClaimAxis): string {
  const hidden = of.hidden ? `${of.count} judged, hidden` : null;
  const words: Record<ClaimAxis["state"], string> = {
    none: of.reopened ? "reopened" : "nobody yet",
    hidden: hidden ?? "hidden",
    one: of.count === 1 ? "one judge" : `${of.count} judges, one counts`,
    agreed: `${of.count} agree`,
    split: `split ${tally(of)
      .map((one) => one.count)
      .join(" : ")}`,
    resolved: ["resolved", hidden].filter(Boolean).join(" · "),
  };
  const isOnlyHollow = of.state === "one" && of.verdicts.every((one) => one.hollow || one.stale);
  if (isOnlyHollow)
    return of.verdicts.every((one) => one.stale) ? "of what stood there before" : "without evidence";
  return words[of.state];
}
