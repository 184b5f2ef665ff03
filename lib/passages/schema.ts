import { z } from "zod";
import { endpoint } from "@/lib/http/endpoint";
import { eventNumber, id, moment, version } from "@/lib/http/fields";

/** A place in a revision's text, UTF-16 units. */
const offset = z
  .number({ error: "A place in the text is a whole number." })
  .int({ error: "A place in the text is a whole number." })
  .min(0, { error: "A place in the text cannot be negative." })
  .max(10_000_000, { error: "This place is beyond any text." });

/** The most a passage may hold: a long quotation yes, a whole article no. */
export const longestPassage = 20_000;

const exact = z
  .string()
  .min(1, { error: "Select some words first." })
  .max(longestPassage, { error: "This is too long for one passage. Select a shorter stretch." });

/** What makes a passage worth checking. */
export const claimKind = z.enum(["quantity", "date", "event", "causal", "quote"], {
  error: "This is not a kind of claim.",
});

export type ClaimKind = z.output<typeof claimKind>;

const claimKinds = z
  .array(claimKind)
  .max(claimKind.options.length)
  .transform((kinds) => claimKind.options.filter((kind) => kinds.includes(kind)));

/** What the browser says it selected; the server checks it against its own text. */
export const selection = z.strictObject({ start: offset, end: offset, exact }).meta({ id: "Selection" });

export type Selection = z.output<typeof selection>;

export const passageView = z
  .strictObject({
    id,
    start: offset,
    end: offset,
    exact: z.string(),
    /** Up to 64 characters on either side, to the sentence's edge where that is nearer. */
    prefix: z.string(),
    suffix: z.string(),
    claimKinds: z.array(claimKind),
    /** Who is asked to check it. */
    assignee: id.nullable(),
    createdBy: id,
    createdAt: moment,
    version,
    /** Event number of the creation and of the last change. */
    createdNumber: z.number().int(),
    number: z.number().int(),
  })
  .meta({ id: "Passage" });

export type PassageView = z.output<typeof passageView>;

/** Enough to draw, count and name it: without the words around it, which are a third of what is read. */
export type PassageOutline = Omit<PassageView, "prefix" | "suffix">;

/** A new passage. The id is made by the browser, so that a retry makes no second one. */
export const newPassage = selection
  .extend({ id, claimKinds: claimKinds.optional() })
  .meta({ id: "NewPassage" });

export type NewPassage = z.output<typeof newPassage>;

export const createPassage = endpoint({
  method: "POST",
  path: "/api/articles/[articleId]/passages",
  summary: "Mark a passage. Sending the same id again answers with the passage that exists.",
  action: "passage.create",
  params: z.strictObject({ articleId: id }),
  body: newPassage,
  answer: passageView,
  status: 201,
});

export const reselectPassage = endpoint({
  method: "PATCH",
  path: "/api/passages/[passageId]",
  summary:
    "Move a passage to another stretch of the same text. 409 with the current passage when it has moved on.",
  action: "passage.reselect",
  params: z.strictObject({ passageId: id }),
  body: selection.extend({ version }),
  answer: passageView,
});

export const describePassage = endpoint({
  method: "PUT",
  path: "/api/passages/[passageId]/claim-kinds",
  summary: "Say what kinds of claim a passage holds. 409 with the current passage when it has moved on.",
  action: "passage.describe",
  params: z.strictObject({ passageId: id }),
  body: z.strictObject({ version, claimKinds }),
  answer: passageView,
});

export const deletePassage = endpoint({
  method: "DELETE",
  path: "/api/passages/[passageId]",
  summary: "Delete a passage and put its threads out of sight. It can be restored.",
  action: "passage.delete",
  params: z.strictObject({ passageId: id }),
  /** `bare`: only if nobody else has said anything about it, whoever may delete more than that. */
  query: z.strictObject({ bare: z.literal("yes").optional() }),
  answer: z.strictObject({ id, number: z.number().int() }),
});

export const restorePassage = endpoint({
  method: "POST",
  path: "/api/passages/[passageId]/restore",
  summary:
    "Bring a deleted passage back with all its threads. 409 with the passage that has come to its very words meanwhile.",
  action: "passage.delete",
  params: z.strictObject({ passageId: id }),
  answer: passageView,
});

/** A passage that was deleted, and by whom. */
const deletedPassage = z
  .strictObject({
    id,
    /** Where its words stand, UTF-16 units. */
    start: z.number().int(),
    end: z.number().int(),
    exact: z.string(),
    deletedBy: id.nullable(),
    deletedAt: moment,
    /** Ids of those that went with it. */
    threads: z.array(id),
  })
  .meta({ id: "DeletedPassage" });

export type DeletedPassage = z.output<typeof deletedPassage>;

export const listDeletedPassages = endpoint({
  method: "GET",
  path: "/api/articles/[articleId]/passages/deleted",
  summary:
    "The passages of an article that were deleted and that I may restore, the latest first, at most 50.",
  action: "article.read",
  params: z.strictObject({ articleId: id }),
  answer: z.strictObject({ passages: z.array(deletedPassage) }),
});

export const readPassage = endpoint({
  method: "PUT",
  path: "/api/passages/[passageId]/read",
  summary:
    "Say that I have read what stands at a passage, beside its threads, up to an event number. It never goes back.",
  action: "article.read",
  params: z.strictObject({ passageId: id }),
  body: z.strictObject({ number: eventNumber }),
  answer: z.strictObject({ passageId: id, number: eventNumber }),
  isAutomatic: true,
});

export const assignPassage = endpoint({
  method: "PUT",
  path: "/api/passages/[passageId]/assignee",
  summary:
    "Ask a colleague to check a passage, or nobody. 409 with the current passage when it has moved on.",
  action: "passage.assign",
  params: z.strictObject({ passageId: id }),
  body: z.strictObject({ version, assignee: id.nullable() }),
  answer: passageView,
});
