import "server-only";
import { can, mustBeAble } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { storeOnce } from "@/lib/db/store-once";
import { type Tx, transaction } from "@/lib/db/transaction";
import { AppError, idTaken, notFound } from "@/lib/errors";
import { type EventKind, lockArticle, storeEvent } from "@/lib/live/events";
import { findPassage } from "@/lib/passages/queries";
import { evidenceSelect, findEvidence, showOneEvidence } from "./read-evidence";
import type { EvidenceContent, EvidenceView, NewEvidence } from "./schema";

/** Adds evidence to a passage. The same id sent again by the same person answers with what exists. */
export async function createEvidence(
  viewer: Viewer,
  passageId: string,
  given: NewEvidence,
): Promise<EvidenceView> {
  const found = await findPassage(viewer, passageId);
  mustBeAble(viewer, "evidence.create", found.rights);
  if (found.deletedAt) throw notFound("passage");
  const { articleId } = found;
  return storeOnce({
    find: () => findOwn(viewer, passageId, given.id),
    prepare: async () => null,
    async store(tx) {
      const place = { articleId, passageId };
      const number = await storeEvidenceEvent(tx, viewer, place, "evidence.created", given.id);
      if ((await tx.passage.count({ where: { id: passageId, deletedAt: null } })) === 0) {
        throw notFound("passage");
      }
      const row = await tx.evidence.create({
        data: { ...given, ...place, addedById: viewer.userId, number },
        select: evidenceSelect,
      });
      return showOneEvidence(tx, viewer, row);
    },
  });
}

async function findOwn(viewer: Viewer, passageId: string, id: string): Promise<EvidenceView | null> {
  const row = await db().evidence.findUnique({
    where: { id },
    select: { ...evidenceSelect, deletedAt: true },
  });
  if (!row) return null;
  const { deletedAt, ...evidence } = row;
  if (row.addedById !== viewer.userId || row.passageId !== passageId) throw idTaken();
  if (deletedAt) throw new AppError("gone", "This evidence was taken away meanwhile. Add it again.");
  return showOneEvidence(db(), viewer, evidence);
}

/**
 * Changes evidence of one's own. Refused once a colleague has judged the passage: they vouch for what they read. 409
 * with the current evidence when `version` has moved on.
 */
export async function editEvidence(
  viewer: Viewer,
  evidenceId: string,
  { version, ...content }: EvidenceContent & { version: number },
): Promise<EvidenceView> {
  const found = await findEvidence(viewer, evidenceId);
  mustBeAble(viewer, "evidence.edit", found.rights);
  return transaction(async (tx) => {
    const { deletedAt, ...current } = await lockEvidence(tx, found.articleId, evidenceId);
    if (deletedAt)
      throw new AppError("gone", "This evidence was taken away. Restore it before you change it.");
    const view = await showOneEvidence(tx, viewer, current);
    // A retry of what came through asks for what is so already.
    if (Object.entries(content).every(([key, value]) => view[key as keyof EvidenceContent] === value))
      return view;
    if (current.version !== version) {
      const message = "This evidence was changed meanwhile. Look at it and change it again.";
      throw new AppError("conflict", message, { details: view });
    }
    await refuseOnceJudged(tx, viewer, found.passageId, "Add what you know beside it.");
    const number = await storeEvidenceEvent(tx, viewer, found, "evidence.changed", evidenceId);
    const row = await tx.evidence.update({
      where: { id: evidenceId },
      data: { ...content, version: { increment: 1 }, number },
      select: evidenceSelect,
    });
    return showOneEvidence(tx, viewer, row);
  });
}

/**
 * Takes evidence away; whoever may only take away their own is refused once a colleague has judged the passage. Verdicts
 * that rested on it keep it in their history, and may be hollow now. Twice is once.
 */
export async function deleteEvidence(
  viewer: Viewer,
  evidenceId: string,
): Promise<{ id: string; number: number }> {
  const found = await findEvidence(viewer, evidenceId);
  mustBeAble(viewer, "evidence.delete", found.rights);
  return transaction(async (tx) => {
    const current = await lockEvidence(tx, found.articleId, evidenceId);
    if (current.deletedAt) return { id: evidenceId, number: current.number };
    if (!can(viewer, "evidence.delete", { workspaceId: found.rights.workspaceId })) {
      await refuseOnceJudged(tx, viewer, found.passageId, "Ask an editor or an owner to take it away.");
    }
    const number = await storeEvidenceEvent(tx, viewer, found, "evidence.deleted", evidenceId);
    await tx.evidence.update({
      where: { id: evidenceId },
      data: { deletedAt: new Date(), version: { increment: 1 }, number },
      select: { id: true },
    });
    return { id: evidenceId, number };
  });
}

/** Brings evidence back, for whoever took it away and those who may take any away. */
export async function restoreEvidence(viewer: Viewer, evidenceId: string): Promise<EvidenceView> {
  const found = await findEvidence(viewer, evidenceId);
  mustBeAble(viewer, "evidence.delete", found.rights);
  return transaction(async (tx) => {
    const { deletedAt, ...current } = await lockEvidence(tx, found.articleId, evidenceId);
    if (!deletedAt) return showOneEvidence(tx, viewer, current);
    const event = await tx.event.findFirst({
      where: { articleId: found.articleId, number: current.number, kind: "evidence.deleted" },
      select: { actorId: true },
    });
    // Bringing it back undoes a deletion: whoever added it cannot undo an editor's.
    mustBeAble(viewer, "evidence.delete", {
      ...found.rights,
      madeBy: event?.actorId ?? found.rights.madeBy,
    });
    const number = await storeEvidenceEvent(tx, viewer, found, "evidence.restored", evidenceId);
    const row = await tx.evidence.update({
      where: { id: evidenceId },
      data: { deletedAt: null, version: { increment: 1 }, number },
      select: evidenceSelect,
    });
    return showOneEvidence(tx, viewer, row);
  });
}

/**
 * A colleague vouches for what they read: it must not change, or go, under their verdict. That somebody has judged is
 * known to all; on what their verdict rests is not, so it makes no difference here.
 */
async function refuseOnceJudged(tx: Tx, viewer: Viewer, passageId: string, advice: string): Promise<void> {
  const judged = await tx.assessment.count({ where: { passageId, byId: { not: viewer.userId } } });
  if (judged === 0) return;
  const message = "A colleague has judged this passage, and may have read this evidence as it is.";
  throw new AppError("forbidden", `${message} ${advice}`);
}

/** The evidence as it is while nobody else writes in its article. */
async function lockEvidence(tx: Tx, articleId: string, evidenceId: string) {
  await lockArticle(tx, articleId);
  return tx.evidence.findUniqueOrThrow({
    where: { id: evidenceId },
    select: { ...evidenceSelect, deletedAt: true },
  });
}

function storeEvidenceEvent(
  tx: Tx,
  viewer: Viewer,
  { articleId, passageId }: { articleId: string; passageId: string },
  kind: EventKind,
  evidenceId: string,
): Promise<number> {
  const ids = { evidence: evidenceId, passage: passageId };
  return storeEvent(tx, { articleId, kind, ids, actorId: viewer.userId });
}
