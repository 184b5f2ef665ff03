"use client";

import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { getKept, holdKept, onBroughtBack, onKept, putKept } from "@/components/ui/kept-text";
import { useAllKept } from "@/components/ui/use-kept";
import type { CommentBody } from "@/lib/threads/comment-schema";
import { type CommentDraft, type DraftPlace, draftKey, readDraft, writeDraft } from "@/lib/threads/draft";

const quietMs = 300;

type DraftKeeper = {
  /** What was kept here before; undefined until the browser has been asked. */
  restored: CommentDraft | null | undefined;
  keep: (body: CommentBody) => void;
  /** It was sent, or has come to its end another way. */
  forget: () => void;
  /** The person throws it away. */
  discard: () => void;
};

/** Whose it is, and where it is being written. */
type DraftOf = { viewerId: string; articleId: string; place: DraftPlace };

/**
 * Keeps what is half written in the browser, and tells when it is back after it was thrown away. Writing pauses are
 * waited for, but a page that closes, hides or moves on stores at once.
 */
export function useDraft(
  { viewerId, articleId, place }: DraftOf,
  onBack: (draft: CommentDraft) => void,
): DraftKeeper {
  const key = draftKey(viewerId, articleId, place);
  const latest = useRef(place);
  latest.current = place;
  const [restored, setRestored] = useState<CommentDraft | null | undefined>(undefined);
  const hold = useMemo(() => holdKept(key), [key]);
  const waiting = useRef<{ value: string | null; timer: ReturnType<typeof setTimeout> } | null>(null);

  const flush = useCallback(() => {
    if (!waiting.current) return;
    clearTimeout(waiting.current.timer);
    hold.write(waiting.current.value);
    waiting.current = null;
  }, [hold]);

  useEffect(() => {
    setRestored(readDraft(hold.find()));
    window.addEventListener("storage", hold.heed);
    window.addEventListener("pagehide", flush);
    document.addEventListener("visibilitychange", flush);
    return () => {
      window.removeEventListener("storage", hold.heed);
      window.removeEventListener("pagehide", flush);
      document.removeEventListener("visibilitychange", flush);
      flush();
    };
  }, [hold, flush]);

  const keep = useCallback(
    (body: CommentBody) => {
      if (waiting.current) clearTimeout(waiting.current.timer);
      const value = writeDraft(body, new Date().toISOString(), latest.current);
      waiting.current = { value, timer: setTimeout(flush, quietMs) };
    },
    [flush],
  );

  const latestBack = useRef(onBack);
  latestBack.current = onBack;
  useEffect(
    () =>
      onBroughtBack(
        key,
        () => {
          const back = readDraft(hold.find());
          setRestored(back);
          if (back) latestBack.current(back);
        },
        flush,
      ),
    [key, hold, flush],
  );

  const forget = useCallback(() => {
    if (waiting.current) clearTimeout(waiting.current.timer);
    waiting.current = null;
    hold.release();
    setRestored(null);
  }, [hold]);
  const discard = useCallback(() => {
    flush();
    hold.throwAway();
    setRestored(null);
  }, [hold, flush]);

  return { restored, keep, forget, discard };
}

/** What lies here half written, kept up to date; null where nothing does and until the browser has been asked. */
export function useStoredDraft(key: string): CommentDraft | null {
  const stored = useSyncExternalStore(
    onKept,
    () => getKept(key),
    () => null,
  );
  return useMemo(() => readDraft(stored), [stored]);
}

/** All that lies half written under names that begin so, by the rest of the name, kept up to date. */
export function useStoredDrafts(prefix: string): { rest: string; draft: CommentDraft }[] {
  const all = useAllKept(prefix);
  return useMemo(
    () =>
      all.flatMap(([key, value]) => {
        const draft = readDraft(value);
        return draft ? [{ rest: key.slice(prefix.length), draft }] : [];
      }),
    [all, prefix],
  );
}

/** What was half written in one place goes on in another, below what lies there already. */
export function moveDraft(from: string, to: string): void {
  const [moved, there] = [readDraft(getKept(from)), readDraft(getKept(to))];
  if (!moved) return;
  const content = [...(there?.body.content ?? []), ...moved.body.content];
  putKept(to, writeDraft({ type: "doc", content }, moved.at));
  putKept(from, null);
}
