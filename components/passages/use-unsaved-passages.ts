"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { CallError, call, isPassing } from "@/lib/http/client";
import { createPassage, type PassageView } from "@/lib/passages/schema";
import type { Span } from "@/lib/text/offsets";

/** A passage that I marked and that is not stored yet. Its id was made here, so sending it again makes no second one. */
export type UnsavedPassage = Span & {
  id: string;
  articleId: string;
  exact: string;
  at: string;
  state: "pending" | "failed";
  /** Why it was not saved. */
  message: string | null;
  /** Goes out again by itself when the connection is back. */
  isPassing: boolean;
};

export type UnsavedPassages = {
  passages: readonly UnsavedPassage[];
  /** Marks a stretch; answers with the passage's id at once. */
  mark: (span: Span, exact: string) => string;
  retry: (id: string) => void;
  /** False when there is nothing to throw away: the passage is stored. */
  discard: (id: string) => boolean;
};

type Given = { articleId: string; userId: string; merge: (stored: PassageView) => void };

/** Sends what is marked, shows it from the first moment, keeps it over reloads until it is stored. */
export function useUnsavedPassages({ articleId, userId, merge }: Given): UnsavedPassages {
  const [passages, setPassages] = useState<readonly UnsavedPassage[]>([]);
  const inFlight = useRef(new Set<string>());
  const latest = useRef(passages);
  latest.current = passages;

  const change = useCallback((id: string, to: Partial<UnsavedPassage> | null) => {
    setPassages((before) =>
      before.flatMap((one) => (one.id !== id ? one : to === null ? [] : { ...one, ...to })),
    );
  }, []);

  const send = useCallback(
    async ({ id, start, end, exact }: UnsavedPassage) => {
      if (inFlight.current.has(id)) return;
      inFlight.current.add(id);
      change(id, { state: "pending", message: null });
      try {
        merge(await call(createPassage, { params: { articleId }, body: { id, start, end, exact } }));
        forget(userId, id);
        change(id, null);
      } catch (error) {
        const message = error instanceof CallError ? error.message : "Something went wrong.";
        change(id, { state: "failed", message, isPassing: isPassing(error) });
      } finally {
        inFlight.current.delete(id);
      }
    },
    [articleId, userId, merge, change],
  );

  useEffect(() => {
    const kept = load(userId, articleId);
    setPassages((before) => [
      ...kept.filter((one) => !before.some((known) => known.id === one.id)),
      ...before,
    ]);
    for (const one of kept) send(one);
  }, [userId, articleId, send]);

  useEffect(() => {
    const again = () => {
      for (const one of passages) if (one.state === "failed" && one.isPassing) send(one);
    };
    window.addEventListener("online", again);
    return () => window.removeEventListener("online", again);
  }, [passages, send]);

  const mark = useCallback(
    (span: Span, exact: string) => {
      const id = crypto.randomUUID();
      const at = new Date().toISOString();
      const passage: UnsavedPassage = {
        id,
        articleId,
        start: span.start,
        end: span.end,
        exact,
        at,
        state: "pending",
        message: null,
        isPassing: true,
      };
      keep(userId, passage);
      setPassages((before) => [...before, passage]);
      send(passage);
      return id;
    },
    [articleId, userId, send],
  );
  const retry = useCallback(
    (id: string) => {
      const passage = passages.find((one) => one.id === id);
      if (passage) send(passage);
    },
    [passages, send],
  );
  const discard = useCallback(
    (id: string) => {
      if (!latest.current.some((one) => one.id === id)) return false;
      forget(userId, id);
      change(id, null);
      return true;
    },
    [userId, change],
  );
  return { passages, mark, retry, discard };
}

const prefix = (userId: string) => `sayso:passage:${userId}:`;

// Without storage (private mode, full disk) a passage lives as long as the page.
function keep(userId: string, passage: UnsavedPassage): void {
  try {
    localStorage.setItem(prefix(userId) + passage.id, JSON.stringify(passage));
  } catch {}
}

function forget(userId: string, id: string): void {
  try {
    localStorage.removeItem(prefix(userId) + id);
  } catch {}
}

function load(userId: string, articleId: string): UnsavedPassage[] {
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
function parse(json: string | null): UnsavedPassage | null {
  try {
    const value = JSON.parse(json ?? "null") as UnsavedPassage | null;
    return value && typeof value.id === "string" && typeof value.start === "number" ? value : null;
  } catch {
    return null;
  }
}
