import "server-only";
import { findArticle, latestRevision } from "@/lib/articles/queries";
import { ownLinks } from "@/lib/attributions/chain";
import { isUnnamed, originOf } from "@/lib/attributions/describe-attribution";
import { insertAttribution } from "@/lib/attributions/insert-attribution";
import { readLiving } from "@/lib/attributions/queries";
import type { AttributionContent } from "@/lib/attributions/schema";
import { storeStanding } from "@/lib/attributions/settlements";
import { checkPlaces, idOf, type Living, prepareSources, removeRows } from "@/lib/attributions/store-content";
import { tellDiffering } from "@/lib/attributions/tell-differing";
import { mustBeAble } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { type Tx, transaction } from "@/lib/db/transaction";
import { AppError, notFound } from "@/lib/errors";
import { groupBy } from "@/lib/group-by";
import { lockArticle, storeEvent } from "@/lib/live/events";
import { checkPassage, findOrInsertPassage, readPassagesAt } from "@/lib/passages/insert-passage";
import { rootOf } from "@/lib/sources/merged";
import { normaliseName } from "@/lib/sources/normalise-name";
import { readWithRoots } from "@/lib/sources/queries";
import type { SourceView } from "@/lib/sources/schema";
import { answerOf, decidedAlready } from "./answer";
import { lockMadeSources, readNamedSources, stampSources, takeSources } from "./made-sources";
import { dropNames, namesIn, storeNames } from "./names";
import { findSuggestion, suggestionSelect, toSuggestionView } from "./queries";
import type { SuggestionChange, SuggestionState, SuggestionsDecided, SuggestionView } from "./schema";

/**
 * Accepts a suggestion with changes of one's own: a passage with its attribution, in one transaction. It counts as
 * changed where the words, the source or the manner are others than proposed. A retry is answered with what exists.
 */
export async function changeSuggestion(
  viewer: Viewer,
  suggestionId: string,
  given: SuggestionChange,
): Promise<SuggestionsDecided> {
  const { articleId, workspaceId } = await findSuggestion(viewer, suggestionId);
  mustBeAble(viewer, "suggestion.decide", { workspaceId });
  const { text } = await latestRevision(articleId);
  const checked = await checkPassage(articleId, { id: given.passageId, ...given.passage });
  checkPlaces(text, given.passage, given.content);
  return transaction(async (tx) => {
    const now = new Date();
    const fresh = await findNewSources(tx, given.content);
    await prepareSources(tx, viewer, workspaceId, given.content);
    await stampSources(tx, fresh, now);
    await lockArticle(tx, articleId);
    const { suggestion, made } = await readSuggestion(tx, suggestionId);
    if (suggestion.state !== "open") {
      if (made.attributionId === given.attributionId)
        return answerOf(tx, articleId, [suggestionId], made.passageId ? [made.passageId] : []);
      throw decidedAlready(suggestion);
    }
    const number = await storeDecision(tx, viewer, articleId, suggestionId);
    const { claimKinds } = suggestion;
    const there = await readPassagesAt(tx, articleId, checked.revisionId, [checked]);
    const wanted = { ...checked, claimKinds };
    const passage = await findOrInsertPassage(tx, viewer, articleId, wanted, number, there);
    const place = { articleId, workspaceId, passageId: passage.id, number, now };
    const { attributionId: id, content } = given;
    const living = await readLiving(tx, articleId);
    const isChanged = !(await isSame(tx, suggestion, given));
    const origin = originOf(suggestion.engine, { isChanged });
    await insertAttribution(tx, viewer, place, living, { id, content, origin });
    await storeStanding(tx, [passage.id], number);
    await tellDiffering(tx, viewer, { articleId, number, passageIds: [passage.id], living });
    await decide(tx, viewer, suggestionId, isChanged ? "changed" : "accepted", number, {
      passageId: passage.id,
      attributionId: id,
    });
    await correctNames(tx, viewer, { articleId, text, now }, suggestion, given);
    return answerOf(tx, articleId, [suggestionId], [passage.id]);
  });
}

/** Those that the browser has thought of and that are not stored yet. */
async function findNewSources(tx: Tx, { source, links }: AttributionContent): Promise<string[]> {
  const ids = [source, ...links.map((one) => one.source)].flatMap((one) =>
    one && "newSource" in one ? one.newSource.id : [],
  );
  const known = await tx.source.findMany({ where: { id: { in: ids } }, select: { id: true } });
  return ids.filter((id) => !known.some((one) => one.id === id));
}

/**
 * What the text calls the chosen source is a name of that one. Where a suggestion that was accepted before has given it
 * to another, it goes, unless other words of that one are introduced by it.
 */
