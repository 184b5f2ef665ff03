import { classNames } from "@/components/ui/class-names";
import { axisQuestions, verdictSigns } from "@/lib/assessments/scale";
import type { Axis } from "@/lib/assessments/schema";
import type { ShortStanding } from "./state-words";
import { verdictTint } from "./verdict-mark";

type Props = ShortStanding & {
  axis: Axis;
  /** Say which of the two questions it answers: both are answered, or the words alone do not tell. */
  isNamed: boolean;
  className?: string;
};

const axisNames: Record<Axis, string> = { so: "So:", said: "Said:" };

/** How it stands on an axis in a line of little room: signs and words, "✕1 Inaccurate", "Said: ✓4 ✕1 split 3 : 1". */
export function VerdictChip({ axis, signs, words, isNamed, className }: Props) {
  const [first, ...others] = signs;
  return (
    <span
      title={`${axisQuestions[axis]} ${words}`}
      className={classNames(
        "inline-flex min-w-0 items-center gap-1 text-label",
        first && "h-5 rounded-md border px-1 font-semibold",
        // Sides that differ have no colour in common.
        first && (others.length === 0 ? verdictTint[first] : "border-control bg-sunk text-ink"),
        className,
      )}
    >
      {isNamed && <span className="shrink-0 font-normal">{axisNames[axis]}</span>}
      {signs.map((one) => (
        <span key={one} aria-hidden className="shrink-0 tabular-nums">
          {verdictSigns[one]}
          {one}
        </span>
      ))}
      <span className="min-w-0 truncate">{words}</span>
    </span>
  );
}
