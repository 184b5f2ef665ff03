"use client";

import { type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { useReturnFocus } from "@/components/ui/use-return-focus";
import { axisQuestions } from "@/lib/assessments/scale";
import { countConditions, noFilter, type PassageFilter } from "@/lib/discussion/filter-passages";
import type { Person } from "@/lib/discussion/schema";
import type { SourceView } from "@/lib/sources/schema";
import { aboutLabels } from "@/lib/threads/about";
import { about, threadState } from "@/lib/threads/schema";
import { type Colouring, colourings } from "./highlights/colour-by";
import { LineKey } from "./highlights/line-key";

type Props = {
  filter: PassageFilter;
  people: readonly Person[];
  sources: ReadonlyMap<string, SourceView>;
  count: number;
  of: number;
  /** Of those that are shown, how many are done with, and stand in the text without a card. */
  folded: number;
  colouring: Colouring;
  onFilter: (filter: PassageFilter) => void;
  onColouring: (colouring: Colouring) => void;
  onClose: () => void;
};

/** Which passages to show, in the text and beside it, and by what the text colours them. */
export function FilterRow(props: Props) {
  const { filter, people, sources, count, of, folded, colouring, onFilter, onColouring, onClose } = props;
  const first = useRef<HTMLSelectElement>(null);
  const [isKeyOpen, setKeyOpen] = useState(false);
  const isNarrowed = countConditions(filter) > 0;
  useReturnFocus();
  useEffect(() => first.current?.focus(), []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc works wherever the focus is inside
    <div
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
      }}
      className="mx-auto max-w-room animate-appear items-center gap-x-3 gap-y-2 px-3 pb-2 text-label phone:flex phone:flex-wrap phone:px-6 phone:pt-1 phone:pb-3"
    >
      {/* On a phone one row, which fades at the edge over which it goes on: four would leave little of the text. */}
      <div className="-mx-3 flex items-center gap-x-4 overflow-x-auto py-1 scroll-pr-12 pr-12 pl-3 mask-r-from-88% max-phone:*:shrink-0 phone:contents">
        <Choice
          ref={first}
          label="About"
          value={filter.about}
          onChange={(value) => onFilter({ ...filter, about: about.safeParse(value).data ?? null })}
        >
          <option value="">anything</option>
          {about.options.map((one) => (
            <option key={one} value={one}>
              {aboutLabels[one]}
            </option>
          ))}
        </Choice>
        <Choice
          label="State"
          value={filter.state}
          onChange={(value) => onFilter({ ...filter, state: threadState.safeParse(value).data ?? null })}
        >
          <option value="">any</option>
          <option value="open">open</option>
          <option value="resolved">resolved</option>
        </Choice>
        <Choice
          label="Source"
          value={filter.source}
          onChange={(value) => onFilter({ ...filter, source: value || null })}
        >
          <option value="">any</option>
          <option value="none">nobody has said</option>
          <option value="differing">colleagues differ</option>
          {[...sources.values()]
            .filter((one) => one.mergedInto === null)
            .sort((a, b) => a.name.localeCompare(b.name))
            .map(nameOption)}
        </Choice>
        <Choice
          label="Person"
          value={filter.person}
          onChange={(value) => onFilter({ ...filter, person: value || null })}
        >
          <option value="">anybody</option>
          {people.map(nameOption)}
        </Choice>
        <Tick label="Mine" isOn={filter.mine} onChange={(mine) => onFilter({ ...filter, mine })} />
        <Tick label="Unread" isOn={filter.unread} onChange={(unread) => onFilter({ ...filter, unread })} />
        <ColourChoice colouring={colouring} onColouring={onColouring} />
        <button
          type="button"
          aria-expanded={isKeyOpen}
          className="link min-h-6 pointer-coarse:min-h-11"
          onClick={() => setKeyOpen(!isKeyOpen)}
        >
          What the lines mean
        </button>
      </div>
      <div className="flex items-center gap-x-4 phone:contents">
        <span
          role="status"
          className={classNames("text-muted tabular-nums", !isNarrowed && "max-phone:sr-only")}
        >
          {count} of {of} shown
          {folded > 0 && `, ${folded} resolved without a card`}
        </span>
        {folded > 0 && (
          <Button size="small" look="quiet" onClick={() => onFilter({ ...filter, state: "resolved" })}>
            Show what is resolved
          </Button>
        )}
        {isNarrowed && (
          <Button size="small" look="quiet" onClick={() => onFilter(noFilter)}>
            Show all
          </Button>
        )}
      </div>
      {isKeyOpen && <LineKey colouring={colouring} />}
    </div>
  );
}

const colouringWords: Record<Colouring, string> = {
  so: axisQuestions.so.toLowerCase(),
  said: axisQuestions.said.toLowerCase(),
  source: "source",
  mine: "mine",
};

function ColourChoice({ colouring, onColouring }: Pick<Props, "colouring" | "onColouring">) {
  return (
    <Choice
      label="Colour by"
      value={colouring}
      onChange={(value) => onColouring(colourings.find((one) => one === value) ?? colouring)}
    >
      {colourings.map((one) => (
        <option key={one} value={one}>
          {colouringWords[one]}
        </option>
      ))}
    </Choice>
  );
}

function nameOption({ id, name }: { id: string; name: string }) {
  return (
    <option key={id} value={id}>
      {name}
    </option>
  );
}

type ChoiceProps = {
  label: string;
  /** Null where the first option, which narrows nothing, is chosen. */
  value: string | null;
  onChange: (value: string) => void;
  ref?: RefObject<HTMLSelectElement | null>;
  /** Its options. */
  children: ReactNode;
};

function Choice({ label, value, onChange, ref, children }: ChoiceProps) {
  return (
    <label className="inline-flex items-center gap-2 text-muted">
      {label}
      <select
        ref={ref}
        className="min-h-9 pointer-coarse:min-h-11 max-w-40 rounded-md border border-control bg-card px-2 text-body text-ink phone:text-card"
        value={value ?? ""}
        onChange={({ target }) => onChange(target.value)}
      >
        {children}
      </select>
    </label>
  );
}

function Tick(props: { label: string; isOn: boolean; onChange: (isOn: boolean) => void }) {
  return (
    <label className="inline-flex min-h-9 pointer-coarse:min-h-11 items-center gap-2 text-ink">
      <input
        type="checkbox"
        className="size-4 accent-ink"
        checked={props.isOn}
        onChange={({ target }) => props.onChange(target.checked)}
      />
      {props.label}
    </label>
  );
}
