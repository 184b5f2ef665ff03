"use client";

import {
  ChevronDown,
  ChevronUp,
  Ellipsis,
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
import { Menu, type MenuItem } from "@/components/ui/menu";
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
        className="mx-auto flex min-h-11 max-w-[88rem] items-center gap-1 px-2 max-phone:flex-wrap max-phone:gap-0 max-phone:px-1 phone:px-6"
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
          <span className="max-phone:sr-only">{nounOf(entries, shown, openId)}</span>
        </span>
        {unread > 0 && (
          <button
            type="button"
            className="inline-flex min-h-8 items-center justify-center gap-1.5 whitespace-nowrap rounded-md px-2 font-semibold text-label text-link hover:bg-sunk max-phone:min-h-10 max-phone:min-w-10"
            title="Next unread (Shift+N)"
            onClick={props.onNextUnread}
          >
            <span aria-hidden className="size-1.5 rounded-full bg-link" />
            {unread} <span className="max-phone:sr-only">new</span>
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
          className="max-phone:hidden"
          onClick={() => props.onFilterOpen(!isFilterOpen)}
        >
          <ListFilter aria-hidden className="size-4" />
          {conditions > 0 && <span className="tabular-nums">{conditions}</span>}
        </BarButton>
        <BarButton
          label={isQuiet ? "Show highlights" : "Hide highlights"}
          hint="Q"
          isOn={isQuiet}
          className="max-phone:hidden"
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
        <More {...props} />
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
    <BarButton
      label={`${done} examined: whose words`}
      hint="W"
      className="max-phone:hidden"
      onClick={onPress}
    >
      <span aria-hidden className="h-1 w-8 rounded-full bg-hairline">
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
      isOn={isOn}
      className="max-phone:hidden"
      onClick={suggesting.toggle}
    >
      <Lightbulb aria-hidden className="size-4" />
      <span aria-hidden className="tabular-nums">
        {all}
      </span>
    </BarButton>
  );
}

/** On a phone: whatever the bar has no room for. */
function More(props: Props) {
  const { coverage, suggesting, filter, isQuiet } = props;
  const { words, unexamined } = useMemo(() => sharesOf(coverage), [coverage]);
  const conditions = countConditions(filter);
  const { isOn, mayDecide, all } = suggesting;
  const items: MenuItem[] = [];
  if (words > 0) {
    const label = `Whose words: ${share(words - unexamined, words)} examined`;
    items.push({ label, onSelect: props.onCoverage });
  }
  if (mayDecide && all > 0) {
    if (isOn) items.push({ label: "Next suggestion", onSelect: () => suggesting.step(1, "pointer") });
    const label = isOn ? `Hide ${all} suggestions` : `Show ${all} suggestions`;
    items.push({ label, onSelect: suggesting.toggle });
  }
  const filterLabel = conditions > 0 ? `Filter, ${conditions} set` : "Filter";
  items.push({ label: filterLabel, onSelect: () => props.onFilterOpen(!props.isFilterOpen) });
  items.push({ label: isQuiet ? "Show highlights" : "Hide highlights", onSelect: props.onQuiet });
  return (
    <Menu
      label="More"
      items={items}
      trigger={
        <button
          type="button"
          aria-label="More"
          className={classNames(barButton, (isQuiet || conditions > 0) && "bg-sunk text-ink", "phone:hidden")}
        >
          <Ellipsis aria-hidden className="size-4" />
        </button>
      }
    />
  );
}

/** "3 of 12": the open passage, or how many pass the filter; else "12". */
function placeWords(entries: PassageEntry[], shown: PassageEntry[], openId: string | null): string {
  const at = shown.findIndex((entry) => entry.passage.id === openId);
  if (at >= 0) return `${at + 1} of ${shown.length}`;
  return shown.length < entries.length ? `${shown.length} of ${entries.length}` : `${entries.length}`;
}

/** What is counted, where the number does not say so by itself. */
function nounOf(entries: PassageEntry[], shown: PassageEntry[], openId: string | null): string {
  if (shown.some((entry) => entry.passage.id === openId)) return "";
  return entries.length === 1 ? " passage" : " passages";
}

type ButtonProps = {
  label: string;
  hint?: string;
  onClick: () => void;
  isOn?: boolean;
  expanded?: boolean | undefined;
  disabled?: boolean;
  className?: string;
  children: ReactNode;
};

const barButton =
  "inline-flex min-h-9 min-w-9 items-center justify-center gap-1 rounded-md px-2 text-label text-muted hover:bg-sunk hover:text-ink disabled:opacity-40 max-phone:min-h-10 max-phone:min-w-10";

function BarButton({ label, hint, isOn, expanded, className, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-keyshortcuts={hint}
      title={hint ? `${label} (${hint})` : label}
      {...(expanded === undefined ? {} : { "aria-expanded": expanded })}
      {...(isOn === undefined || expanded !== undefined ? {} : { "aria-pressed": isOn })}
      className={classNames(barButton, isOn && "bg-sunk text-ink", className)}
      {...rest}
    >
      {children}
    </button>
  );
}
