import "server-only";
import { findArticle, latestRevision, revisionText } from "@/lib/articles/queries";
import { can, mustBeAble } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { storeOnce } from "@/lib/db/store-once";
import { type Tx, transaction } from "@/lib/db/transaction";
import { AppError, idTaken, notFound } from "@/lib/errors";
import { lockArticle, storeEvent } from "@/lib/live/events";
import { notify } from "@/lib/notifications/mutations";
import type { Span } from "@/lib/text/offsets";
import { storeAudit } from "@/lib/workspaces/audit";
import type { Prisma } from "@/prisma/generated/client";
import { checkQuote } from "./check-quote";
import { describeQuote, type Quote } from "./describe-quote";
import { findPassage, passageSelect, toPassageView } from "./queries";
import type { ClaimKind, NewPassage, PassageView, Selection } from "./schema";

/** A selection that has been held against our own text, ready to be stored. */
export type CheckedPassage = Quote & {
  id: string;
  revisionId: string;
  start: number;
  end: number;
  claimKinds: ClaimKind[];
};

/** Marks a passage. The same id sent again by the same person answers with the passage that exists. */
export async function createPassage(
  viewer: Viewer,
  articleId: string,
  given: NewPassage,
): Promise<PassageView> {
  const article = await findArticle(viewer, articleId);
  mustBeAble(viewer, "passage.create", article);
  return storeOnce({
    find: () => findOwnPassage(viewer, articleId, given.id),
    prepare: () => checkPassage(articleId, given),
    async store(tx, passage) {
      const number = await storeEvent(tx, {
        articleId,
        kind: "passage.created",
        ids: { passage: given.id },
        actorId: viewer.userId,
      });
      return insertPassage(tx, viewer, articleId, passage, number);
    },
  });
}

/** The passage of this id when it is this viewer's in this article; null when the id is free, refused otherwise. */
export async function findOwnPassage(
  viewer: Viewer,
  articleId: string,
  passageId: string,
): Promise<PassageView | null> {
  const passage = await db().passage.findUnique({
    where: { id: passageId },
    select: { ...passageSelect, articleId: true, deletedAt: true },
  });
  if (!passage) return null;
  const { articleId: place, deletedAt, ...row } = passage;
  if (row.createdById !== viewer.userId || place !== articleId) throw idTaken();
  if (deletedAt) throw new AppError("gone", "This passage was deleted meanwhile. Mark it again.");
  return toPassageView(row);
}

/** Holds a selection against the article's latest text; refuses it with a sentence that says what is there. */
export async function checkPassage(articleId: string, given: NewPassage): Promise<CheckedPassage> {
  const { id, text, language } = await latestRevision(articleId);
  const { claimKinds = [] } = given;
  return { id: given.id, revisionId: id, claimKinds, ...checkSelection(text, given, language) };
}

function checkSelection(
  text: string,
  given: Selection,
  language: string,
): Quote & { start: number; end: number } {
  const checked = checkQuote(text, given);
  if (!checked.ok) throw new AppError("invalid", checked.message, { fields: { exact: checked.message } });
  return { ...checked.span, ...describeQuote(text, checked.span, language) };
}

/** Stores a checked passage inside the caller's transaction, under the number the caller took. */
export async function insertPassage(
  tx: Tx,
  viewer: Viewer,
  articleId: string,
  passage: CheckedPassage,
  number: number,
): Promise<PassageView> {
  const row = await tx.passage.create({
    data: {
      ...passage,
      articleId,
      createdById: viewer.userId,
      createdNumber: number,
      number,
    },
    select: passageSelect,
  });
  return toPassageView(row);
}

/** Passages by the words that they stand on; of several on the same words the oldest. */
export type PassagesAt = Map<string, PassageView>;

/** The passages that stand on exactly these words of a revision. */
export async function readPassagesAt(
  tx: Tx,
  articleId: string,
  revisionId: string,
  spans: readonly Span[],
): Promise<PassagesAt> {
  const rows = await tx.passage.findMany({
    where: { articleId, revisionId, deletedAt: null, start: { in: spans.map((one) => one.start) } },
    orderBy: [{ createdNumber: "desc" }, { id: "desc" }],
    select: passageSelect,
  });
  return new Map(rows.map((row) => [placeKey(row), toPassageView(row)]));
}

