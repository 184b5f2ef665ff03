import { rootOf } from "@/lib/sources/merged";
import type { About, ThreadState } from "@/lib/threads/schema";
import type { PassageEntry } from "./list-passages";

/** What a reader wants to see; null and false mean "does not matter". All that is set must hold. */
export type PassageFilter = {
  about: About | null;
  state: ThreadState | null;
  /** I marked it, wrote in it or am asked to see to it. */
  mine: boolean;
  unread: boolean;
  /** The same for this person. */
  person: string | null;
  /** Said by this source, or by one that speaks as it; "none": nobody has said who said it; "differing". */
  source: string | null;
};

export const noFilter: PassageFilter = {
  about: null,
  state: null,
  mine: false,
  unread: false,
  person: null,
  source: null,
};

/**
 * Nothing is left to do or to read about it: it is discussed to the end or decided, nobody is known to differ, and
 * nothing in it is new. Such a passage needs no card beside the text.
 */
export function isResolved({ state, standing, verdicts, unread }: PassageEntry): boolean {
  const { so, said } = verdicts;
  const isSplit = standing?.state === "differing" || so.state === "split" || said?.state === "split";
  if (state === "open" || isSplit || unread > 0) return false;
  const isDecided = so.state === "resolved" && (said === null || ["resolved", "none"].includes(said.state));
  return state === "resolved" || isDecided;
}

/** Those with a card beside the text: resolved ones only while they are asked for, or open. */
export function besideText(
  shown: readonly PassageEntry[],
  filter: Pick<PassageFilter, "state">,
  openId: string | null,
): PassageEntry[] {
  return shown.filter(
    (entry) => filter.state === "resolved" || entry.passage.id === openId || !isResolved(entry),
  );
}

/** How many conditions are set. */
export function countConditions(filter: PassageFilter): number {
  return [filter.about, filter.state, filter.mine, filter.unread, filter.person, filter.source].filter(
    Boolean,
  ).length;
}

/** The entries for which every condition holds, in their order; the same array when there is no condition. */
export function filterPassages(
  entries: PassageEntry[],
  filter: PassageFilter,
  viewerId: string,
  sources: ReadonlyMap<string, Source> = new Map(),
): PassageEntry[] {
  if (countConditions(filter) === 0) return entries;
  return entries.filter(
    (entry) => matches(entry, filter, viewerId) && isSaidBy(entry, filter.source, sources),
  );
}

type Source = { id: string; mergedInto: string | null };

function isSaidBy(
  { standing }: PassageEntry,
  source: string | null,
  sources: ReadonlyMap<string, Source>,
): boolean {
  if (source === null) return true;
  if (source === "none") return standing === null || standing.state === "none";
  if (source === "differing") return standing?.state === "differing";
  const root = rootOf(source, sources);
  return standing?.standing.some((one) => one.sourceId && rootOf(one.sourceId, sources) === root) ?? false;
}

function matches(entry: PassageEntry, filter: PassageFilter, viewerId: string): boolean {
  if (filter.mine && !entry.people.includes(viewerId)) return false;
  if (filter.person && !entry.people.includes(filter.person)) return false;
  if (filter.unread && entry.unread === 0) return false;
  if (!filter.about && !filter.state) return true;
  // An editor decides about a passage, with or without threads.
  if (filter.state === "resolved" && !filter.about && isResolved(entry)) return true;
  // Both on one thread: "open, about accuracy" is not met by an open one and another about accuracy.
  return entry.threads.some(
    (thread) =>
      (!filter.about || thread.about === filter.about) && (!filter.state || thread.state === filter.state),
  );
}

/** The passage `by` places further in the list, for stepping; from a passage that is not in it, the nearest in that direction. */
export function stepTo(
  entries: readonly PassageEntry[],
  from: { start: number; end: number; id: string | null },
  by: 1 | -1,
): PassageEntry | null {
  const at = entries.findIndex((entry) => entry.passage.id === from.id);
  if (at >= 0) return entries[at + by] ?? null;
  return by === 1
    ? (entries.find((entry) => entry.passage.start >= from.start) ?? null)
    : (entries.findLast((entry) => entry.passage.start < from.start) ?? null);
}
