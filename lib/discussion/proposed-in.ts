import { heldBy } from "@/lib/attributions/chain";
import { unnamedWords } from "@/lib/attributions/describe-attribution";
import type { AttributionView } from "@/lib/attributions/schema";
import type { Voices } from "@/lib/attributions/voices";
import { groupBy } from "@/lib/group-by";
import { rootOf } from "@/lib/sources/merged";
import { normaliseName } from "@/lib/sources/normalise-name";
import type { SuggestedSpeaker, SuggestionView } from "@/lib/suggestions/schema";
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

type Held = {
  suggestions: readonly SuggestionView[];
  passages: Given["passages"];
};

/**
 * Whether a person who accepts a suggestion has anything recorded by that: what they have said of its words stands,
 * unless it is just who reports them by the text. Claims name no speaker, and only mark.
 */
export function acceptableBy(
  userId: string,
  { suggestions, passages }: Held,
  { attributions, sources }: Pick<Voices, "attributions" | "sources">,
): (suggestion: SuggestionView) => boolean {
  const undecided = new Map(suggestions.map((one) => [one.id, one]));
  const on = groupBy(passages, keyOf);
  const isCalled = ({ sourceId }: AttributionView, { name }: SuggestedSpeaker) => {
    const source = sourceId ? sources.get(rootOf(sourceId, sources)) : undefined;
    const names = source ? [source.name, ...source.aliases.map((alias) => alias.text)] : [unnamedWords];
    return names.some((one) => normaliseName(one) === normaliseName(name));
  };
  function isJustReporting(mine: AttributionView, { speaker, parentId }: SuggestionView): boolean {
    if (!speaker || !parentId || mine.voice === "reporter" || isCalled(mine, speaker)) return false;
    const reporting = undecided.get(parentId);
    // Of one that is decided only what was made of it is known.
    return reporting?.speaker ? isCalled(mine, reporting.speaker) : !reporting && mine.origin !== "person";
  }
  return (suggestion) => {
    if (!suggestion.speaker) return true;
    const held = (on.get(keyOf(suggestion)) ?? []).flatMap(
      ({ id }) => heldBy(userId, id, attributions) ?? [],
    );
    return held.every((mine) => isJustReporting(mine, suggestion));
  };
}

function keyOf({ start, end }: Span): string {
  return `${start} ${end}`;
}
