"use client";

import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { z } from "zod";
import { getAllKept, getKept, holdKept, onBroughtBack, onKept, throwAway } from "./kept-text";

export type Kept<T> = {
  value: T;
  /** When what was found here had been filled in; null when the form began afresh. */
  restoredAt: string | null;
  /** Counts up when the form begins afresh, or has all back: what its fields hold of themselves is gone then. */
  round: number;
  /** The person has changed something. */
  change: (next: (before: T) => T) => void;
  /** The person throws it away and begins afresh. */
  discard: () => void;
  /** It was stored, or given up. */
  forget: () => void;
  /** It was not stored after all: it is kept again, whatever it says. */
  keep: () => void;
};

/** What it is about, in ids and in words: kept along, for whoever finds it where its form is not. */
export type KeptOn = z.output<typeof keptOn>;

const keptOn = z.record(z.string(), z.string().nullable());

/**
 * A form that is filled in once: what was changed in it stays in this browser, under `key`, until it is stored or given
 * up, or says again what it said at `first`. `read` answers null for anything that is not our own writing: the server
 * checks all of it again.
 */
export function useKept<T>(
  key: string,
  first: T,
  read: (value: unknown) => T | null,
  on: KeptOn = {},
): Kept<T> {
  const [hold] = useState(() => holdKept(key));
  const [kept] = useState(() => readKept(hold.find(), read));
  const [restoredAt, setRestoredAt] = useState(kept?.at ?? null);
  const [value, setValue] = useState(kept ? kept.value : first);
  const [round, setRound] = useState(0);
  const isTouched = useRef(false);
  // How often it came back refused: each time it is kept anew.
  const [owed, setOwed] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what it is compared with changes nothing by itself
  useEffect(() => {
    if (owed === 0 && isSameContent(value, first)) hold.write(null);
    else if (isTouched.current) hold.write(JSON.stringify({ value, on, at: new Date().toISOString() }));
  }, [hold, value, owed]);
  useEffect(() => {
    window.addEventListener("storage", hold.heed);
    return () => window.removeEventListener("storage", hold.heed);
  }, [hold]);
  const latestRead = useRef(read);
  latestRead.current = read;
  useEffect(
    () =>
      onBroughtBack(key, () => {
        const back = readKept(hold.find(), latestRead.current);
        if (!back) return;
        setRestoredAt(back.at);
        setValue(back.value);
        setRound((before) => before + 1);
      }),
    [key, hold],
  );

  const untouch = () => {
    isTouched.current = false;
    setOwed(0);
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
      untouch();
      hold.throwAway();
      setRestoredAt(null);
      setValue(first);
      setRound(round + 1);
    },
    forget: () => {
      untouch();
      hold.release();
    },
    keep: () => {
      isTouched.current = true;
      setOwed((before) => before + 1);
    },
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
    const kept = readKept(stored, read);
    return kept && { value: kept.value, discard: () => throwAway(key) };
  }, [stored, key, read]);
}

/** All that lies half written under names that begin in one of these ways, by their names, kept up to date. */
export function useAllKept(...prefixes: readonly string[]): [key: string, text: string][] {
  const stored = useSyncExternalStore(
    onKept,
    () => JSON.stringify(getAllKept(...prefixes)),
    () => "[]",
  );
  return useMemo(() => JSON.parse(stored), [stored]);
}

/**
 * What was kept, as `read` knows it, on what and when. Earlier versions kept the value's own fields beside the moment,
 * and did not say on what.
 */
export function readKept<T>(
  stored: string | null,
  read: (value: unknown) => T | null,
): { value: T; on: KeptOn; at: string } | null {
  const kept = parse(stored);
  if (typeof kept !== "object" || kept === null || !("at" in kept) || typeof kept.at !== "string")
    return null;
  const { at, ...fields } = kept;
  const value = read("value" in fields ? fields.value : fields);
  const on = keptOn.catch({}).parse("value" in fields && "on" in fields ? fields.on : {});
  return value === null ? null : { value, on, at };
}

function parse(stored: string | null): unknown {
  try {
    return JSON.parse(stored ?? "null");
  } catch {
    return null;
  }
}

/** True of what says the same, in whatever order its fields stand; a field without a value says nothing. */
export function isSameContent(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  const [fields, others] = [one as Record<string, unknown>, other as Record<string, unknown>];
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  return [...new Set([...Object.keys(fields), ...Object.keys(others)])].every((name) =>
    isSameContent(fields[name], others[name]),
  );
}
