"use client";

import { type MouseEvent, type RefObject, useMemo, useState } from "react";
import { ArticleReader } from "@/components/articles/article-reader";
import type { KeptReading } from "@/components/articles/kept-reading";
import { passagesOf, scrollToSpan } from "@/components/articles/text-geometry";
import { CoverageStrip } from "@/components/attributions/coverage-strip";
import { CoverageTable } from "@/components/attributions/coverage-table";
import { type OpenedBy, useLit, useRoom } from "@/components/discussion/room";
import { useRoomRequests } from "@/components/discussion/room-requests";
import { type KeyTable, useKeys } from "@/components/shortcuts/use-keys";
import { announce } from "@/components/ui/announcer";
import { toast } from "@/components/ui/toast";
import type { BlockPlace } from "@/lib/articles/document-schema";
import { nextUnexamined } from "@/lib/attributions/coverage";
import { can } from "@/lib/auth/permissions";
import { type PassageEntry, passageLabel } from "@/lib/discussion/list-passages";
import { pickSentence } from "@/lib/passages/pick-sentence";
import type { SuggestionView } from "@/lib/suggestions/schema";
import type { Span } from "@/lib/text/offsets";
import type { Shown } from "./highlight-plugin";
import { type PassageChoice, PassageChooser } from "./passage-chooser";
import type { Picking } from "./picking";
import { SelectionMenu } from "./selection-menu";
import { useByWords } from "./use-by-words";
import { useRing } from "./use-ring";
import { useSelection } from "./use-selection";
import { useSelectionKeys } from "./use-selection-keys";

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
  mark: (span: Span, exact: string) => string;
  onMarked: (id: string) => void;
  onDrawn: () => void;
};

type Choice = { ids: string[]; left: number; top: number };

