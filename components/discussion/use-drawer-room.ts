import { type RefObject, useLayoutEffect, useRef } from "react";
import { linkOf } from "@/components/articles/text-geometry";
import { markSelector } from "@/components/passages/highlights/highlight-class";
import { coveredTop } from "@/components/ui/covered-top";

type Given = {
  rootRef: RefObject<HTMLElement | null>;
  /** A drawer stands over the right edge of the page. */
  isDrawerOpen: boolean;
  /** What is open, in the text. */
  activeId: string | null;
};

/**
 * Takes the room of an open drawer from the text, so that it does not cover the words it is about. The lines break
 * elsewhere then: the words that were opened stay at their place in the window, before and behind, or what is read
 * where nothing is open. Answers with the element that gives the room, to be styled by `data-beside-drawer`.
 */
export function useDrawerRoom({ rootRef, isDrawerOpen, activeId }: Given): RefObject<HTMLDivElement | null> {
  const frame = useRef<HTMLDivElement>(null);
  const lastId = useRef(activeId);
  useLayoutEffect(() => {
    const element = frame.current;
    const id = activeId ?? lastId.current;
    lastId.current = activeId;
    if (!element || isDrawerOpen === element.hasAttribute(besideDrawer)) return;
    // The attribute is set here and not while drawing: until now the lines are where the reader has them.
    const kept = rootRef.current && wordsToKeep(rootRef.current, id);
    const before = kept ? topOf(kept) : 0;
    element.toggleAttribute(besideDrawer, isDrawerOpen);
    if (kept) window.scrollBy({ top: topOf(kept) - before, behavior: "instant" });
  }, [rootRef, isDrawerOpen, activeId]);
  return frame;
}

const besideDrawer = "data-beside-drawer";

/** The open words or, where they are out of sight, the first paragraph that is not. */
function wordsToKeep(root: HTMLElement, id: string | null): Element | null {
  const seen = { top: coveredTop(), bottom: window.innerHeight };
  const isInSight = (one: Element) => topOf(one) >= seen.top && topOf(one) < seen.bottom;
  const words = id === null ? [] : [root.querySelector(markSelector(id)), linkOf(id)];
  const blocks = [...root.querySelectorAll("[data-start]")];
  const below = blocks.find((one) => one.getBoundingClientRect().bottom > seen.top) ?? null;
  return words.find((one) => one && isInSight(one)) ?? blocks.find(isInSight) ?? below;
}

/** Where its first line begins. */
function topOf(element: Element): number {
  const line = element.getClientRects()[0] ?? element.getBoundingClientRect();
  return line.top;
}
