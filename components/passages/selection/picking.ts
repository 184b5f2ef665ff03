import type { Span } from "@/lib/text/offsets";

/** Words that the reader is asked to choose in the text, for something else than a new passage. */
export type Picking = {
  /** "Select the new words for this passage". */
  ask: string;
  /** "Use these words". */
  confirm: string;
  onPick: (span: Span) => void;
};
