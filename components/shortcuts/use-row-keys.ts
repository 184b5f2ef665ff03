"use client";

import type { RefObject } from "react";
import { useKeys } from "./use-keys";

/**
 * J and K move the focus through whatever rows (`data-row`) are seen in this part of the page; Enter presses what opens
 * the one that has it (`data-open`).
 */
export function useRowKeys(root: RefObject<HTMLElement | null>): void {
  const step = (by: 1 | -1) => {
    const all = Array.from(root.current?.querySelectorAll<HTMLElement>("[data-row]") ?? []);
    const rows = all.filter((one) => one.offsetParent !== null);
    const at = rows.findIndex((one) => one.contains(document.activeElement));
    const next = at < 0 ? rows.at(by === 1 ? 0 : -1) : rows[at + by];
    next?.focus({ preventScroll: true });
    next?.scrollIntoView({ block: "nearest" });
  };
  const open = () => {
    const row = document.activeElement?.closest<HTMLElement>("[data-row]");
    row?.querySelector<HTMLElement>("[data-open]")?.click();
  };
  useKeys({ "lists.next": () => step(1), "lists.previous": () => step(-1), "lists.open": open });
}
