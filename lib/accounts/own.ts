import "server-only";
import { accountEntry, endSessions } from "@/lib/auth/mutations";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { type Tx, transaction } from "@/lib/db/transaction";
import { AppError, notFound } from "@/lib/errors";
import { countTry } from "@/lib/http/rate-limit";
import { tellAccessChanged } from "@/lib/live/access";
import { checkPassword, hashPassword } from "./hash";
import { weaknessOf } from "./password";

/** The session in whose browser something is asked for, and the client address it comes from. */
export type Here = { sid: string; address: string };

/** Changes the viewer's name, everywhere it stands. */
export async function renameAccount(viewer: Viewer, { name }: { name: string }): Promise<{ name: string }> {
  await transaction(async (tx) => {
    await tx.user.update({ where: { id: viewer.userId }, data: { name }, select: { id: true } });
    if (name !== viewer.name) await accountEntry(tx, viewer, "account.renamed", { to: name });
  });
  return { name };
}

/**
 * Changes the viewer's password and ends their sessions everywhere else. The present one is asked, and wrong ones are
 * counted with those of the sign-in: a session left open must be no way to guess it.
 */
export async function changePassword(
  viewer: Viewer,
  { old, password }: { old: string; password: string },
  here: Here,
): Promise<{ ended: number }> {
  const passwordHash = await mustKnowPassword(viewer, old, here.address, "old");
  const weakness = weaknessOf(password, [viewer.name, viewer.email]);
  if (weakness) throw new AppError("invalid", weakness, { fields: { password: weakness } });
  const next = await hashPassword(password);
  return transaction(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: viewer.userId, passwordHash },
      data: { passwordHash: next },
    });
    if (count === 0) throw new AppError("conflict", "Your password was changed elsewhere meanwhile.");
    const ended = await endOthers(tx, viewer.userId, here.sid);
    await accountEntry(tx, viewer, "account.password-changed", {});
    return { ended };
  });
}

/** Ends all sessions of the viewer but this one. */
export async function endOtherSessions(viewer: Viewer, sid: string): Promise<{ ended: number }> {
  return transaction(async (tx) => {
    const ended = await endOthers(tx, viewer.userId, sid);
    await accountEntry(tx, viewer, "account.sessions-ended", {});
    return { ended };
  });
}

/** Ends one session of the viewer, and nothing else; 404 when they have no such session, or it has ended. */
export async function endOneSession(viewer: Viewer, sid: string): Promise<{ ended: true }> {
  await transaction(async (tx) => {
    const count = await endSessions(tx, { userId: viewer.userId, id: sid });
    if (count === 0) throw notFound("session");
    await accountEntry(tx, viewer, "account.session-ended", {});
    await tellAccessChanged(tx, viewer.userId);
  });
  return { ended: true };
}

/** The raised version makes every session of an older one no session; this one goes along. */
async function endOthers(tx: Tx, userId: string, sid: string): Promise<number> {
  const { sessionVersion: version } = await tx.user.update({
    where: { id: userId },
    data: { sessionVersion: { increment: 1 } },
    select: { sessionVersion: true },
  });
  await tx.session.updateMany({ where: { id: sid, userId, endedAt: null }, data: { version } });
  const count = await endSessions(tx, { userId, id: { not: sid } });
  await tellAccessChanged(tx, userId);
  return count;
}

/** The stored hash, when the password belongs to it. `field` is the one that is wrong otherwise. */
export async function mustKnowPassword(
  viewer: Viewer,
  password: string,
  address: string,
  field: string,
): Promise<string | null> {
  await countTry("sign-in-address", address);
  await countTry("sign-in-account", viewer.email);
  const { passwordHash } = await db().user.findUniqueOrThrow({
    where: { id: viewer.userId },
    select: { passwordHash: true },
  });
  if (await checkPassword(passwordHash, password)) return passwordHash;
  const message = passwordHash
    ? "This is not your present password."
    : "You sign in through a provider, so there is no password here.";
  throw new AppError("invalid", message, { fields: { [field]: message } });
}
