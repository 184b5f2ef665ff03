"use client";

import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from "react";
import { blockElement, unfold } from "@/components/articles/text-geometry";
import { announce } from "@/components/ui/announcer";
import { coveredTop } from "@/components/ui/covered-top";
import type { BlockPlace } from "@/lib/articles/document-schema";
import type { Span } from "@/lib/text/offsets";
import { stepParagraph } from "./step-paragraph";

type Given = {
  rootRef: RefObject<HTMLDivElement | null>;
  text: string;
  blocks: BlockPlace[];
  /** The words of what is open beside the text. */
  open: Span | null;
};

type Ring = {
  /** The paragraph that the keyboard is at. */
  block: BlockPlace | null;
  /** Where it stands, in pixels from the top of the text. */
  place: { top: number; height: number } | null;
  step: (by: 1 | -1) => void;
  /** Goes to the paragraph of this place in the text, without a word. */
  moveTo: (offset: number) => void;
  clear: () => void;
  /** Whether this is the paragraph that the keyboard has gone to. */
  holds: (element: EventTarget) => boolean;
};

/** The reader's place in the text for the keyboard: one paragraph, moved up and down. */
export function useRing({ rootRef, text, blocks, open }: Given): Ring {
  const [index, setIndex] = useState<number | null>(null);
  const [place, setPlace] = useState<Ring["place"]>(null);
  const entered = useRef<HTMLElement | null>(null);
  const block = index === null ? null : (blocks[index] ?? null);

  useLayoutEffect(() => {
    const root = rootRef.current;
    if (!block || !root) {
      setPlace(null);
      return;
    }
    const look = () => {
      const element = blockElement(root, block);
      if (!element) return;
      unfold(element);
      const { top, height } = element.getBoundingClientRect();
      setPlace({ top: top - root.getBoundingClientRect().top, height });
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(root);
    return () => observer.disconnect();
  }, [block, rootRef]);

  const enter = useCallback(
    (next: number): HTMLElement | null => {
      const target = blocks[next];
      const element = target && rootRef.current && blockElement(rootRef.current, target);
      if (!element) return null;
      setIndex(next);
      unfold(element);
      // The focus goes along: Tab goes on from here, and what opens and closes again comes back to here.
      element.tabIndex = -1;
      entered.current = element;
      element.focus({ preventScroll: true });
      return element;
    },
    [blocks, rootRef],
  );
  const go = useCallback(
    (next: number, from: number | null) => {
      const target = blocks[next];
      const element = enter(next);
      if (!target || !element) {
        // Whoever is in the last one by another way than J is in it now: Enter picks its first sentence.
        if (from !== null) enter(from);
        announce("No more paragraphs.");
        return;
      }
      element.scrollIntoView({ block: "nearest" });
      announce(text.slice(target.start, Math.min(target.end, target.start + 160)));
    },
    [blocks, enter, text],
  );
  const step = useCallback(
    (by: 1 | -1) => {
      const root = rootRef.current;
      const focused = focusedBlock(root, blocks);
      const covered = coveredTop() - 20;
      const place = {
        ...{ blocks, open, last: index },
        focused,
        isBelow: (at: number) => topOf(root, blocks[at]) >= covered,
      };
      const isAnywhere = focused !== null || open !== null || index !== null;
      let next = stepParagraph(place, by);
      while (isFolded(root, blocks[next])) next += isAnywhere ? by : 1;
      go(next, focused);
    },
    [go, index, rootRef, blocks, open],
  );
  const moveTo = useCallback(
    (offset: number) => {
      enter(blocks.findIndex((one) => one.end >= offset));
    },
    [blocks, enter],
  );
  const clear = useCallback(() => setIndex(null), []);
  const holds = useCallback((element: EventTarget) => element === entered.current, []);
  return { block, place, step, moveTo, clear, holds };
}

/**
 * Index of the paragraph that has the focus, itself or in a passage's number, whatever led there, and also when its bar
 * has been put away; null for none.
 */
function focusedBlock(root: HTMLElement | null, blocks: readonly BlockPlace[]): number | null {
  const element = root?.contains(document.activeElement) ? document.activeElement : null;
  const start = element?.closest("[data-start]")?.getAttribute("data-start");
  const at = blocks.findIndex((block) => String(block.start) === start);
  return at < 0 ? null : at;
}

/** What was put out of the way at importing is no part of the way through the text, unless the reader has opened it. */
function isFolded(root: HTMLElement | null, block: BlockPlace | undefined): boolean {
  const element = root && block && blockElement(root, block);
  return element?.closest("details:not([open])") != null;
}

function topOf(root: HTMLElement | null, block: BlockPlace | undefined): number {
  return (root && block && blockElement(root, block)?.getBoundingClientRect().top) ?? 0;
}
