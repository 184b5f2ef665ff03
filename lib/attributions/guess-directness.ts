import type { Span } from "@/lib/text/offsets";
import { findQuotations } from "./detect/quotes";
import type { Directness } from "./schema";

/**
 * Guesses from the quotation marks how far the words of a passage are the source's own: all between marks is direct,
 * some is mixed, none is indirect. `block` is the block that the passage begins in; a passage that goes on in further
 * blocks is judged by this one. Marks outside the passage count: selecting the words without their marks stays direct.
 */
export function guessDirectness(text: string, passage: Span, block: Span): Directness {
  const end = Math.min(passage.end, block.end);
  const inside = findQuotations(text, block.start, block.end)
    .map((one) => ({ start: Math.max(one.start, passage.start), end: Math.min(one.end, end) }))
    .filter((one) => one.end > one.start);
  if (inside.length === 0) return "indirect";
  const quoted = inside.reduce((sum, one) => sum + lettersIn(text, one), 0);
  const all = lettersIn(text, { start: passage.start, end });
  return quoted >= all ? "direct" : quoted === 0 ? "indirect" : "mixed";
}

function lettersIn(text: string, { start, end }: Span): number {
  return text.slice(start, end).match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}
