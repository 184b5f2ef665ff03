import { z } from "zod";
import { blockRoleSchema } from "@/lib/articles/document-schema";
import { day } from "@/lib/articles/schema";
import { axis, bearing, verdict } from "@/lib/assessments/schema";
import { stance } from "@/lib/attributions/schema";
import { endpoint } from "@/lib/http/endpoint";
import { id, moment, version } from "@/lib/http/fields";
import { file } from "@/lib/http/file";
import { sourceKind } from "@/lib/sources/schema";
import { commentBody } from "@/lib/threads/comment-schema";

/** What may be in a report and may be left out. */
export const reportChoices = z
  .strictObject({
    /** The names of colleagues: who resolved, who sees it differently. */
    names: z.boolean(),
    /** Dissent and open questions. */
    discussion: z.boolean(),
    /** Passages that are not resolved yet, shown as open. */
    unresolved: z.boolean(),
    evidence: z.boolean(),
  })
  .meta({ id: "ReportChoices" });

export type ReportChoices = z.output<typeof reportChoices>;

const count = z.number().int().min(0);
const noteNumber = count.min(1);
const levels = z.strictObject({ 4: count, 3: count, 2: count, 1: count, U: count, O: count });

const dissent = z.strictObject({
  verdict,
  /** Claims most and rests on nothing that could back it. */
  hollow: z.boolean(),
  count: z.number().int().min(1),
  /** Whose verdict it is; empty where names are left out. */
  names: z.array(z.string()),
});

/** How it stands with a note on one axis. Only "resolved" is anybody's final word. */
export const finding = z.strictObject({
  axis,
  /** open: not resolved, and more is not told. hidden: colleagues have judged, and the reader does not see what. */
  state: z.enum(["resolved", "open", "hidden", "none", "one", "agreed", "split"]),
  verdict: verdict.nullable(),
  /** How many have judged; null in a published report. */
  judged: count.nullable(),
  /** How many of these verdicts count; null where that may not be told, and in a published report. */
  counting: count.nullable().default(null),
  resolved: z
    .strictObject({ by: z.string().nullable(), on: day, rationale: commentBody.nullable() })
    .nullable(),
  /**
   * How sure those are whose verdict this is: of what is resolved those who gave the same one, else all who count. Null
   * without a verdict or anybody who gave it, where it may not be told, and in what was published before reports told it.
   */
  confidence: z.strictObject({ high: count, medium: count, low: count }).nullable().default(null),
  dissent: z.array(dissent),
});

export type Finding = z.output<typeof finding>;

const reportEvidence = z.strictObject({
  title: z.string(),
  url: z.string().nullable(),
  excerpt: z.string(),
  /** Null where how it was judged may not be told: it would tell. */
  bearing: bearing.nullable(),
  primary: z.boolean(),
  /** It comes from the article's own site, or from that of whoever is quoted. */
  sameOrigin: z.enum(["article", "source"]).nullable(),
});

export type ReportEvidence = z.output<typeof reportEvidence>;

/** Who said it, in a line; a cue is the article's own word. */
const attributionLine = z.array(z.strictObject({ text: z.string(), isCue: z.boolean() }));

const otherAttribution = z.strictObject({
  line: attributionLine,
  count: z.number().int().min(1),
  /** Who recorded it; empty where names are left out. */
  names: z.array(z.string()),
});

export type OtherAttribution = z.output<typeof otherAttribution>;

const note = z.strictObject({
  number: noteNumber,
  /** The words, without those of the reporter's that stand between the speaker's. */
  quote: z.string(),
  /** Whose word it is. none: nobody has said so. differing: colleagues do not agree; their lines are discussion. */
  attribution: z.strictObject({
    state: z.enum(["none", "agreed", "differing"]),
    lines: z.array(attributionLine),
    /**
     * Who recorded each of the lines, in their order, where colleagues differ. Empty otherwise, where names are left
     * out, and in what was published before reports told it.
     */
    tellers: z.array(z.array(z.string())).default([]),
    /** What colleagues had recorded otherwise when it was settled; none in what was published before reports told it. */
    dissent: z.array(otherAttribution).default([]),
  }),
  /** The one speaker on whom all agree. */
  speaker: z
    .strictObject({
      kind: z.enum([...sourceKind.options, "reporter", "unnamed"]),
      name: z.string(),
      saidOn: day.nullable(),
      /** "claims" in all that was published before reports told it; a denial stands in its line there (export-rows.ts). */
      stance: stance.default("claims"),
    })
    .nullable(),
  said: finding.nullable(),
  so: finding.nullable(),
  evidence: z.array(reportEvidence),
});

export type ReportNote = z.output<typeof note>;

const question = z.strictObject({
  note: noteNumber,
  kind: z.enum([
    "unsaid",
    "speakers",
    "speakerThreads",
    "split",
    "none",
    "judged",
    "open",
    "reopened",
    "threads",
  ]),
  axis: axis.nullable(),
  count,
});

export type OpenQuestion = z.output<typeof question>;

const block = z.strictObject({
  role: blockRoleSchema,
  pieces: z.array(
    z.strictObject({
      text: z.string(),
      /** Notes on these words, the shortest passage first. */
      notes: z.array(noteNumber),
      /** Notes whose last words these are: their number stands behind them. */
      ends: z.array(noteNumber),
    }),
  ),
});