async function correctNames(
  tx: Tx,
  viewer: Viewer,
  here: { articleId: string; text: string; now: Date },
  { speaker }: SuggestionView,
  { content }: SuggestionChange,
): Promise<void> {
  const sourceId = idOf(content.source);
  const mention = speaker ? here.text.slice(speaker.start, speaker.end) : "";
  const names = speaker && !isUnnamed(speaker) ? namesIn(mention, speaker) : [];
  if (names.length === 0) return;
  const others = await tx.sourceAlias.findMany({
    where: {
      articleId: here.articleId,
      text: { in: names },
      ...(sourceId ? { sourceId: { not: sourceId } } : {}),
    },
    select: { sourceId: true },
  });
  const changed = await dropNames(
    tx,
    here,
    others.map((one) => one.sourceId),
  );
  await tellChanged(tx, viewer, here.articleId, changed);
  // An alias tells what the text calls somebody, so it needs a place in the text that does.
  const isNamedHere = content.mention?.start === speaker?.start && content.mention?.end === speaker?.end;
  if (!sourceId || !isNamedHere) return;
  await storeNames(
    tx,
    viewer,
    here,
    names.map((text) => ({ sourceId, text })),
  );
}

/** Sources have no number of their own, so whoever reads the article hears of them by events. */
async function tellChanged(tx: Tx, viewer: Viewer, articleId: string, sourceIds: readonly string[]) {
  for (const source of sourceIds) {
    await storeEvent(tx, { articleId, kind: "source.changed", ids: { source }, actorId: viewer.userId });
  }
}

async function isSame(tx: Tx, suggestion: SuggestionView, { passage, content }: SuggestionChange) {
  const { speaker, directness, start, end } = suggestion;
  const sourceId = idOf(content.source);
  const sources = await readWithRoots(tx, sourceId ? [sourceId] : []);
  const source = sources.find((one) => one.id === rootOf(sourceId ?? "", byId(sources)));
  return (
    start === passage.start &&
    end === passage.end &&
    content.voice === "source" &&
    content.directness === directness &&
    speaker !== null &&
    (source ? isNamed(source, speaker.name) : isUnnamed(speaker))
  );
}

function byId(sources: readonly SourceView[]): Map<string, SourceView> {
  return new Map(sources.map((one) => [one.id, one]));
}

function isNamed({ name, aliases }: SourceView, wanted: string): boolean {
  const key = normaliseName(wanted);
  return [name, ...aliases.map((one) => one.text)].some((one) => normaliseName(one) === key);
}

/** Dismisses a suggestion; 409 with the suggestion when a colleague has decided otherwise. */
export async function dismissSuggestion(viewer: Viewer, suggestionId: string): Promise<SuggestionsDecided> {
  const { articleId, workspaceId } = await findSuggestion(viewer, suggestionId);
  mustBeAble(viewer, "suggestion.decide", { workspaceId });
  return transaction(async (tx) => {
    await lockArticle(tx, articleId);
    const { suggestion } = await readSuggestion(tx, suggestionId);
    if (suggestion.state === "dismissed") return answerOf(tx, articleId, [suggestionId], []);
    if (suggestion.state !== "open") throw decidedAlready(suggestion);
    const number = await storeDecision(tx, viewer, articleId, suggestionId);
    await decide(tx, viewer, suggestionId, "dismissed", number, { passageId: null, attributionId: null });
    return answerOf(tx, articleId, [suggestionId], []);
  });
}

/**
 * Undoes decisions of one's own, all of them or none: what was made of the suggestions goes away, sources and their
 * names along with it. A passage on which something else stands by now stays, and so does a source that is used.
 */
