"use client";

import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { getKept, holdKept, onKept, putKept } from "./kept-text";

export type Kept<T> = {
  value: T;
  /** When what was found here had been filled in; null when the form began afresh. */
  restoredAt: string | null;
  /** Counts up when the form begins afresh: what its fields hold of themselves is gone then. */
  round: number;
  /** The person has changed something. */
  change: (next: (before: T) => T) => void;
  /** Begins afresh. */
  discard: () => void;
  /** It was stored, or given up. */
  forget: () => void;
};

/**
 * A form that is filled in once: what was changed in it stays in this browser, under `key`, until it is stored or given
 * up. `read` answers null for anything that is not our own writing: the server checks all of it again.
 */
export function useKept<T>(key: string, first: T, read: (value: unknown) => T | null): Kept<T> {
  const [hold] = useState(() => holdKept(key));
  const [kept] = useState(() => parse(hold.find(), read));
  const [restoredAt, setRestoredAt] = useState(kept?.at ?? null);
  const [value, setValue] = useState(kept ? kept.value : first);
  const [round, setRound] = useState(0);
  const isTouched = useRef(false);

  useEffect(() => {
    if (isTouched.current) hold.write(JSON.stringify({ value, at: new Date().toISOString() }));
  }, [hold, value]);
  useEffect(() => {
    window.addEventListener("storage", hold.heed);
    return () => window.removeEventListener("storage", hold.heed);
  }, [hold]);

  const forget = () => {
    isTouched.current = false;
    hold.release();
  };
  return {
    value,
    restoredAt,
    round,
    change: (next) => {
      isTouched.current = true;
      setValue(next);
    },
    discard: () => {
      forget();
      setRestoredAt(null);
      setValue(first);
      setRound(round + 1);
    },
    forget,
  };
}

/** What lies half filled in under `key` while its form is closed; null where there is nothing. */
export function useUnsaved<T>(
  key: string,
  read: (value: unknown) => T | null,
): { value: T; discard: () => void } | null {
  const stored = useSyncExternalStore(
    onKept,
    useCallback(() => getKept(key), [key]),
    () => null,
  );
  return useMemo(() => {
    const kept = parse(stored, read);
    return kept && { value: kept.value, discard: () => void putKept(key, null) };
  }, [stored, key, read]);
}

function parse<T>(stored: string | null, read: (value: unknown) => T | null) {
  try {
    return readKept(stored, read);
  } catch {
    return null;
  }
}

/** What was kept, as `read` knows it, and when. Earlier versions kept the value's own fields beside the moment. */
export function readKept<T>(
  stored: string | null,
  read: (value: unknown) => T | null,
): { value: T; at: string } | null {
  const kept: unknown = JSON.parse(stored ?? "null");
  if (typeof kept !== "object" || kept === null || !("at" in kept) || typeof kept.at !== "string")
    return null;
  const { at, ...fields } = kept;
  const value = read("value" in fields ? fields.value : fields);
  return value === null ? null : { value, at };
}
