import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import type { Tx } from "@/lib/db/transaction";
import type { LastChange } from "@/lib/http/fields";
import type { EventKind } from "@/lib/live/events";
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

/** Who was the last to do one of these things in an article, to what `ids` name where they are given. */
export async function whoDid(
  tx: Tx,
  viewer: Viewer,
  { articleId, kinds, ids }: { articleId: string; kinds: EventKind[]; ids?: Record<string, string> },
): Promise<LastChange> {
  const event = await tx.event.findFirst({
    where: {
      articleId,
      kind: { in: kinds },
      AND: Object.entries(ids ?? {}).map(([name, id]) => ({ ids: { path: [name], equals: id } })),
    },
    orderBy: { number: "desc" },
    select: { actorId: true, createdAt: true },
  });
  return whoChanged(tx, viewer, { byId: event?.actorId ?? null, at: event?.createdAt ?? null });
}

/** Who did what has this number in an article. */
export async function whoDidAt(
  tx: Tx,
  viewer: Viewer,
  { articleId, number }: { articleId: string; number: number },
): Promise<LastChange> {
  const event = await tx.event.findUnique({
    where: { articleId_number: { articleId, number } },
    select: { actorId: true, createdAt: true },
  });
  return whoChanged(tx, viewer, { byId: event?.actorId ?? null, at: event?.createdAt ?? null });
}

/**
 * Who made the one change between the version that somebody saw and the current one. Of several it is not to be told as
 * if one person had made all: null, and `who` is not asked.
 */
export async function whoOvertook(
  { seen, current }: { seen: number; current: number },
  who: () => Promise<LastChange>,
): Promise<LastChange> {
  return current === seen + 1 ? who() : null;
}
