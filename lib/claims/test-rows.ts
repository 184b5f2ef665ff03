import type { ClaimAxis, ClaimRow } from "./row-schema";

// Rows of claims, made up whole, for tests of pure functions. Every field can be overridden.

const at = "2026-11-20T10:00:00.000Z";

export function axisOf(state: ClaimAxis["state"], over: Partial<ClaimAxis> = {}): ClaimAxis {
  return {
    state,
    count: state === "none" ? 0 : 2,
    hidden: state === "hidden",
    shown: null,
    median: null,
    verdicts: [],
    resolution: null,
    reopened: false,
    ...over,
  };
}

/** An axis on which everybody says this. */
export function judgedAs(shown: ClaimAxis["shown"]): ClaimAxis {
  return axisOf("agreed", { shown });
}

/** `id` is a word; rows whose ids are equal in length come in its order. */
export function rowOf(id: string, over: Partial<ClaimRow> = {}): ClaimRow {
  return {
    id,
    version: 1,
    place: 1,
    start: 0,
    end: 10,
    exact: id,
    quote: id,
    kinds: [],
    voice: "none",
    speaker: null,
    stance: "claims",
    sourceId: null,
    so: axisOf("none"),
    said: null,
    evidence: 0,
    sameOrigin: 0,
    openThreads: 0,
    comments: 0,
    assignee: null,
    updated: { number: 1, at: null },
    mine: false,
    createdAt: at,
    ...over,
  };
}
