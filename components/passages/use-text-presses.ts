import { type MouseEvent, type RefObject, useCallback, useMemo, useState } from "react";
import { passagesOf } from "@/components/articles/text-geometry";
import { type OpenedBy, useRoom } from "@/components/discussion/room";
import { type PassageEntry, passageLabel } from "@/lib/discussion/list-passages";
import { tellProposed } from "@/lib/suggestions/accepted-words";
import type { SuggestionView } from "@/lib/suggestions/schema";
import { passageOfRef } from "./highlights/highlight-class";
import type { PassageChoice } from "./passage-chooser";

type Given = {
  rootRef: RefObject<HTMLDivElement | null>;
  text: string;
  isQuiet: boolean;
  /** Whether words are being chosen: then a press opens nothing. */
  isPicking: boolean;
};

/** Several things that lie in one place, in pixels from the top left of the text. */
type Choice = { ids: string[]; left: number; top: number };

/** What a press on the text opens: a passage or a suggestion, or a choice where several lie over each other. */
export function useTextPresses({ rootRef, text, isQuiet, isPicking }: Given) {
  const { entries, suggesting, opened, open, close } = useRoom();
  const [choice, setChoice] = useState<Choice | null>(null);
  const isSuggestion = (id: string) => suggesting.list.some((one) => one.id === id);
  function openOne(id: string | null, by: OpenedBy): void {
    if (!id) return;
    open(isSuggestion(id) ? { suggestionId: id } : { passageId: id }, by);
  }

  function onClick(event: MouseEvent<HTMLDivElement>): void {
    const { target } = event;
    if (!(target instanceof Element) || event.button !== 0) return;
    // What stands over the text answers for itself: its presses open things that this one would close again.
    if (!rootRef.current?.contains(target)) return;
    const link = target.closest<HTMLElement>("a.ref");
    if (link && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      openOne(passageOfRef(link), "keyboard");
      return;
    }
    if (!window.getSelection()?.isCollapsed || isPicking) return;
    const all = passagesOf(target);
    // What people have marked comes before what is only proposed, and while it is quiet that is not to be seen.
    const marked = all.filter((id) => !isSuggestion(id));
    const ids = marked.length > 0 || isQuiet ? marked : all;
    const [only] = ids;
    if (ids.length > 1) {
      const root = event.currentTarget.getBoundingClientRect();
      setChoice({ ids, left: event.clientX - root.left - 24, top: event.clientY - root.top + 16 });
    } else if (only) {
      openOne(only, "pointer");
    } else if (opened && !opened.starting && !target.closest("summary")) {
      close();
    }
  }

  const choices = useMemo(
    () => (choice ? choicesOf(choice.ids, entries, suggesting.list, text) : []),
    [choice, entries, suggesting.list, text],
  );
  const endChoice = useCallback(() => setChoice(null), []);
  return { openOne, onClick, choice, choices, choose: setChoice, endChoice };
}

/** What lies under a click, the shortest first as it was found. */
function choicesOf(
  ids: readonly string[],
  entries: readonly PassageEntry[],
  suggestions: readonly SuggestionView[],
  text: string,
): PassageChoice[] {
  return ids.flatMap((id): PassageChoice[] => {
    const entry = entries.find((one) => one.passage.id === id);
    if (entry) return [{ id, words: entry.passage.exact, label: passageLabel(entry) }];
    const suggestion = suggestions.find((one) => one.id === id);
    if (!suggestion) return [];
    const words = text.slice(suggestion.start, suggestion.end);
    return [{ id, words, label: `Suggestion: ${tellProposed(suggestion) ?? "a claim without a source"}` }];
  });
}
