import { verdictOrder, verdictWords } from "@/lib/assessments/scale";
import type { Verdict } from "@/lib/assessments/schema";
import { type AxisStanding, shownVerdict, verdictsBetween } from "@/lib/assessments/standing";

/** How it stands on an axis, in a word or two: "agreed", "split 3 : 1"; empty where nobody has judged. */
export function stateWords({ state, judgements, isReopened }: AxisStanding): string {
  if (state === "split") {
    const counts = sidesOf(judgements).map((side) => side.count);
    return `split ${counts.join(" : ")}`;
  }
  if (state === "agreed") return "agreed";
  if (state === "resolved") return "resolved";
  if (state === "hidden") return "";
  if (state === "one") {
    const counting = judgements.filter((one) => !one.isHollow && !one.isStale).length;
    if (counting === 0) return "none counts yet";
    return judgements.length === 1 ? "one verdict" : `one of ${judgements.length} counts`;
  }
  return isReopened ? "open again" : "";
}

/** Each answer that counts with how many give it, from the most; of those that are given equally often the higher first. */
function sidesOf(judgements: AxisStanding["judgements"]): { verdict: Verdict; count: number }[] {
  const counting = judgements.filter((one) => !one.isHollow && !one.isStale);
  return verdictOrder
    .map((verdict) => ({ verdict, count: counting.filter((one) => one.verdict === verdict).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}

/** What a passage is shown with on an axis where there is little room: the signs of it, if any, and the words. */
export type ShortStanding = { signs: Verdict[]; words: string };

/**
 * The verdict in its word; both where the answers lie between two; all sides where they are split; how many have judged
 * where the viewer may not know more. Null where there is nothing to show.
 */
export function shortStanding(standing: AxisStanding): ShortStanding | null {
  const word = (verdict: Verdict) => verdictWords[standing.axis][verdict];
  const verdict = shownVerdict(standing);
  if (verdict) return { signs: [verdict], words: word(verdict) };
  const between = verdictsBetween(standing);
  if (between) {
    const [high, low] = between;
    return { signs: between, words: `${word(high)} to ${word(low).toLowerCase()}` };
  }
  if (standing.state === "hidden") return { signs: [], words: `${standing.count} judged` };
  if (standing.state !== "split") return null;
  return { signs: sidesOf(standing.judgements).map((side) => side.verdict), words: stateWords(standing) };
}
