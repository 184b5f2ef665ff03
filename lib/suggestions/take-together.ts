import { isUnnamed } from "@/lib/attributions/describe-attribution";
import { sureEnough } from "@/lib/attributions/detect/confidence";
import type { SuggestionView } from "./schema";

type Open = {
  /** Those that are shown to the person. */
  proposed: readonly SuggestionView[];
  /** Also the others that nobody has decided about: what reports a suggestion is among them. */
  undecided: readonly SuggestionView[];
};

/**
 * The suggestions that are accepted along with one, as its source's, that one among them, also where it is not proposed
 * any more: none of which it is doubtful that they are, and none that a doubtful one reports, for whoever reports words
 * is accepted with them.
 */
export function takenTogether(suggestion: SuggestionView, { proposed, undecided }: Open): SuggestionView[] {
  const { speaker } = suggestion;
  if (!speaker || isUnnamed(speaker)) return [suggestion];
  const byId = new Map(undecided.map((one) => [one.id, one]));
  // Whoever accepts this one looks at it, and accepts what reports it.
  const seen = new Set(withReporting([suggestion], byId).map((one) => one.id));
  const isSure = (one: SuggestionView) => seen.has(one.id) || one.confidence >= sureEnough;
  const isThere = proposed.some((one) => one.id === suggestion.id);
  return (isThere ? proposed : [suggestion, ...proposed]).filter(
    (one) => one.speaker?.name === speaker.name && withReporting([one], byId).every(isSure),
  );
}

/** Those that report these suggestions, and are accepted with them: what the person is to know beforehand. */
export function reportingOf(
  suggestions: readonly SuggestionView[],
  all: readonly SuggestionView[],
): SuggestionView[] {
  const byId = new Map(all.map((one) => [one.id, one]));
  return withReporting(suggestions, byId).filter((one) => !suggestions.includes(one));
}

/** These suggestions and those that report them, as far as they are open: all that is accepted with them. */
function withReporting(
  suggestions: readonly SuggestionView[],
  byId: ReadonlyMap<string, SuggestionView>,
): SuggestionView[] {
  const found = new Set<SuggestionView>();
  for (const one of suggestions) {
    for (let at: SuggestionView | undefined = one; at && !found.has(at); at = byId.get(at.parentId ?? ""))
      found.add(at);
  }
  return [...found];
}
