"use client";

import { useCallback, useEffect, useMemo, useRef } from "react";
import { failureOf } from "@/components/outbox/failure";
import { keep } from "@/components/outbox/stored";
import { useQueue } from "@/components/outbox/use-queue";
import { toast } from "@/components/ui/toast";
import { CallError, call } from "@/lib/http/client";
import { isDue } from "@/lib/outbox/attempt";
import { createPassage, deletePassage, type PassageView } from "@/lib/passages/schema";
import type { Span } from "@/lib/text/offsets";
import { type MarkEvent, type MarkedPassage, markedPassages, newMark } from "./unsaved-passages";

/** A passage that I marked and that is not stored yet. */
type UnsavedPassage = Span & {
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
  const takenBack = useRef(new Set<string>());
  const shown = useRef(new Set<string>());
  const deliver = useCallback(
    async (one: MarkedPassage) => {
      const show = (stored: PassageView) => {
        if (takenBack.current.has(one.id)) return;
        shown.current.add(one.id);
        merge(stored);
      };
      return [one.isUndone ? await remove(one.id) : await store(one, show)];
    },
    [merge],
  );
  const prefix = `sayso:passage:${userId}:`;
  const [marks, dispatch] = useQueue<MarkedPassage, MarkEvent>({
    ...{ articleId, prefix, read, ready: due, deliver },
    reduce: markedPassages,
  });
  const latest = useRef(marks);
  useEffect(() => {
    latest.current = marks;
  }, [marks]);

  const mark = useCallback(
    ({ start, end }: Span, exact: string) => {
      const id = crypto.randomUUID();
      const given = { id, articleId, start, end, exact, at: new Date().toISOString() };
      // Before the next paint, so that a page closed at this moment has it.
      keep(prefix, newMark(given));
      dispatch({ type: "add", mark: given });
      return id;
    },
    [articleId, prefix, dispatch],
  );
  const retry = useCallback((id: string) => dispatch({ type: "retry", id }), [dispatch]);
  const discard = useCallback(
    (id: string) => {
      // What the server has answered is a passage like any other, although this page may not be drawn anew yet.
      if (shown.current.has(id) || !latest.current.some((one) => one.id === id)) return false;
      takenBack.current.add(id);
      dispatch({ type: "discard", id });
      return true;
    },
    [dispatch],
  );
  const passages = useMemo(() => marks.filter((one) => !one.isUndone).map(toUnsaved), [marks]);
  useTellRefused(passages, retry);
  const undone = useMemo(() => new Set(marks.filter((one) => one.isUndone).map((one) => one.id)), [marks]);
  return useMemo(
    () => ({ passages, undone, mark, retry, discard }),
    [passages, undone, mark, retry, discard],
  );
}

/** Says once what was refused: without the margin, nothing but the line under the words would show it. */
function useTellRefused(passages: readonly UnsavedPassage[], retry: (id: string) => void): void {
  const told = useRef(new Set<string>());
  useEffect(() => {
    for (const { id, state, message } of passages) {
      if (state !== "failed") told.current.delete(id);
      else if (!told.current.has(id)) {
        told.current.add(id);
        toast.error(`The passage could not be saved. ${message ?? ""}`.trim(), {
          id: `refused ${id}`,
          action: { label: "Try again", onClick: () => retry(id) },
        });
      }
    }
  }, [passages, retry]);
}

function due(marks: readonly MarkedPassage[], now: number): string[] {
  return marks.filter((one) => isDue(one, now)).map((one) => one.id);
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
    await call(deletePassage, { params: { passageId: id }, query: { bare: "yes" } });
    return { type: "deleted", id };
  } catch (error) {
    const code = error instanceof CallError ? error.code : null;
    if (code === "not-found") return { type: "deleted", id };
    return { type: "fail", id, wasDeleting: true, ...failureOf(error) };
  }
}

/** Our own writing, or null for anything else; the server checks the words again in any case. */
function read(value: unknown): MarkedPassage | null {
  const mark = value as MarkedPassage | null;
  if (!mark || typeof mark.id !== "string" || typeof mark.start !== "number") return null;
  // Those kept by an earlier version do not know how far they had got.
  return { ...newMark(mark), ...mark };
}
