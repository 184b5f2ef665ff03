"use client";

import { useLayoutEffect, useRef } from "react";
import { useRowKeys } from "./use-row-keys";

/** Goes through the rows of the page's main part by the keys of lists. Draws nothing. */
export function MainRowKeys() {
  const main = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    main.current = document.querySelector("main");
  }, []);
  useRowKeys(main);
  return null;
}
