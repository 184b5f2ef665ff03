import "server-only";
import { findArticle } from "@/lib/articles/queries";
import { mustBeAble } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { type Tx, transaction } from "@/lib/db/transaction";
import { notFound } from "@/lib/errors";
import { lockArticle, storeEvent } from "@/lib/live/events";
import type { Axis } from "./schema";

type Place = { passageId: string; axis: Axis };

/** Stores that this person sees what colleagues say of these passages from the event `number` on. */
export async function reveal(
  tx: Tx,
  { userId }: Viewer,
  articleId: string,
  places: readonly Place[],
  number: number,
): Promise<void> {
  await tx.reveal.createMany({
    data: places.map((place) => ({ ...place, articleId, userId, number })),
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
      where: { userId: viewer.userId, articleId, ...(passageId ? { passageId } : {}) },
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
    // An event of its own, so that my other windows hear of it, too. Looking is no activity: it has no actor.
    const number = await storeEvent(tx, {
      articleId,
      kind: "assessment.revealed",
      ids: passageId ? { passage: passageId } : {},
      actorId: null,
    });
    await reveal(tx, viewer, articleId, places, number);
    return { revealed: places.length, number };
  });
}
