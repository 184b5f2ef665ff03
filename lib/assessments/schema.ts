import { z } from "zod";
import { endpoint } from "@/lib/http/endpoint";
import { id, line, moment, eventNumber as number, version, webAddress, wordsOrNull } from "@/lib/http/fields";
import { commentBody, reasonBody } from "@/lib/threads/comment-schema";

/** so: is it so? said: did they say so? */
export const axis = z.enum(["so", "said"], { error: "The question is either “so” or “said”." });

/** Four ordered levels, and two answers off the scale: U (cannot be known) and O (not a matter of fact). */
export const verdict = z.enum(["4", "3", "2", "1", "U", "O"], {
  error: "A verdict is 4, 3, 2, 1, U or O.",
});
export const confidence = z.enum(["low", "medium", "high"]);
export const reason = z.enum(
  [
    "missingContext",
    "outdated",
    "wrongNumber",
    "wrongDate",
    "wrongPlace",
    "wrongSource",
    "overstated",
    "cherryPicked",
    "causeNotShown",
    "mistranslated",
    "headlineBeyondBody",
    "unsupported",
  ],
  { error: "This is not one of the reasons." },
);
export const bearing = z.enum(["supports", "refutes", "context"], {
  error: "Evidence supports, refutes or gives context.",
});

export type Axis = z.output<typeof axis>;
export type Verdict = z.output<typeof verdict>;
export type Confidence = z.output<typeof confidence>;
export type Reason = z.output<typeof reason>;
export type Bearing = z.output<typeof bearing>;

const reasons = z
  .array(reason)
  .max(reason.options.length)
  .transform((given) => reason.options.filter((one) => given.includes(one)));

export const assessmentView = z
  .strictObject({
    id,
    passageId: id,
    axis,
    by: id,
    /** Null: taken back. */
    verdict: verdict.nullable(),
    confidence,
    reasons: z.array(reason),
    rationale: commentBody.nullable(),
    /** The rationale in plain text. */
    text: z.string(),
    /** Given before colleagues' verdicts, and any resolution, could be seen. */
    blind: z.boolean(),
    /** The very words that were judged. */
    exact: z.string(),
    /** Axis said: whose word they were taken for. */
    sourceId: id.nullable(),
    /** The evidence that it rests on, oldest first; some of it may have been taken away since. */
    evidence: z.array(id),
    replaces: id.nullable(),
    /** What the same person said before of the same words and source, and why they changed their mind. */
    was: verdict.nullable(),
    changeNote: z.string().nullable(),
    at: moment,
    number,
  })
  .meta({ id: "Assessment" });

export type AssessmentView = z.output<typeof assessmentView>;

/** How many have judged a passage on an axis, and whether this viewer sees what they said. */
export const judgedView = z
  .strictObject({
    /** The passage's id and the axis: one row each. */
    id: z.string(),
    passageId: id,
    axis,
    /** People whose verdict stands, this viewer included. */
    count: z.number().int(),
    revealed: z.boolean(),
    number,
  })
  .meta({ id: "Judged" });

export type JudgedView = z.output<typeof judgedView>;

export const evidenceView = z
  .strictObject({
    id,
    passageId: id,
    url: z.string().nullable(),
    /** Registrable domain of the address ("bbc.co.uk"), by which its origin is known. */
    site: z.string().nullable(),
    title: z.string(),
    excerpt: z.string(),
    /** Null where colleagues' verdicts are hidden from me: which way they take it would tell how they judged. */
    bearing: bearing.nullable(),
    primary: z.boolean(),
    addedBy: id,
    addedAt: moment,
    version,
    number,
  })
  .meta({ id: "Evidence" });

export type EvidenceView = z.output<typeof evidenceView>;

export const resolutionView = z
  .strictObject({
    id,
    passageId: id,
    axis,
    /** Null: the question was opened again. */
    verdict: verdict.nullable(),
    rationale: commentBody.nullable(),
    text: z.string(),
    by: id,
    exact: z.string(),
    sourceId: id.nullable(),
    replaces: id.nullable(),
    at: moment,
    number,
  })
  .meta({ id: "Resolution" });

export type ResolutionView = z.output<typeof resolutionView>;

const onPassage = z.strictObject({ passageId: id });
const onArticle = z.strictObject({ articleId: id });
const onEvidence = z.strictObject({ evidenceId: id });

/** What a verdict was given on, as its person saw it; 409 when the passage says or is something else by now. */
const ground = {
  exact: z.string().min(1).max(20_000),
  sourceId: id.nullable(),
};

