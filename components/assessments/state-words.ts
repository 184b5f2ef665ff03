import type { AxisStanding } from "@/lib/assessments/standing";

/** How it stands on an axis, in a word or two: "agreed", "split 3 : 1"; empty where nobody has judged. */
export function stateWords({ state, judgements, isReopened }: AxisStanding): string {
  if (state === "split") return `split ${sidesOf(judgements)}`;
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

/** How many give each answer, from the most: "3 : 1". */
function sidesOf(judgements: AxisStanding["judgements"]): string {
  const counts = new Map<string, number>();
  for (const one of judgements) {
    if (!one.isHollow && !one.isStale) counts.set(one.verdict, (counts.get(one.verdict) ?? 0) + 1);
  }
  return [...counts.values()].sort((a, b) => b - a).join(" : ");
}
