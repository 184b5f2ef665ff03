import type { OutlinedEntry } from "@/lib/discussion/list-passages";
import { passageLabel } from "@/lib/discussion/list-passages";
import { tellProposed } from "@/lib/suggestions/accepted-words";
import type { SuggestionView } from "@/lib/suggestions/schema";
import { type ColourOf, colourByVerdict } from "./colour-by";
import type { Highlight } from "./highlight-class";

/** Whether a passage that I marked has arrived; those that are not named here are stored. */
export type Unsaved = ReadonlyMap<string, { state: "pending" | "failed"; message: string | null }>;

const allSaved: Unsaved = new Map();

const bySo = colourByVerdict("so");

/** Passages as the text draws them, coloured by whether it is so unless something else is asked for. */
export function highlightsOf(
  entries: readonly OutlinedEntry[],
  unsaved = allSaved,
  colourOf: ColourOf = bySo,
): Highlight[] {
  return entries.map((entry) => ({
    id: entry.passage.id,
    start: entry.passage.start,
    end: entry.passage.end,
    place: entry.place,
    label: passageLabel(entry),
    look: unsaved.get(entry.passage.id)?.state ?? entry.state,
    ...colourOf(entry),
  }));
}

/** Suggestions as the text draws them: a quieter layer beside the passages. */
export function suggestedHighlights(suggestions: readonly SuggestionView[]): Highlight[] {
  return suggestions.map(({ id, start, end, ...suggestion }, index) => ({
    id,
    start,
    end,
    place: index + 1,
    label: `Suggestion ${index + 1}, ${tellProposed(suggestion) ?? "claim without a source"}`,
    look: "suggested",
    verdict: null,
  }));
}
