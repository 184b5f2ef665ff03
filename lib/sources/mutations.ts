import "server-only";
import { whoChanged, whoOvertook } from "@/lib/accounts/queries";
import { subjectOf } from "@/lib/accounts/subject-of";
import { mustBeAble } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { escapeLike } from "@/lib/db/like";
import { storeOnce } from "@/lib/db/store-once";
import { type Tx, transaction } from "@/lib/db/transaction";
import { AppError, idTaken, notFound } from "@/lib/errors";
import { storeEventInAll } from "@/lib/live/events";
import { inQuotes } from "@/lib/text/in-quotes";
import { storeAudit } from "@/lib/workspaces/audit";
import { normaliseName } from "./normalise-name";
import { articlesNaming, findSource, idsSpeakingAs, sourceSelect, toSourceView } from "./queries";
import type { NewAlias, NewSource, SourceChange, SourceView } from "./schema";

/** Adds a source. The same id sent again by the same person answers with the source that exists. */
export async function createSource(
  viewer: Viewer,
  workspaceId: string,
  given: NewSource,
): Promise<SourceView> {
  mustBeAble(viewer, "source.create", { workspaceId });
  return storeOnce({
    find: () => findOwnSource(viewer, workspaceId, given.id),
    prepare: async () => null,
    store: (tx) => insertSource(tx, viewer, workspaceId, given),
  });
}

async function findOwnSource(viewer: Viewer, workspaceId: string, id: string): Promise<SourceView | null> {
  const row = await db().source.findUnique({ where: { id }, select: sourceSelect });
  if (!row) return null;
  if (row.createdById !== viewer.userId || row.workspaceId !== workspaceId) throw idTaken();
  return toSourceView(row);
}

/** Stores a source inside the caller's transaction; the caller has asked whether the viewer may. */
export async function insertSource(
  tx: Tx,
  viewer: Viewer,
  workspaceId: string,
  { id, kind, name, role }: NewSource,
): Promise<SourceView> {
  const row = await tx.source.create({
    data: { id, workspaceId, kind, name, role: role ?? null, createdById: viewer.userId },
    select: sourceSelect,
  });
  return toSourceView(row);
}

/**
 * Changes what is known of a source; 409 with the current source when `version` has moved on, and at a name that
 * another source has: its words would be read as the other's. With `isNamesake` both are called so.
 */
export async function editSource(
  viewer: Viewer,
  sourceId: string,
  { version, isNamesake = false, ...change }: SourceChange,
): Promise<SourceView> {
  mustBeAble(viewer, "source.edit", await findSource(viewer, sourceId));
  return transaction(async (tx) => {
    const current = await lockSource(tx, sourceId);
    const data = differences(current, change);
    // A retry of what came through asks for what is so already.
    if (Object.keys(data).length === 0) return current;
    if (current.version !== version) throw await movedOn(tx, viewer, current, version);
    if (data.name !== undefined && !isNamesake) await refuseNamesake(tx, current, data.name);
    await tellArticles(tx, viewer, [sourceId], { source: sourceId });
    return updateSource(tx, viewer, sourceId, data);
  });
}

async function refuseNamesake(tx: Tx, current: SourceView, name: string): Promise<void> {
  const namesake = await tx.source.findFirst({
    where: {
      workspaceId: current.workspaceId,
      id: { not: current.id },
      mergedIntoId: null,
      name: { equals: escapeLike(name.replace(/\s+/gu, " ")), mode: "insensitive" },
    },
    select: { name: true },
  });
  if (!namesake) return;
  const message = `Another source is called ${inQuotes(namesake.name)}. If it is the same, merge the two instead.`;
  throw new AppError("conflict", message, { fields: { name: message } });
}

function differences(current: SourceView, change: Omit<SourceChange, "version">) {
  const data: Partial<Pick<SourceView, "kind" | "name" | "role" | "isParty" | "note" | "url">> = {};
  for (const key of ["kind", "name", "role", "isParty", "note", "url"] as const) {
    const value = change[key];
    if (value !== undefined && value !== current[key]) Object.assign(data, { [key]: value });
  }
  return data;
}

