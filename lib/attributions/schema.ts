import { z } from "zod";
import { day } from "@/lib/articles/schema";
import { endpoint } from "@/lib/http/endpoint";
import { id, moment, eventNumber as number, version, wordsOrNull } from "@/lib/http/fields";
import { newPassage, passageView, selection } from "@/lib/passages/schema";
import { newSource, sourceView } from "@/lib/sources/schema";

export const voice = z.enum(["source", "reporter"]);
export const directness = z.enum(["direct", "mixed", "indirect"], {
  error: "The words are direct, mixed or indirect.",
});
export const cueClass = z.enum([
  "neutral",
  "asserting",
  "hedging",
  "vouching",
  "denying",
  "performing",
  "judging",
]);
export const channel = z.enum([
  "statement",
  "interview",
  "speech",
  "testimony",
  "pressReport",
  "document",
  "court",
  "post",
  "observation",
  "unknown",
]);
export const polarity = z.enum(["positive", "negative"]);

/**
 * How whoever speaks stands to the words. claims: they say that it is so. denies, doubts: they say that it is not, or
 * that they do not think so. open: it is told without a claim ("did not deny"). differing: colleagues do not agree.
 */
export const stance = z.enum(["claims", "denies", "doubts", "open", "differing"]);

export type Voice = z.output<typeof voice>;
export type Directness = z.output<typeof directness>;
export type CueClass = z.output<typeof cueClass>;
export type Channel = z.output<typeof channel>;
export type Polarity = z.output<typeof polarity>;
export type Stance = z.output<typeof stance>;

/** A place in the article's text, UTF-16 units. */
const place = z.strictObject({ start: z.number().int(), end: z.number().int() }).meta({ id: "Place" });

export const attributionView = z
  .strictObject({
    id,
    passageId: id,
    voice,
    /** Null with the voice of a source: somebody whom the text does not name, a missing link. */
    sourceId: id.nullable(),
    /** The attribution whose words report this one. */
    parentId: id.nullable(),
    directness: directness.nullable(),
    mention: place.nullable(),
    cue: place.nullable(),
    cueClass: cueClass.nullable(),
    channel,
    polarity,
    saidAt: day.nullable(),
    /** "person", or the engine that suggested it: "rules@1", or "rules@1, changed" where it was changed to be accepted. */
    origin: z.string(),
    /** Counts for its passage: no link of a chain, not overruled by a settlement. */
    stands: z.boolean(),
    by: id,
    createdAt: moment,
    changedAt: moment,
    version,
    createdNumber: number,
    /** The event at which it came to say what it says. */
    contentNumber: number,
    number,
  })
  .meta({ id: "Attribution" });

export type AttributionView = z.output<typeof attributionView>;

export const settlementView = z
  .strictObject({
    id,
    passageId: id,
    /** Null: the matter was opened again. */
    attributionId: id.nullable(),
    /** The settlement holds for as long as the attribution has this version. */
    attributionVersion: version.nullable(),
    by: id,
    why: z.string().nullable(),
    at: moment,
    number,
  })
  .meta({ id: "Settlement" });

export type SettlementView = z.output<typeof settlementView>;

/** A source that exists, one made together with the attribution, or (null) one that the text does not name. */
const sourceChoice = z
  .union([z.strictObject({ sourceId: id }), z.strictObject({ newSource })])
  .nullable()
  .meta({ id: "SourceChoice" });

export type SourceChoice = z.output<typeof sourceChoice>;

/** The most links that a chain may have; no news is that old. */
export const longestChain = 12;

/** Who said it and how, as a person records it. */
export const attributionContent = z
  .strictObject({
    voice,
    source: sourceChoice,
    directness: directness.nullable(),
    /** The words that name the source here, and those that do the attributing; the server checks both. */
    mention: selection.nullable(),
    cue: selection.nullable(),
    cueClass: cueClass.nullable(),
    channel,
    polarity,
    saidAt: day.nullable(),
    /** Who reports it, from the nearest outward, on the same words. Ids are made by the browser. */
    links: z
      .array(z.strictObject({ id, source: sourceChoice }))
      .max(longestChain, { error: "This chain is too long." })
      .refine((links) => new Set(links.map((one) => one.id)).size === links.length, {
        error: "No link can stand in a chain twice.",
      }),
    /** The attribution on other words that reports the outermost of these. */
    parentId: id.nullable(),
  })
  .refine((given) => given.voice === "source" || isBare(given), {
    error: "The reporter's own voice has no source, no cue and no chain.",
    path: ["voice"],
  })
  .refine(({ source, links }) => !reportsItself([source, ...links.map((one) => one.source)]), {
    error: "Nobody reports their own words: take one of the two out of the chain.",
    path: ["links"],
  })
  .refine((given) => given.voice === "reporter" || given.source !== null, {
    error: "Say who the source is, or choose the reporter's own voice.",
    path: ["source"],
  })
  .meta({ id: "AttributionContent" });

