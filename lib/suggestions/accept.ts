import "server-only";
import { randomUUID } from "node:crypto";
import { findArticle, latestRevision } from "@/lib/articles/queries";
import { heldBy } from "@/lib/attributions/chain";
import { isUnnamed } from "@/lib/attributions/describe-attribution";
import { insertAttribution } from "@/lib/attributions/insert-attribution";
import { readLiving } from "@/lib/attributions/queries";
import type { AttributionContent } from "@/lib/attributions/schema";
import { storeStanding } from "@/lib/attributions/settlements";
import type { Living } from "@/lib/attributions/store-content";
import { tellDiffering } from "@/lib/attributions/tell-differing";
import { mustBeAble } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { type Tx, transaction } from "@/lib/db/transaction";
import { AppError, notFound } from "@/lib/errors";
import { lockArticle, storeEvent } from "@/lib/live/events";
import { describeQuote } from "@/lib/passages/describe-quote";
import {
  type CheckedPassage,
  findOrInsertPassage,
  type PassagesAt,
  readPassagesAt,
} from "@/lib/passages/insert-passage";
import { rootOf } from "@/lib/sources/merged";
import { answerOf, decidedAlready } from "./answer";
import { findSources } from "./find-sources";
import { type Called, namesIn, storeNames } from "./names";
import { suggestionSelect, toSuggestionView } from "./queries";
import type { Acceptance, SuggestionsDecided, SuggestionView } from "./schema";

type Wanted = { suggestion: SuggestionView; ids: Acceptance };

type Scene = {
  viewer: Viewer;
  articleId: string;
  workspaceId: string;
  revision: { id: string; text: string; language: string };
  number: number;
  /** When all of it was made: what bears this moment was made by this acceptance. */
  now: Date;
  sources: ReadonlyMap<string, string>;
  /** Those of the workspace that speak as another. */
  merged: ReadonlyMap<string, { id: string; mergedInto: string | null }>;
  /** The sources that nobody can take away meanwhile; no other is used. */
  held: ReadonlySet<string>;
  /** What is there, read once and kept current. */
  living: Living;
  there: PassagesAt;
  /** Attributions that were made of suggestions, by the suggestion, or that I held instead: what it reports hangs on them. */
  said: Map<string, string>;
};

/** What became of a suggestion. */
type Made = { id: string; passageId: string; attributionId: string | null; suggestion: SuggestionView };

/**
 * Accepts suggestions: each becomes a passage with its attribution, and what reports it is accepted along with it.
 * All of it is stored, or nothing. What is decided already is left as it is, and so is what I have said myself
 * already; when nothing is left to accept for that reason, it is refused. 409 with a suggestion when none is open and
 * others have decided about all of them, without one when a colleague has just changed who reports it; a retry is
 * answered with what was made.
 */
export async function acceptSuggestions(
  viewer: Viewer,
  articleId: string,
  { accept }: { accept: Acceptance[] },
): Promise<SuggestionsDecided> {
  const { workspaceId } = await findArticle(viewer, articleId);
  mustBeAble(viewer, "suggestion.decide", { workspaceId });
  const revision = await latestRevision(articleId);
  return transaction(async (tx) => {
    const wanted = await readWanted(tx, articleId, revision.id, accept);
    const speakers = wanted.flatMap(({ suggestion: { speaker, state }, ids }) =>
      speaker && !isUnnamed(speaker) && state === "open" ? [{ speaker, newId: ids.sourceId }] : [],
    );
    const now = new Date();
    const where = { workspaceId, articleId, now };
    const reporting = await readReporting(tx, viewer, wanted);
    const { found: sources, held } = await findSources(tx, viewer, where, speakers, reporting);
    await lockArticle(tx, articleId);
    // A colleague may have decided about some while this waited.
    const { open, said } = await readOpen(tx, wanted);
    if (open.length === 0) return answerRetry(tx, viewer, articleId, accept);
    const first = open[0]?.suggestion.id ?? "";
    const number = await storeEvent(tx, {
      articleId,
      kind: "suggestion.decided",
      ids: { suggestion: first },
      actorId: viewer.userId,
    });
    const living = await readLiving(tx, articleId);
    const spans = open.map((one) => one.suggestion);
    const there = await readPassagesAt(tx, articleId, revision.id, spans);
    const scene = {
      viewer,
      articleId,
      workspaceId,
      revision,
      number,
      now,
      sources,
      merged: await readMerged(tx, workspaceId),
      held,
      living,
      there,
      said,
    };
    const made: Made[] = [];
    for (const one of open) made.push(...(await acceptOne(tx, scene, one)));
    if (made.length === 0) {
      throw new AppError(
        "conflict",
        "You have said who said this already. Change what you recorded instead.",
      );
    }
    await storeAccepted(tx, scene, made);
    await storeNames(tx, viewer, { articleId, now }, namesOf(scene, made));
    const passages = [...new Set(made.map((one) => one.passageId))];
    await storeStanding(tx, passages, number);
    await tellDiffering(tx, viewer, { articleId, number, passageIds: passages, living });
    return answerOf(
      tx,
      articleId,
      open.map((one) => one.suggestion.id),
      passages,
    );
  });
}

