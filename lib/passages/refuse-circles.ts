import "server-only";
import type { Tx } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";

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
