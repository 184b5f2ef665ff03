import { z } from "zod";
import { confidence, verdict } from "@/lib/assessments/schema";
import { stance } from "@/lib/attributions/schema";
import { id, moment, eventNumber as number, version } from "@/lib/http/fields";
import { claimKind } from "@/lib/passages/schema";

/** As in lib/assessments/standing. */
export const axisState = z.enum(["hidden", "none", "one", "agreed", "split", "resolved"]);

/** How it stands with a passage on one axis, as far as this viewer may know. */
const claimAxis = z.strictObject({
  state: axisState,
  /** People who have judged, also while what they said is hidden. */
  count: z.number().int(),
  /** What colleagues said is out of this viewer's sight. */
  hidden: z.boolean(),
  /** The one verdict to show; null where there is none. */
  shown: verdict.nullable(),
  median: z.strictObject({ low: z.number(), high: z.number() }).nullable(),
  /** Everybody's, oldest first; empty while hidden. */
  verdicts: z.array(
    z.strictObject({
      by: id,
      verdict,
      confidence,
      blind: z.boolean(),
      hollow: z.boolean(),
      stale: z.boolean(),
    }),
  ),
  resolution: z.strictObject({ by: id, verdict, at: moment }).nullable(),
  /** A resolution holds no more, since the passage says or is something else by now. */
  reopened: z.boolean(),
});

export type ClaimAxis = z.output<typeof claimAxis>;

/** What is known of who said it: a source, the reporter, colleagues differ, or nobody has looked. */
const claimVoice = z.enum(["source", "reporter", "differing", "none"]);

export const claimRow = z
  .strictObject({
    /** The passage's. */
    id,
    version,
    /** Its place in text order, from 1. */
    place: z.number().int(),
    start: z.number().int(),
    end: z.number().int(),
    exact: z.string(),
    /** The same as it is printed beside its speaker: without the reporter's words between theirs. */
    quote: z.string(),
    kinds: z.array(claimKind),
    voice: claimVoice,
    /** Whom everybody names. */
    speaker: z.string().nullable(),
    /** How they stand to the words; "claims" where nobody is named. */
    stance,
    /** Their id, through all merges, where they are a source. */
    sourceId: id.nullable(),
    so: claimAxis,
    /** Null where no one source is known to have said it. */
    said: claimAxis.nullable(),
    evidence: z.number().int(),
    /** How much of the evidence comes from where the passage itself comes from. */
    sameOrigin: z.number().int(),
    openThreads: z.number().int(),
    comments: z.number().int(),
    assignee: id.nullable(),
    /** The last thing that happened to it in this viewer's sight. */
    updated: z.strictObject({ number, at: moment.nullable() }),
    /** This viewer marked it, judged it or is asked to check it. */
    mine: z.boolean(),
    createdAt: moment,
  })
  .meta({ id: "Claim" });

export type ClaimRow = z.output<typeof claimRow>;

/** What a table of claims may be narrowed to; each but unexamined asks for either of the two questions. */
export const claimState = z.enum(
  ["split", "one", "unjudged", "hidden", "agreed", "resolved", "open", "unexamined"],
  { error: "This is not a state of a claim." },
);

export type ClaimState = z.output<typeof claimState>;

/** "-" turns an order round. */
export const claimSort = z.enum(
  [
    "text",
    "-text",
    "agreement",
    "-agreement",
    "so",
    "-so",
    "said",
    "-said",
    "evidence",
    "-evidence",
    "updated",
    "-updated",
  ],
  { error: "Sort by text, agreement, so, said, evidence or updated." },
);

export type ClaimSort = z.output<typeof claimSort>;

export const progress = z.strictObject({
  passages: z.number().int(),
  /** Of the story, and of these how many somebody has said whose they are. */
  words: z.number().int(),
  examinedWords: z.number().int(),
  attributed: z.number().int(),
  judged: z.number().int(),
  /** Attributed, and judged by nobody. */
  onlyAttributed: z.number().int(),
  resolved: z.number().int(),
  split: z.number().int(),
});

export type Progress = z.output<typeof progress>;

const numberKind = z.enum(["number", "percentage", "money", "range", "ordinal", "date", "relative"]);

export type NumberKind = z.output<typeof numberKind>;

export const numberRow = z.strictObject({
  start: z.number().int(),
  end: z.number().int(),
  kind: numberKind,
  /** The sentence around it: before, the words, after. */
  sentence: z.tuple([z.string(), z.string(), z.string()]),
  /** The shortest passage that covers it. */
  claim: claimRow.nullable(),
});

export type NumberRow = z.output<typeof numberRow>;
