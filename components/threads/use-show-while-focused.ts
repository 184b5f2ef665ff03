"use client";

import { type RefObject, useCallback, useEffect } from "react";

/**
 * Keeps a field and its buttons in sight while it has the focus: when the focus comes, when the field grows, and when a
 * phone's keyboard takes a part of the window. Answers with what to do on focus. Moves nothing that is in sight.
 */
export function useShowWhileFocused(box: RefObject<HTMLElement | null>): () => void {
  const show = useCallback(() => {
    // After the buttons below the field have appeared.
    requestAnimationFrame(() => {
      if (box.current?.contains(document.activeElement)) box.current.scrollIntoView({ block: "nearest" });
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
  return show;
}
