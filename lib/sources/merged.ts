type Merged = { id: string; mergedInto: string | null };

/**
 * The source that this one speaks as: itself, or the end of its chain of merges. Stops at a source that is not in
 * `byId`, and after as many steps as there are sources, so that a circle cannot hold it.
 */
export function rootOf<S extends Merged>(id: string, byId: ReadonlyMap<string, S>): string {
  let at = id;
  for (let steps = 0; steps <= byId.size; steps++) {
    const next = byId.get(at)?.mergedInto;
    if (!next) return at;
    at = next;
  }
  return at;
}

/** All sources that speak as this one: itself first, then everything merged into it, however far down. */
export function speakingAs<S extends Merged>(rootId: string, sources: readonly S[]): S[] {
  const byId = new Map(sources.map((one) => [one.id, one]));
  const all = sources.filter((one) => rootOf(one.id, byId) === rootId);
  return all.sort((a, b) => Number(b.id === rootId) - Number(a.id === rootId));
}
