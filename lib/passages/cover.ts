export type Stretch = { id: string; start: number; end: number };

/** A stretch of text under the same passages all along; `passages` holds their ids, the shortest passage first. */
export type Segment = { start: number; end: number; passages: string[] };

/**
 * Cuts overlapping passages at all their borders: the segments come in text order, touch no uncovered text and never
 * overlap. O(n log n) steps, plus the ids that are handed out.
 */
export function cover(passages: readonly Stretch[]): Segment[] {
  const starting = passages.filter((one) => one.end > one.start).sort((a, b) => a.start - b.start);
  const ending = [...starting].sort((a, b) => a.end - b.end);
  const open: Stretch[] = [];
  const segments: Segment[] = [];
  let from = 0;
  for (let opened = 0, closed = 0; closed < ending.length; ) {
    const starts = starting[opened];
    const ends = ending[closed];
    if (!ends) break;
    const at = starts ? Math.min(starts.start, ends.end) : ends.end;
    if (open.length > 0 && at > from) {
      segments.push({ start: from, end: at, passages: open.map((one) => one.id) });
    }
    from = at;
    if (starts && starts.start === at) {
      open.splice(place(open, starts), 0, starts);
      opened++;
    } else {
      open.splice(place(open, ends), 1);
      closed++;
    }
  }
  return segments;
}

/** Where a passage stands, or would stand, among the open ones. */
function place(open: readonly Stretch[], passage: Stretch): number {
  let low = 0;
  let high = open.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = open[middle];
    if (other && shortestFirst(other, passage) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Orders passages by length; equally long ones by their place, then their id. */
export function shortestFirst(a: Stretch, b: Stretch): number {
  return a.end - a.start - (b.end - b.start) || a.start - b.start || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
