"use client";

import { useLayoutEffect, useRef } from "react";
import { isSingle, type ShortcutId } from "@/lib/shortcuts/keys";
import { pressed, shortcutFor } from "@/lib/shortcuts/press";
import { keySettings } from "./key-settings";

/** What the shortcuts do that can be used now. One that returns false had nothing to do: the key is the browser's. */
// biome-ignore lint/suspicious/noConfusingVoidType: what they return matters in one case only
export type KeyTable = Partial<Record<ShortcutId, () => void | false>>;

const tables = new Set<{ readonly current: KeyTable }>();

/**
 * Runs keys of the page. Never while a field, a menu or a dialogue has the focus (but the palette comes from a field
 * too); Enter and the arrows never where a link or a button has the focus, for they have a meaning there.
 * Where two parts of a page know the same shortcut, the one that was added later has it.
 */
export function useKeys(table: KeyTable): void {
  const latest = useRef(table);
  useLayoutEffect(() => {
    latest.current = table;
  });
  // Not later: from the moment that this is drawn no key waits for it any longer (early-presses.ts).
  useLayoutEffect(() => {
    if (tables.size === 0) document.addEventListener("keydown", onKey);
    tables.add(latest);
    return () => {
      tables.delete(latest);
      if (tables.size === 0) document.removeEventListener("keydown", onKey);
    };
  }, []);
}

/** Everything that the page can do at this moment. */
export function tableNow(): KeyTable {
  return Object.assign({}, ...[...tables].map((one) => one.current));
}

/** Between the two of "G, then A". */
const sequenceMs = 1_500;
let before = { key: "", at: 0 };

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || /^(?:Shift|Alt|Control|Meta)$/.test(event.key)) return;
  const key = pressed(event);
  const isLetter = isSingle(key);
  const { letterKeys, keys } = keySettings();
  if (isElsewhere(event.target, key)) return;
  if (isLetter && !letterKeys) return;
  if (!isLetter && !key.startsWith("mod+") && key !== "escape" && isControl(event.target)) return;
  const table = tableNow();
  const live = Object.keys(table) as ShortcutId[];
  const sequence = event.timeStamp - before.at < sequenceMs ? `${before.key} ${key}` : "";
  before = { key, at: event.timeStamp };
  const id = (sequence && shortcutFor(sequence, live, keys)) || shortcutFor(key, live, keys);
  if (!id || table[id]?.() === false) return;
  before = { key: "", at: 0 };
  event.preventDefault();
}

function isElsewhere(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest("[role=menu], [role=dialog], [role=listbox]")) return true;
  return key !== "mod+k" && target.closest("input, textarea, select") !== null;
}

function isControl(target: EventTarget | null): boolean {
  // A message has the focus for what it offers, not for the page behind it.
  return target instanceof HTMLElement && target.closest("a, button, summary, [data-sonner-toast]") !== null;
}
