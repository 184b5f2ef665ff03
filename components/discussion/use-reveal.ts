"use client";

import { type RefObject, useEffect, useRef } from "react";
import { unfold } from "@/components/articles/text-geometry";
import { markSelector } from "@/components/passages/highlights/highlight-class";
import { isCalm } from "@/components/ui/is-calm";
import { nearestForm, openPanel } from "./open-place";
import { revealDistance } from "./reveal-distance";
import type { OpenedBy, Starting } from "./room";

type Given = {
  rootRef: RefObject<HTMLDivElement | null>;
  passageId: string | null;
  /** What is being begun on it, and how it was opened. */
  starting: Starting | null;
  by: OpenedBy;
  /** Counts up with everything that was opened. */
  request: number;
  /** The card beside the words is where it will stand; until then there is no telling how far to go. */
  isPlaced: boolean;
  /** How high the sheet over the text is: when that changes, the words have to be brought above it again. */
  height: string;
  /** How many pixels at the bottom of the window are covered. */
  covered: () => number;
};

/** Above the words, pixels. */
const air = 14;

/** What the header and the bar cover at the top, a little air included. */
function aboveTheWords(): number {
  // In a low window they scroll away with the text.
  if (window.matchMedia("(height < 500px), (width < 15rem)").matches) return air;
  const bar = document.getElementById("above-the-text");
  return (bar?.getBoundingClientRect().bottom ?? 0) + air;
}

/** Brings what was opened into sight, its words before its card; moves nothing where both are in sight already. */
export function useReveal({
  rootRef,
  passageId,
  starting,
  by,
  request,
  isPlaced,
  height,
  covered,
}: Given): void {
  const before = useRef<Pick<Given, "passageId" | "starting">>({ passageId: null, starting: null });
  const done = useRef({ request: 0, height: "" });
  const latest = useRef<() => void>(() => {});
  latest.current = () => {
    const mark = passageId && rootRef.current?.querySelector(markSelector(passageId));
    // The first opening is the page's own arrival: it is there at once. So is a field to write in.
    const linked = linkedComment();
    const isAtOnce = request === 1 || starting !== null || linked !== null;
    if (mark) bringIntoSight(mark, window.innerHeight - covered(), isAtOnce);
    // It is what the reader came for, and may lie far below the words.
    linked?.scrollIntoView({ block: "nearest" });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: each opening counts, also of the same passage
  useEffect(() => {
    if (!isPlaced || (done.current.request === request && done.current.height === height)) return;
    done.current = { request, height };
    const was = before.current;
    before.current = { passageId, starting };
    if (request === 0 || !passageId) return;
    // A field of what is open is begun, or done with by hand: it stands where the reader looks, and shows itself. A
    // long card would be scrolled away from under it. A sheet scrolls by itself, so its words have to come along.
    const isHere = was.passageId === passageId && height === "";
    if (isHere && (starting || (was.starting && by === "pointer"))) return;
    const mark = rootRef.current?.querySelector(markSelector(passageId));
    if (mark) unfold(mark);
    const frame = requestAnimationFrame(() => latest.current());
    return () => cancelAnimationFrame(frame);
  }, [request, height, isPlaced]);

  useEffect(() => {
    if (!passageId) return;
    // A phone was turned, and the lines break elsewhere; a keyboard that comes up changes no width.
    let width = window.innerWidth;
    const turned = () => {
      if (window.innerWidth === width) return;
      width = window.innerWidth;
      latest.current();
    };
    window.addEventListener("resize", turned);
    return () => window.removeEventListener("resize", turned);
  }, [passageId]);
}

/** The comment that the address points to, while the focus is on it. */
function linkedComment(): Element | null {
  const focused = document.activeElement;
  return focused?.id && `#${focused.id}` === window.location.hash ? focused : null;
}

function bringIntoSight(mark: Element, bottom: number, isAtOnce: boolean): void {
  const panel = openPanel();
  const distance = revealDistance({
    words: mark.getBoundingClientRect(),
    panel,
    form: panel && nearestForm(panel),
    seen: { top: aboveTheWords(), bottom },
  });
  if (distance === 0) return;
  window.scrollBy({ top: distance, behavior: isAtOnce || isCalm() ? "instant" : "smooth" });
}
