import type { Span } from "@/lib/text/offsets";
import { sentencesAround } from "@/lib/text/sentences";

/** A stretch of a quotation or of what stands around it, and whether it names who said it or says so. */
export type QuotePiece = { text: string; isQuote: boolean; role: "mention" | "cue" | null };

type Given = {
  text: string;
  language: string;
  passage: Span;
  mention: Span | null;
  cue: Span | null;
};

/** So many letters of context on a side: a sentence may be as long as a paragraph. */
const mostAround = 160;

/**
 * A passage as it is quoted, in pieces: with the rest of its sentence before and after it, or where it is whole
 * sentences with the one next to them, never of another paragraph. Together the pieces are what the text says there,
 * but for an ellipsis where a long context is cut.
 */
export function quoteInContext({ text, language, passage, mention, cue }: Given): QuotePiece[] {
  const around = contextOf(text, passage, language);
  const spans = { mention, cue };
  const inside = [passage, mention, cue].flatMap((span) => (span ? [span.start, span.end] : []));
  const borders = [around.start, around.end, ...inside].filter(
    (at) => at >= around.start && at <= around.end,
  );
  const sorted = [...new Set(borders)].sort((a, b) => a - b);
  const isWithin = (at: number, span: Span | null) => span !== null && at >= span.start && at < span.end;
  const pieces = sorted.slice(0, -1).map((start, index): QuotePiece => {
    const role = (["mention", "cue"] as const).find((one) => isWithin(start, spans[one])) ?? null;
    return { text: text.slice(start, sorted[index + 1]), isQuote: isWithin(start, passage), role };
  });
  const dots = { text: "…", isQuote: false, role: null };
  return [...(around.isCutBefore ? [dots] : []), ...pieces, ...(around.isCutAfter ? [dots] : [])];
}

function contextOf(text: string, { start, end }: Span, language: string) {
  const from = contextStart(text, start, language);
  const to = contextEnd(text, end, language);
  const isCutBefore = start - from > mostAround;
  const isCutAfter = to - end > mostAround;
  return {
    start: isCutBefore ? start - wordsFrom(text.slice(start - mostAround, start)).length : from,
    end: isCutAfter ? end + wordsTo(text.slice(end, end + mostAround)).length : to,
    isCutBefore,
    isCutAfter,
  };
}

const says = (words: string) => /[\p{L}\p{N}]/u.test(words);

function contextStart(text: string, start: number, language: string): number {
  const sentences = sentencesAround(text, start, language).filter((one) => one.start < start);
  const own = sentences.findLast((one) => one.end > start);
  // An opening quotation mark alone is no context.
  if (own && says(text.slice(own.start, start))) return own.start;
  return sentences.findLast((one) => one.end <= start)?.start ?? own?.start ?? start;
}

function contextEnd(text: string, end: number, language: string): number {
  const sentences = sentencesAround(text, end - 1, language).filter((one) => one.end > end);
  const own = sentences.find((one) => one.start < end);
  if (own && says(text.slice(end, own.end))) return own.end;
  return sentences.find((one) => one.start >= end)?.end ?? own?.end ?? end;
}

/** Without the word that the cut went through. */
function wordsFrom(cut: string): string {
  return cut.replace(/^\S*\s/u, "");
}

function wordsTo(cut: string): string {
  return cut.replace(/\s\S*$/u, "");
}
