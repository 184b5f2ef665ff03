"use client";

import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from "react";
import { failureOf } from "@/components/threads/failure";
import { CallError, call } from "@/lib/http/client";
import { createPassage, deletePassage, type PassageView } from "@/lib/passages/schema";
import type { Span } from "@/lib/text/offsets";
import { isDue, nextDue } from "@/lib/threads/outbox";
import { type MarkEvent, type MarkedPassage, markedPassages, newMark } from "./unsaved-passages";

/** A passage that I marked and that is not stored yet. */
export type UnsavedPassage = Span & {
  id: string;
  exact: string;
  at: string;
  /** pending: goes out by itself. failed: refused, only the person can decide. */
  state: "pending" | "failed";
  /** Why it was not saved. */
  message: string | null;
};

export type UnsavedPassages = {
  passages: readonly UnsavedPassage[];
  /** Ids of those that I took back while they were on their way: not to be shown, although the server may have them. */
  undone: ReadonlySet<string>;
  /** Marks a stretch; answers with the passage's id at once. */
  mark: (span: Span, exact: string) => string;
  retry: (id: string) => void;
  /** Takes it back, also from the server if it may have arrived; false when it is stored and no longer mine to discard. */
  discard: (id: string) => boolean;
};

type Given = { articleId: string; userId: string; merge: (stored: PassageView) => void };

/** Sends what is marked, shows it from the first moment, keeps it over reloads until it is stored. */
export function useUnsavedPassages({ articleId, userId, merge }: Given): UnsavedPassages {
  const [marks, dispatch] = useReducer(markedPassages, []);
  const [tick, setTick] = useState(0);
  const inFlight = useRef(new Set<string>());
  const takenBack = useRef(new Set<string>());
  const latest = useRef(marks);
  useEffect(() => {
    latest.current = marks;
  }, [marks]);
  useStoredMarks(userId, marks);

  useEffect(() => {
    dispatch({ type: "load", marks: load(userId, articleId) });
    const wake = () => dispatch({ type: "wake" });
    window.addEventListener("online", wake);
    return () => window.removeEventListener("online", wake);
  }, [userId, articleId]);

  const deliver = useCallback(
    async (one: MarkedPassage) => {
      inFlight.current.add(one.id);
      dispatch({ type: "send", id: one.id });
      const show = (stored: PassageView) => {
        if (!takenBack.current.has(one.id)) merge(stored);
      };
      const event = one.isUndone ? await remove(one.id) : await store(one, show);
      inFlight.current.delete(one.id);
      dispatch(event);
    },
    [merge],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: the tick stands for the clock
  useEffect(() => {
    for (const one of marks) if (isDue(one, Date.now()) && !inFlight.current.has(one.id)) void deliver(one);
    const due = nextDue(marks);
    if (due === null) return;
    const timer = setTimeout(() => setTick((before) => before + 1), Math.max(0, due - Date.now()));
    return () => clearTimeout(timer);
  }, [marks, deliver, tick]);

  const mark = useCallback(
    ({ start, end }: Span, exact: string) => {
      const id = crypto.randomUUID();
      const given = { id, articleId, start, end, exact, at: new Date().toISOString() };
      // Before the next paint, so that a page closed at this moment has it.
      keep(userId, newMark(given));
      dispatch({ type: "add", mark: given });
      return id;
    },
    [articleId, userId],
  );
  const retry = useCallback((id: string) => dispatch({ type: "retry", id }), []);
  const discard = useCallback((id: string) => {
    if (!latest.current.some((one) => one.id === id)) return false;
    takenBack.current.add(id);
    dispatch({ type: "discard", id });
    return true;
  }, []);
  const passages = useMemo(() => marks.filter((one) => !one.isUndone).map(toUnsaved), [marks]);
  const undone = useMemo(() => new Set(marks.filter((one) => one.isUndone).map((one) => one.id)), [marks]);
  return useMemo(
    () => ({ passages, undone, mark, retry, discard }),
    [passages, undone, mark, retry, discard],
  );
}

function toUnsaved({ id, start, end, exact, at, state, message }: MarkedPassage): UnsavedPassage {
  return { id, start, end, exact, at, state: state === "failed" ? "failed" : "pending", message };
}

/** Has the server store it, and tells how that went. */
async function store(one: MarkedPassage, show: (stored: PassageView) => void): Promise<MarkEvent> {
  const { id, articleId, start, end, exact } = one;
  try {
    show(await call(createPassage, { params: { articleId }, body: { id, start, end, exact } }));
    return { type: "stored", id };
  } catch (error) {
    return { type: "fail", id, wasDeleting: false, ...failureOf(error) };
  }
}

/** Has the server delete it, should it be there, and tells how that went. */
async function remove(id: string): Promise<MarkEvent> {
  try {
    await call(deletePassage, { params: { passageId: id } });
    return { type: "deleted", id };
  } catch (error) {
    const code = error instanceof CallError ? error.code : null;
    if (code === "not-found") return { type: "deleted", id };
    const failure = failureOf(error);
    // Signed out meanwhile: it is deleted when the person is back.
    return {
      type: "fail",
      id,
      wasDeleting: true,
      ...failure,
      passing: failure.passing || code === "unauthenticated",
    };
  }
}

const prefix = (userId: string) => `sayso:passage:${userId}:`;

/** Keeps what is on its way over reloads. Without storage (private mode, full disk) it lives as long as the page. */
function useStoredMarks(userId: string, marks: readonly MarkedPassage[]): void {
  const kept = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const open = marks.filter((one) => one.state !== "sent");
    for (const one of open) keep(userId, one);
    const ids = new Set(open.map((one) => one.id));
    for (const id of kept.current) if (!ids.has(id)) forget(userId, id);
    kept.current = ids;
  }, [marks, userId]);
}

function keep(userId: string, one: MarkedPassage): void {
  try {
    localStorage.setItem(prefix(userId) + one.id, JSON.stringify(one));
  } catch {}
}

function forget(userId: string, id: string): void {
  try {
    localStorage.removeItem(prefix(userId) + id);
  } catch {}
}

function load(userId: string, articleId: string): MarkedPassage[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix(userId)))
      .flatMap((key) => parse(localStorage.getItem(key)) ?? [])
      .filter((one) => one.articleId === articleId);
  } catch {
    return [];
  }
}

/** Our own writing, or null for anything else; the server checks the words again in any case. */
function parse(json: string | null): MarkedPassage | null {
  try {
    const value = JSON.parse(json ?? "null") as MarkedPassage | null;
    if (!value || typeof value.id !== "string" || typeof value.start !== "number") return null;
    // Those kept by an earlier version do not know how far they had got.
    return { ...newMark(value), ...value };
  } catch {
    return null;
  }
}
