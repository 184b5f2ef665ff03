import "server-only";
import { type Tx, transaction } from "@/lib/db/transaction";
import { tellAccessChanged } from "@/lib/live/access";
import type { SessionToken } from "./cookie";

/**
 * Stores a new session and what its cookie holds. The session that this browser had before (`replaced`) ends: a new
 * sign-in never goes on with an old token.
 */
export async function startSession(
  userId: string,
  way: string,
  replaced: SessionToken | null,
): Promise<SessionToken> {
  return transaction(async (tx) => {
    const user = await tx.user.findUniqueOrThrow({
      where: { id: userId },
      select: { name: true, sessionVersion: true, memberships: { select: { workspaceId: true } } },
    });
    const session = await tx.session.create({
      data: { userId, version: user.sessionVersion },
      select: { id: true },
    });
    if (replaced) {
      await tx.session.updateMany({
        where: { id: replaced.sid, userId: replaced.userId, endedAt: null },
        data: { endedAt: new Date() },
      });
    }
    await storeInEach(tx, { ...user, userId }, "account.signed-in", { way });
    return { userId, sid: session.id };
  });
}

/** Ends the session for good and rings the open streams. Ending it twice is no error. */
export async function endSession({ sid, userId }: SessionToken): Promise<void> {
  await transaction(async (tx) => {
    const { count } = await tx.session.updateMany({
      where: { id: sid, userId, endedAt: null },
      data: { endedAt: new Date() },
    });
    if (count === 0) return;
    const user = await tx.user.findUniqueOrThrow({
      where: { id: userId },
      select: { name: true, memberships: { select: { workspaceId: true } } },
    });
    await storeInEach(tx, { ...user, userId }, "account.signed-out", {});
    await tellAccessChanged(tx, userId);
  });
}

/** Stores what somebody did with their account in the history of each of their workspaces. */
export async function accountEntry(
  tx: Tx,
  person: { userId: string; name: string; memberships: { workspaceId: string }[] },
  action: `account.${string}`,
  detail: Record<string, string>,
): Promise<void> {
  await storeInEach(tx, person, action, detail);
}

/** Owners may ask who was in: the entry stands in the history of each of the person's workspaces. */
async function storeInEach(
  tx: Tx,
  person: { userId: string; name: string; memberships: { workspaceId: string }[] },
  action: string,
  detail: Record<string, string>,
): Promise<void> {
  const places = person.memberships.length > 0 ? person.memberships : [{ workspaceId: null }];
  await tx.auditEntry.createMany({
    data: places.map(({ workspaceId }) => ({
      workspaceId,
      actorId: person.userId,
      actorName: person.name,
      action,
      detail,
    })),
  });
}
