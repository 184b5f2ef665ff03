import { verdictOrder } from "@/lib/assessments/scale";
import type { Verdict } from "@/lib/assessments/schema";
import { type AxisStanding, shownVerdict } from "@/lib/assessments/standing";

/** How often each verdict stands on what a source said, and how often none does. */
export type VerdictTally = {
  verdicts: { verdict: Verdict; count: number }[];
  split: number;
  /** Colleagues have judged, and the viewer may not know how. */
  hidden: number;
  /** Only such verdicts were given as do not count: without the evidence that they need, or of other words. */
  uncounted: number;
  /** Judged, and of words that the source does not claim: true or false, they are no word of its own. */
  unclaimed: number;
};

type Known = AxisStanding | null | undefined;

/** Counts the verdicts that passages are shown with, in the order of the scale; what nobody has judged is in no count. */
export function tallyVerdicts(standings: readonly Known[], unclaimed: readonly Known[] = []): VerdictTally {
  const known = standings.flatMap((one) => one ?? []);
  const shown = known.map(shownVerdict);
  return {
    verdicts: verdictOrder
      .map((verdict) => ({ verdict, count: shown.filter((one) => one === verdict).length }))
      .filter((one) => one.count > 0),
    split: known.filter((one) => one.state === "split").length,
    hidden: known.filter((one) => one.state === "hidden").length,
    uncounted: known.filter((one) => one.state === "one" && shownVerdict(one) === null).length,
    unclaimed: unclaimed.filter((one) => one && one.state !== "none").length,
  };
}
