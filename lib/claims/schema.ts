import { z } from "zod";
import { assessmentView, axis, evidenceView, resolutionView, verdict } from "@/lib/assessments/schema";
import { person } from "@/lib/discussion/schema";
import { endpoint } from "@/lib/http/endpoint";
import { id, moment, eventNumber as number, version } from "@/lib/http/fields";
import { file } from "@/lib/http/file";
import { claimKind } from "@/lib/passages/schema";
import { cursor } from "@/lib/text/cursor";

/** As in lib/assessments/standing. */
export const axisState = z.enum(["hidden", "none", "one", "agreed", "split", "resolved"]);

/** How it stands with a passage on one axis, as far as this viewer may know. */
export const claimAxis = z.strictObject({
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
    z.strictObject({ by: id, verdict, blind: z.boolean(), hollow: z.boolean(), stale: z.boolean() }),
  ),
  resolution: z.strictObject({ by: id, verdict, at: moment }).nullable(),
  /** A resolution holds no more, since the passage says or is something else by now. */
  reopened: z.boolean(),
});

export type ClaimAxis = z.output<typeof claimAxis>;

/** What is known of who said it: a source, the reporter, colleagues differ, or nobody has looked. */
export const claimVoice = z.enum(["source", "reporter", "differing", "none"]);

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
    kinds: z.array(claimKind),
    voice: claimVoice,
    /** Whom everybody names. */
    speaker: z.string().nullable(),
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

/** A cell of the matrix: the level on the axis said, then on so. */
const cell = z
  .string()
  .regex(/^[1-4]-[1-4]$/, { error: "A cell is two levels, such as 4-1: said, then so." });

const narrowing = {
  sort: claimSort.optional(),
  state: claimState.optional(),
  source: z.union([id, z.enum(["reporter", "differing", "none"])]).optional(),
  kind: claimKind.optional(),
  mine: z.enum(["mine", "assigned"], { error: "Ask for mine or assigned." }).optional(),
  cell: cell.optional(),
};

const onArticle = z.strictObject({ articleId: id });

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

const overview = {
  articleId: id,
  number,
  archived: z.boolean(),
  progress,
  counts: z.record(claimState, z.number().int()),
  /** Questions on which colleagues' verdicts are hidden from this viewer. */
  hidden: z.number().int(),
  people: z.array(person),
  /** Those that are named as speakers, with how many passages each has. */
  sources: z.array(z.strictObject({ id, name: z.string(), passages: z.number().int() })),
};

export const claimsOverview = z.strictObject(overview).meta({ id: "ClaimsOverview" });

export type ClaimsOverview = z.output<typeof claimsOverview>;

export const listClaims = endpoint({
  method: "GET",
  path: "/api/articles/[articleId]/claims",
  summary: "The passages of an article with their verdicts as far as I may see them, 50 at a time.",
  action: "article.read",
  params: onArticle,
  query: z.strictObject({ ...narrowing, cursor: cursor.optional() }),
  answer: z.strictObject({
    ...overview,
    rows: z.array(claimRow),
    nextCursor: z.string().nullable(),
    /** How many there are of this kind, on all pages. */
    total: z.number().int(),
  }),
});

export type ClaimsQuery = z.output<typeof listClaims.query>;
export type ClaimsTable = z.output<typeof listClaims.answer>;

export const exportClaims = endpoint({
  method: "GET",
  path: "/api/articles/[articleId]/claims/csv",
  summary: "The same as a CSV file, all of it.",
  action: "article.read",
  params: onArticle,
  query: z.strictObject(narrowing),
  answer: file,
  media: "text/csv",
});

export type ClaimsChoice = z.output<typeof exportClaims.query>;

const agreement = z.strictObject({
  shared: z.number().int(),
  pairs: z.number().int(),
  withinOne: z.number().nullable(),
  alpha: z.number().nullable(),
  n: z.number().int(),
});

export const boardItem = z.strictObject({
  row: claimRow,
  assessments: z.array(assessmentView),
  evidence: z.array(evidenceView),
  resolutions: z.array(resolutionView),
});

export type BoardItem = z.output<typeof boardItem>;

export const boardSection = z.strictObject({
  state: z.enum(["split", "one", "unjudged"]),
  total: z.number().int(),
  items: z.array(boardItem),
});

export const getClaimsBoard = endpoint({
  method: "GET",
  path: "/api/articles/[articleId]/claims/board",
  summary:
    "What an editorial meeting looks at: passages that are split, judged by one, or judged by nobody, the first of each with reasons and evidence, and how far colleagues agree.",
  action: "article.read",
  params: onArticle,
  answer: z.strictObject({
    ...overview,
    sections: z.array(boardSection),
    agreement: z.array(z.strictObject({ axis, all: agreement, blind: agreement })),
    pairs: z.array(
      z.strictObject({ axis, people: z.tuple([id, id]), all: agreement, blind: agreement.nullable() }),
    ),
    /** Pairs of colleagues in all; only those who share most are listed. */
    pairCount: z.number().int(),
  }),
});

export type ClaimsBoard = z.output<typeof getClaimsBoard.answer>;

/** Why a passage has no cell. */
export const outsideReason = z.enum(["noSource", "hidden", "split", "unjudged", "offScale", "hollow"]);

export const getClaimsMatrix = endpoint({
  method: "GET",
  path: "/api/articles/[articleId]/claims/matrix",
  summary: "How many passages have which level on both questions, with the first of each.",
  action: "article.read",
  params: onArticle,
  answer: z.strictObject({
    ...overview,
    cells: z.array(
      z.strictObject({
        said: z.number().int(),
        so: z.number().int(),
        count: z.number().int(),
        first: z.array(z.strictObject({ id, place: z.number().int(), exact: z.string() })),
      }),
    ),
    outside: z.record(outsideReason, z.number().int()),
  }),
});

export type ClaimsMatrix = z.output<typeof getClaimsMatrix.answer>;

export const numberKind = z.enum(["number", "percentage", "money", "range", "ordinal", "date", "relative"]);

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

export const getClaimsNumbers = endpoint({
  method: "GET",
  path: "/api/articles/[articleId]/claims/numbers",
  summary:
    "Every quantity, date and relative date of the article's text with its sentence, source and verdict, 200 at a time.",
  action: "article.read",
  params: onArticle,
  query: z.strictObject({
    /** From this place in the text on. */
    from: z
      .string()
      .regex(/^\d{1,8}$/, { error: "This must be a place in the text." })
      .transform(Number)
      .optional(),
  }),
  answer: z.strictObject({
    ...overview,
    numbers: z.array(numberRow),
    nextFrom: z.number().int().nullable(),
    total: z.number().int(),
    /** How many of them no passage covers. */
    uncovered: z.number().int(),
  }),
});

export type ClaimsNumbers = z.output<typeof getClaimsNumbers.answer>;
