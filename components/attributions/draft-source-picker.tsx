"use client";

import { useCallback, useMemo } from "react";
import { useRoom } from "@/components/discussion/room";
import { speakerName } from "@/lib/attributions/describe-attribution";
import type { SourceOption } from "@/lib/attributions/rank-sources";
import type { DraftSource } from "@/lib/discussion/draft-attribution";
import { namingsOf } from "@/lib/discussion/namings-of";
import type { Span } from "@/lib/text/offsets";
import { SourcePicker } from "./source-picker";

type Props = {
  label: string;
  isLabelHidden?: boolean;
  passage: Span;
  source: DraftSource | null;
  /** What was typed here before and not chosen. */
  typed?: string | null;
  isLeftOpen?: boolean;
  autoFocus?: boolean;
  error?: string | undefined;
  also?: string;
  /**
   * The source that was chosen, with all its names; null for the choice beside the sources. Answers whether it takes
   * the choice.
   */
  onChoose: (source: DraftSource | null, names: readonly string[]) => boolean;
  /** All that stood in the field was taken out. */
  onCleared?: () => void;
  /** What is typed and not chosen yet. */
  onPending: (typed: string | null) => void;
};

/** The picker of sources for one passage, with what the room knows of the article. */
export function DraftSourcePicker({ passage, source, onChoose, ...rest }: Props) {
  const { article, surroundings, voices, discussion, looks } = useRoom();
  const names = useSourceNames();
  const sources = useMemo(() => [...voices.sources.values()], [voices]);
  const usedHere = useMemo(() => new Set(sources.map((one) => one.id)), [sources]);
  const namings = useMemo(() => namingsOf(voices, discussion.suggestions), [voices, discussion.suggestions]);
  const paragraph = article.blocks.find((block) => passage.start < block.end) ?? passage;
  return (
    <SourcePicker
      {...rest}
      workspaceId={surroundings.workspace.id}
      value={source ? names(source) : ""}
      sources={sources}
      usedHere={usedHere}
      namings={namings}
      paragraph={paragraph}
      looks={looks}
      onChoose={(option) => onChoose(option && draftSource(option), option ? namesOf(option) : [])}
    />
  );
}

function draftSource(option: SourceOption): DraftSource {
  if (option.type === "new") {
    return { type: "new", id: crypto.randomUUID(), name: option.name, kind: option.kind };
  }
  return { type: "known", id: option.source.id, name: option.source.name };
}

function namesOf(option: SourceOption): string[] {
  return option.type === "known" ? option.names : [option.name];
}

/** What a chosen source is called. */
export function useSourceNames(): (source: DraftSource) => string {
  const { voices } = useRoom();
  return useCallback(
    (source) => {
      if (source.type === "new") return source.name;
      const isHere = voices.sources.has(source.id);
      if (!isHere && source.name) return source.name;
      return speakerName({ voice: "source", sourceId: source.id }, voices);
    },
    [voices],
  );
}
