"use client";

import { useEffect, useRef } from "react";
import { useRowKeys } from "./use-row-keys";

/** Goes through the rows of the page's main part by the keys of lists. Draws nothing. */
export function MainRowKeys() {
  const main = useRef<HTMLElement | null>(null);
  useEffect(() => {
    main.current = document.querySelector("main");
  }, []);
  useRowKeys(main);
  return null;
}
