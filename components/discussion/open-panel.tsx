"use client";

import { useRef } from "react";
import { ArticlePanel, PassagePanel } from "@/components/passages/passage-panel";
import { SourcePanel } from "@/components/sources/source-panel";
import { SuggestionPanel } from "@/components/suggestions/suggestion-panel";
import type { SuggestionView } from "@/lib/suggestions/schema";
import { type Opened, useRoom } from "./room";

type Props = {
  /** Counts up when the heading is to take the focus. */
  focusRequest: number;
  /** Inside a sheet or drawer, which has its own frame and its own way to close. */
  isPlain?: boolean;
};

/** Whatever is open: a passage, a suggestion, a source, or the threads about the whole article. */
export function OpenPanel({ focusRequest, isPlain = false }: Props) {
  const { opened, entries } = useRoom();
  const suggestion = useOpenSuggestion(opened);
  if (!opened) return null;
  const given = { focusRequest, isPlain };
  if (opened.sourceId) return <SourcePanel key={opened.sourceId} sourceId={opened.sourceId} {...given} />;
  if (opened.suggestionId) return suggestion ? <SuggestionPanel suggestion={suggestion} {...given} /> : null;
  if (!opened.passageId) return <ArticlePanel {...given} />;
  const entry = entries.find((one) => one.passage.id === opened.passageId);
  return entry ? <PassagePanel entry={entry} {...given} /> : null;
}

/** The suggestion that is open. While its form is being filled in it stays, though a colleague has decided meanwhile. */
function useOpenSuggestion(opened: Opened | null): SuggestionView | null {
  const { suggesting } = useRoom();
  const latest = useRef<SuggestionView | null>(null);
  const id = opened?.suggestionId ?? null;
  const found = suggesting.list.find((one) => one.id === id);
  if (found) latest.current = found;
  if (found || opened?.starting !== "attribute" || latest.current?.id !== id) return found ?? null;
  return latest.current;
}
