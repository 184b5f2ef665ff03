import "server-only";
import { mustBeAble } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import type { Tx } from "@/lib/db/transaction";
import { notFound } from "@/lib/errors";
import { readNotificationsOf } from "@/lib/notifications/mutations";
import { findPassage } from "./queries";

/** Remembers that the viewer has read the card of a passage up to an event number; it never goes back. */
export async function readPassage(
  viewer: Viewer,
  passageId: string,
  number: number,
): Promise<{ passageId: string; number: number }> {
  const passage = await findPassage(viewer, passageId);
  mustBeAble(viewer, "article.read", passage.rights);
  if (passage.deletedAt) throw notFound("passage");
  // In SQL, since two tabs may say so at once and the higher number must win; and no further than there is to read.
  const [row] = await db().$queryRaw<{ number: number }[]>`
    INSERT INTO "PassageRead" ("userId", "passageId", number, at)
    SELECT ${viewer.userId}::uuid, ${passageId}::uuid, least(${number}, "eventNumber"), now()
    FROM "Article" WHERE id = ${passage.articleId}::uuid
    ON CONFLICT ("userId", "passageId") DO UPDATE
      SET number = greatest("PassageRead".number, excluded.number), at = now()
    RETURNING number`;
  if (!row) throw notFound("passage");
  await readNotificationsOf(viewer, { passageId }, row.number);
  return { passageId, number: row.number };
}

/** How far the viewer has read the cards of an article's passages, by the passage's id. */
export async function readPassagesRead(
  tx: Tx,
  viewer: Viewer,
  articleId: string,
): Promise<Record<string, number>> {
  const rows = await tx.passageRead.findMany({
    where: { userId: viewer.userId, passage: { articleId } },
    select: { passageId: true, number: true },
  });
  return Object.fromEntries(rows.map((row) => [row.passageId, row.number]));
}
