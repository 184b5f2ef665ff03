import { announce } from "@/components/ui/announcer";
import { toast } from "@/components/ui/toast";
import { type BlockCoverage, nextUnexamined } from "@/lib/attributions/coverage";
import { pickSentence } from "@/lib/passages/pick-sentence";
import type { Span } from "@/lib/text/offsets";

type Given = {
  article: { text: string; language: string };
  coverage: BlockCoverage[];
  /** Where the reader is, seen in the direction of the step. */
  from: (by: 1 | -1) => number;
  /** Picks a span, and takes the reader there. */
  pickAt: (span: Span) => void;
};

/** The ways to what nobody has examined: to the next from here, or to one that was pointed at. */
export function unexaminedSteps({ article: { text, language }, coverage, from, pickAt }: Given) {
  function pick(span: Span | null): void {
    if (!span) {
      announceDone();
      return;
    }
    // Fewer words than a mark may hold: the first sentence of a long stretch is where to begin.
    const sentence = pickSentence(text, span.start, language);
    const isLong = sentence && sentence.start === span.start && sentence.end < span.end;
    pickAt(isLong ? sentence : span);
  }
  return { pick, go: (by: 1 | -1) => pick(nextUnexamined(coverage, text, from(by), by)) };
}

function announceDone(): void {
  announce("Everything is examined.");
  toast("Everything is examined.");
}
