import { isUnnamed } from "@/lib/attributions/describe-attribution";
import { sureEnough } from "@/lib/attributions/detect/confidence";
import type { SuggestionView } from "./schema";

/** The suggestions that are accepted along with one, as its source's: none of which it is doubtful that they are. */
export function takenTogether(suggestion: SuggestionView, all: readonly SuggestionView[]): SuggestionView[] {
  const { speaker } = suggestion;
  if (!speaker || isUnnamed(speaker)) return [suggestion];
  return all.filter(
    (one) => one.id === suggestion.id || (one.speaker?.name === speaker.name && one.confidence >= sureEnough),
  );
}