function placeKey({ start, end }: Span): string {
  return `${start} ${end}`;
}

/**
 * The passage that stands on exactly these words already, whoever marked it, or a new one. Kinds of claim that it did
 * not have are added. Call it under the article's lock, under which `there` was read; it is kept current.
 */
export async function findOrInsertPassage(
  tx: Tx,
  viewer: Viewer,
  articleId: string,
  passage: CheckedPassage,
  number: number,
  there: PassagesAt,
): Promise<PassageView> {
  const key = placeKey(passage);
  const known = there.get(key);
  const added = passage.claimKinds.filter((kind) => !known?.claimKinds.includes(kind));
  if (known && added.length === 0) return known;
  const stored = known
    ? await updatePassage(tx, known.id, { claimKinds: [...known.claimKinds, ...added], number })
    : await insertPassage(tx, viewer, articleId, passage, number);
  there.set(key, stored);
  return stored;
}

/** Moves a passage to another stretch of its own text; 409 with the current passage when `version` has moved on. */
export async function reselectPassage(
  viewer: Viewer,
  passageId: string,
  { version, ...given }: Selection & { version: number },
): Promise<PassageView> {
  const found = await findPassage(viewer, passageId);
  mustBeAble(viewer, "passage.reselect", found.rights);
  const place = checkSelection(await revisionText(found.revisionId), given, found.language);
  return transaction(async (tx) => {
    const current = await lockPassage(tx, found.articleId, passageId);
    if (current.deletedAt) throw notFound("passage");
    // A retry of what came through: the last change was this one.
    if (
      current.row.version === version + 1 &&
      current.row.start === place.start &&
      current.row.end === place.end
    )
      return toPassageView(current.row);
    if (current.row.version !== version) throw movedOn(toPassageView(current.row));
    const core = await coreAfter(tx, viewer, current.row, place);
    const number = await storePassageEvent(tx, viewer, found.articleId, "passage.changed", passageId);
    return updatePassage(tx, passageId, { ...place, ...core, number });
  });
}

/**
 * What the passage keeps of the words that others wrote about, when it moves to `place`. Refused when nothing is left
 * of them, however many small steps led there.
 */
async function coreAfter(
  tx: Tx,
  viewer: Viewer,
  { id, start, end }: { id: string; start: number; end: number },
  place: { start: number; end: number },
): Promise<{ coreStart: number | null; coreEnd: number | null }> {
  if (!(await hasOthersWords(tx, viewer.userId, id))) return { coreStart: null, coreEnd: null };
  const before = await tx.passage.findUniqueOrThrow({
    where: { id },
    select: { coreStart: true, coreEnd: true },
  });
  const coreStart = Math.max(before.coreStart ?? start, place.start);
  const coreEnd = Math.min(before.coreEnd ?? end, place.end);
  if (coreStart >= coreEnd) throw otherWords();
  return { coreStart, coreEnd };
}

/** Colleagues wrote about the words that were marked; under other words they would say what they never said. */
function otherWords(): AppError {
  return new AppError(
    "forbidden",
    "Colleagues have written about these words. Keep some of them, or mark the other words as a passage of their own.",
  );
}

function movedOn(current: PassageView): AppError {
  return new AppError("conflict", "Somebody moved this passage meanwhile. Look at it and select again.", {
    details: current,
  });
}

/**
 * Deletes a passage; its threads go out of sight with it. Whoever may only delete their own is refused once others
 * have written about it.
 */
