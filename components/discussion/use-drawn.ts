"use client";

import { useMemo } from "react";
import { type Colouring, colourBy } from "@/components/passages/highlights/colour-by";
import type { Highlight } from "@/components/passages/highlights/highlight-class";
import {
  highlightsOf,
  suggestedHighlights,
  type Unsaved,
} from "@/components/passages/highlights/highlight-look";
import type { VoiceLook } from "@/components/sources/source-colours";
import type { SuggestionControl } from "@/components/suggestions/use-suggestions";
import { classNames } from "@/components/ui/class-names";
import { besideText, type PassageFilter } from "@/lib/discussion/filter-passages";
import { inTextOrder, type PassageEntry } from "@/lib/discussion/list-passages";

type Given = {
  shown: readonly PassageEntry[];
  filter: PassageFilter;
  states: Unsaved;
  suggesting: Pick<SuggestionControl, "list" | "here">;
  openId: string | null;
  /** The passage or suggestion that is open. */
  activeId: string | null;
  /** The passage that is pointed at. */
  lit: string | null;
  isQuiet: boolean;
  colouring: Colouring;
  /** How each source is drawn, by id. */
  looks: ReadonlyMap<string, VoiceLook>;
  userId: string;
  /** The passage that I made a moment ago. */
  fresh: string | null;
};

/** What is drawn over the text, and the ids of what has a card beside it, both in text order. */
export function useDrawn(given: Given) {
  const { shown, filter, states, suggesting, openId, activeId, lit, isQuiet } = given;
  const { colouring, looks, userId, fresh } = given;
  const { list, here } = suggesting;
  const highlights = useMemo(() => {
    const isKept = here && !list.includes(here);
    const proposed = suggestedHighlights(isKept ? [...list, here] : list);
    const marked = highlightsOf(shown, states, colourBy(colouring, { looks, userId }));
    return proposed.length === 0 ? marked : [...marked, ...proposed].sort((a, b) => a.start - b.start);
  }, [shown, states, list, here, colouring, looks, userId]);
  const drawn = useMemo(
    () => ({ highlights: withFresh(highlights, fresh), on: { active: activeId, lit } }),
    [highlights, fresh, activeId, lit],
  );
  const anchored = useMemo(() => {
    const marked = isQuiet
      ? shown.filter((one) => one.passage.id === openId)
      : besideText(shown, filter, openId);
    if (!here) return marked.map((one) => one.passage.id);
    const all = [...marked.map((one) => one.passage), { ...here, createdAt: "" }];
    return all.sort(inTextOrder).map((one) => one.id);
  }, [shown, filter, isQuiet, openId, here]);
  return { drawn, anchored };
}

/** The line of what was made a moment ago is drawn from its beginning to its end. */
function withFresh(highlights: Highlight[], fresh: string | null): Highlight[] {
  if (fresh === null) return highlights;
  return highlights.map((one) =>
    one.id === fresh ? { ...one, paint: classNames(one.paint, "is-fresh") } : one,
  );
}
