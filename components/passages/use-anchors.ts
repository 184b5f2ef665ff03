"use client";

import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { firstLineOf, firstMarks } from "@/components/articles/text-geometry";
import type { Anchor } from "@/lib/discussion/arrange-cards";

export type Anchors = {
  /** In text order, in pixels from the top of the margin. */
  anchors: Anchor[];
  /** What is drawn has changed: measure at the next frame. */
  measure: () => void;
};

type Given = {
  rootRef: RefObject<HTMLDivElement | null>;
  marginRef: RefObject<HTMLDivElement | null>;
  /** Of what is marked in the text, in text order. */
  ids: readonly string[];
  isShown: boolean;
};

/** The middle of a card's first line, from its top: it stands at the middle of the words' first line. */
const cardMiddle = 18;

/** Where the words of each passage stand on the screen, measured again whenever the text takes another shape. */
export function useAnchors({ rootRef, marginRef, ids, isShown }: Given): Anchors {
  const [anchors, setAnchors] = useState<Anchor[]>([]);
  const latest = useRef(ids);
  const frame = useRef(0);
  latest.current = ids;

  const measure = useCallback(() => {
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(() => {
      const root = rootRef.current;
      const margin = marginRef.current;
      if (!root || !margin) return;
      const marks = firstMarks(root);
      const { top } = margin.getBoundingClientRect();
      const next = latest.current.flatMap((id) => {
        const mark = marks.get(id);
        return mark ? { id, top: Math.round(firstLineOf(mark) - top) - cardMiddle } : [];
      });
      setAnchors((before) => (isSame(before, next) ? before : next));
    });
  }, [rootRef, marginRef]);

  useEffect(() => {
    const root = rootRef.current;
    if (!root || !isShown) return;
    const observer = new ResizeObserver(measure);
    observer.observe(root);
    // Another face may break the lines elsewhere without changing the height.
    document.fonts.ready.then(measure);
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame.current);
    };
  }, [rootRef, isShown, measure]);

  const steady = useSteady(ids);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other passages have other places
  useEffect(measure, [steady, measure]);

  return { anchors, measure };
}

/** The list that was given first, for as long as those given hold the same. */
function useSteady(list: readonly string[]): readonly string[] {
  const kept = useRef(list);
  const isOther = kept.current.length !== list.length || kept.current.some((one, at) => one !== list[at]);
  if (isOther) kept.current = list;
  return kept.current;
}

function isSame(a: readonly Anchor[], b: readonly Anchor[]): boolean {
  return a.length === b.length && a.every((one, at) => one.id === b[at]?.id && one.top === b[at]?.top);
}
