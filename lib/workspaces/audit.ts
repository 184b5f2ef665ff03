import "server-only";
import type { Tx } from "@/lib/db/transaction";
import type { LastChange } from "@/lib/http/fields";
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

/** Who did this last in the workspace (to this person), as this viewer is told of it. */
export async function lastToDo(
  tx: Tx,
  viewer: { userId: string },
  { workspaceId, action, userId }: { workspaceId: string; action: AuditAction; userId?: string },
): Promise<LastChange> {
  const entry = await tx.auditEntry.findFirst({
    where: {
      workspaceId,
      action,
      ...(userId ? { detail: { path: ["userId"], equals: userId } } : {}),
    },
    orderBy: { createdAt: "desc" },
    select: { actorId: true, actorName: true, createdAt: true },
  });
  if (!entry) return null;
  const by = entry.actorId === viewer.userId ? null : entry.actorName;
  return { by, at: entry.createdAt.toISOString() };
}
