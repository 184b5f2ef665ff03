import "server-only";
import { whoDidAt, whoOvertook } from "@/lib/accounts/queries";
import { subjectOf } from "@/lib/accounts/subject-of";
import { findArticle, revisionText } from "@/lib/articles/queries";
import { can, mustBeAble } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { storeOnce } from "@/lib/db/store-once";
import { type Tx, transaction } from "@/lib/db/transaction";
import { AppError, notFound } from "@/lib/errors";
import { type EventKind, refuseUndone, storeEvent } from "@/lib/live/events";
import { notify, recountNotified } from "@/lib/notifications/mutations";
import { storeAudit } from "@/lib/workspaces/audit";
import { hasOthersWords, lockPassage, storePassageEvent, updatePassage } from "./change-passage";
import { checkPassage, checkSelection, findOwnPassage, insertPassage } from "./insert-passage";
import { findPassage, passageSelect, toPassageView } from "./queries";
import { refuseCircles } from "./refuse-circles";
import type { ClaimKind, NewPassage, PassageView, Selection } from "./schema";

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
    await refuseOvertaken(tx, viewer, found.articleId, {
      current: toPassageView(current.row),
      seen: version,
      again: "select",
    });
    const core = await coreAfter(tx, viewer, current.row, place);
    const number = await storePassageEvent(tx, viewer, found.articleId, "passage.reselected", passageId);
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

type Overtaken = { current: PassageView; seen: number; again: "select" | "choose" };

/** Refuses a change of a passage that is not any more as its person has `seen` it. */
async function refuseOvertaken(
  tx: Tx,
  viewer: Viewer,
  articleId: string,
  { current, seen, again }: Overtaken,
): Promise<void> {
  if (current.version === seen) return;
  // What raises the version writes down its number, whatever it is: accepting a suggestion does so too.
  const last = await whoOvertook({ seen, current: current.version }, () =>
    whoDidAt(tx, viewer, { articleId, number: current.number }),
  );
  const message = `${subjectOf(last)} changed this passage meanwhile. Look at it and ${again} again.`;
  throw new AppError("conflict", message, { details: current });
}

/**
 * Deletes a passage; its threads go out of sight with it. Whoever may only delete their own is refused once others
 * have written about it, and so is everybody who only means a `bare` mark.
 */
export async function deletePassage(
  viewer: Viewer,
  passageId: string,
  { bare }: { bare?: "yes" | undefined } = {},
): Promise<{ id: string; number: number }> {
  const found = await findPassage(viewer, passageId);
  mustBeAble(viewer, "passage.delete", found.rights);
  return transaction(async (tx) => {
    const current = await lockPassage(tx, found.articleId, passageId);
    if (current.deletedAt) return { id: passageId, number: current.row.number };
    const mayDeleteAny = !bare && can(viewer, "passage.delete", { workspaceId: found.rights.workspaceId });
    if (!mayDeleteAny && (await hasOthersWords(tx, viewer.userId, passageId))) throw hiddenWords();
    const number = await storePassageEvent(tx, viewer, found.articleId, "passage.deleted", passageId);
    await auditPassage(tx, viewer, "passage.deleted", found);
    await notify(tx, viewer, { what: "deletion", articleId: found.articleId, number, passageId });
    await updatePassage(tx, passageId, { deletedAt: new Date(), number });
    await recountNotified(tx, passageId);
    return { id: passageId, number };
  });
}

/** Deleting would take colleagues' words out of sight. */
function hiddenWords(): AppError {
  return new AppError(
    "forbidden",
    "Colleagues have written about this passage, so deleting it would hide their words. Ask an editor or an owner to delete it.",
  );
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
    await refuseOvertaken(tx, viewer, found.articleId, {
      current: toPassageView(current.row),
      seen: version,
      again: "choose",
    });
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
    await refuseOvertaken(tx, viewer, found.articleId, {
      current: toPassageView(current.row),
      seen: given.version,
      again: "choose",
    });
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

/**
 * Brings a deleted passage back with all its threads, for whoever deleted it and those who may delete any; 409 where
 * another passage has come to its very words meanwhile, "gone" where it went with an undone suggestion.
 */
export async function restorePassage(viewer: Viewer, passageId: string): Promise<PassageView> {
  const found = await findPassage(viewer, passageId);
  mustBeAble(viewer, "passage.delete", found.rights);
  return transaction(async (tx) => {
    const current = await lockPassage(tx, found.articleId, passageId);
    if (!current.deletedAt) return toPassageView(current.row);
    const deletedBy = await whoDeleted(tx, found.articleId, current.row.number);
    // Bringing it back undoes a deletion: its author cannot undo an editor's.
    mustBeAble(viewer, "passage.delete", { ...found.rights, madeBy: deletedBy ?? found.rights.madeBy });
    await refuseUndone(tx, found.articleId, current.row.number);
    await refuseDouble(tx, found, current.row.number);
    const number = await storePassageEvent(tx, viewer, found.articleId, "passage.restored", passageId);
    await auditPassage(tx, viewer, "passage.restored", found);
    // Readers who catch up have dropped the threads with the passage, so these count as changed too.
    await tx.thread.updateMany({ where: { passageId }, data: { number } });
    await tx.comment.updateMany({ where: { thread: { passageId } }, data: { number } });
    const passage = await updatePassage(tx, passageId, { deletedAt: null, number });
    await refuseCircles(tx, passageId);
    await recountNotified(tx, passageId);
    return passage;
  });
}

/**
 * In the text a double would cover what is said and judged of the passage that has come to these words since `deleted`,
 * the number of the deletion. Two that stood there together may do so again.
 */
async function refuseDouble(
  tx: Tx,
  { articleId, row: { start, end } }: Awaited<ReturnType<typeof findPassage>>,
  deleted: number,
): Promise<void> {
  const there = await tx.passage.findMany({
    where: { articleId, deletedAt: null, start, end, number: { gt: deleted } },
    orderBy: [{ createdNumber: "asc" }, { id: "asc" }],
    select: passageSelect,
  });
  for (const one of there) {
    if (one.createdNumber < deleted && !(await hasCome(tx, articleId, one.id, deleted))) continue;
    // As in inTextOrder (lib/discussion): of two that start together, the longer is first.
    const before = await tx.passage.count({
      where: { articleId, deletedAt: null, OR: [{ start: { lt: start } }, { start, end: { gt: end } }] },
    });
    throw new AppError(
      "conflict",
      `These words are passage ${before + 1} already. Go on there, or delete that one and restore this one then.`,
      { details: toPassageView(one) },
    );
  }
}

/** Whether a passage was brought back or moved since; what it holds, and who checks it, does not move it. */
async function hasCome(tx: Tx, articleId: string, id: string, since: number): Promise<boolean> {
  const come: EventKind[] = ["passage.restored", "passage.reselected"];
  const where = { articleId, number: { gt: since }, kind: { in: come } };
  return (await tx.event.count({ where: { ...where, ids: { path: ["passage"], equals: id } } })) > 0;
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