/** The suggestions that are asked for with what reports them, those that report before those that are reported. */
async function readWanted(
  tx: Tx,
  articleId: string,
  revisionId: string,
  accept: readonly Acceptance[],
): Promise<Wanted[]> {
  const ids = new Map(accept.map((one) => [one.suggestionId, one]));
  const wanted = new Map<string, Wanted>();
  for (let asked = [...ids.keys()]; asked.length > 0; ) {
    const rows = await tx.suggestion.findMany({
      where: { id: { in: asked }, articleId, revisionId },
      select: suggestionSelect,
    });
    for (const suggestion of rows.map(toSuggestionView)) {
      const own = ids.get(suggestion.id) ?? newIds(suggestion.id);
      wanted.set(suggestion.id, { suggestion, ids: own });
    }
    asked = rows.flatMap((row) => (row.parentId && !wanted.has(row.parentId) ? row.parentId : []));
  }
  if (accept.some((one) => !wanted.has(one.suggestionId))) throw notFound("suggestion");
  return [...wanted.values()].sort((a, b) => depthOf(a, wanted) - depthOf(b, wanted));
}

/** The sources that colleagues have recorded for some of these: on the same words they become links of my chain. */
async function readReporting(tx: Tx, { userId }: Viewer, wanted: readonly Wanted[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT a."sourceId" AS id FROM "Suggestion" g JOIN "Attribution" a ON a.id = g."attributionId"
    WHERE g.id = ANY(${wanted.map((one) => one.suggestion.id)}::uuid[])
      AND a."sourceId" IS NOT NULL AND a."deletedAt" IS NULL AND a."byId" <> ${userId}::uuid`;
  return rows.map((row) => row.id);
}

async function readMerged(tx: Tx, workspaceId: string): Promise<Scene["merged"]> {
  const rows = await tx.source.findMany({
    where: { workspaceId, mergedIntoId: { not: null } },
    select: { id: true, mergedIntoId: true },
  });
  return new Map(rows.map(({ id, mergedIntoId }) => [id, { id, mergedInto: mergedIntoId }]));
}

function newIds(suggestionId: string): Acceptance {
  return { suggestionId, passageId: randomUUID(), attributionId: randomUUID(), sourceId: randomUUID() };
}

function depthOf(one: Wanted, all: ReadonlyMap<string, Wanted>): number {
  let depth = 0;
  for (let at = one.suggestion.parentId; at && depth <= all.size; depth++) {
    at = all.get(at)?.suggestion.parentId ?? null;
  }
  return depth;
}

/** Those that are open, and what was made of the others. */
async function readOpen(
  tx: Tx,
  wanted: readonly Wanted[],
): Promise<{ open: Wanted[]; said: Map<string, string> }> {
  const rows = await tx.suggestion.findMany({
    where: { id: { in: wanted.map((one) => one.suggestion.id) } },
    select: { id: true, state: true, attributionId: true },
  });
  const open = new Set(rows.flatMap((row) => (row.state === "open" ? row.id : [])));
  const said = rows.flatMap(({ id, attributionId }) => (attributionId ? [[id, attributionId] as const] : []));
  return { open: wanted.filter((one) => open.has(one.suggestion.id)), said: new Map(said) };
}

/**
 * Answers who asks again for what they accepted with all that they decided then, what reports it included, as the lost
 * answer did; refuses who asks for what a colleague decided, or they dismissed.
 */
async function answerRetry(
  tx: Tx,
  viewer: Viewer,
  articleId: string,
  accept: readonly Acceptance[],
): Promise<SuggestionsDecided> {
  const asked = await tx.suggestion.findMany({
    where: { id: { in: accept.map((one) => one.suggestionId) } },
    select: suggestionSelect,
  });
  const isMine = ({ state, decidedById }: (typeof asked)[number]) =>
    decidedById === viewer.userId && (state === "accepted" || state === "changed");
  const mine = asked.filter(isMine);
  if (mine.length === 0) throw decidedAlready(asked.map(toSuggestionView)[0]);
  const number = Math.max(...mine.map((one) => one.number));
  const decided = await tx.suggestion.findMany({
    where: { articleId, decidedById: viewer.userId, number },
    select: { id: true, passageId: true },
  });
  return answerOf(
    tx,
    articleId,
    [...new Set([...asked, ...decided].map((one) => one.id))],
    decided.flatMap((one) => one.passageId ?? []),
  );
}

/** Makes a passage and an attribution of a suggestion, or nothing where I said so myself already. */
async function acceptOne(tx: Tx, scene: Scene, { suggestion, ids }: Wanted): Promise<Made[]> {
  const { viewer, articleId, number, living, said } = scene;
  const checked = passageOf(scene, suggestion, ids.passageId);
  const passage = await findOrInsertPassage(tx, viewer, articleId, checked, number, scene.there);
  let attributionId: string | null = null;
  if (suggestion.speaker) {
    const content = contentOf(scene, suggestion, passage.id);
    const mine = heldBy(viewer.userId, passage.id, living);
    if (mine && mine.id !== content.parentId) {
      // The reporter's own words are no link of a chain.
      if (mine.voice === "source") said.set(suggestion.id, mine.id);
      return [];
    }
    attributionId = ids.attributionId;
    const place = {
      articleId,
      workspaceId: scene.workspaceId,
      passageId: passage.id,
      number,
      now: scene.now,
    };
    const given = { id: attributionId, content, origin: suggestion.engine };
    await insertAttribution(tx, viewer, place, living, given);
    said.set(suggestion.id, attributionId);
  }
  return [{ id: suggestion.id, passageId: passage.id, attributionId, suggestion }];
}

/** Stores what became of all of them in one statement. */
async function storeAccepted(tx: Tx, { viewer, number, now }: Scene, made: readonly Made[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Suggestion" s
    SET state = 'accepted', "decidedById" = ${viewer.userId}::uuid, "decidedAt" = ${now}, number = ${number},
      "passageId" = made."passageId", "attributionId" = made."attributionId"
    FROM unnest(
      ${made.map((one) => one.id)}::uuid[],
      ${made.map((one) => one.passageId)}::uuid[],
      ${made.map((one) => one.attributionId)}::uuid[]
    ) AS made(id, "passageId", "attributionId")
    WHERE s.id = made.id`;
}

/** The names by which the accepted words themselves call their source; what other words call it is not accepted yet. */
function namesOf({ revision, sources }: Scene, made: readonly Made[]): Called[] {
  return made.flatMap(({ attributionId, suggestion: { speaker } }) => {
    const sourceId = sources.get(speaker?.name ?? "");
    if (!attributionId || !speaker || !sourceId) return [];
    return namesIn(revision.text.slice(speaker.start, speaker.end), speaker).map((text) => ({
      sourceId,
      text,
    }));
  });
}

function passageOf({ revision }: Scene, suggestion: SuggestionView, id: string): CheckedPassage {
  const { start, end, claimKinds } = suggestion;
  const quote = describeQuote(revision.text, { start, end }, revision.language);
  return { id, revisionId: revision.id, start, end, claimKinds, ...quote };
}

function contentOf(
  { viewer, revision, sources, merged, held, living, said }: Scene,
  { start, end, speaker, cue, directness, parentId }: SuggestionView,
  passageId: string,
): AttributionContent {
  const select = (place: { start: number; end: number }) => ({
    start: place.start,
    end: place.end,
    exact: revision.text.slice(place.start, place.end),
  });
  const isMention = speaker && !(speaker.start === start && speaker.end === end);
  const sourceId = speaker && !isUnnamed(speaker) ? (sources.get(speaker.name) ?? "") : null;
  // What reports it, when it is still there. Nobody reports their own words: then whoever reports those does.
  const reporting = living.get(said.get(parentId ?? "") ?? "") ?? null;
  const isOwn =
    sourceId !== null && reporting?.sourceId != null && rootOf(reporting.sourceId, merged) === sourceId;
  const reportedBy = isOwn ? (living.get(reporting?.parentId ?? "") ?? null) : reporting;
  const isOthers = reportedBy?.passageId === passageId && reportedBy.by !== viewer.userId;
  return {
    voice: "source",
    source: sourceId === null ? null : { sourceId },
    directness,
    mention: isMention ? select(speaker) : null,
    cue: cue ? select(cue) : null,
    cueClass: cue?.class ?? null,
    channel: cue?.channel ?? "unknown",
    polarity: cue?.polarity ?? "positive",
    saidAt: null,
    // On the same words a colleague's attribution cannot be part of my chain; its source can.
    links: isOthers ? [linkTo(reportedBy.sourceId, held)] : [],
    parentId: isOthers ? null : (reportedBy?.id ?? null),
  };
}

/** Refused where the colleague has named another source while this waited: to hold it now could be waiting in a circle. */
function linkTo(sourceId: string | null, held: ReadonlySet<string>): AttributionContent["links"][number] {
  if (sourceId && !held.has(sourceId)) {
    throw new AppError(
      "conflict",
      "A colleague has changed meanwhile who reports this. Look at it and accept again.",
    );
  }
  return { id: randomUUID(), source: sourceId ? { sourceId } : null };
}
