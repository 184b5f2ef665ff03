import "server-only";
import { mustBeAble } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { storeOnce } from "@/lib/db/store-once";
import type { Tx } from "@/lib/db/transaction";
import { AppError, idTaken, notFound } from "@/lib/errors";
import { groupBy } from "@/lib/group-by";
import { lockArticle, storeEvent } from "@/lib/live/events";
import { notify } from "@/lib/notifications/mutations";
import { findPassage } from "@/lib/passages/queries";
import { headsOf } from "./chain";
import { attributionSelect, settlementSelect, toAttributionView, toSettlementView } from "./queries";
import type { AttributionView, NewSettlement, SettlementView } from "./schema";
import { idsStanding } from "./standing";

type Settled = { settlement: SettlementView; attributions: AttributionView[] };

/**
 * Settles which attribution stands for a passage, or opens the matter again. Nothing is overwritten: the others stay
 * in the history, and a later settlement takes the place of this one. 409 with the latest settlement when that is not the
 * one in `replaces`, and with the attribution as it is now when it was changed after the editor looked.
 */
export async function createSettlement(
  viewer: Viewer,
  passageId: string,
  given: NewSettlement,
): Promise<Settled> {
  const found = await findPassage(viewer, passageId);
  mustBeAble(viewer, "attribution.settle", found.rights);
  if (found.deletedAt) throw notFound("passage");
  const { articleId } = found;
  return storeOnce({
    find: () => findOwnSettlement(viewer, passageId, given.id),
    prepare: async () => null,
    async store(tx) {
      await lockArticle(tx, articleId);
      const latest = await tx.settlement.findFirst({
        where: { passageId },
        orderBy: { number: "desc" },
        select: settlementSelect,
      });
      const before = latest && toSettlementView(latest);
      // The same write, stored by another try while this one waited for the lock.
      if (before?.id === given.id)
        return { settlement: before, attributions: await readOfPassage(tx, passageId) };
      const number = await storeEvent(tx, {
        articleId,
        kind: "attribution.settled",
        ids: { passage: passageId, ...(given.attribution ? { attribution: given.attribution.id } : {}) },
        actorId: viewer.userId,
      });
      if ((before?.id ?? null) !== given.replaces) {
        const message = "A colleague has settled or reopened this meanwhile. Look at it and decide again.";
        throw new AppError("conflict", message, { details: before });
      }
      if (given.attribution) await checkChoice(tx, passageId, given.attribution);
      const settlement = await tx.settlement.create({
        data: {
          id: given.id,
          articleId,
          passageId,
          attributionId: given.attribution?.id ?? null,
          attributionVersion: given.attribution?.version ?? null,
          byId: viewer.userId,
          why: given.why ?? null,
          number,
        },
        select: settlementSelect,
      });
      await storeStanding(tx, [passageId], number);
      await notify(tx, viewer, {
        what: given.attribution ? "settlement" : "unsettling",
        articleId,
        number,
        passageId,
      });
      return { settlement: toSettlementView(settlement), attributions: await readOfPassage(tx, passageId) };
    },
  });
}

async function findOwnSettlement(viewer: Viewer, passageId: string, id: string): Promise<Settled | null> {
  const row = await db().settlement.findUnique({ where: { id }, select: settlementSelect });
  if (!row) return null;
  if (row.byId !== viewer.userId || row.passageId !== passageId) throw idTaken();
  return { settlement: toSettlementView(row), attributions: await readOfPassage(db(), passageId) };
}

async function checkChoice(
  tx: Tx,
  passageId: string,
  { id, version }: { id: string; version: number },
): Promise<void> {
  const chosen = headsOf(await readOfPassage(tx, passageId)).find((one) => one.id === id);
  if (!chosen) throw notFound("attribution");
  if (chosen.version === version) return;
  const message = "This attribution was changed meanwhile. Look at it and settle again.";
  throw new AppError("conflict", message, { details: chosen });
}

async function readOfPassage(tx: Tx, passageId: string): Promise<AttributionView[]> {
  const rows = await tx.attribution.findMany({
    where: { passageId, deletedAt: null },
    orderBy: [{ createdNumber: "asc" }, { id: "asc" }],
    select: attributionSelect,
  });
  return rows.map(toAttributionView);
}

/**
 * Stores which attributions of passages count for them, for lists over many articles. Call it at the end of every
 * write that touches them, under the article's lock; rows that change come with the event `number`.
 */
export async function storeStanding(tx: Tx, passageIds: readonly string[], number: number): Promise<void> {
  const where = { passageId: { in: [...passageIds] } };
  const rows = await tx.attribution.findMany({
    where: { ...where, deletedAt: null },
    select: attributionSelect,
  });
  const settlements = groupBy(
    (await tx.settlement.findMany({ where, select: settlementSelect })).map(toSettlementView),
    (one) => one.passageId,
  );
  const changed = [...groupBy(rows.map(toAttributionView), (one) => one.passageId)].flatMap(
    ([id, ofPassage]) => {
      const standing = idsStanding(ofPassage, settlements.get(id) ?? []);
      return ofPassage.filter((one) => one.stands !== standing.has(one.id));
    },
  );
  for (const [stood, some] of groupBy(changed, (one) => one.stands)) {
    await tx.attribution.updateMany({
      where: { id: { in: some.map((one) => one.id) } },
      data: { stands: !stood, number },
    });
  }
}
