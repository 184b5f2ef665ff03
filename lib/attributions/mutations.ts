import "server-only";
import { findArticle, latestRevision, revisionText } from "@/lib/articles/queries";
import { mustBeAble } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { storeOnce } from "@/lib/db/store-once";
import { type Tx, transaction } from "@/lib/db/transaction";
import { AppError, idTaken, notFound } from "@/lib/errors";
import { type EventKind, lockArticle, refuseUndone, storeEvent } from "@/lib/live/events";
import {
  type CheckedPassage,
  checkPassage,
  findOwnPassage,
  insertPassage,
} from "@/lib/passages/insert-passage";
import { passageSelect, toPassageView } from "@/lib/passages/queries";
import { refuseCircles } from "@/lib/passages/refuse-circles";
import type { PassageView } from "@/lib/passages/schema";
import { readWithRoots } from "@/lib/sources/queries";
import { heldBy, ownLinks } from "./chain";
import { insertAttribution } from "./insert-attribution";
import { findAttribution, readLiving, readTouched } from "./queries";
import type { AttributionContent, AttributionsWritten, AttributionView, NewAttribution } from "./schema";
import { storeStanding } from "./settlements";
import {
  type ContentPlace,
  checkPlaces,
  columnsOf,
  prepareSources,
  readRows,
  removeRows,
  saysSo,
  storeLinks,
  storeRevision,
} from "./store-content";
import { tellDiffering } from "./tell-differing";

/**
 * Says who said a passage, which may be made together with it: all of it or nothing. The same id sent again by the
 * same person answers with what exists; 409 with mine when I hold one of this passage already.
 */
export async function createAttribution(
  viewer: Viewer,
  articleId: string,
  given: NewAttribution,
): Promise<AttributionsWritten> {
  const article = await findArticle(viewer, articleId);
  mustBeAble(viewer, "attribution.create", article);
  return storeOnce({
    find: () => findOwnAttribution(viewer, articleId, given.id),
    prepare: () => preparePassage(viewer, articleId, given),
    async store(tx, { checked, text }) {
      await prepareSources(tx, viewer, article.workspaceId, given.content);
      const passageId = given.passage?.id ?? given.passageId ?? "";
      const number = await storeEvent(tx, {
        articleId,
        kind: "attribution.created",
        ids: { attribution: given.id, passage: passageId },
        actorId: viewer.userId,
      });
      const passage = checked
        ? await insertPassage(tx, viewer, articleId, checked, number)
        : await readPassage(tx, articleId, passageId);
      checkPlaces(text, passage, given.content);
      const place = { articleId, workspaceId: article.workspaceId, passageId, number, now: new Date() };
      const { id, content } = given;
      const living = await readLiving(tx, articleId);
      await insertAttribution(tx, viewer, place, living, { id, content, origin: "person" });
      await storeStanding(tx, [passageId], number);
      await tellDiffering(tx, viewer, { articleId, number, passageIds: [passageId], living });
      return writtenOf(tx, place, given.id, passage);
    },
  });
}

/** The passage as it is to be stored, or (null) as it is there already, and the text that it lies in. */
async function preparePassage(
  viewer: Viewer,
  articleId: string,
  { passage, passageId }: Pick<NewAttribution, "passage" | "passageId">,
): Promise<{ checked: CheckedPassage | null; text: string }> {
  const existing = passage ? await findOwnPassage(viewer, articleId, passage.id) : null;
  if (passage && !existing) {
    mustBeAble(viewer, "passage.create", await findArticle(viewer, articleId));
    const { text } = await latestRevision(articleId);
    return { checked: await checkPassage(articleId, passage), text };
  }
  const row = await db().passage.findFirst({
    where: { id: passage?.id ?? passageId ?? "", articleId },
    select: { revisionId: true },
  });
  if (!row) throw notFound("passage");
  return { checked: null, text: await revisionText(row.revisionId) };
}

async function readPassage(tx: Tx, articleId: string, passageId: string): Promise<PassageView> {
  const row = await tx.passage.findFirst({
    where: { id: passageId, articleId, deletedAt: null },
    select: passageSelect,
  });
  if (!row) throw notFound("passage");
  return toPassageView(row);
}

/** What this viewer recorded under this id; null when it is free, refused when it belongs to something else. */
async function findOwnAttribution(
  viewer: Viewer,
  articleId: string,
  id: string,
): Promise<AttributionsWritten | null> {
  const row = await db().attribution.findUnique({
    where: { id },
    select: { byId: true, articleId: true, passageId: true, deletedAt: true, number: true },
  });
  if (!row) return null;
  if (row.byId !== viewer.userId || row.articleId !== articleId) throw idTaken();
  if (row.deletedAt) throw new AppError("gone", "You took this back meanwhile. Record it again.");
  return transaction(async (tx) => {
    const passage = await readPassage(tx, articleId, row.passageId);
    return writtenOf(tx, { articleId, passageId: row.passageId }, id, passage);
  });
}

/** Everything that a write touched, as it is now: the passage's attributions, and the sources they name. */
async function writtenOf(
  tx: Tx,
  { articleId, passageId }: Pick<ContentPlace, "articleId" | "passageId">,
  id: string,
  passage: PassageView | null,
): Promise<AttributionsWritten> {
  const attributions = await readTouched(tx, { articleId, passageId, id });
  const sources = await readWithRoots(
    tx,
    attributions.flatMap((one) => one.sourceId ?? []),
  );
  return { attributions, sources, passage };
}