/** The text and everything that happens on it: selecting, marking, pointing, clicking, moving through it by keys. */
export function ArticleArea(props: Props) {
  const { rootRef, article, drawn, isQuiet, pageKeys, picking } = props;
  const { text, blocks, language } = article;
  const { surroundings, entries, shown, coverage, suggesting, opened, open, close } = useRoom();
  const { light } = useLit();
  const selection = useSelection({ rootRef, text, language: article.language, blocks });
  const ring = useRing({ rootRef, text, blocks });
  const [choice, setChoice] = useState<Choice | null>(null);
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
    selection.pick(span);
    scrollToSpan(rootRef.current, blocks, span);
  };
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
    choose: (ids) => {
      const place = ring.place ?? { top: 0, height: 0 };
      const lines = window.getSelection()?.rangeCount
        ? window.getSelection()?.getRangeAt(0).getBoundingClientRect()
        : null;
      const root = rootRef.current?.getBoundingClientRect();
      const top = lines && root ? lines.bottom - root.top + 8 : place.top + place.height;
      setChoice({ ids, left: lines && root ? lines.left - root.left : 0, top });
    },
  });
  const goUnexamined = (by: 1 | -1) => {
    const from = selected ? (by === 1 ? selected.end : selected.start) : (ring.block?.start ?? 0);
    pickUnexamined(nextUnexamined(coverage, text, from, by));
  };
  const pickUnexamined = (span: Span | null) => {
    if (!span) return announceDone();
    // Fewer words than a mark may hold: the first sentence of a long stretch is where to begin.
    const sentence = pickSentence(text, span.start, language);
    const isLong = sentence && sentence.start === span.start && sentence.end < span.end;
    pickAt(isLong ? sentence : span);
  };
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
    "next-unexamined": () => goUnexamined(1),
  });
  const keys = {
    "text.next-unexamined": () => goUnexamined(1),
    "text.previous-unexamined": () => goUnexamined(-1),
  };
  // What is selected comes first, then what is open, then the paragraph that the reader is at.
  useKeys({ ...ringKeys(ring, selection, article), ...keys, ...pageKeys, ...selectionKeys.table });

  const isSuggestion = (id: string) => suggesting.list.some((one) => one.id === id);
  function openOne(id: string | undefined, by: OpenedBy): void {
    if (!id) return;
    open(isSuggestion(id) ? { suggestionId: id } : { passageId: id }, by);
  }

  function onClick(event: MouseEvent<HTMLDivElement>): void {
    const { target } = event;
    if (!(target instanceof Element) || event.button !== 0) return;
    // What stands over the text answers for itself: its presses open things that this one would close again.
    if (!rootRef.current?.contains(target)) return;
    const link = target.closest<HTMLElement>("a.ref");
    if (link && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      openOne(link.dataset.passage, "keyboard");
      return;
    }
    if (!window.getSelection()?.isCollapsed || picking) return;
    const all = passagesOf(target);
    // What people have marked comes before what is only proposed, and while it is quiet that is not to be seen.
    const marked = all.filter((id) => !isSuggestion(id));
    const ids = marked.length > 0 || isQuiet ? marked : all;
    const [only] = ids;
    if (ids.length > 1) {
      const root = event.currentTarget.getBoundingClientRect();
      setChoice({ ids, left: event.clientX - root.left - 24, top: event.clientY - root.top + 16 });
    } else if (only) {
      openOne(only, "pointer");
    } else if (opened && !opened.starting && !target.closest("summary")) {
      close();
    }
  }

  const chosen = useMemo(
    () => (choice ? choicesOf(choice.ids, entries, suggesting.list, text) : []),
    [choice, entries, suggesting.list, text],
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the passages have links of their own for the keyboard
    // biome-ignore lint/a11y/useKeyWithClickEvents: the same
    <div
      className="relative"
      data-ring={ring.place !== null}
      onClick={onClick}
      onPointerOver={({ target, pointerType }) => {
        if (pointerType === "mouse" && target instanceof Element) light(passagesOf(target)[0] ?? null);
      }}
      onPointerLeave={() => light(null)}
      onFocus={({ target }) => light(target.dataset.passage ?? null)}
      onBlur={() => light(null)}
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
      <CoverageTable isOpen={props.isCoverageOpen} onOpen={props.onCoverageOpen} onGo={pickUnexamined} />
      <CoverageStrip rootRef={rootRef} blocks={blocks} onGo={pickUnexamined} />
      {ring.place && (
        <div
          aria-hidden
          className="pointer-events-none absolute -left-4 border-focus border-l-3 transition-transform duration-120"
          style={{ top: 0, transform: `translateY(${ring.place.top}px)`, height: ring.place.height }}
        />
      )}
      {selected && !choice && (
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
      {choice && chosen.length > 0 && (
        <PassageChooser
          choices={chosen}
          at={choice}
          onPoint={light}
          onClose={() => setChoice(null)}
          onChoose={(id) => {
            setChoice(null);
            selection.clear();
            openOne(id, "keyboard");
          }}
        />
      )}
    </div>
  );
}

function announceDone(): void {
  announce("Everything is examined.");
  toast("Everything is examined.");
}

/** What lies under a click, the shortest first as it was found. */
function choicesOf(
  ids: readonly string[],
  entries: readonly PassageEntry[],
  suggestions: readonly SuggestionView[],
  text: string,
): PassageChoice[] {
  return ids.flatMap((id): PassageChoice[] => {
    const entry = entries.find((one) => one.passage.id === id);
    if (entry) return [{ id, words: entry.passage.exact, label: passageLabel(entry) }];
    const suggestion = suggestions.find((one) => one.id === id);
    if (!suggestion) return [];
    const words = text.slice(suggestion.start, suggestion.end);
    return [{ id, words, label: `Suggestion: ${suggestion.speaker?.name ?? "a claim without a source"}` }];
  });
}

function ringKeys(
  ring: ReturnType<typeof useRing>,
  selection: ReturnType<typeof useSelection>,
  { text, language }: ReadArticle,
): KeyTable {
  const { block } = ring;
  const moving: KeyTable = {
    "text.next-paragraph": () => ring.step(1),
    "text.previous-paragraph": () => ring.step(-1),
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
