"use client";

import { useSyncExternalStore } from "react";

/** Where the discussion stands: beside the text, in a drawer at the edge, or in a sheet at the bottom. */
export type Shape = "margin" | "drawer" | "sheet";

const wide = "(width >= 68.75rem)";
const middle = "(width >= 45rem)";

/** The server does not know the window; it draws for a wide one, in which nothing covers the text. */
export function useShape(): Shape {
  return useSyncExternalStore(subscribe, shapeNow, () => "margin");
}

function shapeNow(): Shape {
  if (window.matchMedia(wide).matches) return "margin";
  return window.matchMedia(middle).matches ? "drawer" : "sheet";
}

function subscribe(changed: () => void): () => void {
  const queries = [wide, middle].map((query) => window.matchMedia(query));
  for (const query of queries) query.addEventListener("change", changed);
  return () => {
    for (const query of queries) query.removeEventListener("change", changed);
  };
}
