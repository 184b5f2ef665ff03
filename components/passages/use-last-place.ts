import { type RefObject, useEffect, useRef } from "react";
import { blockElement } from "@/components/articles/text-geometry";
import { placeInWindow } from "@/components/discussion/use-step";
import { coveredTop } from "@/components/ui/covered-top";
import type { BlockPlace } from "@/lib/articles/document-schema";
import type { Span } from "@/lib/text/offsets";

type Given = {
  rootRef: RefObject<HTMLElement | null>;
  blocks: readonly BlockPlace[];
  /** The words of what is open beside the text. */
  open: Span | null;
};

/**
 * Where in the text the reader is when nothing is selected: where they went last by pointer, focus, opening or picking,
 * as long as that paragraph is in sight; else at what is open, else at the top of what is in sight.
 */
export function useLastPlace({ rootRef, blocks, open }: Given) {
  const last = useRef<Span | null>(null);
  // Opening is a move like any other: the reader may go on from it, and is still there when it has closed.
  const openAt = open?.start;
  useEffect(() => {
    if (openAt !== undefined) last.current = at(openAt);
  }, [openAt]);
  const blockAt = ({ start }: Span) => blocks.find((one) => one.end >= start);
  return {
    note(span: Span): void {
      last.current = span;
    },
    /** The reader has gone to this part of the text; where that is the paragraph they were in, no more is known. */
    noteIn(element: Element): void {
      const start = Number(element.closest<HTMLElement>("[data-start]")?.dataset.start ?? Number.NaN);
      if (Number.isNaN(start) || (last.current && blockAt(last.current)?.start === start)) return;
      last.current = at(start);
    },
    get(): Span {
      const root = rootRef.current;
      const block = last.current && blockAt(last.current);
      const element = root && block && blockElement(root, block);
      const isSeen = element && isInSight(element);
      if (last.current && isSeen) return last.current;
      return at(openAt ?? beginningInSight(root) ?? placeInWindow(root).start);
    },
  };
}

/** Nothing of what begins there is passed over. */
function at(start: number): Span {
  return { start, end: start };
}

/** Of the first paragraph that begins in the window: whoever goes on from there is not taken back up. */
function beginningInSight(root: HTMLElement | null): number | null {
  const blocks = [...(root?.querySelectorAll<HTMLElement>("[data-start]") ?? [])];
  const first = blocks.find((block) => block.getBoundingClientRect().top >= coveredTop());
  return first && isInSight(first) ? Number(first.dataset.start) : null;
}

function isInSight(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > coveredTop() && top < window.innerHeight;
}