async function movedOn(tx: Tx, viewer: Viewer, current: SourceView, seen: number): Promise<AppError> {
  const { changedById: byId, changedAt: at } = await tx.source.findUniqueOrThrow({
    where: { id: current.id },
    select: { changedById: true, changedAt: true },
  });
  const changed = await whoOvertook({ seen, current: current.version }, () =>
    whoChanged(tx, viewer, { byId, at }),
  );
  const message = `${subjectOf(changed)} changed this source meanwhile. Look at it and change it again.`;
  return new AppError("conflict", message, { details: { ...current, changed } });
}

/** Lets a source speak as another from now on. Whatever points to it stays as it is, so that it can be undone. */
export async function mergeSource(viewer: Viewer, sourceId: string, into: string): Promise<SourceView> {
  const source = await findSource(viewer, sourceId);
  mustBeAble(viewer, "source.merge", source);
  const target = await findSource(viewer, into);
  if (target.workspaceId !== source.workspaceId) throw notFound("source");
  return transaction(async (tx) => {
    const [current, other] = await lockBoth(tx, sourceId, into);
    if (current.mergedInto === into) return current;
    if (current.mergedInto) throw mergedAlready(current);
    if (other.mergedInto) throw mergedAlready(other);
    const below = await idsSpeakingAs(tx, [sourceId]);
    if (below.includes(into)) throw new AppError("invalid", "A source cannot be merged into itself.");
    await tellArticles(tx, viewer, [sourceId, into], { source: sourceId, into });
    await storeAudit(tx, {
      workspaceId: current.workspaceId,
      actor: viewer,
      action: "source.merged",
      detail: { sourceId, name: current.name, into: other.name },
    });
    return updateSource(tx, viewer, sourceId, { mergedIntoId: into });
  });
}

function mergedAlready(current: SourceView): AppError {
  const message = `${inQuotes(current.name)} has been merged meanwhile. Look at it and choose again.`;
  return new AppError("conflict", message, { details: current });
}

/** Undoes a merge: the source speaks for itself again, with everything that had been merged into it before. */
export async function unmergeSource(viewer: Viewer, sourceId: string): Promise<SourceView> {
  mustBeAble(viewer, "source.merge", await findSource(viewer, sourceId));
  return transaction(async (tx) => {
    const current = await lockSource(tx, sourceId);
    if (!current.mergedInto) return current;
    await tellArticles(tx, viewer, [current.mergedInto], { source: sourceId, into: current.mergedInto });
    const { name: from } = await tx.source.findUniqueOrThrow({
      where: { id: current.mergedInto },
      select: { name: true },
    });
    await storeAudit(tx, {
      workspaceId: current.workspaceId,
      actor: viewer,
      action: "source.unmerged",
      detail: { sourceId, name: current.name, from },
    });
    return updateSource(tx, viewer, sourceId, { mergedIntoId: null });
  });
}

/** Adds another name; a name that the source has there already changes nothing. */
export async function addAlias(viewer: Viewer, sourceId: string, given: NewAlias): Promise<SourceView> {
  const source = await findSource(viewer, sourceId);
  mustBeAble(viewer, "source.edit", source);
  if (given.articleId) await checkArticle(viewer, source.workspaceId, given.articleId);
  return transaction(async (tx) => {
    const current = await lockSource(tx, sourceId);
    if (hasName(current, given)) return current;
    if (await tx.sourceAlias.findUnique({ where: { id: given.id }, select: { id: true } })) throw idTaken();
    await tellArticles(tx, viewer, [sourceId], { source: sourceId });
    await insertAlias(tx, viewer, sourceId, given);
    return updateSource(tx, viewer, sourceId, {});
  });
}

function hasName(source: SourceView, { text, articleId }: NewAlias): boolean {
  const key = normaliseName(text);
  return (
    normaliseName(source.name) === key ||
    source.aliases.some(
      (alias) =>
        normaliseName(alias.text) === key && (alias.articleId === null || alias.articleId === articleId),
    )
  );
}

/** Stores a name inside the caller's transaction. */
async function insertAlias(
  tx: Tx,
  viewer: Viewer,
  sourceId: string,
  { id, text, articleId }: NewAlias,
): Promise<void> {
  await tx.sourceAlias.create({
    data: { id, text, articleId, sourceId, createdById: viewer.userId },
    select: { id: true },
  });
}

async function checkArticle(viewer: Viewer, workspaceId: string, articleId: string): Promise<void> {
  const article = await db().article.findFirst({
    where: { id: articleId, workspaceId, workspace: { memberships: { some: { userId: viewer.userId } } } },
    select: { id: true },
  });
  if (!article) throw notFound("article");
}

