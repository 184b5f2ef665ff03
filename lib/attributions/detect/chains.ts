type Span = { start: number; end: number };
type Link = { spans: Span[]; cue: Span | null };

// Attributions come in reading order, so the one around another is never far away in the list.
const reach = 50;

/**
 * For each attribution the index of the one that reports it, or null at the outside. One stands inside another
 * when its cue lies within the other's words, and the smallest words around it win. Where two share the same
 * words ("the paper reported, citing two officials"), the later cue is the one behind.
 */
export function findParents(links: Link[]): (number | null)[] {
  return links.map((child, i) => {
    let best: number | null = null;
    let bestSize = Number.POSITIVE_INFINITY;
    for (let j = Math.max(0, i - reach); j < Math.min(links.length, i + reach); j++) {
      const parent = links[j];
      if (i === j || !parent) continue;
      const size = sharesWords(parent, child) ? 0 : sizeAround(parent, child);
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
  return new Set(links.filter((child, at) => near(at).some((parent) => sharesWords(parent, child))));
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

function sharesWords(parent: Link, child: Link): boolean {
  if (!parent.cue || !child.cue || parent.cue.start >= child.cue.start) return false;
  return (
    parent.spans.length === child.spans.length &&
    parent.spans.every((span, i) => span.start === child.spans[i]?.start && span.end === child.spans[i]?.end)
  );
}
