import type { BlockPlace } from "@/lib/articles/document-schema";
import type { Span } from "@/lib/text/offsets";
import { rangeOfSpan, selectRange, spanOfSelection } from "./text-geometry";

/** What the reader has done to the served text and must not lose when the editor takes its place. */
export type KeptReading = { selected: Span | null; openFolds: boolean[] };

/** Notes down what is selected and unfolded now. */
export function keepReading(root: HTMLElement, blocks: readonly BlockPlace[]): KeptReading {
  return { selected: spanOfSelection(root, blocks), openFolds: foldsOf(root).map((fold) => fold.open) };
}

/** Selects and unfolds the same again, in a text that was drawn anew. */
export function putBackReading(
  root: HTMLElement,
  blocks: readonly BlockPlace[],
  { selected, openFolds }: KeptReading,
): void {
  foldsOf(root).forEach((fold, at) => {
    fold.open = openFolds[at] ?? false;
  });
  const range = selected && rangeOfSpan(root, blocks, selected);
  if (range) selectRange(range);
}

function foldsOf(root: HTMLElement): HTMLDetailsElement[] {
  return [...root.querySelectorAll("details")];
}
