import type { Voices } from "@/lib/attributions/voices";
import type { SuggestionView } from "@/lib/suggestions/schema";
import type { Span } from "@/lib/text/offsets";

type Given = {
  /** Those that nobody has decided about. */
  suggestions: readonly SuggestionView[];
  passages: readonly (Span & { id: string })[];
};

/**
 * The suggestions that there is still something to decide about, in their order: none on exactly the words of a passage
 * of which somebody has said who said it. One whose reporting suggestion is decided stays: that attribution may be just
 * the reporting one.
 */
export function proposedIn({ suggestions, passages }: Given, { standings }: Voices): SuggestionView[] {
  const said = new Set(passages.filter((one) => standings.get(one.id)?.standing.length).map(keyOf));
  const undecided = new Set(suggestions.map((one) => one.id));
  return suggestions.filter(
    (one) => !said.has(keyOf(one)) || (one.parentId !== null && !undecided.has(one.parentId)),
  );
}

type Said = { passages: Given["passages"]; attributions: readonly { passageId: string; by: string }[] };

/** Whether a person has said who said exactly these words. */
export function wordsSaidBy(userId: string, { passages, attributions }: Said): (words: Span) => boolean {
  const of = new Set(attributions.filter((one) => one.by === userId).map((one) => one.passageId));
  const said = new Set(passages.filter((one) => of.has(one.id)).map(keyOf));
  return (words) => said.has(keyOf(words));
}

function keyOf({ start, end }: Span): string {
  return `${start} ${end}`;
}
