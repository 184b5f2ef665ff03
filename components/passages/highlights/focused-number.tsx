"use client";

import { type RefObject, useCallback, useEffect, useState } from "react";

type Shown = { place: string; left: number; top: number };

/**
 * The number of the passage whose link has the focus, over the text. Drawn in the text, as where no code runs
 * (highlights.css), it would part the letters around it and move words over lines with every Tab.
 */
export function FocusedNumber({
  rootRef,
  drawn,
}: {
  rootRef: RefObject<HTMLElement | null>;
  drawn: unknown;
}) {
  const [shown, setShown] = useState<Shown | null>(null);
  const look = useCallback(() => setShown(rootRef.current && focusedIn(rootRef.current)), [rootRef]);
  useEffect(() => {
    const root = rootRef.current;
    if (!root) return;
    const watch = new ResizeObserver(look);
    watch.observe(root);
    root.addEventListener("focusin", look);
    const hide = () => setShown(null);
    root.addEventListener("focusout", hide);
    return () => {
      watch.disconnect();
      root.removeEventListener("focusin", look);
      root.removeEventListener("focusout", hide);
    };
  }, [rootRef, look]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with other highlights it may have moved, or gone
  useEffect(look, [drawn, look]);
  if (!shown) return null;
  return (
    <span
      aria-hidden
      className="-mt-4 pointer-events-none absolute z-2 rounded-md bg-ink px-1.5 font-sans font-semibold text-label text-paper leading-5"
      style={{ left: shown.left, top: shown.top }}
    >
      {shown.place}
    </span>
  );
}

function focusedIn(root: HTMLElement): Shown | null {
  const link = root.querySelector<HTMLElement>("a.ref:focus-visible");
  if (!link) return null;
  const [at, origin] = [link.getBoundingClientRect(), root.getBoundingClientRect()];
  return { place: link.dataset.place ?? "", left: at.left - origin.left, top: at.top - origin.top };
}
