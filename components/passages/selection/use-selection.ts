"use client";

import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { rangeOfSpan, selectRange, spanOfSelection } from "@/components/articles/text-geometry";
import type { BlockPlace } from "@/lib/articles/document-schema";
import { type Span, tidySelection } from "@/lib/text/offsets";
import { widenToWords } from "@/lib/text/sentences";

export type Selected = Span & {
  /** How it was made: "touch" docks the menu, "picked" lets the arrow keys change it. */
  by: "mouse" | "touch" | "picked";
};

type Given = {
  rootRef: RefObject<HTMLDivElement | null>;
  text: string;
  language: string;
  blocks: BlockPlace[];
};

/** By hand whole words are selected, unless the person says otherwise; by key and by program it is exact. */
type Way = { by: "mouse" | "touch"; isExact: boolean };

export type SelectionControl = {
  selected: Selected | null;
  /** Selects a span for the keyboard, and shows it as selected. */
  pick: (span: Span) => void;
  clear: () => void;
};

/**
 * What of the article is selected, snapped to whole characters and trimmed, however it was selected; with a mouse or a
 * finger to whole words, unless Alt is held. Nothing is said while a drag is going on; the words appear when the button
 * is up.
 */
export function useSelection({ rootRef, text, language, blocks }: Given): SelectionControl {
  const [selected, setSelected] = useState<Selected | null>(null);
  const picked = useRef<Span | null>(null);

  const read = useCallback(
    ({ by, isExact }: Way) => {
      const raw = rootRef.current && spanOfSelection(rootRef.current, blocks);
      const tidy = raw && tidySelection(text, raw.start, raw.end);
      const isEmpty = !tidy || tidy.start >= tidy.end;
      const span = isExact || isEmpty ? tidy : widenToWords(text, tidy, language);
      if (by === "mouse" && span && tidy && (span.start < tidy.start || span.end > tidy.end)) {
        const range = rootRef.current && rangeOfSpan(rootRef.current, blocks, span);
        if (range) selectRange(range);
      }
      if (!span || span.start >= span.end) {
        picked.current = null;
        setSelected(null);
        return;
      }
      const isPicked = picked.current?.start === span.start && picked.current.end === span.end;
      if (!isPicked) picked.current = null;
      setSelected((before) => {
        const how = isPicked ? "picked" : by;
        const isSame = before?.start === span.start && before.end === span.end && before.by === how;
        return isSame ? before : { ...span, by: how };
      });
    },
    [rootRef, text, language, blocks],
  );

  useEffect(() => listen(read), [read]);
  useEffect(() => selectAnew(rootRef), [rootRef]);

  const pick = useCallback(
    (span: Span) => {
      const range = rootRef.current && rangeOfSpan(rootRef.current, blocks, span);
      if (!range) return;
      picked.current = span;
      selectRange(range);
      setSelected({ ...span, by: "picked" });
    },
    [rootRef, blocks],
  );

  const clear = useCallback(() => {
    picked.current = null;
    window.getSelection()?.removeAllRanges();
    setSelected(null);
  }, []);

  return { selected, pick, clear };
}

/**
 * A drag that begins on selected words would move them, as browsers have it, and leave the selection whole; nothing
 * moves out of an article, so the old selection goes before the browser asks, and the drag makes a new one.
 */
function selectAnew(root: RefObject<HTMLElement | null>): () => void {
  const onDown = ({ pointerType, button, shiftKey, target }: PointerEvent) => {
    const isPress = pointerType !== "touch" && button === 0 && !shiftKey;
    if (isPress && target instanceof Node && root.current?.contains(target))
      window.getSelection()?.removeAllRanges();
  };
  document.addEventListener("pointerdown", onDown, true);
  return () => document.removeEventListener("pointerdown", onDown, true);
}

/** A finger's or keyboard's selection changes in small steps without an end; this long without a step is one. */
const restMs = 120;

function listen(read: (way: Way) => void): () => void {
  let by: Way["by"] = "mouse";
  let isExact = true;
  let isDragging = false;
  let timer = 0;
  const later = (ms: number) => {
    clearTimeout(timer);
    timer = window.setTimeout(() => read({ by, isExact }), ms);
  };
  const onDown = (event: PointerEvent) => {
    by = event.pointerType === "touch" ? "touch" : "mouse";
    isDragging = by === "mouse" && event.button === 0;
    isExact = event.altKey;
  };
  const onKey = () => {
    if (!isDragging) isExact = true;
  };
  const onUp = (event: PointerEvent) => {
    if (!isDragging) return;
    isDragging = false;
    isExact = event.altKey;
    // The browser drops an old selection only after the button is up.
    later(0);
  };
  const onChange = () => {
    if (!isDragging) later(restMs);
  };
  document.addEventListener("pointerdown", onDown, true);
  document.addEventListener("pointerup", onUp, true);
  document.addEventListener("pointercancel", onUp, true);
  document.addEventListener("keydown", onKey, true);
  document.addEventListener("selectionchange", onChange);
  return () => {
    clearTimeout(timer);
    document.removeEventListener("pointerdown", onDown, true);
    document.removeEventListener("pointerup", onUp, true);
    document.removeEventListener("pointercancel", onUp, true);
    document.removeEventListener("keydown", onKey, true);
    document.removeEventListener("selectionchange", onChange);
  };
}