export type ReportBlock = z.output<typeof block>;

/**
 * Everything that a report shows, and nothing beside it: no ids, no addresses of people, no comments. As it is stored
 * when it is published; a later version of this shape must be able to read what was stored under an earlier one.
 */
export const reportView = z
  .strictObject({
    format: z.literal(1),
    article: z.strictObject({
      title: z.string(),
      author: z.string().nullable(),
      publisher: z.string().nullable(),
      publishedAt: day.nullable(),
      url: z.string().nullable(),
      language: z.string(),
      revision: z.number().int().min(1),
    }),
    workspace: z.string(),
    /** The day on which it was made. */
    madeOn: day,
    choices: reportChoices,
    counts: z.strictObject({
      so: levels,
      said: levels,
      /** Notes that are resolved on at least one axis. */
      resolved: count,
      /** Notes that are not; null where they are left out. */
      open: count.nullable(),
      /**
       * Notes on whose verdict colleagues differ, on either axis; null in a published report, and where what is open is
       * left out.
       */
      split: count.nullable(),
    }),
    text: z.array(block),
    notes: z.array(note),
    questions: z.array(question),
  })
  .meta({ id: "Report" });

export type ReportView = z.output<typeof reportView>;

/** A report that is published now. */
const publicationView = z
  .strictObject({
    /** Whoever knows this can read it, at /reports/[address]. */
    address: z.string(),
    choices: reportChoices,
    publishedBy: z.string(),
    publishedAt: moment,
    version,
    /** Whether publishing again with the same choices would change it; told to those who may. */
    isOutdated: z.boolean().nullable(),
  })
  .meta({ id: "Publication" });

export type PublicationView = z.output<typeof publicationView>;

const onArticle = z.strictObject({ articleId: id });
const onAddress = z.strictObject({ address: z.string() });
const current = z.strictObject({ publication: publicationView.nullable() });

/** What a form's checkboxes of one name send: nothing, one or several. */
const show = z.union([z.string().max(100), z.array(z.string().max(100)).max(20)]);
const query = z.strictObject({ show: show.optional() });

export const exportClaimReview = endpoint({
  method: "GET",
  path: "/api/articles/[articleId]/report/claim-review",
  summary:
    "The resolved claims of an article as schema.org ClaimReview, in JSON-LD, each with its address in the published report where that holds it. `show` names what the report holds: names, discussion, unresolved, evidence; without it all but names.",
  action: "article.read",
  params: onArticle,
  query,
  answer: file,
  media: "application/ld+json",
});

export const exportReportCsv = endpoint({
  method: "GET",
  path: "/api/articles/[articleId]/report/csv",
  summary: "The notes of an article's report as a CSV file. `show` as for the ClaimReview.",
  action: "article.read",
  params: onArticle,
  query,
  answer: file,
  media: "text/csv",
});

export const exportReportMarkdown = endpoint({
  method: "GET",
  path: "/api/articles/[articleId]/report/markdown",
  summary:
    "An article's report as Markdown: the text, the notes as footnotes, what is open. `show` as for the ClaimReview.",
  action: "article.read",
  params: onArticle,
  query,
  answer: file,
  media: "text/markdown",
});

export const exportAnnotations = endpoint({
  method: "GET",
  path: "/api/articles/[articleId]/report/annotations",
  summary:
    "The passages and comments of an article as W3C Web Annotations, in JSON-LD, without verdicts. `show` as for the ClaimReview, of which only names counts here.",
  action: "article.read",
  params: onArticle,
  query,
  answer: file,
  media: "application/ld+json",
});

export const getPublication = endpoint({
  method: "GET",
  path: "/api/articles/[articleId]/publication",
  summary:
    "Where the report of an article is published, by whom and with which choices; null when it is not.",
  action: "article.read",
  params: onArticle,
  answer: current,
});

export const publishReport = endpoint({
  method: "POST",
  path: "/api/articles/[articleId]/publication",
  summary:
    "Publish the report as it is now, or publish it again under the same address. `version` is the publication that I saw, null for none; 409 with the current one when it has moved on.",
  action: "report.publish",
  params: onArticle,
  body: z.strictObject({ choices: reportChoices, version: version.nullable() }),
  answer: current,
});

export type NewPublication = z.output<typeof publishReport.body>;

export const withdrawReport = endpoint({
  method: "DELETE",
  path: "/api/articles/[articleId]/publication",
  summary: "Withdraw the published report: its address is void at once and for ever.",
  action: "report.publish",
  params: onArticle,
  answer: current,
});

export const exportPublishedClaimReview = endpoint({
  method: "GET",
  path: "/api/reports/[address]/claim-review",
  summary: "The resolved claims of a published report as schema.org ClaimReview, in JSON-LD.",
  action: "public",
  params: onAddress,
  answer: file,
  media: "application/ld+json",
});

export const exportPublishedCsv = endpoint({
  method: "GET",
  path: "/api/reports/[address]/csv",
  summary: "The notes of a published report as a CSV file.",
  action: "public",
  params: onAddress,
  answer: file,
  media: "text/csv",
});

export const exportPublishedMarkdown = endpoint({
  method: "GET",
  path: "/api/reports/[address]/markdown",
  summary: "A published report as Markdown.",
  action: "public",
  params: onAddress,
  answer: file,
  media: "text/markdown",
});
