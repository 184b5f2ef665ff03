"use client";

import { useEffect, useLayoutEffect, useRef, useState } from "react";

/** What each key does now, by its name in small letters: "a", "shift+n", "?", "escape", "alt+shift+arrowleft", "mod+z". */
export type KeyTable = Partial<Record<string, (event: KeyboardEvent) => void>>;

/**
 * Runs the page's keys. Never while a field, a menu or a dialogue has the focus; "mod" is Ctrl or Cmd; Enter and the
 * arrows never where a link or a button has the focus, for they have a meaning there.
 */
export function useKeys(table: KeyTable, areLettersOn: boolean): void {
  const latest = useRef(table);
  useLayoutEffect(() => {
    latest.current = table;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      if (isElsewhere(event.target)) return;
      const isCommand = event.ctrlKey || event.metaKey;
      const name = isCommand ? `mod+${event.key.toLowerCase()}` : nameOf(event);
      const isLetter = event.key.length === 1 && !isCommand;
      if (isLetter && (!areLettersOn || event.altKey)) return;
      if (!isLetter && !isCommand && name !== "escape" && isControl(event.target)) return;
      const run = latest.current[name];
      if (!run) return;
      event.preventDefault();
      run(event);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [areLettersOn]);
}

/** A key that was pressed, as far as its name goes. */
export type Pressed = Pick<KeyboardEvent, "key" | "code" | "shiftKey" | "altKey">;

/** The key that is meant: on a keyboard of another script, the Latin letter or figure that stands in its place. */
export function nameOf({ key, code, shiftKey, altKey }: Pressed): string {
  if (/^\p{Nd}$/u.test(key)) return /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1] ?? key;
  const isSign = key.length === 1 && !/[a-z]/i.test(key);
  const latin = /^Key([A-Z])$/.exec(code)?.[1];
  if (isSign && !(latin && key.charCodeAt(0) > 0x7e)) return key;
  const name = isSign ? (latin ?? key) : key;
  return `${altKey ? "alt+" : ""}${shiftKey ? "shift+" : ""}${name.toLowerCase()}`;
}

function isElsewhere(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest("input, textarea, select, [role=menu], [role=dialog], [role=listbox]") !== null
  );
}

function isControl(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("a, button, summary") !== null;
}

const storageKey = "sayso:letter-keys";

/** Whether single letters are keys: whoever speaks to the computer may want them off. Kept in this browser. */
export function useLetterKeys(): [boolean, (on: boolean) => void] {
  const [isOn, setOn] = useState(true);
  useEffect(() => {
    try {
      setOn(localStorage.getItem(storageKey) !== "off");
    } catch {
      // Without storage they are on.
    }
  }, []);
  const set = (on: boolean) => {
    setOn(on);
    try {
      localStorage.setItem(storageKey, on ? "on" : "off");
    } catch {
      // Then the choice lasts as long as the page.
    }
  };
  return [isOn, set];
}
