import { rootOf } from "@/lib/sources/merged";

type Linked = { id: string; parentId: string | null };

/** One step of a chain, seen from the passage outward. `attribution` is null where the text's link is gone. */
type ChainLink<A> = { attribution: A | null };

/**
 * Who reports an attribution, from the nearest outward: the attributions above it. A parent that is not among `byId`
 * (its passage was deleted) ends the chain as a missing link.
 */
export function linksAbove<A extends Linked>(of: A, byId: ReadonlyMap<string, A>): ChainLink<A>[] {
  const links: ChainLink<A>[] = [];
  const seen = new Set([of.id]);
  for (let parentId = of.parentId; parentId && !seen.has(parentId); ) {
    const parent = byId.get(parentId) ?? null;
    links.push({ attribution: parent });
    seen.add(parentId);
    parentId = parent?.parentId ?? null;
  }
  return links;
}

/** How many mouths the words have passed through on their way to the reporter: 1 for a source that was asked. */
export function hopsOf<A extends Linked>(of: A, byId: ReadonlyMap<string, A>): number {
  return 1 + linksAbove(of, byId).length;
}

/** Whether making `parentId` the parent of `id` would close a circle. */
export function closesCircle(id: string, parentId: string, byId: ReadonlyMap<string, Linked>): boolean {
  const seen = new Set<string>();
  for (let at: string | null = parentId; at && !seen.has(at); at = byId.get(at)?.parentId ?? null) {
    if (at === id) return true;
    seen.add(at);
  }
  return false;
}

type Held = Linked & { passageId: string; by: string };

/** The attributions that speak for a passage: those that are no link in the same person's chain on the same words. */
export function headsOf<A extends Held>(ofPassage: readonly A[]): A[] {
  const byId = new Map(ofPassage.map((one) => [one.id, one]));
  const links = new Set(
    ofPassage.flatMap((one) => {
      const parent = one.parentId ? byId.get(one.parentId) : undefined;
      return parent?.by === one.by ? [parent.id] : [];
    }),
  );
  return ofPassage.filter((one) => !links.has(one.id));
}

/** What a person holds of a passage: what speaks for it in their own chain on its words. */
export function heldBy<A extends Held>(by: string, passageId: string, all: ReadonlyMap<string, A>): A | null {
  const own = [...all.values()].filter((one) => one.passageId === passageId && one.by === by);
  return headsOf(own)[0] ?? null;
}

/** The links of a person's chain that stand on the same words as its head, from the nearest outward. */
export function ownLinks<A extends Held>(head: A, byId: ReadonlyMap<string, A>): A[] {
  const links: A[] = [];
  for (const { attribution } of linksAbove(head, byId)) {
    if (attribution?.passageId !== head.passageId || attribution.by !== head.by) break;
    links.push(attribution);
  }
  return links;
}

type Sourced = Linked & { voice: "source" | "reporter"; sourceId: string | null };
type Mergeable = { id: string; mergedInto: string | null };

/** Whose word an attribution says it is, in one comparable text: the source that its source speaks as, or the reporter. */
export function speakerKey(of: Sourced, sources: ReadonlyMap<string, Mergeable>): string {
  if (of.voice === "reporter") return "reporter";
  return of.sourceId ? rootOf(of.sourceId, sources) : "unnamed";
}
