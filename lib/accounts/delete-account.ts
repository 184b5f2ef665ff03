import "server-only";
import { randomUUID } from "node:crypto";
import { accountEntry } from "@/lib/auth/mutations";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { type Tx, transaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { tellAccessChanged } from "@/lib/live/access";
import { leaveIn, lockMembers, removeWorkspaces } from "@/lib/workspaces/mutations";
import { mustKnowPassword } from "./own";

/**
 * Ends the viewer's account. Workspaces in which nobody else is go with all that is in them; in the others what they
 * wrote stays, under their name. Nothing is left to sign in with, and the address is free again. Refused for the last
 * owner of a workspace with other members: somebody has to look after it.
 */
export async function deleteAccount(
  viewer: Viewer,
  { proof }: { proof: string },
  address: string,
): Promise<{ deleted: true }> {
  await mustMeanIt(viewer, proof, address);
  await transaction(async (tx) => {
    // Nobody joins a workspace on another tab meanwhile: that would hold this row.
    await tx.$queryRaw`SELECT 1 FROM "User" WHERE id = ${viewer.userId}::uuid FOR UPDATE`;
    await accountEntry(tx, viewer, "account.deleted", {});
    // In one order, so that two who go at once do not wait for each other.
    const memberships = await tx.membership.findMany({
      where: { userId: viewer.userId },
      orderBy: { workspaceId: "asc" },
      select: { workspaceId: true },
    });
    for (const { workspaceId } of memberships) await leaveOrDelete(tx, viewer, workspaceId);
    await emptyAccount(tx, viewer.userId);
    await tellAccessChanged(tx, viewer.userId);
  });
  return { deleted: true };
}

async function mustMeanIt(viewer: Viewer, proof: string, address: string): Promise<void> {
  const { passwordHash } = await db().user.findUniqueOrThrow({
    where: { id: viewer.userId },
    select: { passwordHash: true },
  });
  if (passwordHash) await mustKnowPassword(viewer, proof, address, "proof");
  else if (proof.trim() !== viewer.name) {
    const message = `Type your name as it stands here: ${viewer.name}`;
    throw new AppError("invalid", message, { fields: { proof: message } });
  }
}

async function leaveOrDelete(tx: Tx, viewer: Viewer, workspaceId: string): Promise<void> {
  // Stronger than what a change of members takes: whoever is joining now is counted, or comes too late.
  await tx.$queryRaw`SELECT 1 FROM "Workspace" WHERE id = ${workspaceId}::uuid FOR UPDATE`;
  const { members, fresh } = await lockMembers(tx, viewer, workspaceId);
  if (members.size > 1) await leaveIn(tx, fresh, workspaceId, members);
  else await removeWorkspaces(tx, { id: workspaceId });
}

/** The row stays, for what was written is its; all that is personal beside the name goes. */
async function emptyAccount(tx: Tx, userId: string): Promise<void> {
  const own = { where: { userId } };
  await tx.account.deleteMany(own);
  await tx.session.deleteMany(own);
  await tx.threadRead.deleteMany(own);
  await tx.passageRead.deleteMany(own);
  await tx.visit.deleteMany(own);
  await tx.presence.deleteMany(own);
  await tx.notification.deleteMany(own);
  await tx.watch.deleteMany(own);
  await tx.user.update({
    where: { id: userId },
    data: {
      email: `${randomUUID()}@deleted.invalid`,
      passwordHash: null,
      settings: {},
      sessionVersion: { increment: 1 },
    },
    select: { id: true },
  });
}
