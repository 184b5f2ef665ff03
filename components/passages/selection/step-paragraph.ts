import type { BlockPlace } from "@/lib/articles/document-schema";
import type { Span } from "@/lib/text/offsets";

type Place = {
  blocks: readonly BlockPlace[];
  /** Index of the paragraph that has the focus; null where something else has it. */
  focused: number | null;
  /** The words of what is open beside the text. */
  open: Span | null;
  /** Index of the paragraph that the keyboard was at last. */
  last: number | null;
  /** For each paragraph whether it begins below what covers the top of the window. */
  isBelow: (index: number) => boolean;
};

/**
 * Index of the paragraph that a step by key leads to: from the one that has the focus, else from what is open, else from
 * where the keyboard was last; whoever has been nowhere begins with the first that is seen. It may be none: no more.
 */
export function stepParagraph({ blocks, focused, open, last, isBelow }: Place, by: 1 | -1): number {
  if (focused !== null) return focused + by;
  if (open) return by === 1 ? holding(blocks, open.end - 1) + 1 : holding(blocks, open.start) - 1;
  if (last !== null) return last + by;
  const first = blocks.findIndex((_, index) => isBelow(index));
  // Only the last one is in the window, or what stands beside the text reaches further down than that.
  return first < 0 ? blocks.length - 1 : first;
}

function holding(blocks: readonly BlockPlace[], offset: number): number {
  return blocks.findIndex((block) => block.end > offset);
}
