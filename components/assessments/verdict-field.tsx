import { useEffect, useRef } from "react";
import { classNames } from "@/components/ui/class-names";
import { useFocusAtOnce } from "@/components/ui/use-focus-at-once";
import {
  axisQuestions,
  verdictHints,
  verdictOrder,
  verdictSigns,
  verdictWords,
} from "@/lib/assessments/scale";
import type { Axis, Verdict } from "@/lib/assessments/schema";
import { verdictTint } from "./verdict-mark";

type Props = {
  axis: Axis;
  verdict: Verdict | null;
  autoFocus?: boolean;
  onChange: (verdict: Verdict) => void;
};

/** The six answers, each under its own key. */
export function VerdictField({ axis, verdict, autoFocus = false, onChange }: Props) {
  const box = useRef<HTMLFieldSetElement>(null);
  const beginning = useRef<HTMLInputElement>(null);
  useFocusAtOnce(beginning, autoFocus);
  // Whoever chooses by its key goes on from there with the arrows.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when another answer is chosen
  useEffect(() => {
    if (!box.current?.contains(document.activeElement)) return;
    box.current.querySelector<HTMLInputElement>("input:checked")?.focus({ preventScroll: true });
  }, [verdict]);
  return (
    <fieldset ref={box} className="grid grid-cols-2 gap-1">
      <legend className="sr-only">{axisQuestions[axis]}</legend>
      {verdictOrder.map((one, at) => {
        const isOn = one === verdict;
        const hint = verdictHints[axis][one];
        return (
          <label
            key={one}
            title={hint}
            className={classNames(
              "flex min-h-8 cursor-pointer items-center gap-2 rounded-md border px-2 py-1 text-label leading-4 has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-1 pointer-coarse:min-h-11",
              isOn ? `${verdictTint[one]} font-semibold` : "border-control text-ink hover:border-ink",
            )}
          >
            <input
              type="radio"
              name={`verdict-${axis}`}
              value={one}
              checked={isOn}
              ref={isOn || (verdict === null && at === 0) ? beginning : undefined}
              className="sr-only"
              aria-label={hint ? `${verdictWords[axis][one]}: ${hint}` : undefined}
              onChange={() => onChange(one)}
            />
            <span aria-hidden className="w-6 shrink-0 whitespace-nowrap tabular-nums">
              {verdictSigns[one]} {one}
            </span>
            <span className="wrap-anywhere min-w-0">{verdictWords[axis][one]}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
