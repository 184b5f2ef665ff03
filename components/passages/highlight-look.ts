import { type AxisStanding, shownVerdict, verdictsBetween } from "@/lib/assessments/standing";
import type { PassageEntry } from "@/lib/discussion/list-passages";
import { passageLabel } from "@/lib/discussion/list-passages";
import type { SuggestionView } from "@/lib/suggestions/schema";
import type { Highlight } from "./highlight-class";

/** Whether a passage that I marked has arrived; those that are not named here are stored. */
export type Unsaved = ReadonlyMap<string, { state: "pending" | "failed"; message: string | null }>;

const allSaved: Unsaved = new Map();

export function highlightsOf(entries: readonly PassageEntry[], unsaved = allSaved): Highlight[] {
  return entries.map((entry) => ({
    id: entry.passage.id,
    start: entry.passage.start,
    end: entry.passage.end,
    place: entry.place,
    label: passageLabel(entry),
    look: unsaved.get(entry.passage.id)?.state ?? entry.state,
    verdict: lookOf(entry.verdicts.so),
  }));
}

function lookOf(so: AxisStanding): Highlight["verdict"] {
  if (so.state === "split") return "split";
  return verdictsBetween(so) ? "between" : shownVerdict(so);
}

/** Suggestions as the text draws them: a quieter layer beside the passages. */
export function suggestedHighlights(suggestions: readonly SuggestionView[]): Highlight[] {
  return suggestions.map(({ id, start, end, speaker }, index) => ({
    id,
    start,
    end,
    place: index + 1,
    label: `Suggestion ${index + 1}, ${speaker?.name ?? "claim without a source"}`,
    look: "suggested",
    verdict: null,
  }));
}
