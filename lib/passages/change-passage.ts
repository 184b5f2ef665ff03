import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import type { Tx } from "@/lib/db/transaction";
import { type EventKind, lockArticle, storeEvent } from "@/lib/live/events";
import type { Prisma } from "@/prisma/generated/client";
import { passageSelect, toPassageView } from "./queries";
import type { PassageView } from "./schema";

/** The passage as it is while nobody else writes in its article. */
export async function lockPassage(tx: Tx, articleId: string, passageId: string) {
  await lockArticle(tx, articleId);
  const { deletedAt, ...row } = await tx.passage.findUniqueOrThrow({
    where: { id: passageId },
    select: { ...passageSelect, deletedAt: true },
  });
  return { deletedAt, row };
}

/** Writes to a passage under its lock; its version goes up by one. */
export async function updatePassage(
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

/** The number of what happens to a passage, stored as an event. */
export function storePassageEvent(
  tx: Tx,
  viewer: Viewer,
  articleId: string,
  kind: Extract<EventKind, `passage.${string}`>,
  passageId: string,
): Promise<number> {
  return storeEvent(tx, { articleId, kind, ids: { passage: passageId }, actorId: viewer.userId });
}

/** Whether anybody but this person has written about the passage, said who said it, or whether it is so. */
export async function hasOthersWords(tx: Tx, userId: string, passageId: string): Promise<boolean> {
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
  const settlements = await tx.settlement.count({ where: { passageId, byId: { not: userId } } });
  return comments + attributions + assessments + evidence + resolutions + settlements > 0;
}
