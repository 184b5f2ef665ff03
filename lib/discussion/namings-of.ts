import { isUnnamed } from "@/lib/attributions/describe-attribution";
import type { Naming } from "@/lib/attributions/rank-sources";
import type { Voices } from "@/lib/attributions/voices";
import type { SuggestionView } from "@/lib/suggestions/schema";

const nowhere = { start: -1, end: -1 };

/** Where the text names somebody: as people have recorded it, and as the machine proposes. */
export function namingsOf(voices: Voices, suggestions: readonly SuggestionView[]): Naming[] {
  const recorded = [...voices.attributions.values()].flatMap(({ mention, sourceId }): Naming[] => {
    const source = sourceId ? voices.sources.get(sourceId) : undefined;
    return mention && source ? [{ ...mention, name: source.name, kind: source.kind, sourceId }] : [];
  });
  const proposed = suggestions.flatMap(({ speaker }): Naming[] => {
    if (!speaker) return [];
    // Of those who bear a name that is left open none is named just here.
    if (isUnnamed(speaker))
      return speaker.names.map((name) => ({ ...nowhere, name, kind: "person", sourceId: null }));
    const { start, end, name, kind } = speaker;
    return [{ start, end, name, kind, sourceId: null }];
  });
  return [...recorded, ...proposed];
}
