import "server-only";
import { findArticle } from "@/lib/articles/queries";
import { mustBeAble } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { storeOnce } from "@/lib/db/store-once";
import { type Tx, transaction } from "@/lib/db/transaction";
import { AppError, idTaken, notFound } from "@/lib/errors";
import { lockArticle, storeEvent } from "@/lib/live/events";
import { notify } from "@/lib/notifications/mutations";
import { findPassage } from "@/lib/passages/queries";
import { checkWording } from "@/lib/threads/comment-mutations";
import type { CommentBody } from "@/lib/threads/comment-schema";
import {
  assessmentSelect,
  readSpeaker,
  resolutionSelect,
  toAssessmentView,
  toResolutionView,
} from "./queries";
import type { AssessmentView, Axis, NewAssessment, NewResolution, ResolutionView } from "./schema";

/**
 * Judges a passage on one axis. Append-only: a change of mind is a new row that replaces mine. Refused when the
 * passage says something else, or is somebody else's word, than the person saw; 409 with my current one when `replaces`
 * is not my latest. Blind is what was given while colleagues' verdicts, and any resolution, were out of sight.
 */
export async function createAssessment(
  viewer: Viewer,
  passageId: string,
  given: NewAssessment,
): Promise<AssessmentView> {
  const found = await findPassage(viewer, passageId);
  mustBeAble(viewer, "assessment.create", found.rights);
  if (found.deletedAt) throw notFound("passage");
  const { articleId } = found;
  return storeOnce({
    find: () => findOwnAssessment(viewer, passageId, given.id),
    prepare: () => checkRationale(found.rights.workspaceId, given.rationale),
    async store(tx, wording) {
      const ids = { assessment: given.id, passage: passageId };
      const number = await storeEvent(tx, {
        articleId,
        kind: "assessment.created",
        ids,
        actorId: viewer.userId,
      });
      const sourceId = await checkGround(tx, passageId, given);
      const mine = await readLatest(tx, viewer.userId, passageId, given.axis);
      checkReplaces(mine, given);
      const evidence = await checkEvidence(tx, passageId, given.evidence ?? []);
      const row = await tx.assessment.create({
        data: {
          id: given.id,
          articleId,
          passageId,
          axis: given.axis,
          byId: viewer.userId,
          verdict: given.verdict,
          confidence: given.confidence ?? "medium",
          reasons: given.reasons ?? [],
          ...wording,
          blind: await isBlind(tx, viewer, passageId, given.axis),
          exact: given.exact,
          sourceId,
          replacesId: mine?.id ?? null,
          changeNote: given.changeNote ?? null,
          number,
          evidence: { create: evidence.map((evidenceId) => ({ evidenceId })) },
        },
        select: assessmentSelect,
      });
      await reveal(tx, viewer, [{ passageId, axis: given.axis }], number);
      if (!mine && given.verdict !== null) {
        await notify(tx, viewer, [found.row.createdById], { articleId, number, kind: "judged", passageId });
      }
      return toAssessmentView(row);
    },
  });
}

async function findOwnAssessment(
  viewer: Viewer,
  passageId: string,
  id: string,
): Promise<AssessmentView | null> {
  const row = await db().assessment.findUnique({ where: { id }, select: assessmentSelect });
  if (!row) return null;
  if (row.byId !== viewer.userId || row.passageId !== passageId) throw idTaken();
  return toAssessmentView(row);
}

/** A rationale as it is stored; without words there is none. */
async function checkRationale(workspaceId: string, rationale: CommentBody | null | undefined) {
  if (!rationale) return { text: "" };
  const { body, text } = await checkWording(workspaceId, rationale, "rationale");
  return { rationale: body, text };
}

type Ground = { axis: Axis; exact: string; sourceId: string | null };

/**
 * Refuses a verdict on what does not stand there: it would be put under words, or a name, that its person never
 * judged. Answers with the source to store.
 */
async function checkGround(
  tx: Tx,
  passageId: string,
  { axis, exact, sourceId }: Ground,
): Promise<string | null> {
  const passage = await tx.passage.findFirst({
    where: { id: passageId, deletedAt: null },
    select: { exact: true },
  });
  if (!passage) throw notFound("passage");
  if (passage.exact !== exact) {
    throw new AppError(
      "conflict",
      "The words of this passage were changed meanwhile. Read them and judge again.",
    );
  }
  if (axis === "so") return null;
  const speaker = await readSpeaker(tx, passageId);
  if (!speaker) {
    const message = "Say first who said this: without a source nobody can have said so.";
    throw new AppError("invalid", message, { fields: { sourceId: message } });
  }
  if (sourceId === speaker) return speaker;
  throw new AppError("conflict", "Who said this was changed meanwhile. Look at it and judge again.");
}

async function readLatest(
  tx: Tx,
  userId: string,
  passageId: string,
  axis: Axis,
): Promise<AssessmentView | null> {
  const row = await tx.assessment.findFirst({
    where: { passageId, axis, byId: userId, replacedBy: null },
    select: assessmentSelect,
  });
  return row ? toAssessmentView(row) : null;
}

function checkReplaces(mine: AssessmentView | null, given: NewAssessment): void {
  if ((mine?.id ?? null) !== given.replaces) {
    const message = "You have judged this meanwhile, in another window of yours. Look at it and judge again.";
    throw new AppError("conflict", message, { details: mine });
  }
  const isTakenBack = !mine || mine.verdict === null;
  if (given.verdict === null && isTakenBack) {
    throw new AppError("conflict", "You have no verdict here that could be taken back.", { details: mine });
  }
  const isOtherVerdict = !isTakenBack && given.verdict !== null && given.verdict !== mine.verdict;
  if (isOtherVerdict && !given.changeNote) {
    const message = "Say why you changed your mind.";
    throw new AppError("invalid", message, { fields: { changeNote: message } });
  }
}

