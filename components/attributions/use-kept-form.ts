"use client";

import { useEffect, useRef, useState } from "react";
import type { AttributionDraft } from "@/lib/discussion/draft-attribution";

/** What is half filled in: the draft, and a name that is typed and not chosen yet. */
type Filled = { draft: AttributionDraft; typed: string | null };

export type KeptForm = Filled & {
  /** When what was found here had been filled in; null when the form began afresh. */
  restoredAt: string | null;
  /** Counts up when the form begins afresh: what its fields hold of themselves is gone then. */
  round: number;
  change: (next: Partial<AttributionDraft>) => void;
  type: (typed: string | null) => void;
  /** Begins afresh. */
  discard: () => void;
  /** It was stored, or given up. */
  forget: () => void;
};

const prefix = "sayso:attribution:";

/** A form that is filled in once: what was changed in it stays in this browser until it is stored or given up. */
export function useKeptForm(key: string, first: AttributionDraft): KeptForm {
  const [kept] = useState(() => read(key));
  const [restoredAt, setRestoredAt] = useState(kept?.at ?? null);
  const [filled, setFilled] = useState<Filled>(kept ?? { draft: first, typed: null });
  const [round, setRound] = useState(0);
  const isTouched = useRef(false);

  useEffect(() => {
    if (isTouched.current) write(key, filled);
  }, [key, filled]);

  const forget = () => {
    isTouched.current = false;
    write(key, null);
  };
  return {
    ...filled,
    restoredAt,
    round,
    change: (next) => {
      isTouched.current = true;
      setFilled((before) => ({ ...before, draft: { ...before.draft, ...next } }));
    },
    type: (typed) => {
      if (typed !== null) isTouched.current = true;
      setFilled((before) => (before.typed === typed ? before : { ...before, typed }));
    },
    discard: () => {
      forget();
      setRestoredAt(null);
      setFilled({ draft: first, typed: null });
      setRound(round + 1);
    },
    forget,
  };
}

function write(key: string, filled: Filled | null): void {
  try {
    if (filled)
      localStorage.setItem(prefix + key, JSON.stringify({ ...filled, at: new Date().toISOString() }));
    else localStorage.removeItem(prefix + key);
  } catch {
    // Storage is off or full: it lives as long as the form.
  }
}

/** Our own writing, or null for anything else: the server checks all of it again. */
function read(key: string): (Filled & { at: string }) | null {
  try {
    const value = JSON.parse(localStorage.getItem(prefix + key) ?? "null");
    return typeof value?.at === "string" && Array.isArray(value.draft?.links) ? value : null;
  } catch {
    return null;
  }
}
