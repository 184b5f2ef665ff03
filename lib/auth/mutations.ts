import "server-only";
import { type Tx, transaction } from "@/lib/db/transaction";
import { tellAccessChanged } from "@/lib/live/access";
import type { SessionToken } from "./cookie";

type NewSession = {
  userId: string;
  /** Under which the person was found to be who they say; that of now when it is left out. */
  sessionVersion?: number | undefined;
  /** The provider, or "credentials". */
  way: string;
  /** The session that this browser had before. */
  replaced: SessionToken | null;
  /** The browser in words, as lib/auth/device-of tells it. */
  device?: string | null;
};

/**
 * Stores a new session and answers with what its cookie holds. The one that it replaces ends: a new sign-in never goes
 * on with an old token. When all sessions were ended since the password was checked, this one is over from the start.
 */
export async function startSession(given: NewSession): Promise<SessionToken> {
  const { userId, sessionVersion, way, replaced, device = null } = given;
  return transaction(async (tx) => {
    const user = await tx.user.findUniqueOrThrow({
      where: { id: userId },
      select: { name: true, sessionVersion: true, memberships: { select: { workspaceId: true } } },
    });
    const session = await tx.session.create({
      data: { userId, version: sessionVersion ?? user.sessionVersion, device },
      select: { id: true },
    });
    if (replaced) {
      await endSessions(tx, { id: replaced.sid, userId: replaced.userId });
    }
    await accountEntry(tx, { ...user, userId }, "account.signed-in", { way });
    return { userId, sid: session.id };
  });
}

/** Ends the session for good and rings the open streams. Ending it twice is no error. */
export async function endSession({ sid, userId }: SessionToken): Promise<void> {
  await transaction(async (tx) => {
    if ((await endSessions(tx, { id: sid, userId })) === 0) return;
    const user = await tx.user.findUniqueOrThrow({
      where: { id: userId },
      select: { name: true, memberships: { select: { workspaceId: true } } },
    });
    await accountEntry(tx, { ...user, userId }, "account.signed-out", {});
    await tellAccessChanged(tx, userId);
  });
}

/** Ends those of these sessions that nobody has ended yet, and answers how many they were. Rings nothing. */
export async function endSessions(
  tx: Tx,
  which: { userId: string; id?: string | { not: string } },
): Promise<number> {
  const { count } = await tx.session.updateMany({
    where: { ...which, endedAt: null },
    data: { endedAt: new Date() },
  });
  return count;
}

/**
 * Stores what somebody did with their account in the history of each of their workspaces: owners may ask who was in.
 */
export async function accountEntry(
  tx: Tx,
  person: { userId: string; name: string; memberships: { workspaceId: string }[] },
  action: `account.${string}`,
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
