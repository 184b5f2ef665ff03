import { type Span, tidySelection } from "@/lib/text/offsets";
import {
  nextSentence,
  nextWordEnd,
  previousSentence,
  previousWordStart,
  sentenceAt,
} from "@/lib/text/sentences";

/** What a reader can do with a pick from the keyboard. */
export type PickStep =
  | "next"
  | "previous"
  | "widen"
  | "narrow"
  | "end-forward"
  | "end-back"
  | "start-forward"
  | "start-back";

/** The first sentence at or after a place: where a pick starts. Null when there is none. */
export function pickSentence(text: string, offset: number, language: string): Span | null {
  return sentenceAt(text, offset, language) ?? nextSentence(text, offset, language);
}

/**
 * The pick after one step. "next" and "previous" move to a whole sentence, "widen" and "narrow" take the next
 * sentence in or leave the last out, the others move one end by a word. A step that would leave the text or empty
 * the pick returns it unchanged (the same object), so that the caller can tell the reader that there is no more.
 */
export function stepPick(text: string, pick: Span, step: PickStep, language: string): Span {
  const moved = steps[step](text, pick, language);
  if (!moved) return pick;
  const tidy = tidySelection(text, moved.start, moved.end);
  if (tidy.start >= tidy.end) return pick;
  return tidy.start === pick.start && tidy.end === pick.end ? pick : tidy;
}

type Step = (text: string, pick: Span, language: string) => Span | null;

const steps: Record<PickStep, Step> = {
  next: (text, pick, language) => nextSentence(text, pick.end - 1, language),
  previous: (text, pick, language) => {
    // A pick that starts inside a sentence goes to that sentence's own start first.
    const own = sentenceAt(text, pick.start, language);
    if (own && own.start < pick.start) return own;
    return previousSentence(text, pick.start, language);
  },
  widen: (text, pick, language) => {
    const own = sentenceAt(text, pick.end - 1, language);
    if (own && own.end > pick.end) return { start: pick.start, end: own.end };
    const next = nextSentence(text, pick.end - 1, language);
    return next && { start: pick.start, end: next.end };
  },
  narrow: (text, pick, language) => {
    const last = sentenceAt(text, pick.end - 1, language);
    const before = last && previousSentence(text, last.start, language);
    return before && before.end > pick.start ? { start: pick.start, end: before.end } : null;
  },
  "end-forward": (text, pick, language) => ({
    start: pick.start,
    end: nextWordEnd(text, pick.end, language),
  }),
  "end-back": (text, pick, language) => {
    const lastWord = previousWordStart(text, pick.end, language);
    return lastWord > pick.start ? { start: pick.start, end: lastWord } : null;
  },
  "start-forward": (text, pick, language) => {
    const firstEnd = nextWordEnd(text, pick.start, language);
    const second = previousWordStart(text, nextWordEnd(text, firstEnd, language), language);
    return second > pick.start && second < pick.end ? { start: second, end: pick.end } : null;
  },
  "start-back": (text, pick, language) => ({
    start: previousWordStart(text, pick.start, language),
    end: pick.end,
  }),
};
