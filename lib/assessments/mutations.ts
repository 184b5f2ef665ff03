import "server-only";
import { mustBeAble } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { storeOnce } from "@/lib/db/store-once";
import type { Tx } from "@/lib/db/transaction";
import { AppError, idTaken, notFound } from "@/lib/errors";
import { lockArticle, storeEvent } from "@/lib/live/events";
import { notify } from "@/lib/notifications/mutations";
import { findPassage } from "@/lib/passages/queries";
import { speakAsOne } from "@/lib/sources/queries";
import { inQuotes } from "@/lib/text/in-quotes";
import { mentionsIn } from "@/lib/threads/comment-schema";
import { checkGround, checkRationale, holdJudged } from "./check-ground";
import { assessmentSelect, toAssessmentView } from "./queries";
import { evidenceSelect, showOneEvidence } from "./read-evidence";
import { reveal } from "./reveals";
import type { AssessmentView, Axis, NewAssessment } from "./schema";

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
  const { articleId, rights } = found;
  return storeOnce({
    find: () => findOwnAssessment(viewer, passageId, given.id),
    prepare: () => checkRationale(rights.workspaceId, given.rationale),
    async store(tx, { wording, mentioned }) {
      await holdJudged(tx, rights.workspaceId, given.axis, await readSourcesOf(tx, viewer, passageId, given));
      await lockArticle(tx, articleId);
      const mine = await readLatest(tx, viewer.userId, passageId, given.axis);
      // The same write, stored by another try while this one waited for the lock.
      if (mine?.id === given.id) return mine;
      const ids = { assessment: given.id, passage: passageId };
      const number = await storeEvent(tx, {
        articleId,
        kind: "assessment.created",
        ids,
        actorId: viewer.userId,
      });
      // What was taken back need not stand there as it did.
      const isTakingBack = given.verdict === null;
      const sourceId = isTakingBack ? (mine?.sourceId ?? null) : await checkGround(tx, passageId, given);
      const isSameSource = mine !== null && (await speakAsOne(tx, mine.sourceId, sourceId));
      checkReplaces(mine, given, isSameSource);
      const evidence = await checkEvidence(tx, viewer, passageId, given.evidence ?? []);
      const taken = await readTakenBack(tx, mine);
      const isPutBack =
        taken !== null && isSameSource && isSameVerdict(taken, { ...given, text: wording.text });
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
          // What is put back as it was is no new judgement, though colleagues' could be seen meanwhile.
          blind: isPutBack ? taken.blind : await isBlind(tx, viewer, passageId, given.axis),
          exact: isTakingBack ? (mine?.exact ?? given.exact) : given.exact,
          sourceId,
          replacesId: mine?.id ?? null,
          changeNote: given.changeNote ?? null,
          number,
          evidence: { create: evidence.map((evidenceId) => ({ evidenceId })) },
        },
        select: assessmentSelect,
      });
      await reveal(tx, viewer, articleId, [{ passageId, axis: given.axis }], number);
      const before = (taken ?? mine)?.rationale;
      const mentionedBefore = before ? mentionsIn(before) : [];
      await notify(tx, viewer, {
        what: mine ? "rejudging" : "verdict",
        articleId,
        number,
        passageId,
        named: { mentioned: mentioned.filter((one) => !mentionedBefore.includes(one)) },
      });
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

/** Of whose words the verdict is; where it takes one back, that one's source is taken over. */
async function readSourcesOf(
  tx: Tx,
  { userId }: Viewer,
  passageId: string,
  { axis, verdict, sourceId }: NewAssessment,
): Promise<(string | null)[]> {
  if (verdict !== null) return [sourceId];
  const before = await tx.assessment.findMany({
    where: { passageId, byId: userId, axis },
    select: { sourceId: true },
  });
  return before.map((one) => one.sourceId);
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

function checkReplaces(mine: AssessmentView | null, given: NewAssessment, isSameSource: boolean): void {
  if ((mine?.id ?? null) !== given.replaces) {
    const message = "You have judged this meanwhile, in another window of yours. Look at it and judge again.";
    throw new AppError("conflict", message, { details: mine });
  }
  const isTakenBack = !mine || mine.verdict === null;
  if (given.verdict === null && isTakenBack) {
    throw new AppError("conflict", "You have no verdict here that could be taken back.", { details: mine });
  }
  // What was taken back was said all the same; what was said of other words, or of another source, was not said of these.
  const before = mine?.verdict ?? mine?.was ?? null;
  const isSameGround = mine !== null && mine.exact === given.exact && isSameSource;
  const isOtherVerdict =
    isSameGround && before !== null && given.verdict !== null && given.verdict !== before;
  if (isOtherVerdict && !given.changeNote) {
    const message = "Say why you changed your mind.";
    throw new AppError("invalid", message, { fields: { changeNote: message } });
  }
}

/** Ids of the evidence that is named, if all of it stands at this passage, and says what its reader read. */
async function checkEvidence(
  tx: Tx,
  viewer: Viewer,
  passageId: string,
  given: readonly { id: string; version: number }[],
): Promise<string[]> {
  const wanted = new Map(given.map((one) => [one.id, one.version]));
  const rows = await tx.evidence.findMany({
    where: { id: { in: [...wanted.keys()] }, passageId, deletedAt: null },
    select: evidenceSelect,
  });
  const changed = rows.find((row) => row.version !== wanted.get(row.id));
  if (changed) {
    const message = `${inQuotes(changed.title)} was changed meanwhile. Read it and save again.`;
    throw new AppError("conflict", message, { details: await showOneEvidence(tx, viewer, changed) });
  }
  if (rows.length === wanted.size) return rows.map((row) => row.id);
  throw new AppError(
    "conflict",
    "Some of this evidence was taken away meanwhile. Look at it and save again.",
  );
}

/** The verdict that stood there until its person took it back; null while none of theirs is taken back. */
async function readTakenBack(tx: Tx, mine: AssessmentView | null): Promise<AssessmentView | null> {
  if (!mine || mine.verdict !== null || mine.replaces === null) return null;
  const row = await tx.assessment.findUniqueOrThrow({
    where: { id: mine.replaces },
    select: assessmentSelect,
  });
  return toAssessmentView(row);
}

type Said = Pick<NewAssessment, "verdict" | "exact" | "reasons" | "confidence"> & { text: string };

/** Whether somebody says again, in the same words and of the same ones, what they had said of the same source. */
function isSameVerdict(before: AssessmentView, given: Said): boolean {
  return (
    before.verdict === given.verdict &&
    before.exact === given.exact &&
    before.text === given.text &&
    before.confidence === (given.confidence ?? "medium") &&
    before.reasons.join() === (given.reasons ?? []).join()
  );
}

async function isBlind(tx: Tx, viewer: Viewer, passageId: string, axis: Axis): Promise<boolean> {
  const { userId } = viewer;
  if ((await tx.resolution.count({ where: { passageId, axis } })) > 0) return false;
  const others = await tx.assessment.count({ where: { passageId, axis, byId: { not: userId } } });
  // Whoever has been the only one so far has seen nobody's verdict but their own.
  return others === 0 || (await tx.reveal.count({ where: { userId, passageId, axis } })) === 0;
}
