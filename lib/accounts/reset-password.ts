import "server-only";
import { randomInt } from "node:crypto";
import { accountEntry, endSessions } from "@/lib/auth/mutations";
import { transaction } from "@/lib/db/transaction";
import { tellAccessChanged } from "@/lib/live/access";
import { hashPassword } from "./hash";

/** Letters and figures that nobody takes for one another, read from a screen or over the telephone. */
const letters = "abcdefghjkmnpqrstuvwxyz23456789";

/** Five groups of four: about 99 bits. */
function makePassword(): string {
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join("");
  return Array.from({ length: 5 }, group).join("-");
}

/**
 * Gives the person with this address a new password and ends all their sessions; null when nobody has it. Whoever asks
 * runs the server: no viewer could be asked, and no route leads here. That it was done stands in the history.
 */
export async function resetPassword(email: string): Promise<{ name: string; password: string } | null> {
  const password = makePassword();
  const passwordHash = await hashPassword(password);
  return transaction(async (tx) => {
    const user = await tx.user.findUnique({
      where: { email },
      select: { id: true, name: true, memberships: { select: { workspaceId: true } } },
    });
    if (!user) return null;
    await tx.user.update({
      where: { id: user.id },
      // The raised version makes every session of an older one no session.
      data: { passwordHash, sessionVersion: { increment: 1 } },
      select: { id: true },
    });
    await endSessions(tx, { userId: user.id });
    await accountEntry(tx, { ...user, userId: user.id }, "account.password-reset", {});
    await tellAccessChanged(tx, user.id);
    return { name: user.name, password };
  });
}
