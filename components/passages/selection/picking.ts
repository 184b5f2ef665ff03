import type { Span } from "@/lib/text/offsets";

/** Words that the reader is asked to choose in the text, for something else than a new passage. */
export type Picking = {
  /** "Select the new words for this passage". */
  ask: string;
  /** "Use these words". */
  confirm: string;
  /** The words of the passage that it is for: there the reader begins. */
  of: Span;
  /** The words as they are, which are to be moved; null where none are chosen yet. */
  now: Span | null;
  onPick: (span: Span) => void;
  /** It is over, whether or not words were picked: where the focus goes on. Without it, it stays at the words. */
  onEnd?: () => void;
};
