"use client";

import { type Dispatch, type RefObject, useEffect, useReducer, useRef, useState } from "react";
import { useEarlyInput } from "@/components/ui/use-early-input";
import {
  changeImport,
  freshImport,
  type ImportAction,
  type ImportState,
  isWorthKeeping,
  readImport,
  writeImport,
} from "@/lib/articles/import/import-state";

type Kept = {
  state: ImportState;
  dispatch: Dispatch<ImportAction>;
  /** The field of the text. */
  field: RefObject<HTMLTextAreaElement | null>;
  /** Read from this browser's storage when the page was opened. */
  restored: boolean;
  /** The browser did not take it: too large, or storage is switched off. */
  notKept: boolean;
  /** Takes it out of the browser's storage for good: it was imported. */
  forget: () => void;
  /** Throws it away; what comes next is kept as before. */
  startAnew: () => void;
};

/** An import that survives a reload: kept in this browser for this person, a moment after each change. */
export function useKeptImport(userId: string, workspaceIds: string[]): Kept {
  const key = `sayso:import:${userId}`;
  const [state, dispatch] = useReducer(changeImport, freshImport(workspaceIds[0] ?? ""));
  const [restored, setRestored] = useState(false);
  const [notKept, setNotKept] = useState(false);
  const latest = useRef(state);
  const isOpen = useRef(false);
  const isTyped = useRef(false);
  const field = useEarlyInput<HTMLTextAreaElement>("", (text) => {
    isTyped.current = true;
    dispatch({ type: "write", text });
  });
  latest.current = state;

  const save = useRef(() => {});
  save.current = () => {
    if (!isOpen.current) return;
    try {
      if (isWorthKeeping(latest.current)) localStorage.setItem(key, writeImport(latest.current));
      else localStorage.removeItem(key);
      setNotKept(false);
    } catch {
      setNotKept(true);
    }
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, when the page opens
  useEffect(() => {
    const stored = readStored(key, workspaceIds);
    // What was typed before the scripts ran is newer than what is stored.
    if (stored && !isTyped.current) {
      dispatch({ type: "replace", state: stored });
      setRestored(true);
    }
    isOpen.current = true;
    const leave = () => save.current();
    window.addEventListener("pagehide", leave);
    return () => window.removeEventListener("pagehide", leave);
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each change sets the clock anew
  useEffect(() => {
    const timer = setTimeout(() => save.current(), 300);
    return () => clearTimeout(timer);
  }, [state]);

  function forget() {
    isOpen.current = false;
    setRestored(false);
    try {
      localStorage.removeItem(key);
    } catch {
      // Storage is switched off, so there is nothing to forget.
    }
  }

  function startAnew() {
    setRestored(false);
    dispatch({ type: "replace", state: freshImport(state.workspaceId) });
  }

  return { state, dispatch, field, restored, notKept, forget, startAnew };
}

function readStored(key: string, workspaceIds: string[]): ImportState | null {
  try {
    return readImport(localStorage.getItem(key), workspaceIds);
  } catch {
    return null;
  }
}
