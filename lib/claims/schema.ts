import { z } from "zod";
import { assessmentView, axis, evidenceView, resolutionView } from "@/lib/assessments/schema";
import { person } from "@/lib/discussion/schema";
import { endpoint } from "@/lib/http/endpoint";
import { id, eventNumber as number } from "@/lib/http/fields";
import { file } from "@/lib/http/file";
import { claimKind } from "@/lib/passages/schema";
import { cursor } from "@/lib/text/cursor";
import { claimRow, claimSort, claimState, numberRow, progress } from "./row-schema";

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

const claimsOverview = z.strictObject(overview).meta({ id: "ClaimsOverview" });

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

const boardItem = z.strictObject({
  row: claimRow,
  assessments: z.array(assessmentView),
  evidence: z.array(evidenceView),
  resolutions: z.array(resolutionView),
});

export type BoardItem = z.output<typeof boardItem>;

const boardSection = z.strictObject({
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
export const outsideReason = z.enum([
  "noSource",
  "notClaimed",
  "hidden",
  "split",
  "unjudged",
  "offScale",
  "hollow",
]);

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
        first: z.array(z.strictObject({ id, place: z.number().int(), quote: z.string() })),
      }),
    ),
    outside: z.record(outsideReason, z.number().int()),
  }),
});

export type ClaimsMatrix = z.output<typeof getClaimsMatrix.answer>;

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
