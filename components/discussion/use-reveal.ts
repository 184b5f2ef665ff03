"use client";

import { type RefObject, useEffect, useRef } from "react";
import { unfold } from "@/components/articles/text-geometry";
import { markSelector } from "@/components/passages/highlight-class";
import { isCalm } from "@/components/ui/is-calm";
import type { OpenedBy, Starting } from "./room";

type Given = {
  rootRef: RefObject<HTMLDivElement | null>;
  passageId: string | null;
  /** What is being begun on it, and how it was opened. */
  starting: Starting | null;
  by: OpenedBy;
  /** Counts up with everything that was opened. */
  request: number;
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
  if (window.matchMedia("(height < 500px)").matches) return air;
  const bar = document.getElementById("above-the-text");
  return (bar?.getBoundingClientRect().bottom ?? 0) + air;
}

/** Brings the words of what was opened into sight; moves nothing where they are in sight already. */
export function useReveal({ rootRef, passageId, starting, by, request, height, covered }: Given): void {
  const before = useRef<Pick<Given, "passageId" | "starting">>({ passageId: null, starting: null });
  const latest = useRef<() => void>(() => {});
  latest.current = () => {
    const mark = passageId && rootRef.current?.querySelector(markSelector(passageId));
    // The first opening is the page's own arrival: it is there at once.
    if (mark) bringIntoSight(mark, window.innerHeight - covered(), request === 1);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: each opening counts, also of the same passage
  useEffect(() => {
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
  }, [request, height]);

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

function bringIntoSight(mark: Element, seen: number, isAtOnce: boolean): void {
  const { top, bottom } = mark.getBoundingClientRect();
  const above = aboveTheWords();
  if (top >= above && Math.min(bottom, top + 120) <= seen) return;
  window.scrollTo({
    top: window.scrollY + top - above - (seen - above) / 4,
    behavior: isAtOnce || isCalm() ? "instant" : "smooth",
  });
}