export async function reopenSuggestions(
  viewer: Viewer,
  articleId: string,
  { suggestionIds }: { suggestionIds: string[] },
): Promise<SuggestionsDecided> {
  const { workspaceId } = await findArticle(viewer, articleId);
  mustBeAble(viewer, "suggestion.decide", { workspaceId });
  const { text } = await latestRevision(articleId);
  return transaction(async (tx) => {
    const made = await lockMadeSources(tx, viewer, articleId, suggestionIds);
    await lockArticle(tx, articleId);
    const rows = await tx.suggestion.findMany({
      where: { id: { in: suggestionIds }, articleId },
      select: {
        id: true,
        state: true,
        decidedById: true,
        passageId: true,
        attributionId: true,
        number: true,
      },
    });
    if (rows.length < new Set(suggestionIds).size) throw notFound("suggestion");
    const decided = rows.filter((row) => row.state !== "open");
    if (decided.some((row) => row.decidedById !== viewer.userId)) {
      throw new AppError("conflict", "A colleague has decided about this. Talk to them, or record your own.");
    }
    if (decided.length === 0) return answerOf(tx, articleId, suggestionIds, []);
    const number = await storeDecision(tx, viewer, articleId, decided[0]?.id ?? "");
    const named = await readNamedSources(tx, viewer, articleId, suggestionIds);
    const removed = { passages: [] as string[], attributions: [] as string[] };
    const kept = await readKept(
      tx,
      articleId,
      decided.map((row) => row.id),
    );
    const living = await readLiving(tx, articleId);
    for (const { attributionId } of decided) {
      if (attributionId) removed.attributions.push(...takeFrom(living, attributionId, kept));
    }
    await removeRows(tx, { number, now: new Date() }, removed.attributions);
    const passages = decided.flatMap((row) => row.passageId ?? []);
    await storeStanding(tx, passages, number);
    for (const [madeAt, rows] of groupBy(decided, (row) => row.number)) {
      const marked = rows.flatMap((row) => row.passageId ?? []);
      removed.passages.push(...(await takePassages(tx, viewer, marked, madeAt, number)));
    }
    await tx.suggestion.updateMany({
      where: { id: { in: decided.map((row) => row.id) } },
      data: {
        state: "open",
        decidedById: null,
        decidedAt: null,
        passageId: null,
        attributionId: null,
        number,
      },
    });
    const gone = await takeSources(tx, viewer, made);
    const changed = await dropNames(tx, { articleId, text }, named);
    await tellChanged(tx, viewer, articleId, [...gone, ...changed]);
    return answerOf(tx, articleId, suggestionIds, passages, { ...removed, sources: gone });
  });
}

/** Attributions that were made of other suggestions than these. */
async function readKept(tx: Tx, articleId: string, undone: string[]): Promise<Set<string>> {
  const rows = await tx.suggestion.findMany({
    where: { articleId, attributionId: { not: null }, id: { notIn: undone } },
    select: { attributionId: true },
  });
  return new Set(rows.flatMap((row) => row.attributionId ?? []));
}

/**
 * Takes what was made of a suggestion from `living`; a link that stays in another's chain stays, and so does what is
 * `kept`.
 */
function takeFrom(living: Living, attributionId: string, kept: ReadonlySet<string>): string[] {
  const attribution = living.get(attributionId);
  if (!attribution) return [];
  const gone = [attributionId, ...ownLinks(attribution, living).map((one) => one.id)].filter(
    (id) => !kept.has(id) && !isNeeded(id, attributionId, living),
  );
  for (const id of gone) living.delete(id);
  return gone;
}

function isNeeded(
  id: string,
  headId: string,
  living: ReadonlyMap<string, { id: string; parentId: string | null }>,
): boolean {
  return id !== headId && [...living.values()].some((one) => one.parentId === id && one.id !== headId);
}

/** Deletes those of the passages that were made with the decision, where nobody has built anything on them. */
async function takePassages(
  tx: Tx,
  viewer: Viewer,
  passageIds: string[],
  madeAt: number,
  number: number,
): Promise<string[]> {
  const rows = await tx.passage.updateManyAndReturn({
    where: {
      id: { in: passageIds },
      createdById: viewer.userId,
      createdNumber: madeAt,
      deletedAt: null,
      threads: { none: {} },
      attributions: { none: { deletedAt: null } },
      assessments: { none: {} },
      evidence: { none: { deletedAt: null } },
      resolutions: { none: {} },
      assigneeId: null,
    },
    data: { deletedAt: new Date(), number, version: { increment: 1 } },
    select: { id: true },
  });
  return rows.map((row) => row.id);
}

async function readSuggestion(tx: Tx, id: string) {
  const row = await tx.suggestion.findUniqueOrThrow({
    where: { id },
    select: { ...suggestionSelect, passageId: true, attributionId: true },
  });
  const { passageId, attributionId, ...rest } = row;
  return { suggestion: toSuggestionView(rest), made: { passageId, attributionId } };
}

function storeDecision(tx: Tx, viewer: Viewer, articleId: string, suggestionId: string): Promise<number> {
  return storeEvent(tx, {
    articleId,
    kind: "suggestion.decided",
    ids: { suggestion: suggestionId },
    actorId: viewer.userId,
  });
}

async function decide(
  tx: Tx,
  viewer: Viewer,
  id: string,
  state: Exclude<SuggestionState, "open">,
  number: number,
  made: { passageId: string | null; attributionId: string | null },
): Promise<void> {
  await tx.suggestion.update({
    where: { id },
    data: { state, decidedById: viewer.userId, decidedAt: new Date(), number, ...made },
    select: { id: true },
  });
}
