"use client";

import {
  ChevronDown,
  ChevronUp,
  Eye,
  EyeOff,
  Keyboard,
  Lightbulb,
  ListFilter,
  MessageSquareText,
} from "lucide-react";
import { type ReactNode, useMemo } from "react";
import { share } from "@/components/attributions/coverage-words";
import type { SuggestionControl } from "@/components/suggestions/use-suggestions";
import { classNames } from "@/components/ui/class-names";
import { type BlockCoverage, sharesOf } from "@/lib/attributions/coverage";
import { countConditions, type PassageFilter } from "@/lib/discussion/filter-passages";
import type { PassageEntry } from "@/lib/discussion/list-passages";
import type { Person } from "@/lib/discussion/schema";
import type { SourceView } from "@/lib/sources/schema";
import { FilterRow } from "./filter-row";

type Props = {
  entries: PassageEntry[];
  shown: PassageEntry[];
  openId: string | null;
  people: readonly Person[];
  sources: ReadonlyMap<string, SourceView>;
  coverage: readonly BlockCoverage[];
  suggesting: SuggestionControl;
  filter: PassageFilter;
  isFilterOpen: boolean;
  isQuiet: boolean;
  isListOpen: boolean;
  presence: ReactNode;
  /** What holds for all of the page, in sight however far down one has read. */
  notice: ReactNode;
  onFilter: (filter: PassageFilter) => void;
  onFilterOpen: (isOpen: boolean) => void;
  onQuiet: () => void;
  onList: () => void;
  onCoverage: () => void;
  onStep: (by: 1 | -1) => void;
  onNextUnread: () => void;
  onKeys: () => void;
};

/** Above the text: how many passages there are, the way through them, what to show of them, and who else is here. */
export function PassageBar(props: Props) {
  const { entries, shown, openId, filter, isFilterOpen, isQuiet, isListOpen, presence } = props;
  const unread = entries.reduce((sum, entry) => sum + entry.unread, 0);
  const conditions = countConditions(filter);
  return (
    <section
      aria-label="Above the text"
      className="sticky top-[59px] z-20 border-hairline border-b bg-paper font-sans print:hidden"
    >
      <div
        role="toolbar"
        aria-label="Passages"
        className="mx-auto flex min-h-11 max-w-[88rem] items-center gap-1 px-2 phone:px-6"
      >
        <BarButton
          label="Previous passage"
          hint="P"
          disabled={shown.length === 0}
          onClick={() => props.onStep(-1)}
        >
          <ChevronUp aria-hidden className="size-4" />
        </BarButton>
        <BarButton
          label="Next passage"
          hint="N"
          disabled={shown.length === 0}
          onClick={() => props.onStep(1)}
        >
          <ChevronDown aria-hidden className="size-4" />
        </BarButton>
        <span className="whitespace-nowrap px-1 text-label text-muted tabular-nums">
          {placeWords(entries, shown, openId)}
        </span>
        {unread > 0 && (
          <button
            type="button"
            className="inline-flex min-h-8 items-center gap-1.5 whitespace-nowrap rounded-md px-2 font-semibold text-label text-link hover:bg-sunk"
            title="Next unread (Shift+N)"
            onClick={props.onNextUnread}
          >
            <span aria-hidden className="size-1.5 rounded-full bg-link" />
            {unread} new
          </button>
        )}
        <span className="flex-1" />
        {presence}
        <Examined coverage={props.coverage} onPress={props.onCoverage} />
        <SuggestionSwitch suggesting={props.suggesting} />
        <BarButton
          label={conditions > 0 ? `Filter, ${conditions} set` : "Filter"}
          hint="F"
          isOn={isFilterOpen || conditions > 0}
          expanded={isFilterOpen}
          onClick={() => props.onFilterOpen(!isFilterOpen)}
        >
          <ListFilter aria-hidden className="size-4" />
          {conditions > 0 && <span className="tabular-nums">{conditions}</span>}
        </BarButton>
        <BarButton
          label={isQuiet ? "Show highlights" : "Hide highlights"}
          hint="Q"
          isOn={isQuiet}
          onClick={props.onQuiet}
        >
          {isQuiet ? <EyeOff aria-hidden className="size-4" /> : <Eye aria-hidden className="size-4" />}
        </BarButton>
        <BarButton
          label="List of passages"
          hint="M"
          isOn={isListOpen}
          expanded={isListOpen}
          onClick={props.onList}
        >
          <MessageSquareText aria-hidden className="size-4" />
        </BarButton>
        <BarButton label="Keys of this page" hint="?" className="max-phone:hidden" onClick={props.onKeys}>
          <Keyboard aria-hidden className="size-4" />
        </BarButton>
      </div>
      {isFilterOpen && (
        <FilterRow
          filter={filter}
          people={props.people}
          sources={props.sources}
          count={shown.length}
          of={entries.length}
          onFilter={props.onFilter}
          onClose={() => props.onFilterOpen(false)}
        />
      )}
      {props.notice}
    </section>
  );
}

/** How much of the story somebody has examined; opens the table of whose words it is made of. */
function Examined({ coverage, onPress }: { coverage: readonly BlockCoverage[]; onPress: () => void }) {
  const { words, unexamined } = useMemo(() => sharesOf(coverage), [coverage]);
  if (words === 0) return null;
  const done = share(words - unexamined, words);
  return (
    <BarButton label={`${done} examined: whose words`} hint="W" onClick={onPress}>
      <span aria-hidden className="h-1 w-8 rounded-full bg-hairline max-phone:hidden">
        <span
          className="block h-full rounded-full bg-ink"
          style={{ width: `${(100 * (words - unexamined)) / words}%` }}
        />
      </span>
      <span className="tabular-nums">{done}</span>
    </BarButton>
  );
}

/** Shows or hides the machine's layer. */
function SuggestionSwitch({ suggesting }: { suggesting: SuggestionControl }) {
  const { isOn, mayDecide, all } = suggesting;
  if (!mayDecide || all === 0) return null;
  return (
    <BarButton
      label={isOn ? `Hide ${all} suggestions` : `Show ${all} suggestions`}
      hint="]"
      isOn={isOn}
      onClick={suggesting.toggle}
    >
      <Lightbulb aria-hidden className="size-4" />
      <span aria-hidden className="tabular-nums max-phone:hidden">
        {all}
      </span>
    </BarButton>
  );
}

function placeWords(entries: PassageEntry[], shown: PassageEntry[], openId: string | null): string {
  const at = shown.findIndex((entry) => entry.passage.id === openId);
  if (at >= 0) return `${at + 1} of ${shown.length}`;
  if (shown.length < entries.length) return `${shown.length} of ${entries.length} passages`;
  return entries.length === 1 ? "1 passage" : `${entries.length} passages`;
}

type ButtonProps = {
  label: string;
  hint: string;
  onClick: () => void;
  isOn?: boolean;
  expanded?: boolean | undefined;
  disabled?: boolean;
  className?: string;
  children: ReactNode;
};

function BarButton({ label, hint, isOn, expanded, className, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-keyshortcuts={hint}
      title={`${label} (${hint})`}
      {...(expanded === undefined ? {} : { "aria-expanded": expanded })}
      {...(isOn === undefined || expanded !== undefined ? {} : { "aria-pressed": isOn })}
      className={classNames(
        "inline-flex min-h-9 min-w-9 items-center justify-center gap-1 rounded-md px-2 text-label text-muted hover:bg-sunk hover:text-ink disabled:opacity-40",
        isOn && "bg-sunk text-ink",
        className,
      )}
      {...rest}
    >
      {children}
    </button>
  );
}
