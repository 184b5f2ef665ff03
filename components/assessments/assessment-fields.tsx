import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { confidenceWords, reasonWords } from "@/lib/assessments/scale";
import { confidence as confidences, type NewAssessment, reason as reasons } from "@/lib/assessments/schema";

const usualChanges = ["New evidence", "A colleague convinced me", "I read it again", "A slip"];

/** Asks for the reason of a change of mind; the usual ones by one press. */
export function ChangeNote({
  id,
  value,
  onChange,
}: {
  id: string;
  value: string;
  onChange: (note: string) => void;
}) {
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-semibold text-label">
        Why did you change your mind?
      </label>
      <input
        id={id}
        className="min-h-9 pointer-coarse:min-h-11 rounded-md border border-control bg-card px-2.5 text-card text-ink max-phone:text-body"
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
      <span className="flex flex-wrap gap-1">
        {usualChanges.map((words) => (
          <Chip key={words} isOn={value === words}>
            <button type="button" aria-pressed={value === words} onClick={() => onChange(words)}>
              {words}
            </button>
          </Chip>
        ))}
      </span>
    </div>
  );
}

type ReasonsProps = {
  chosen: readonly string[];
  onChosen: (next: NonNullable<NewAssessment["reasons"]>) => void;
};

/** The reasons of a verdict, as many as hold. */
export function Reasons({ chosen, onChosen }: ReasonsProps) {
  return (
    <details open={chosen.length > 0 || undefined}>
      <summary className="min-h-8 py-1 text-label text-muted pointer-coarse:min-h-11 pointer-coarse:py-3">
        Reasons{chosen.length > 0 && `: ${chosen.length}`}
      </summary>
      <fieldset className="flex flex-wrap gap-1">
        <legend className="sr-only">Reasons</legend>
        {reasons.options.map((one) => {
          const isOn = chosen.includes(one);
          const next = reasons.options.filter((other) => (other === one ? !isOn : chosen.includes(other)));
          return (
            <Chip key={one} isOn={isOn}>
              <label className="flex cursor-pointer items-center">
                <input type="checkbox" className="sr-only" checked={isOn} onChange={() => onChosen(next)} />
                {isOn && <span aria-hidden>✓&nbsp;</span>}
                {reasonWords[one]}
              </label>
            </Chip>
          );
        })}
      </fieldset>
    </details>
  );
}

type ChipProps = {
  isOn: boolean;
  /** Of several exactly one is on: filled, as in the other forms, since no tick says so. */
  isOnlyOne?: boolean;
  children: ReactNode;
};

function Chip({ isOn, isOnlyOne = false, children }: ChipProps) {
  return (
    <span
      className={classNames(
        "inline-flex min-h-6 items-stretch rounded-md border px-2 text-label has-focus-visible:outline-2 has-focus-visible:outline-focus *:min-h-6 *:focus-visible:outline-none pointer-coarse:*:min-h-11 pointer-coarse:*:min-w-11",
        isOn
          ? classNames("border-ink", isOnlyOne ? "bg-ink text-paper" : "text-ink")
          : "border-control text-muted hover:border-ink hover:text-ink",
      )}
    >
      {children}
    </span>
  );
}

type ConfidencesProps = {
  id: string;
  chosen: (typeof confidences.options)[number];
  onChosen: (next: (typeof confidences.options)[number]) => void;
};

export function Confidences({ id, chosen, onChosen }: ConfidencesProps) {
  return (
    <fieldset className="flex flex-wrap items-center gap-1">
      <legend className="float-left pr-2 text-label text-muted">How sure</legend>
      {confidences.options.map((one) => (
        <Chip key={one} isOn={one === chosen} isOnlyOne>
          <label className="flex cursor-pointer items-center justify-center">
            <input
              type="radio"
              name={`${id}-confidence`}
              className="sr-only"
              checked={one === chosen}
              onChange={() => onChosen(one)}
            />
            {confidenceWords[one]}
          </label>
        </Chip>
      ))}
    </fieldset>
  );
}
