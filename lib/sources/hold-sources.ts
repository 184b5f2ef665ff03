import "server-only";
import type { Tx } from "@/lib/db/transaction";

/**
 * Keeps sources of a workspace from being taken away until the transaction ends, and answers those that are still
 * there. Call it before the article is locked: whoever changes sources, or takes them away, locks in this order, too.
 */
export async function holdSources(tx: Tx, workspaceId: string, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Source" WHERE id = ANY(${[...new Set(ids)]}::uuid[]) AND "workspaceId" = ${workspaceId}::uuid
    ORDER BY id FOR KEY SHARE`;
  return new Set(rows.map((row) => row.id));
}
