"use client";

import { useEffect, useLayoutEffect, useRef } from "react";
import { lieOver } from "./over-page";

/** https://html.spec.whatwg.org/#the-closewatcher-interface, as far as it is used here. */
type Watcher = { onclose: (() => void) | null; destroy: () => void };

/**
 * What lies over the page is closed by the system's own gesture for that: Back on a phone, which would leave the page
 * instead. Of several things the latest is closed. Esc, which is such a gesture as well, is answered where it is
 * pressed: it may mean something smaller there.
 */
export function useCloseRequest(onClose: () => void, isOver = true): void {
  useCloseWatcher(onClose, isOver);
  useBackCloses(onClose, isOver && needsEntry());
}

/** With a mouse nobody takes Back for a way to close something, and entries clutter the history. */
function needsEntry(): boolean {
  return (
    typeof window !== "undefined" && !("CloseWatcher" in window) && matchMedia("(pointer: coarse)").matches
  );
}

/** Back, however it is pressed, closes what lies over the page, by an entry of its own in the browser's history. */
export function useBackCloses(onClose: () => void, isOver: boolean): void {
  const latest = useRef(onClose);
  latest.current = onClose;
  useLayoutEffect(() => (isOver ? lieOver(() => latest.current()) : undefined), [isOver]);
}

/** The same for what has an entry in the browser's history anyway: where the browser knows no such gesture, nothing. */
export function useCloseWatcher(onClose: () => void, isOver = true): void {
  const latest = useRef(onClose);
  latest.current = onClose;
  useEffect(() => {
    const { CloseWatcher } = window as { CloseWatcher?: new () => Watcher };
    if (!isOver || !CloseWatcher) return;
    let watcher: Watcher;
    let isKey = false;
    const watch = () => {
      watcher = new CloseWatcher();
      watcher.onclose = () => {
        // One request uses it up, and what is closed may only uncover something else of the same.
        watch();
        if (!isKey) latest.current();
      };
    };
    const noteKey = ({ type, key }: KeyboardEvent) => {
      if (key === "Escape") isKey = type === "keydown";
    };
    watch();
    window.addEventListener("keydown", noteKey, true);
    window.addEventListener("keyup", noteKey, true);
    return () => {
      watcher.destroy();
      window.removeEventListener("keydown", noteKey, true);
      window.removeEventListener("keyup", noteKey, true);
    };
  }, [isOver]);
}