/** Changes an attribution of one's own; what it said is kept. 409 with the current one when `version` has moved on. */
export async function editAttribution(
  viewer: Viewer,
  attributionId: string,
  { version, content }: { version: number; content: AttributionContent },
): Promise<AttributionsWritten> {
  const found = await findAttribution(viewer, attributionId);
  mustBeAble(viewer, "attribution.edit", found.rights);
  const { articleId, passageId, rights } = found;
  const { text } = await preparePassage(viewer, articleId, { passageId });
  return transaction(async (tx) => {
    await prepareSources(tx, viewer, rights.workspaceId, content);
    await lockArticle(tx, articleId);
    const current = (await readRows(tx, [attributionId]))[0];
    if (!current) throw notFound("attribution");
    if (current.version !== version) {
      if (
        current.version === version + 1 &&
        (await saysSo(tx, await readLiving(tx, articleId), current, content))
      )
        return writtenOf(tx, { articleId, passageId }, attributionId, null);
      const message = "This was changed meanwhile, in another window of yours. Look at it and save again.";
      throw new AppError("conflict", message, { details: current });
    }
    checkPlaces(text, await readPassage(tx, articleId, passageId), content);
    const number = await storeAttributionEvent(tx, viewer, found, "attribution.changed", attributionId);
    const place = { articleId, passageId, workspaceId: rights.workspaceId, number, now: new Date() };
    await storeRevision(tx, current);
    const living = await readLiving(tx, articleId);
    const parentId = await storeLinks(tx, viewer, place, living, attributionId, content);
    await tx.attribution.update({
      where: { id: attributionId },
      data: {
        ...columnsOf(content),
        parentId,
        changedAt: place.now,
        contentNumber: number,
        number,
        version: { increment: 1 },
      },
      select: { id: true },
    });
    await storeStanding(tx, [passageId], number);
    await tellDiffering(tx, viewer, {
      ...{ articleId, number, passageIds: [passageId] },
      living: await readLiving(tx, articleId),
      before: current,
    });
    return writtenOf(tx, place, attributionId, null);
  });
}

/** Takes an attribution of one's own back, with the links of its chain on the same words. */
export async function deleteAttribution(
  viewer: Viewer,
  attributionId: string,
): Promise<{ removed: string[]; attributions: AttributionView[]; number: number }> {
  const found = await findAttribution(viewer, attributionId);
  mustBeAble(viewer, "attribution.edit", found.rights);
  return transaction(async (tx) => {
    await lockArticle(tx, found.articleId);
    const living = await readLiving(tx, found.articleId);
    const current = living.get(attributionId);
    if (!current) {
      const { number } = await tx.attribution.findUniqueOrThrow({
        where: { id: attributionId },
        select: { number: true },
      });
      return { removed: [attributionId], attributions: [], number };
    }
    const number = await storeAttributionEvent(tx, viewer, found, "attribution.deleted", attributionId);
    const removed = [attributionId, ...ownLinks(current, living).map((one) => one.id)];
    await removeRows(tx, { number, now: new Date() }, removed);
    await storeStanding(tx, [found.passageId], number);
    const rest = [...living.values()].filter(
      (one) => one.passageId === found.passageId && !removed.includes(one.id),
    );
    return {
      removed,
      attributions: await readRows(
        tx,
        rest.map((one) => one.id),
      ),
      number,
    };
  });
}

/**
 * Brings an attribution of one's own back with its chain; refused when another one was recorded meanwhile, when it
 * would report itself by now, or when it went with an undone suggestion.
 */
export async function restoreAttribution(
  viewer: Viewer,
  attributionId: string,
): Promise<AttributionsWritten> {
  const found = await findAttribution(viewer, attributionId);
  mustBeAble(viewer, "attribution.edit", found.rights);
  const { articleId, passageId } = found;
  return transaction(async (tx) => {
    await lockArticle(tx, articleId);
    const { deletedAt, number: goneAt } = await tx.attribution.findUniqueOrThrow({
      where: { id: attributionId },
      select: { deletedAt: true, number: true },
    });
    if (!deletedAt) return writtenOf(tx, { articleId, passageId }, attributionId, null);
    await refuseUndone(tx, articleId, goneAt);
    const mine = heldBy(viewer.userId, passageId, await readLiving(tx, articleId));
    if (mine) {
      const message = "You have recorded who said this anew meanwhile. Change that instead.";
      throw new AppError("conflict", message, { details: mine });
    }
    const number = await storeAttributionEvent(tx, viewer, found, "attribution.restored", attributionId);
    // What went away with it, in the same event, comes back with it.
    await tx.attribution.updateMany({
      where: { passageId, byId: viewer.userId, number: goneAt, deletedAt: { not: null } },
      data: { deletedAt: null, number },
    });
    await refuseCircles(tx, passageId);
    await storeStanding(tx, [passageId], number);
    await tellDiffering(tx, viewer, {
      ...{ articleId, number, passageIds: [passageId] },
      living: await readLiving(tx, articleId),
    });
    return writtenOf(tx, { articleId, passageId }, attributionId, null);
  });
}

function storeAttributionEvent(
  tx: Tx,
  viewer: Viewer,
  { articleId, passageId }: { articleId: string; passageId: string },
  kind: EventKind,
  attributionId: string,
): Promise<number> {
  const ids = { attribution: attributionId, passage: passageId };
  return storeEvent(tx, { articleId, kind, ids, actorId: viewer.userId });
}