export type AttributionContent = z.output<typeof attributionContent>;

function reportsItself(chain: readonly SourceChoice[]): boolean {
  const ids = chain.map((one) => one && ("sourceId" in one ? one.sourceId : one.newSource.id));
  return ids.some((id, at) => id !== null && id === ids[at + 1]);
}

function isBare(given: { source: unknown; cue: unknown; links: unknown[]; parentId: unknown }): boolean {
  return given.source === null && given.cue === null && given.links.length === 0 && given.parentId === null;
}

/** What a write of attributions has changed: to be laid over what is held. */
export const attributionsWritten = z
  .strictObject({
    attributions: z.array(attributionView),
    sources: z.array(sourceView),
    passage: passageView.nullable(),
  })
  .meta({ id: "AttributionsWritten" });

export type AttributionsWritten = z.output<typeof attributionsWritten>;

const onAttribution = z.strictObject({ attributionId: id });

export const createAttribution = endpoint({
  method: "POST",
  path: "/api/articles/[articleId]/attributions",
  summary:
    "Say who said a passage: one that exists, or one made together with it. All of it is stored, or nothing. Each person holds one attribution of a passage: 409 with mine when there is one.",
  action: "attribution.create",
  params: z.strictObject({ articleId: id }),
  body: z
    .strictObject({
      id,
      passageId: id.optional(),
      passage: newPassage.optional(),
      content: attributionContent,
    })
    .refine((given) => Boolean(given.passageId) !== Boolean(given.passage), {
      error: "Give either a passage that exists or a new one.",
      path: ["passage"],
    }),
  answer: attributionsWritten,
  status: 201,
});

export type NewAttribution = z.output<typeof createAttribution.body>;

export const editAttribution = endpoint({
  method: "PATCH",
  path: "/api/attributions/[attributionId]",
  summary:
    "Change my attribution; what it said before is kept. 409 with the current attribution when it has moved on.",
  action: "attribution.edit",
  params: onAttribution,
  body: z.strictObject({ version, content: attributionContent }),
  answer: attributionsWritten,
});

export const deleteAttribution = endpoint({
  method: "DELETE",
  path: "/api/attributions/[attributionId]",
  summary: "Take my attribution back. It can be restored.",
  action: "attribution.edit",
  params: onAttribution,
  answer: z.strictObject({ removed: z.array(id), attributions: z.array(attributionView), number }),
});

export const restoreAttribution = endpoint({
  method: "POST",
  path: "/api/attributions/[attributionId]/restore",
  summary: "Bring my attribution back that I took back.",
  action: "attribution.edit",
  params: onAttribution,
  answer: attributionsWritten,
});

export const listAttributionRevisions = endpoint({
  method: "GET",
  path: "/api/attributions/[attributionId]/revisions",
  summary: "What an attribution said before its changes, oldest first.",
  action: "article.read",
  params: onAttribution,
  answer: z.strictObject({
    revisions: z.array(z.strictObject({ version, was: attributionView, at: moment })),
    sources: z.array(sourceView),
  }),
});

/** An attribution that its person took back, as it was, with the links of its chain that went with it. */
export const takenBack = z
  .strictObject({ was: attributionView, links: z.array(attributionView), at: moment })
  .meta({ id: "TakenBack" });

export type TakenBack = z.output<typeof takenBack>;

export const listTakenBack = endpoint({
  method: "GET",
  path: "/api/passages/[passageId]/taken-back",
  summary: "What people said of who said a passage and took back, the latest first.",
  action: "article.read",
  params: z.strictObject({ passageId: id }),
  answer: z.strictObject({ takenBack: z.array(takenBack), sources: z.array(sourceView) }),
});

const why = wordsOrNull(500, "The reason").optional();

export const createSettlement = endpoint({
  method: "POST",
  path: "/api/passages/[passageId]/settlements",
  summary:
    "Settle which attribution stands for a passage, or (with null) open the matter again. The others stay in its history. `replaces` is the latest settlement that I saw, null for none; 409 with the current one, or with the current attribution, when it has moved on.",
  action: "attribution.settle",
  params: z.strictObject({ passageId: id }),
  body: z.strictObject({
    id,
    attribution: z.strictObject({ id, version }).nullable(),
    replaces: id.nullable(),
    why,
  }),
  answer: z.strictObject({ settlement: settlementView, attributions: z.array(attributionView) }),
  status: 201,
});

export type NewSettlement = z.output<typeof createSettlement.body>;
