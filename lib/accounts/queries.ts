import "server-only";
import { db } from "@/lib/db/client";
import { checkPassword } from "./hash";

/**
 * The user with this address (as stored: lower case) and password, or null. Takes as long for an unknown address, and
 * for one without a password, as for a wrong password.
 */
export async function findByPassword(email: string, password: string): Promise<{ id: string } | null> {
  const user = await db().user.findUnique({ where: { email }, select: { id: true, passwordHash: true } });
  const right = await checkPassword(user?.passwordHash ?? null, password);
  return user && right ? { id: user.id } : null;
}
