"use client";

import { type RefObject, useCallback, useEffect, useRef } from "react";

/**
 * Keeps a field and its buttons in sight while it has the focus: when the focus comes, when the field grows, when what
 * stands above it grows, and when a phone's keyboard takes a part of the window. Answers with what to do on focus.
 * Moves nothing that is in sight, and follows nobody who has scrolled away to read.
 */
export function useShowWhileFocused(box: RefObject<HTMLElement | null>): () => void {
  const isInSight = useRef(true);
  const show = useCallback(() => {
    // After the buttons below the field have appeared.
    requestAnimationFrame(() => {
      if (!box.current?.contains(document.activeElement)) return;
      box.current.scrollIntoView({ block: "nearest" });
      isInSight.current = true;
    });
  }, [box]);
  useEffect(() => {
    const seen = window.visualViewport;
    const growth = new ResizeObserver(show);
    seen?.addEventListener("resize", show);
    if (box.current) growth.observe(box.current);
    return () => {
      seen?.removeEventListener("resize", show);
      growth.disconnect();
    };
  }, [show, box]);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const sight = new IntersectionObserver(
      (entries) => {
        for (const { intersectionRatio } of entries) isInSight.current = intersectionRatio > 0.9;
      },
      { threshold: 0.9 },
    );
    sight.observe(element);
    // A passage that has just been stored gets parts above the field that it had not before.
    const around = new ResizeObserver(() => isInSight.current && show());
    for (let one = element.parentElement; one && one !== document.body; one = one.parentElement)
      around.observe(one);
    return () => {
      sight.disconnect();
      around.disconnect();
    };
  }, [show, box]);
  return show;
}
