"use client";

import { type Dispatch, type RefObject, useEffect, useReducer, useRef, useState } from "react";
import { holdKept } from "@/components/ui/kept-text";
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
  const [hold] = useState(() => holdKept(`sayso:import:${userId}`));
  const [state, dispatch] = useReducer(changeImport, freshImport(workspaceIds[0] ?? ""));
  const [restored, setRestored] = useState(false);
  const [notKept, setNotKept] = useState(false);
  const latest = useRef(state);
  const isOpen = useRef(false);
  const isTyped = useRef(false);
  /** As it was found: to have looked at it changes nothing. */
  const found = useRef(state);
  /** What was changed is not kept yet. */
  const isOwed = useRef(false);
  const field = useEarlyInput<HTMLTextAreaElement>("", (text) => {
    isTyped.current = true;
    dispatch({ type: "write", text });
  });
  latest.current = state;

  const save = useRef(() => {});
  save.current = () => {
    if (!isOpen.current || !isOwed.current) return;
    isOwed.current = false;
    const text = isWorthKeeping(latest.current) ? writeImport(latest.current) : null;
    setNotKept(!hold.write(text));
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, when the page opens
  useEffect(() => {
    const stored = readImport(hold.find(), workspaceIds);
    // What was typed before the scripts ran is newer than what is stored.
    if (stored && !isTyped.current) {
      found.current = stored;
      dispatch({ type: "replace", state: stored });
      setRestored(true);
    }
    isOpen.current = true;
    const leave = () => save.current();
    window.addEventListener("pagehide", leave);
    window.addEventListener("storage", hold.heed);
    return () => {
      window.removeEventListener("pagehide", leave);
      window.removeEventListener("storage", hold.heed);
    };
  }, []);

  useEffect(() => {
    if (state !== found.current) isOwed.current = true;
    const timer = setTimeout(() => save.current(), 300);
    return () => clearTimeout(timer);
  }, [state]);

  function forget() {
    isOpen.current = false;
    setRestored(false);
    hold.release();
  }

  function startAnew() {
    setRestored(false);
    dispatch({ type: "replace", state: freshImport(state.workspaceId) });
  }

  return { state, dispatch, field, restored, notKept, forget, startAnew };
}
