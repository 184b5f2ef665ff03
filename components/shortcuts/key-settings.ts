"use client";

import { useSyncExternalStore } from "react";
import { type ChosenKeys, isSingle, keysOf, type ShortcutId } from "@/lib/shortcuts/keys";
import { pressed, shortcutFor } from "@/lib/shortcuts/press";
import { ariaKey, showKey } from "@/lib/shortcuts/show-key";

/** How this person wants the keys. */
export type KeySettings = { letterKeys: boolean; keys: ChosenKeys };

const none: ChosenKeys = {};
let read: { from: string; keys: ChosenKeys } = { from: "", keys: none };

/** The person's keys, as the server has written them on <html>: no page has to fetch them, or hand them down. */
export function keySettings(): KeySettings {
  const { letterKeys, keys: from = "" } = document.documentElement.dataset;
  if (read.from !== from) read = { from, keys: from ? JSON.parse(from) : none };
  return { letterKeys: letterKeys !== "off", keys: read.keys };
}

/** Which of these shortcuts was pressed, for what has keys of its own while it has the focus. */
export function shortcutOf(event: KeyboardEvent, ids: readonly ShortcutId[]): ShortcutId | undefined {
  const { letterKeys, keys } = keySettings();
  const key = pressed(event);
  return letterKeys || !isSingle(key) ? shortcutFor(key, ids, keys) : undefined;
}

const changed = "sayso:keys";

/** After other keys were written on <html>: what shows them is drawn again. */
export function tellKeysChanged(): void {
  document.dispatchEvent(new Event(changed));
}

function subscribe(onChange: () => void): () => void {
  document.addEventListener(changed, onChange);
  return () => document.removeEventListener(changed, onChange);
}

/** `shown` stands beside a button, `aria` in aria-keyshortcuts; undefined while the key is switched off. */
export type KeyHint = { shown: string; aria: string };

/** What stands on <html>: the same as on the server for whoever has changed nothing, so nothing is drawn twice. */
function written(): string {
  const { letterKeys = "", keys = "" } = document.documentElement.dataset;
  return `${letterKeys} ${keys}`;
}
const asAtFirst = " ";

/** The person's keys, for what draws them. */
export function useKeySettings(): KeySettings {
  const from = useSyncExternalStore(subscribe, written, () => asAtFirst);
  return from === asAtFirst ? { letterKeys: true, keys: none } : keySettings();
}

/** Says which key does something, as this person has it. */
export function useKeyHint(): (id: ShortcutId) => KeyHint | undefined {
  const { letterKeys, keys } = useKeySettings();
  return (id) => {
    const [key = ""] = keysOf(id, keys);
    return letterKeys || !isSingle(key) ? { shown: showKey(key), aria: ariaKey(key) } : undefined;
  };
}
