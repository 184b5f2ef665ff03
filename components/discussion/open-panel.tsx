"use client";

import { ArticlePanel, PassagePanel } from "@/components/passages/passage-panel";
import { SourcePanel } from "@/components/sources/source-panel";
import { SuggestionPanel } from "@/components/suggestions/suggestion-panel";
import { useRoom } from "./room";

type Props = {
  /** Counts up when the heading is to take the focus. */
  focusRequest: number;
  /** Inside a sheet or drawer, which has its own frame and its own way to close. */
  isPlain?: boolean;
};

/** Whatever is open: a passage, a suggestion, a source, or the threads about the whole article. */
export function OpenPanel({ focusRequest, isPlain = false }: Props) {
  const { opened, entries, suggesting } = useRoom();
  if (!opened) return null;
  const given = { focusRequest, isPlain };
  if (opened.sourceId) return <SourcePanel key={opened.sourceId} sourceId={opened.sourceId} {...given} />;
  if (opened.suggestionId)
    return suggesting.here && <SuggestionPanel suggestion={suggesting.here} {...given} />;
  if (!opened.passageId) return <ArticlePanel {...given} />;
  const entry = entries.find((one) => one.passage.id === opened.passageId);
  return entry ? <PassagePanel entry={entry} {...given} /> : null;
}
