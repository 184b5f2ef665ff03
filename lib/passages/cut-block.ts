import type { Span } from "@/lib/text/offsets";
import type { Segment } from "./cover";

/** A stretch of one block under the same passages all along; `passages` is empty where nobody marked anything. */
type BlockPart = Segment;

/** Cuts a block at the borders of the segments (in text order) that touch it. The pieces make up the whole block. */
export function cutBlock(block: Span, segments: readonly Segment[]): BlockPart[] {
  const pieces: BlockPart[] = [];
  let at = block.start;
  for (let index = firstBehind(segments, block.start); index < segments.length; index++) {
    const segment = segments[index];
    if (!segment || segment.start >= block.end) break;
    const start = Math.max(segment.start, block.start);
    const end = Math.min(segment.end, block.end);
    if (start > at) pieces.push({ start: at, end: start, passages: [] });
    pieces.push({ start, end, passages: segment.passages });
    at = end;
  }
  if (at < block.end) pieces.push({ start: at, end: block.end, passages: [] });
  return pieces;
}

/** Index of the first segment that ends behind the place. */
function firstBehind(segments: readonly Segment[], place: number): number {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((segments[middle]?.end ?? 0) > place) high = middle;
    else low = middle + 1;
  }
  return low;
}
