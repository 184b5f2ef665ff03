import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import type { Tx } from "@/lib/db/transaction";
import type { LastChange } from "@/lib/http/fields";
import { checkPassword } from "./hash";

/**
 * The user with this address (as stored: lower case) and password, or null. Takes as long for an unknown address, and
 * for one without a password, as for a wrong password. The session version is that of the moment at which the password
 * was read: a session that starts with it is none when the password was changed meanwhile.
 */
export async function findByPassword(
  email: string,
  password: string,
): Promise<{ id: string; sessionVersion: number } | null> {
  const user = await db().user.findUnique({
    where: { email },
    select: { id: true, passwordHash: true, sessionVersion: true },
  });
  const right = await checkPassword(user?.passwordHash ?? null, password);
  return user && right ? { id: user.id, sessionVersion: user.sessionVersion } : null;
}

/** Who made a change, as this viewer is told of it; null where nobody is known to have made one. */
export async function whoChanged(
  tx: Tx,
  viewer: Viewer,
  { byId, at }: { byId: string | null; at: Date | null },
): Promise<LastChange> {
  if (!byId || !at) return null;
  if (byId === viewer.userId) return { by: null, at: at.toISOString() };
  const user = await tx.user.findUnique({ where: { id: byId }, select: { name: true } });
  return user && { by: user.name, at: at.toISOString() };
}
