import { unnamedWords } from "@/lib/attributions/describe-attribution";
import type { SuggestedSpeaker, SuggestionView } from "./schema";

/** Whether the text leaves open who it is; no two of these are the same. */
export function isUnnamed({ name, kind }: Pick<SuggestedSpeaker, "name" | "kind">): boolean {
  return kind === "unknown" && name === unnamedWords;
}

/** Below this somebody has to look: the speaker is inferred, or missing. */
const sureEnough = 0.6;

/** The suggestions that are accepted along with one, as its source's: none of which it is doubtful that they are. */
export function takenTogether(suggestion: SuggestionView, all: readonly SuggestionView[]): SuggestionView[] {
  const { speaker } = suggestion;
  if (!speaker || isUnnamed(speaker)) return [suggestion];
  return all.filter(
    (one) => one.id === suggestion.id || (one.speaker?.name === speaker.name && one.confidence >= sureEnough),
  );
}
