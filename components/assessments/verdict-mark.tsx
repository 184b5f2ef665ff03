import { classNames } from "@/components/ui/class-names";
import { verdictSigns, verdictWords } from "@/lib/assessments/scale";
import type { Axis, Verdict } from "@/lib/assessments/schema";

type Props = {
  verdict: Verdict;
  axis: Axis;
  /** Claims most and rests on nothing: an outline only. */
  hollow?: boolean;
  small?: boolean;
};

/** Class names for each verdict: its colour on its tint. */
export const verdictTint: Record<Verdict, string> = {
  4: "border-v4 bg-v4-tint text-v4",
  3: "border-v3 bg-v3-tint text-v3",
  2: "border-v2 bg-v2-tint text-v2",
  1: "border-v1 bg-v1-tint text-v1",
  U: "border-vu bg-vu-tint text-vu",
  O: "border-vo bg-vo-tint text-vo",
};

const verdictInk: Record<Verdict, string> = {
  4: "border-v4 text-v4",
  3: "border-v3 text-v3",
  2: "border-v2 text-v2",
  1: "border-v1 text-v1",
  U: "border-vu text-vu",
  O: "border-vo text-vo",
};

/** A verdict as sign and letter, "✓4"; its word is said and shown on pointing. Hollow ones have a broken outline. */
export function VerdictMark({ verdict, axis, hollow = false, small = false }: Props) {
  const word = `${verdictWords[axis][verdict]}${hollow ? ", without evidence" : ""}`;
  return (
    <span
      title={word}
      className={classNames(
        "inline-flex shrink-0 items-center justify-center gap-0.5 rounded-md border font-semibold tabular-nums",
        small ? "h-5 min-w-8 px-1 text-tiny leading-none" : "h-6 min-w-9 px-1.5 text-label",
        hollow ? `border-dashed ${verdictInk[verdict]}` : verdictTint[verdict],
      )}
    >
      <span aria-hidden>{verdictSigns[verdict]}</span>
      <span aria-hidden>{verdict}</span>
      <span className="sr-only">{word}</span>
    </span>
  );
}
