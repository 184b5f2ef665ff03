"use client";

import { type RefObject, useMemo, useState } from "react";
import { ArticleReader } from "@/components/articles/article-reader";
import type { KeptReading } from "@/components/articles/kept-reading";
import { passagesOf, scrollToSpan } from "@/components/articles/text-geometry";
import { CoverageStrip } from "@/components/attributions/coverage-strip";
import { CoverageTable } from "@/components/attributions/coverage-table";
import { useLit, useRoom } from "@/components/discussion/room";
import { keysBesideWords } from "@/components/discussion/room-keys";
import { useRoomRequests } from "@/components/discussion/room-requests";
import type { Mark } from "@/components/discussion/use-mark";
import { type KeyTable, useKeys } from "@/components/shortcuts/use-keys";
import { announce } from "@/components/ui/announcer";
import type { BlockPlace } from "@/lib/articles/document-schema";
import { can } from "@/lib/auth/permissions";
import { pickSentence } from "@/lib/passages/pick-sentence";
import type { Span } from "@/lib/text/offsets";
import { FocusedNumber } from "./highlights/focused-number";
import { passageOfRef } from "./highlights/highlight-class";
import type { Shown } from "./highlights/highlight-plugin";
import { PassageChooser } from "./passage-chooser";
import type { Picking } from "./selection/picking";
import { SelectionMenu } from "./selection/selection-menu";
import { useByWords } from "./selection/use-by-words";
import { useLinkedWords } from "./selection/use-linked-words";
import { usePickingBegins } from "./selection/use-picking-begins";
import { useRing } from "./selection/use-ring";
import { useSelection } from "./selection/use-selection";
import { useSelectionKeys } from "./selection/use-selection-keys";
import { unexaminedSteps } from "./unexamined-steps";
import { useLastPlace } from "./use-last-place";
import { useTextPresses } from "./use-text-presses";

export type ReadArticle = {
  id: string;
  title: string;
  language: string;
  text: string;
  blocks: BlockPlace[];
};

type Props = {
  rootRef: RefObject<HTMLDivElement | null>;
  article: ReadArticle;
  drawn: Shown;
  /** What the reader had done to the text before the room came. */
  kept: RefObject<KeptReading | null>;
  isQuiet: boolean;
  /** What the keys do when nothing is selected. */
  pageKeys: KeyTable;
  picking: Picking | null;
  onPicked: () => void;
  onOwn: (id: string, span: Span) => void;
  isCoverageOpen: boolean;
  onCoverageOpen: (isOpen: boolean) => void;
  mark: Mark;
  onMarked: (id: string) => void;
  onDrawn: () => void;
};