/** Takes a name away; one that is gone already changes nothing. */
export async function removeAlias(viewer: Viewer, sourceId: string, aliasId: string): Promise<SourceView> {
  mustBeAble(viewer, "source.edit", await findSource(viewer, sourceId));
  return transaction(async (tx) => {
    const current = await lockSource(tx, sourceId);
    if (!current.aliases.some((one) => one.id === aliasId)) return current;
    await tellArticles(tx, viewer, [sourceId], { source: sourceId });
    await tx.sourceAlias.delete({ where: { id: aliasId }, select: { id: true } });
    return updateSource(tx, viewer, sourceId, {});
  });
}

/** Remembers that two sources are not the same, so that their merge is not proposed again. */
export async function distinguishSources(viewer: Viewer, sourceId: string, otherId: string) {
  return changePair(viewer, sourceId, otherId, async (tx, pair) => {
    await tx.distinctSources.createMany({ data: [{ ...pair, byId: viewer.userId }], skipDuplicates: true });
  });
}

/** Takes back that two sources are not the same. */
export async function undistinguishSources(viewer: Viewer, sourceId: string, otherId: string) {
  return changePair(viewer, sourceId, otherId, async (tx, pair) => {
    await tx.distinctSources.deleteMany({ where: pair });
  });
}

type Pair = { lowId: string; highId: string };

async function changePair(
  viewer: Viewer,
  sourceId: string,
  otherId: string,
  change: (tx: Tx, pair: Pair) => Promise<void>,
): Promise<{ sources: SourceView[] }> {
  const source = await findSource(viewer, sourceId);
  mustBeAble(viewer, "source.merge", source);
  const other = await findSource(viewer, otherId);
  if (other.workspaceId !== source.workspaceId) throw notFound("source");
  if (sourceId === otherId) throw new AppError("invalid", "These are the same source.");
  const [lowId = "", highId = ""] = [sourceId, otherId].sort();
  return transaction(async (tx) => {
    await lockBoth(tx, sourceId, otherId);
    await tellArticles(tx, viewer, [sourceId, otherId], { source: sourceId, other: otherId });
    await change(tx, { lowId, highId });
    return { sources: await lockBoth(tx, sourceId, otherId) };
  });
}

/** The source as it is while nobody else changes it; whoever wants to point at it waits. */
async function lockSource(tx: Tx, sourceId: string): Promise<SourceView> {
  await tx.$queryRaw`SELECT 1 FROM "Source" WHERE id = ${sourceId}::uuid FOR UPDATE`;
  const row = await tx.source.findUniqueOrThrow({ where: { id: sourceId }, select: sourceSelect });
  return toSourceView(row);
}

/** Both, locked in one order whoever asks, so that two people who merge in opposite directions take turns. */
async function lockBoth(tx: Tx, first: string, second: string): Promise<[SourceView, SourceView]> {
  await tx.$queryRaw`
    SELECT 1 FROM "Source" WHERE id = ANY(${[first, second]}::uuid[]) ORDER BY id FOR UPDATE`;
  const read = (id: string) => tx.source.findUniqueOrThrow({ where: { id }, select: sourceSelect });
  return [toSourceView(await read(first)), toSourceView(await read(second))];
}

/**
 * Lets those who have an article open in which the source is named hear that it has changed. Call it before the
 * change and under the source's lock: an attribution that names it meanwhile waits, and is told of by its own event.
 */
async function tellArticles(
  tx: Tx,
  viewer: Viewer,
  sourceIds: string[],
  ids: Record<string, string>,
): Promise<void> {
  const articleIds = await articlesNaming(tx, sourceIds);
  await storeEventInAll(tx, { articleIds, kind: "source.changed", ids, actorId: viewer.userId });
}

async function updateSource(
  tx: Tx,
  viewer: Viewer,
  sourceId: string,
  data: Partial<Pick<SourceView, "kind" | "name" | "role" | "isParty" | "note" | "url">> & {
    mergedIntoId?: string | null;
  },
): Promise<SourceView> {
  const row = await tx.source.update({
    where: { id: sourceId },
    data: { ...data, version: { increment: 1 }, changedById: viewer.userId, changedAt: new Date() },
    select: sourceSelect,
  });
  return toSourceView(row);
}
