"use client";

import { useRoom } from "@/components/discussion/room";
import type { Axis } from "@/lib/assessments/schema";
import type { Ground } from "@/lib/assessments/standing";
import type { PassageEntry } from "@/lib/discussion/list-passages";
import { rootOf } from "@/lib/sources/merged";

export type GroundNow = {
  /** What stands there now: the words and, on the axis "said", whose they are. */
  now: Ground;
  /** Whether a verdict on this is one on what stands there now: the server refuses any other. */
  holds: (kept: Ground | null) => boolean;
};

export function useGround({ passage, verdicts }: PassageEntry, axis: Axis): GroundNow {
  const { voices } = useRoom();
  const now = { exact: passage.exact, sourceId: axis === "said" ? verdicts.speakerId : null };
  const root = (id: string | null) => (id === null ? null : rootOf(id, voices.sources));
  const holds = (kept: Ground | null) =>
    kept !== null && kept.exact === now.exact && root(kept.sourceId) === root(now.sourceId);
  return { now, holds };
}

/** What a draft says of its ground, or null where it says nothing that we know. */
export function readGround(value: unknown): Ground | null {
  if (typeof value !== "object" || value === null || !("exact" in value) || !("sourceId" in value))
    return null;
  const { exact, sourceId } = value;
  return typeof exact === "string" && (sourceId === null || typeof sourceId === "string")
    ? { exact, sourceId }
    : null;
}
