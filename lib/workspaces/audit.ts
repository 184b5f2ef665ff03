import "server-only";
import type { Tx } from "@/lib/db/transaction";
import type { AuditAction } from "./audit-sentence";

/**
 * Stores what owners may ask about later. Call it in the transaction of what it tells, so that neither is there
 * without the other. `detail` holds names as they were, never tokens or passwords.
 */
export async function storeAudit(
  tx: Tx,
  entry: {
    workspaceId: string;
    actor: { userId: string; name: string };
    action: AuditAction;
    detail: Record<string, string>;
  },
): Promise<void> {
  await tx.auditEntry.create({
    data: {
      workspaceId: entry.workspaceId,
      actorId: entry.actor.userId,
      actorName: entry.actor.name,
      action: entry.action,
      detail: entry.detail,
    },
    select: { id: true },
  });
}
