import { z } from "zod";
import { day } from "@/lib/articles/schema";
import { endpoint } from "@/lib/http/endpoint";
import { id } from "@/lib/http/fields";
import { file } from "@/lib/http/file";
import { sourceKind, sourceView } from "@/lib/sources/schema";
import { cursor } from "@/lib/text/cursor";
import { channel, directness, stance } from "./schema";

const ledgerOrder = z.enum(["passages", "name", "latest"], {
  error: "Order by passages, name or latest.",
});

export type LedgerOrder = z.output<typeof ledgerOrder>;

const workspaceLedgerRow = z.strictObject({
  source: sourceView,
  /** Sources that speak as this one. */
  merged: z.number().int(),
  articles: z.number().int(),
  passages: z.number().int(),
  /** Passages on whose speaker colleagues differ; they have no part in `words`. */
  differing: z.number().int(),
  /** Of the others those that it denies, doubts or leaves open, and where colleagues differ on that. */
  unclaimed: z.number().int(),
  /** Of its passages as a whole. */
  words: z.number().int(),
  direct: z.number().int(),
  mixed: z.number().int(),
  indirect: z.number().int(),
  /** The last day on which it said something. */
  latest: day.nullable(),
});

export type WorkspaceLedgerRow = z.output<typeof workspaceLedgerRow>;

const inWorkspace = z.strictObject({ workspaceId: id });

export const listLedger = endpoint({
  method: "GET",
  path: "/api/workspaces/[workspaceId]/ledger",
  summary: "The sources of a workspace with what they said over all its articles, 50 at a time.",
  action: "source.read",
  params: inWorkspace,
  query: z.strictObject({
    q: z.string().trim().max(200).optional(),
    kind: sourceKind.optional(),
    order: ledgerOrder.optional(),
    cursor: cursor.optional(),
  }),
  answer: z.strictObject({ rows: z.array(workspaceLedgerRow), nextCursor: z.string().nullable() }),
});

export type LedgerQuery = z.output<typeof listLedger.query>;

export const exportLedger = endpoint({
  method: "GET",
  path: "/api/workspaces/[workspaceId]/ledger/csv",
  summary: "The sources of a workspace as a CSV file.",
  action: "source.read",
  params: inWorkspace,
  answer: file,
  media: "text/csv",
});

export const exportArticleLedger = endpoint({
  method: "GET",
  path: "/api/articles/[articleId]/ledger/csv",
  summary: "The sources of an article with what they said in it, as a CSV file.",
  action: "article.read",
  params: z.strictObject({ articleId: id }),
  answer: file,
  media: "text/csv",
});

const saidPassage = z.strictObject({
  articleId: id,
  articleTitle: z.string(),
  publisher: z.string().nullable(),
  passageId: id,
  exact: z.string(),
  /** The same as it is printed: without the reporter's words between the source's. */
  quote: z.string(),
  /** How the source stands to the words. */
  stance,
  /** The day on which it was said: as recorded, else the article's; null where the article has none. */
  day: day.nullable(),
  directness: directness.nullable(),
  channel,
  /** Under which name of the source it was recorded. */
  name: z.string(),
  /** Colleagues do not agree that it was this source who said it. */
  isDiffering: z.boolean(),
});

export type SaidPassage = z.output<typeof saidPassage>;

export const listSaid = endpoint({
  method: "GET",
  path: "/api/sources/[sourceId]/passages",
  summary: "What a source said over all articles, the latest first, 50 at a time.",
  action: "source.read",
  params: z.strictObject({ sourceId: id }),
  query: z.strictObject({ cursor: cursor.optional() }),
  answer: z.strictObject({ passages: z.array(saidPassage), nextCursor: z.string().nullable() }),
});
