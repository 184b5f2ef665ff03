"use client";

import { type MouseEvent, type ReactNode, type RefObject, useMemo, useState } from "react";
import { ArticleReader } from "@/components/articles/article-reader";
import { passagesOf } from "@/components/articles/text-geometry";
import { useLit, useRoom } from "@/components/discussion/room";
import { type KeyTable, useKeys } from "@/components/discussion/use-keys";
import type { BlockPlace } from "@/lib/articles/document-schema";
import { can } from "@/lib/auth/permissions";
import { pickSentence } from "@/lib/passages/pick-sentence";
import type { PassageView } from "@/lib/passages/schema";
import type { Span } from "@/lib/text/offsets";
import type { Shown } from "./highlight-plugin";
import { PassageChooser } from "./passage-chooser";
import { SelectionMenu } from "./selection-menu";
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
  isQuiet: boolean;
  /** What the keys do when nothing is selected. */
  pageKeys: KeyTable;
  areLettersOn: boolean;
  reselecting: PassageView | null;
  onReselect: (passage: PassageView, span: Span) => void;
  onLeaveReselecting: () => void;
  mark: (span: Span, exact: string) => string;
  onMarked: (id: string) => void;
  onDrawn: () => void;
  children: ReactNode;
};

type Choice = { ids: string[]; left: number; top: number };

/** The text and everything that happens on it: selecting, marking, pointing, clicking, moving through it by keys. */
export function ArticleArea(props: Props) {
  const { rootRef, article, drawn, isQuiet, pageKeys, areLettersOn, reselecting } = props;
  const { text, blocks, language } = article;
  const { surroundings, entries, shown, opened, open, close } = useRoom();
  const { light } = useLit();
  const selection = useSelection({ rootRef, text, blocks });
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
  const selectionKeys = useSelectionKeys({
    article,
    selection,
    ring,
    here,
    mayMark: can(viewer, "passage.create", { workspaceId: workspace.id }),
    reselecting,
    onReselect: props.onReselect,
    onLeaveReselecting: props.onLeaveReselecting,
    mark: props.mark,
    onMarked: props.onMarked,
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
  useKeys({ ...pageKeys, ...ringKeys(ring, selection, article), ...selectionKeys.table }, areLettersOn);

  function onClick(event: MouseEvent<HTMLDivElement>): void {
    const { target } = event;
    if (!(target instanceof Element) || event.button !== 0) return;
    const link = target.closest<HTMLElement>("a.ref");
    if (link && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      open({ passageId: link.dataset.passage ?? null, threadId: null, starting: null }, "keyboard");
      return;
    }
    if (!window.getSelection()?.isCollapsed || reselecting) return;
    const ids = isQuiet ? [] : passagesOf(target);
    const [only] = ids;
    if (ids.length > 1) {
      const root = event.currentTarget.getBoundingClientRect();
      setChoice({ ids, left: event.clientX - root.left - 24, top: event.clientY - root.top + 16 });
    } else if (only) {
      open({ passageId: only, threadId: null, starting: null }, "pointer");
    } else if (opened && !opened.starting && !target.closest("summary")) {
      close();
    }
  }

  const chosen = choice?.ids.flatMap((id) => entries.find((entry) => entry.passage.id === id) ?? []) ?? [];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the passages have links of their own for the keyboard
    // biome-ignore lint/a11y/useKeyWithClickEvents: the same
    <div
      className="relative"
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
        onDrawn={props.onDrawn}
      >
        {props.children}
      </ArticleReader>
      {ring.place && (
        <div
          aria-hidden
          className="pointer-events-none absolute -left-4 w-0.75 rounded-full bg-focus transition-transform duration-120"
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
          isReselecting={reselecting !== null}
          focusRequest={selectionKeys.focusRequest}
          onAction={selectionKeys.act}
        />
      )}
      {choice && chosen.length > 0 && (
        <PassageChooser
          entries={chosen}
          at={choice}
          onPoint={light}
          onClose={() => setChoice(null)}
          onChoose={(id) => {
            setChoice(null);
            selection.clear();
            open({ passageId: id, threadId: null, starting: null }, "keyboard");
          }}
        />
      )}
    </div>
  );
}

function ringKeys(
  ring: ReturnType<typeof useRing>,
  selection: ReturnType<typeof useSelection>,
  { text, language }: ReadArticle,
): KeyTable {
  const { block } = ring;
  const moving: KeyTable = { j: () => ring.step(1), k: () => ring.step(-1) };
  if (!block) return moving;
  return {
    ...moving,
    enter: () => {
      const sentence = pickSentence(text, block.start, language);
      if (sentence) selection.pick(sentence);
    },
    escape: ring.clear,
  };
}