/** The text and everything that happens on it: selecting, marking, pointing, clicking, moving through it by keys. */
export function ArticleArea(props: Props) {
  const { rootRef, article, drawn, isQuiet, pageKeys, picking } = props;
  const { text, blocks, language } = article;
  const { surroundings, shown, coverage, opened, entries, suggesting } = useRoom();
  const { light } = useLit();
  const selection = useSelection({ rootRef, text, language, blocks });
  const openPassage = entries.find(({ passage }) => passage.id === opened?.passageId)?.passage;
  const open = openPassage ?? suggesting.here;
  const ring = useRing({ rootRef, text, blocks, open });
  const place = useLastPlace({ rootRef, blocks, open });
  const [isInParagraph, setInParagraph] = useState(false);
  const presses = useTextPresses({ rootRef, text, isQuiet, isPicking: picking !== null });
  const { selected } = selection;
  const here = useMemo(
    () =>
      selected
        ? shown.filter(({ passage }) => passage.start < selected.end && passage.end > selected.start)
        : [],
    [shown, selected],
  );
  const { viewer, workspace } = surroundings;
  const pickAt = (span: Span) => {
    ring.moveTo(span.start);
    place.note(span);
    selection.pick(span);
    scrollToSpan(rootRef.current, blocks, span);
  };
  useLinkedWords(text, pickAt);
  const selectionKeys = useSelectionKeys({
    article,
    selection,
    pickAt,
    here,
    mayMark: can(viewer, "passage.create", { workspaceId: workspace.id }),
    picking,
    onPicked: props.onPicked,
    mark: props.mark,
    onMarked: props.onMarked,
    onOwn: props.onOwn,
    choose: (ids) => presses.choose({ ids, ...belowSelection(rootRef.current, ring.place) }),
  });
  usePickingBegins(picking, {
    at: (span) => ring.moveTo(span.start),
    on: pickAt,
    leave: selection.clear,
  });
  const unexamined = unexaminedSteps({
    article,
    coverage,
    from: (by) => {
      const { start, end } = selected ?? place.get();
      return by === 1 ? end : start;
    },
    pickAt,
  });
  const byWords = useByWords({
    article,
    mayMark: selectionKeys.mayMark,
    onChoose: (span) => {
      pickAt(span);
      selectionKeys.focusMenu();
    },
  });
  useRoomRequests({
    text: () => ring.step(1),
    "by-words": byWords.start,
    "next-unexamined": () => unexamined.go(1),
  });
  const unexaminedKeys: KeyTable = {
    "text.next-unexamined": () => unexamined.go(1),
    "text.previous-unexamined": () => unexamined.go(-1),
  };
  // What is selected comes first, then what is open, then the paragraph that the reader is at; but whoever stands in a
  // paragraph does not mean a suggestion that may be far away: Enter would record what they do not look at.
  const besideText = isInParagraph ? withoutSuggestion(pageKeys) : pageKeys;
  useKeys({
    ...ringKeys(ring, selection, article),
    ...unexaminedKeys,
    ...(selected ? keysBesideWords(besideText) : besideText),
    ...selectionKeys.table,
  });

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the passages have links of their own for the keyboard
    // biome-ignore lint/a11y/useKeyWithClickEvents: the same
    <div
      className="relative"
      data-ring={ring.place !== null}
      onClick={(event) => {
        if (event.target instanceof Element) place.noteIn(event.target);
        presses.onClick(event);
      }}
      onPointerOver={({ target, pointerType }) => {
        if (pointerType === "mouse" && target instanceof Element) light(passagesOf(target)[0] ?? null);
      }}
      onPointerLeave={() => light(null)}
      onFocus={({ target }) => {
        light(passageOfRef(target));
        place.noteIn(target);
        setInParagraph(ring.holds(target));
      }}
      onBlur={() => {
        light(null);
        setInParagraph(false);
      }}
    >
      <ArticleReader
        rootRef={rootRef}
        text={text}
        blocks={blocks}
        language={language}
        label={article.title}
        shown={drawn}
        kept={props.kept}
        onDrawn={props.onDrawn}
      />
      <FocusedNumber rootRef={rootRef} drawn={drawn} />
      <CoverageTable isOpen={props.isCoverageOpen} onOpen={props.onCoverageOpen} onGo={unexamined.pick} />
      <CoverageStrip rootRef={rootRef} blocks={blocks} onGo={unexamined.pick} />
      {ring.place && (
        <div
          aria-hidden
          className="pointer-events-none absolute -left-4 border-focus border-l-3 transition-transform duration-120"
          style={{ top: 0, transform: `translateY(${ring.place.top}px)`, height: ring.place.height }}
        />
      )}
      {selected && !presses.choice && (
        <SelectionMenu
          rootRef={rootRef}
          blocks={blocks}
          selected={selected}
          here={here.length}
          mayMark={selectionKeys.mayMark}
          picking={picking}
          focusRequest={selectionKeys.focusRequest}
          onAction={selectionKeys.act}
        />
      )}
      {byWords.dialog}
      {presses.choice && presses.choices.length > 0 && (
        <PassageChooser
          choices={presses.choices}
          at={presses.choice}
          onPoint={light}
          onClose={presses.endChoice}
          onChoose={(id) => {
            presses.endChoice();
            selection.clear();
            presses.openOne(id, "keyboard");
          }}
        />
      )}
    </div>
  );
}

function withoutSuggestion(table: KeyTable): KeyTable {
  return Object.fromEntries(Object.entries(table).filter(([id]) => !id.startsWith("suggestion.")));
}

/** Below what is selected or, without a selection, below the paragraph that the keyboard is at. */
function belowSelection(
  root: HTMLElement | null,
  ring: { top: number; height: number } | null,
): { left: number; top: number } {
  const selection = window.getSelection();
  const place = root?.getBoundingClientRect();
  if (!place || !selection?.rangeCount) return { left: 0, top: ring ? ring.top + ring.height : 0 };
  const lines = selection.getRangeAt(0).getBoundingClientRect();
  return { left: lines.left - place.left, top: lines.bottom - place.top + 8 };
}

function ringKeys(
  ring: ReturnType<typeof useRing>,
  selection: ReturnType<typeof useSelection>,
  { text, language }: ReadArticle,
): KeyTable {
  const { block } = ring;
  const step = (by: 1 | -1) => {
    // Whoever has gone on to another paragraph does not mean the words picked in this one: Enter would take them.
    if (selection.selected?.by === "picked") selection.clear();
    ring.step(by);
  };
  const moving: KeyTable = {
    "text.next-paragraph": () => step(1),
    "text.previous-paragraph": () => step(-1),
  };
  if (!block) return moving;
  return {
    ...moving,
    "text.pick": () => {
      const sentence = pickSentence(text, block.start, language);
      if (!sentence) return;
      selection.pick(sentence);
      announce(text.slice(sentence.start, Math.min(sentence.end, sentence.start + 300)));
    },
    "everywhere.back": ring.clear,
  };
}
