import "server-only";
import { transaction } from "@/lib/db/transaction";
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
      select: { name: true, sessionVersion: true },
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
    await tx.auditEntry.create({
      data: { actorId: userId, actorName: user.name, action: "account.signed-in", detail: { way } },
      select: { id: true },
    });
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
    const { name } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { name: true } });
    await tx.auditEntry.create({
      data: { actorId: userId, actorName: name, action: "account.signed-out", detail: {} },
      select: { id: true },
    });
    await tellAccessChanged(tx, userId);
  });
}
