import type { Span } from "@/lib/text/offsets";
import { collapseWhiteSpace, isWhiteSpace } from "@/lib/text/white-space";
import { findMarkdownWords } from "./parse-markdown";
import type { TextFormat } from "./parse-text";

/** The text of the block that a stretch of the original becomes. Empty when it holds only marks or white space. */
export function blockText(original: string, { start, end }: Span, format: TextFormat): string {
  const words = keptSpans(original, { start, end }, format).map((span) =>
    original.slice(span.start, span.end),
  );
  return collapseWhiteSpace(words.join(""));
}

/**
 * The place in the original of the first character at or after `offset` in a block's text that is no white space;
 * the block's end when there is none.
 */
export function placeInOriginal(original: string, block: Span, format: TextFormat, offset: number): number {
  let waiting = countLetters(blockText(original, block, format).slice(0, offset));
  for (const span of keptSpans(original, block, format)) {
    for (let at = span.start; at < span.end; at++) {
      if (isWhiteSpace(original.charAt(at))) continue;
      if (waiting === 0) return at;
      waiting--;
    }
  }
  return block.end;
}

/** Whether the blocks hold every character of the original but white space, in its order. */
export function coversOriginal(original: string, blocks: Span[]): boolean {
  let at = 0;
  for (const block of blocks) {
    if (block.start < at || block.end <= block.start || block.end > original.length) return false;
    if (collapseWhiteSpace(original.slice(at, block.start)) !== "") return false;
    at = block.end;
  }
  return collapseWhiteSpace(original.slice(at)) === "";
}

function keptSpans(original: string, span: Span, format: TextFormat): Span[] {
  return format === "markdown" ? findMarkdownWords(original, span.start, span.end) : [span];
}

function countLetters(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) if (!isWhiteSpace(text.charAt(at))) count++;
  return count;
}