export const createAssessment = endpoint({
  method: "POST",
  path: "/api/passages/[passageId]/assessments",
  summary:
    "Judge a passage: is it so, or did they say so? A change of mind is a new assessment that replaces mine and says why; null takes mine back. 409 with my current one when it has moved on.",
  action: "assessment.create",
  params: onPassage,
  body: z.strictObject({
    id,
    axis,
    verdict: verdict.nullable(),
    confidence: confidence.optional(),
    reasons: reasons.optional(),
    rationale: reasonBody.nullable().optional(),
    /** Evidence of this passage that it rests on, as its person has read it. */
    evidence: z.array(z.strictObject({ id, version })).max(100).optional(),
    /** Mine that this takes the place of, as I saw it; null where I had none. */
    replaces: id.nullable(),
    changeNote: wordsOrNull(500, "The reason").optional(),
    ...ground,
  }),
  size: "comment",
  answer: assessmentView,
  status: 201,
});

export type NewAssessment = z.output<typeof createAssessment.body>;

export const listAssessments = endpoint({
  method: "GET",
  path: "/api/passages/[passageId]/assessments",
  summary:
    "Every verdict on a passage that I may see, also those that were replaced, and every resolution, oldest first.",
  action: "article.read",
  params: onPassage,
  answer: z.strictObject({
    assessments: z.array(assessmentView),
    resolutions: z.array(resolutionView),
    /** Evidence that was taken away, for assessments that rest on it. */
    evidence: z.array(evidenceView),
    /** Evidence that was taken away and that I may bring back, the latest first. */
    takenAway: z.array(evidenceView),
  }),
});

export const createReveal = endpoint({
  method: "POST",
  path: "/api/articles/[articleId]/reveals",
  summary:
    "Show me what colleagues have judged, on one passage and axis or (without them) wherever somebody has judged in the article. My own later verdicts there are not blind.",
  action: "article.read",
  params: onArticle,
  body: z
    .strictObject({ passageId: id.optional(), axis: axis.optional() })
    .refine((given) => Boolean(given.passageId) === Boolean(given.axis), {
      error: "Name a passage and an axis, or neither.",
      path: ["passageId"],
    }),
  answer: z.strictObject({ revealed: z.number().int(), number }),
});

const evidenceFields = {
  url: webAddress.nullable(),
  title: line(300, "The title"),
  excerpt: z.string().trim().max(5_000, { error: "The excerpt is too long: at most 5,000 characters." }),
  bearing,
  primary: z.boolean(),
};

export const evidenceContent = z.strictObject(evidenceFields).meta({ id: "EvidenceContent" });

export type EvidenceContent = z.output<typeof evidenceContent>;

export const createEvidence = endpoint({
  method: "POST",
  path: "/api/passages/[passageId]/evidence",
  summary: "Add what supports or refutes a passage, or gives context. The address is stored, never fetched.",
  action: "evidence.create",
  params: onPassage,
  body: z.strictObject({ id, ...evidenceFields }),
  answer: evidenceView,
  status: 201,
});

export type NewEvidence = z.output<typeof createEvidence.body>;

export const editEvidence = endpoint({
  method: "PATCH",
  path: "/api/evidence/[evidenceId]",
  summary:
    "Change evidence that I added, as long as no colleague has judged the passage. 409 with the current evidence when it has moved on.",
  action: "evidence.edit",
  params: onEvidence,
  body: z.strictObject({ version, ...evidenceFields }),
  answer: evidenceView,
});

export const deleteEvidence = endpoint({
  method: "DELETE",
  path: "/api/evidence/[evidenceId]",
  summary: "Take evidence away. Verdicts that rest on it keep it in their history. It can be restored.",
  action: "evidence.delete",
  params: onEvidence,
  answer: z.strictObject({ id, number }),
});

export const restoreEvidence = endpoint({
  method: "POST",
  path: "/api/evidence/[evidenceId]/restore",
  summary: "Bring evidence back.",
  action: "evidence.delete",
  params: onEvidence,
  answer: evidenceView,
});

export const searchEvidence = endpoint({
  method: "GET",
  path: "/api/workspaces/[workspaceId]/evidence",
  summary:
    "Find evidence in the workspace by any part of its title, address or excerpt, to use it for another passage: the latest first, at most 20.",
  action: "source.read",
  params: z.strictObject({ workspaceId: id }),
  query: z.strictObject({ q: z.string().trim().max(200).optional() }),
  answer: z.strictObject({ evidence: z.array(evidenceView) }),
});

export const createResolution = endpoint({
  method: "POST",
  path: "/api/passages/[passageId]/resolutions",
  summary:
    "Give an editor's final word on a passage and axis, in the place of the one before; null opens the question again. Nobody's verdict is overwritten. 409 with the current resolution when it has moved on.",
  action: "resolution.create",
  params: onPassage,
  body: z.strictObject({
    id,
    axis,
    verdict: verdict.nullable(),
    rationale: reasonBody.nullable().optional(),
    replaces: id.nullable(),
    ...ground,
  }),
  size: "comment",
  answer: resolutionView,
  status: 201,
});

export type NewResolution = z.output<typeof createResolution.body>;