export async function deletePassage(
  viewer: Viewer,
  passageId: string,
): Promise<{ id: string; number: number }> {
  const found = await findPassage(viewer, passageId);
  mustBeAble(viewer, "passage.delete", found.rights);
  return transaction(async (tx) => {
    const current = await lockPassage(tx, found.articleId, passageId);
    if (current.deletedAt) return { id: passageId, number: current.row.number };
    const mayDeleteAny = can(viewer, "passage.delete", { workspaceId: found.rights.workspaceId });
    if (!mayDeleteAny && (await hasOthersWords(tx, viewer.userId, passageId))) throw hiddenWords();
    const number = await storePassageEvent(tx, viewer, found.articleId, "passage.deleted", passageId);
    await auditPassage(tx, viewer, "passage.deleted", found);
    await updatePassage(tx, passageId, { deletedAt: new Date(), number });
    return { id: passageId, number };
  });
}

/** Whether anybody but this person has written about the passage, said who said it, or whether it is so. */
async function hasOthersWords(tx: Tx, userId: string, passageId: string): Promise<boolean> {
  const comments = await tx.comment.count({
    where: { thread: { passageId }, deletedAt: null, authorId: { not: userId } },
  });
  const attributions = await tx.attribution.count({
    where: { passageId, deletedAt: null, byId: { not: userId } },
  });
  const assessments = await tx.assessment.count({ where: { passageId, byId: { not: userId } } });
  const evidence = await tx.evidence.count({
    where: { passageId, deletedAt: null, addedById: { not: userId } },
  });
  const resolutions = await tx.resolution.count({ where: { passageId, byId: { not: userId } } });
  return comments + attributions + assessments + evidence + resolutions > 0;
}

/** Says what kinds of claim a passage holds; 409 with the current passage when `version` has moved on. */
export async function describePassage(
  viewer: Viewer,
  passageId: string,
  { version, claimKinds }: { version: number; claimKinds: ClaimKind[] },
): Promise<PassageView> {
  const found = await findPassage(viewer, passageId);
  mustBeAble(viewer, "passage.describe", found.rights);
  return transaction(async (tx) => {
    const current = await lockPassage(tx, found.articleId, passageId);
    if (current.deletedAt) throw notFound("passage");
    // Whoever asks for what is so already gets it: a retry must not meet a conflict with itself.
    if (current.row.claimKinds.join() === claimKinds.join()) return toPassageView(current.row);
    if (current.row.version !== version) {
      const message = "Somebody changed this passage meanwhile. Look at it and choose again.";
      throw new AppError("conflict", message, { details: toPassageView(current.row) });
    }
    const number = await storePassageEvent(tx, viewer, found.articleId, "passage.changed", passageId);
    return updatePassage(tx, passageId, { claimKinds, number });
  });
}

/**
 * Asks a colleague to check a passage, or nobody (null), and tells them. 409 with the current passage when `version`
 * has moved on.
 */
export async function assignPassage(
  viewer: Viewer,
  passageId: string,
  given: { version: number; assignee: string | null },
): Promise<PassageView> {
  const found = await findPassage(viewer, passageId);
  const { articleId, rights } = found;
  mustBeAble(viewer, "passage.assign", rights);
  return transaction(async (tx) => {
    const current = await lockPassage(tx, articleId, passageId);
    if (current.deletedAt) throw notFound("passage");
    if (current.row.assigneeId === given.assignee) return toPassageView(current.row);
    if (current.row.version !== given.version) {
      const message = "Somebody changed this passage meanwhile. Look at it and choose again.";
      throw new AppError("conflict", message, { details: toPassageView(current.row) });
    }
    const { assignee } = given;
    const { workspaceId } = rights;
    if (assignee && (await tx.membership.count({ where: { workspaceId, userId: assignee } })) === 0) {
      const message = "A passage can only be assigned to somebody in this workspace.";
      throw new AppError("invalid", message, { fields: { assignee: message } });
    }
    const number = await storePassageEvent(tx, viewer, articleId, "passage.assigned", passageId);
    const named = { assigned: [assignee] };
    await notify(tx, viewer, { what: "assignment", articleId, number, passageId, named });
    return updatePassage(tx, passageId, { assigneeId: assignee, number });
  });
}

function hiddenWords(): AppError {
  return new AppError(
    "forbidden",
    "Colleagues have written about this passage, so deleting it would hide their words. Ask an editor or an owner to delete it.",
  );
}

