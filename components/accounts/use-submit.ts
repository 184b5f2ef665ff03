"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { announce } from "@/components/ui/announcer";
import { isFocusElsewhere } from "@/components/ui/is-focus-elsewhere";
import { CallError } from "@/lib/http/client";

type Submitting = {
  /** Work is under way, or the page is about to change. */
  busy: boolean;
  /** What is wrong with each field. */
  fields: Record<string, string>;
  /** What is wrong with the whole, when no field is to blame. */
  problem: string | null;
  /** Takes away what is said about a field, because it is being changed. */
  clear: (name: string) => void;
  /** Runs the work. `stay: false` keeps the form closed afterwards, because the page changes. */
  submit: (work: () => Promise<void>, options?: { stay?: boolean }) => Promise<void>;
};

/** Runs the call of a form and keeps what went wrong beside it. What was typed is never touched. */
export function useSubmit(): Submitting {
  const [busy, setBusy] = useState(false);
  const [fields, setFields] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<string | null>(null);

  async function submit(work: () => Promise<void>, { stay = true } = {}) {
    setBusy(true);
    setProblem(null);
    setFields({});
    try {
      await work();
      if (stay) setBusy(false);
    } catch (error) {
      setBusy(false);
      if (!(error instanceof CallError)) throw error;
      if (Object.keys(error.fields).length > 0) setFields(error.fields);
      else setProblem(error.message);
    }
  }

  function clear(name: string) {
    setFields(({ [name]: _, ...rest }) => rest);
  }

  return { busy, fields, problem, clear, submit };
}

/**
 * A ref for the form that brings the focus to the first wrong field whenever a call was refused, with which is heard
 * what is wrong there; where the focus is there already, that is said. Whoever has gone on to something else stays there.
 */
export function useFocusOnWrong(fields: Record<string, string>) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (Object.keys(fields).length === 0) return;
    const wrong = form.current?.querySelector<HTMLElement>("[aria-invalid]");
    const problem = fields[wrong?.getAttribute("name") ?? ""];
    if (wrong === document.activeElement && problem) announce(problem);
    else if (!isFocusElsewhere(form.current)) wrong?.focus();
  }, [fields]);
  return form;
}

/** The text of a form's field as it was typed; empty when there is none. */
export function typed(event: FormEvent<HTMLFormElement>, name: string): string {
  const value = new FormData(event.currentTarget).get(name);
  return typeof value === "string" ? value : "";
}
