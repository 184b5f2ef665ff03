"use client";

import { useEffect, useState } from "react";
import { CallError, call, messageOf } from "@/lib/http/client";
import { type SearchHits, searchAll } from "@/lib/search/schema";

const nothing: SearchHits = { articles: [], sources: [], people: [] };

/** Long enough to type the next letter, short enough not to be felt. */
const pauseMs = 120;

export type Search = {
  hits: SearchHits;
  /** The words that the hits are for. */
  of: string | null;
  /** Why nothing was found. */
  problem: { message: string; isOffline: boolean } | null;
  retry: () => void;
};

/** What the server finds for the words, a moment after the last letter; older answers are dropped. */
export function useSearch(query: string): Search {
  const [found, setFound] = useState<Omit<Search, "retry">>({ hits: nothing, of: null, problem: null });
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: trying again asks the same once more
  useEffect(() => {
    const end = new AbortController();
    const ask = async () => {
      try {
        const hits = await call(searchAll, { query: query ? { q: query } : {}, signal: end.signal });
        setFound({ hits, of: query, problem: null });
      } catch (error) {
        if (!end.signal.aborted) setFound({ hits: nothing, of: query, problem: problemOf(error) });
      }
    };
    const timer = setTimeout(() => void ask(), query ? pauseMs : 0);
    return () => {
      clearTimeout(timer);
      end.abort();
    };
  }, [query, attempt]);
  return { ...found, retry: () => setAttempt((before) => before + 1) };
}

function problemOf(error: unknown): Search["problem"] {
  const isOffline = error instanceof CallError && error.code === "offline";
  const message = isOffline
    ? "No connection: articles, sources and people cannot be looked up. What this page can do is here."
    : messageOf(error, "The search did not work. Try again.");
  return { message, isOffline };
}