/** Brings a deleted passage back with all its threads, for whoever deleted it and those who may delete any. */
export async function restorePassage(viewer: Viewer, passageId: string): Promise<PassageView> {
  const found = await findPassage(viewer, passageId);
  mustBeAble(viewer, "passage.delete", found.rights);
  return transaction(async (tx) => {
    const current = await lockPassage(tx, found.articleId, passageId);
    if (!current.deletedAt) return toPassageView(current.row);
    const deletedBy = await whoDeleted(tx, found.articleId, current.row.number);
    // Bringing it back undoes a deletion: its author cannot undo an editor's.
    mustBeAble(viewer, "passage.delete", { ...found.rights, madeBy: deletedBy ?? found.rights.madeBy });
    const number = await storePassageEvent(tx, viewer, found.articleId, "passage.restored", passageId);
    await auditPassage(tx, viewer, "passage.restored", found);
    // Readers who catch up have dropped the threads with the passage, so these count as changed too.
    await tx.thread.updateMany({ where: { passageId }, data: { number } });
    await tx.comment.updateMany({ where: { thread: { passageId } }, data: { number } });
    const passage = await updatePassage(tx, passageId, { deletedAt: null, number });
    await refuseCircles(tx, passageId);
    return passage;
  });
}

/**
 * Refuses what was brought back on a passage when it would report itself: while it was away, what it reports may have
 * been recorded as reporting it. Call it after the write, which is then taken back as a whole.
 */
export async function refuseCircles(tx: Tx, passageId: string): Promise<void> {
  const circles = await tx.$queryRaw<unknown[]>`
    WITH RECURSIVE living AS NOT MATERIALIZED (
      SELECT a.id, a."parentId", a."passageId" FROM "Attribution" a
      JOIN "Passage" p ON p.id = a."passageId" AND p."deletedAt" IS NULL
      WHERE a."deletedAt" IS NULL
    ), above AS (
      SELECT id AS start, "parentId" AS at FROM living WHERE "passageId" = ${passageId}::uuid
      UNION
      SELECT above.start, living."parentId" FROM above JOIN living ON living.id = above.at
    )
    SELECT 1 FROM above WHERE at = start LIMIT 1`;
  if (circles.length === 0) return;
  throw new AppError(
    "conflict",
    "What stands on these words would report itself by now. Change who reports it elsewhere first.",
  );
}

/** The passage as it is while nobody else writes in its article. */
async function lockPassage(tx: Tx, articleId: string, passageId: string) {
  await lockArticle(tx, articleId);
  const { deletedAt, ...row } = await tx.passage.findUniqueOrThrow({
    where: { id: passageId },
    select: { ...passageSelect, deletedAt: true },
  });
  return { deletedAt, row };
}

async function updatePassage(
  tx: Tx,
  passageId: string,
  data: { number: number } & Prisma.PassageUncheckedUpdateInput,
): Promise<PassageView> {
  const row = await tx.passage.update({
    where: { id: passageId },
    data: { ...data, version: { increment: 1 } },
    select: passageSelect,
  });
  return toPassageView(row);
}

function storePassageEvent(
  tx: Tx,
  viewer: Viewer,
  articleId: string,
  kind: "passage.changed" | "passage.assigned" | "passage.deleted" | "passage.restored",
  passageId: string,
): Promise<number> {
  return storeEvent(tx, { articleId, kind, ids: { passage: passageId }, actorId: viewer.userId });
}

/** The deletion is the last event of a passage that is deleted. */
async function whoDeleted(tx: Tx, articleId: string, number: number): Promise<string | null> {
  const event = await tx.event.findFirst({
    where: { articleId, number, kind: "passage.deleted" },
    select: { actorId: true },
  });
  return event?.actorId ?? null;
}

function auditPassage(
  tx: Tx,
  viewer: Viewer,
  action: "passage.deleted" | "passage.restored",
  { rights, articleId, title, row }: Awaited<ReturnType<typeof findPassage>>,
): Promise<void> {
  const detail = { articleId, title, passageId: row.id };
  return storeAudit(tx, { workspaceId: rights.workspaceId, actor: viewer, action, detail });
}
