"use client";

import { useEffect, useRef } from "react";

/** https://html.spec.whatwg.org/#the-closewatcher-interface, as far as it is used here. */
type Watcher = { onclose: (() => void) | null; destroy: () => void };

/**
 * What lies over the page is closed by the system's own gesture for that: Back on an Android phone, which would leave
 * the page instead. Of several things the latest is closed. Where the browser knows no such gesture, nothing happens.
 * Esc, which is one as well, is answered where it is pressed: it may mean something smaller there.
 */
export function useCloseRequest(onClose: () => void, isOver = true): void {
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
