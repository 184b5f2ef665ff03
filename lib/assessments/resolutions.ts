import "server-only";
import { mustBeAble } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { storeOnce } from "@/lib/db/store-once";
import { AppError, idTaken, notFound } from "@/lib/errors";
import { lockArticle, storeEvent } from "@/lib/live/events";
import { notify } from "@/lib/notifications/mutations";
import { findPassage } from "@/lib/passages/queries";
import { checkGround, checkRationale, holdJudged } from "./check-ground";
import { resolutionSelect, toResolutionView } from "./queries";
import type { NewResolution, ResolutionView } from "./schema";

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
    async store(tx, { wording, mentioned }) {
      await holdJudged(tx, found.rights.workspaceId, axis, [given.sourceId]);
      await lockArticle(tx, articleId);
      const latest = await tx.resolution.findFirst({
        where: { passageId, axis, replacedBy: null },
        select: resolutionSelect,
      });
      // The same write, stored by another try while this one waited for the lock.
      if (latest?.id === given.id) return toResolutionView(latest);
      const ids = { resolution: given.id, passage: passageId };
      const number = await storeEvent(tx, {
        articleId,
        kind: "resolution.created",
        ids,
        actorId: viewer.userId,
      });
      if ((latest?.id ?? null) !== given.replaces) {
        const message = "A colleague has resolved or reopened this meanwhile. Look at it and decide again.";
        throw new AppError("conflict", message, { details: latest && toResolutionView(latest) });
      }
      if (given.verdict === null && (latest?.verdict ?? null) === null) {
        throw new AppError("conflict", "This question is open already.");
      }
      // To open a question again, nothing need stand there as it did.
      const isOpening = given.verdict === null;
      const sourceId = isOpening ? null : await checkGround(tx, passageId, given);
      const row = await tx.resolution.create({
        data: {
          id: given.id,
          articleId,
          passageId,
          axis,
          verdict: given.verdict,
          ...wording,
          byId: viewer.userId,
          exact: isOpening ? found.row.exact : given.exact,
          sourceId,
          replacesId: latest?.id ?? null,
          number,
        },
        select: resolutionSelect,
      });
      await notify(tx, viewer, {
        what: isOpening ? "reopening" : "resolution",
        articleId,
        number,
        passageId,
        named: { mentioned },
      });
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
