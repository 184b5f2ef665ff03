import type { CueVerb } from "./cues";
import type { Range } from "./noun-phrases";
import type { SubjectPhrase } from "./subject-phrases";

/** An attribution found in one sentence, in token positions. `verb` is null for "according to" and the colon. */
export type Found = {
  contents: Range[];
  subject: SubjectPhrase | null;
  cue: Range | null;
  verb: CueVerb | null;
  negative: boolean;
  rule: string;
  confidence: number;
  /** The cue promises words that follow in the next sentence or paragraph. */
  open: boolean;
  /** It tells who speaks and says nothing that can be judged: "praised the crew"; or that nothing was said. */
  empty?: "thing" | "unsaid";
};