/** The evidence that is named, if all of it stands at this passage. */
async function checkEvidence(tx: Tx, passageId: string, ids: readonly string[]): Promise<string[]> {
  const wanted = [...new Set(ids)];
  const rows = await tx.evidence.findMany({
    where: { id: { in: wanted }, passageId, deletedAt: null },
    select: { id: true },
  });
  if (rows.length === wanted.length) return wanted;
  throw new AppError(
    "conflict",
    "Some of this evidence was taken away meanwhile. Look at it and save again.",
  );
}

async function isBlind(tx: Tx, viewer: Viewer, passageId: string, axis: Axis): Promise<boolean> {
  const seen = await tx.reveal.count({ where: { userId: viewer.userId, passageId, axis } });
  const resolved = await tx.resolution.count({ where: { passageId, axis } });
  return seen + resolved === 0;
}

type Place = { passageId: string; axis: Axis };

async function reveal(tx: Tx, viewer: Viewer, places: readonly Place[], number: number): Promise<void> {
  const { userId } = viewer;
  await tx.reveal.createMany({
    data: places.map((place) => ({ ...place, userId, number })),
    skipDuplicates: true,
  });
}

/**
 * Shows the viewer what colleagues have judged: on one passage and axis or, without them, wherever somebody has judged
 * in the article. Revealing what is revealed changes nothing.
 */
export async function createReveal(
  viewer: Viewer,
  articleId: string,
  { passageId, axis }: Partial<Place>,
): Promise<{ revealed: number; number: number }> {
  const article = await findArticle(viewer, articleId);
  mustBeAble(viewer, "article.read", article);
  return transaction(async (tx) => {
    await lockArticle(tx, articleId);
    if (passageId) {
      const there = await tx.passage.count({ where: { id: passageId, articleId, deletedAt: null } });
      if (there === 0) throw notFound("passage");
    }
    const judged = await tx.assessment.findMany({
      where: {
        articleId,
        passage: { deletedAt: null },
        ...(passageId ? { passageId } : {}),
        ...(axis ? { axis } : {}),
      },
      distinct: ["passageId", "axis"],
      select: { passageId: true, axis: true },
    });
    const known = await tx.reveal.findMany({
      where: { userId: viewer.userId, passage: { articleId } },
      select: { passageId: true, axis: true },
    });
    const keys = new Set(known.map((one) => `${one.passageId} ${one.axis}`));
    const places = judged.filter((one) => !keys.has(`${one.passageId} ${one.axis}`));
    if (places.length === 0) {
      const { eventNumber } = await tx.article.findUniqueOrThrow({
        where: { id: articleId },
        select: { eventNumber: true },
      });
      return { revealed: 0, number: eventNumber };
    }
    // An event of its own, so that my other windows hear of it, too.
    const number = await storeEvent(tx, {
      articleId,
      kind: "assessment.revealed",
      ids: passageId ? { passage: passageId } : {},
      actorId: viewer.userId,
    });
    await reveal(tx, viewer, places, number);
    return { revealed: places.length, number };
  });
}

/**
 * An editor's final word on a passage and axis, in the place of the one before; null opens the question again. Nobody's
 * verdict is overwritten. 409 with the current resolution when `replaces` is not the latest.
 */
export async function createResolution(
  viewer: Viewer,
  passageId: string,
  given: NewResolution,
): Promise<ResolutionView> {
  const found = await findPassage(viewer, passageId);
  mustBeAble(viewer, "resolution.create", found.rights);
  if (found.deletedAt) throw notFound("passage");
  const { articleId } = found;
  const { axis } = given;
  return storeOnce({
    find: () => findOwnResolution(viewer, passageId, given.id),
    prepare: () => checkRationale(found.rights.workspaceId, given.rationale),
    async store(tx, wording) {
      const ids = { resolution: given.id, passage: passageId };
      const number = await storeEvent(tx, {
        articleId,
        kind: "resolution.created",
        ids,
        actorId: viewer.userId,
      });
      const latest = await tx.resolution.findFirst({
        where: { passageId, axis, replacedBy: null },
        select: resolutionSelect,
      });
      if ((latest?.id ?? null) !== given.replaces) {
        const message = "A colleague has resolved or reopened this meanwhile. Look at it and decide again.";
        throw new AppError("conflict", message, { details: latest && toResolutionView(latest) });
      }
      if (given.verdict === null && (latest?.verdict ?? null) === null) {
        throw new AppError("conflict", "This question is open already.");
      }
      // To open a question again, nothing need stand there as it did.
      const sourceId = given.verdict === null ? null : await checkGround(tx, passageId, given);
      const row = await tx.resolution.create({
        data: {
          id: given.id,
          articleId,
          passageId,
          axis,
          verdict: given.verdict,
          ...wording,
          byId: viewer.userId,
          exact: given.exact,
          sourceId,
          replacesId: latest?.id ?? null,
          number,
        },
        select: resolutionSelect,
      });
      const judges = await tx.assessment.findMany({
        where: { passageId, axis, replacedBy: null, verdict: { not: null } },
        select: { byId: true },
      });
      const concerned = [found.row.createdById, ...judges.map((one) => one.byId)];
      await notify(tx, viewer, concerned, { articleId, number, kind: "resolved", passageId });
      return toResolutionView(row);
    },
  });
}

async function findOwnResolution(
  viewer: Viewer,
  passageId: string,
  id: string,
): Promise<ResolutionView | null> {
  const row = await db().resolution.findUnique({ where: { id }, select: resolutionSelect });
  if (!row) return null;
  if (row.byId !== viewer.userId || row.passageId !== passageId) throw idTaken();
  return toResolutionView(row);
}
