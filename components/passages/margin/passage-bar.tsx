"use client";

import { type ReactNode, useMemo } from "react";
import { share } from "@/components/attributions/coverage-words";
import { askRoom } from "@/components/discussion/room-requests";
import { FilterRow } from "@/components/passages/filter-row";
import type { Colouring } from "@/components/passages/highlights/colour-by";
import { useKeyHint } from "@/components/shortcuts/key-settings";
import { openBox } from "@/components/shortcuts/open-box";
import type { SuggestionControl } from "@/components/suggestions/use-suggestions";
import { Menu, type MenuItem } from "@/components/ui/menu";
import { type BlockCoverage, sharesOf } from "@/lib/attributions/coverage";
import { countConditions, isResolved, type PassageFilter } from "@/lib/discussion/filter-passages";
import type { PassageEntry } from "@/lib/discussion/list-passages";
import type { Person } from "@/lib/discussion/schema";
import type { SourceView } from "@/lib/sources/schema";
import { BarView, byWordsLabel, filterLabel, MoreButton, quietLabel, suggestionsLabel } from "./bar-view";
import { barWords } from "./bar-words";

type Props = {
  entries: PassageEntry[];
  shown: PassageEntry[];
  openId: string | null;
  people: readonly Person[];
  sources: ReadonlyMap<string, SourceView>;
  coverage: readonly BlockCoverage[];
  suggesting: SuggestionControl;
  /** Whether found words may be marked, or only read. */
  mayMark: boolean;
  filter: PassageFilter;
  colouring: Colouring;
  isFilterOpen: boolean;
  isQuiet: boolean;
  isListOpen: boolean;
  presence: ReactNode;
  /** What holds for all of the page, in sight however far down one has read. */
  notice: ReactNode;
  onFilter: (filter: PassageFilter) => void;
  onColouring: (colouring: Colouring) => void;
  onFilterOpen: (isOpen: boolean) => void;
  onQuiet: () => void;
  onList: () => void;
  onCoverage: () => void;
  onStep: (by: 1 | -1) => void;
  onNextUnread: () => void;
};

/** The bar above the text, as it works in the reading room, with the filter that opens under it. */
export function PassageBar(props: Props) {
  const { entries, shown, openId, coverage, suggesting, filter, isFilterOpen, mayMark } = props;
  const suggestions = suggesting.mayDecide ? suggesting.all : 0;
  const words = useMemo(
    () => barWords({ entries, shown, openId, coverage, suggestions, mayMark }),
    [entries, shown, openId, coverage, suggestions, mayMark],
  );
  const keyOf = useKeyHint();
  return (
    <BarView
      words={words}
      keyOf={keyOf}
      controls={{
        conditions: countConditions(filter),
        isFilterOpen,
        isQuiet: props.isQuiet,
        isListOpen: props.isListOpen,
        isSuggesting: suggesting.isOn,
        onFilterOpen: () => props.onFilterOpen(!isFilterOpen),
        onQuiet: props.onQuiet,
        onList: props.onList,
        onByWords: () => askRoom("by-words"),
        onCoverage: props.onCoverage,
        onSuggesting: suggesting.toggle,
        onStep: props.onStep,
        onNextUnread: props.onNextUnread,
        onKeys: () => openBox("help"),
      }}
      presence={props.presence}
      more={<More {...props} />}
      below={
        <>
          {isFilterOpen && (
            <FilterRow
              filter={filter}
              people={props.people}
              sources={props.sources}
              count={shown.length}
              of={entries.length}
              folded={filter.state === "resolved" ? 0 : shown.filter(isResolved).length}
              colouring={props.colouring}
              onFilter={props.onFilter}
              onColouring={props.onColouring}
              onClose={() => props.onFilterOpen(false)}
            />
          )}
          {props.notice}
        </>
      }
    />
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
    items.push({ label: suggestionsLabel(all, isOn), onSelect: suggesting.toggle });
  }
  items.push({ label: byWordsLabel(props.mayMark), onSelect: () => askRoom("by-words") });
  items.push({
    label: filterLabel(conditions),
    onSelect: () => props.onFilterOpen(!props.isFilterOpen),
  });
  items.push({ label: quietLabel(isQuiet), onSelect: props.onQuiet });
  return <Menu label="More" items={items} trigger={<MoreButton isOn={isQuiet || conditions > 0} />} />;
}
