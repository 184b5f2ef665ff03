type Span = { start: number; end: number };
type Link = { spans: Span[]; cue: Span | null };

// Attributions come in reading order, so the one around another is never far away in the list.
const reach = 50;

/**
 * For each attribution the index of the one that reports it, or null at the outside. One stands inside another
 * when its cue lies within the other's words, and the smallest words around it win. Where one cites the other ("the
 * paper reported, citing two officials"), the later cue is the one behind.
 */
export function findParents(links: Link[]): (number | null)[] {
  return links.map((child, i) => {
    let best: number | null = null;
    let bestSize = Number.POSITIVE_INFINITY;
    for (let j = Math.max(0, i - reach); j < Math.min(links.length, i + reach); j++) {
      const parent = links[j];
      if (i === j || !parent) continue;
      const size = cites(parent, child) ? 0 : sizeAround(parent, child);
      if (size === null || size >= bestSize) continue;
      best = j;
      bestSize = size;
    }
    return best;
  });
}

/** Those whose very words another reports: the officials of "the paper reported, citing two officials". */
export function findCited<T extends Link>(links: readonly T[]): Set<T> {
  const near = (at: number) => links.slice(Math.max(0, at - reach), at + reach);
  return new Set(links.filter((child, at) => near(at).some((parent) => cites(parent, child))));
}

/** Nobody reports their own words: the nearest one around that is somebody else's reports them. */
export function reportedByOthers(
  parents: readonly (number | null)[],
  isSame: (one: number, other: number) => boolean,
): (number | null)[] {
  return parents.map((first, child) => {
    let parent = first;
    for (let steps = 0; parent !== null && isSame(child, parent); steps++) {
      parent = steps < reach ? (parents[parent] ?? null) : null;
    }
    return parent;
  });
}

/** Whether all words of one link are among those of another. */
export function isWithin({ spans }: Link, other: Link): boolean {
  return holds(other.spans, spans);
}

function sizeAround(parent: Link, child: Link): number | null {
  const anchor = child.cue ?? child.spans[0];
  const around = anchor && parent.spans.find((span) => span.start <= anchor.start && anchor.end <= span.end);
  const circular = parent.cue && child.spans.some((span) => contains(span, parent.cue));
  return around && !circular ? around.end - around.start : null;
}

function contains(span: Span, inner: Span | null): boolean {
  return inner !== null && span.start <= inner.start && inner.end <= span.end;
}

/** "“…,” Berg said, according to Holm": whether the later cue tells of the earlier saying. */
export function isRetold({ cue }: Link, by: Link): boolean {
  if (!cue || !by.cue || by.cue.start < cue.end) return false;
  return by.spans.some((span) => contains(span, cue));
}

/** Whether the words of a child are those of its parent, before a later cue; either may have gone on since. */
export function cites(parent: Link, child: Link): boolean {
  if (!parent.cue || !child.cue || parent.cue.start >= child.cue.start) return false;
  const hasMore = parent.spans.length > child.spans.length;
  return hasMore ? holds(parent.spans, child.spans) : holds(child.spans, parent.spans);
}

function holds(spans: Span[], others: Span[]): boolean {
  return others.length > 0 && others.every((one) => includes(spans, one));
}

// A loop: this is asked of every attribution with each of a hundred around it.
function includes(spans: Span[], { start, end }: Span): boolean {
  for (const one of spans) if (one.start === start && one.end === end) return true;
  return false;
}
