"use client";

import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { firstLineOf, firstMarks } from "@/components/articles/text-geometry";
import { afterFrame } from "@/components/ui/after-frame";
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
  const latest = useRef({ ids, anchors });
  const callOff = useRef(() => {});
  latest.current = { ids, anchors };

  const place = useCallback(
    (known: readonly Anchor[]) => {
      const root = rootRef.current;
      const margin = marginRef.current;
      if (!root || !margin) return;
      const next = anchorsOf({ root, margin, ids: latest.current.ids, known });
      setAnchors((before) => (isSame(before, next) ? before : next));
    },
    [rootRef, marginRef],
  );
  const measure = useCallback(() => {
    callOff.current();
    const frame = requestAnimationFrame(() => place(latest.current.anchors));
    // A new highlight hardly ever moves other words, and whoever made it waits to see it: they are measured behind it.
    const callOffRest = afterFrame(() => place([]));
    callOff.current = () => {
      cancelAnimationFrame(frame);
      callOffRest();
    };
  }, [place]);

  useEffect(() => {
    const root = rootRef.current;
    if (!root || !isShown) return;
    const measureAll = () => {
      callOff.current();
      const frame = requestAnimationFrame(() => place([]));
      callOff.current = () => cancelAnimationFrame(frame);
    };
    const observer = new ResizeObserver(measureAll);
    observer.observe(root);
    // Another face may break the lines elsewhere without changing the height.
    document.fonts.ready.then(measureAll);
    return () => {
      observer.disconnect();
      callOff.current();
    };
  }, [rootRef, isShown, place]);

  const steady = useSteady(ids);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other passages have other places
  useEffect(measure, [steady, measure]);

  return { anchors, measure };
}

type Places = {
  root: HTMLElement;
  margin: HTMLElement;
  ids: readonly string[];
  /** These stand where they stood. */
  known: readonly Anchor[];
};

function anchorsOf({ root, margin, ids, known }: Places): Anchor[] {
  const tops = new Map(known.map(({ id, top }) => [id, top]));
  const marks = firstMarks(root, new Set(ids.filter((id) => !tops.has(id))));
  const { top } = margin.getBoundingClientRect();
  for (const [id, mark] of marks) tops.set(id, Math.round(firstLineOf(mark) - top) - cardMiddle);
  return ids.flatMap((id) => {
    const top = tops.get(id);
    return top === undefined ? [] : { id, top };
  });
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
