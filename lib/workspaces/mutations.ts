import "server-only";
import { subjectOf } from "@/lib/accounts/subject-of";
import { mustBeAble } from "@/lib/auth/permissions";
import type { Role, Viewer } from "@/lib/auth/viewer";
import { isDuplicate } from "@/lib/db/database-error";
import { type Tx, transaction } from "@/lib/db/transaction";
import { AppError, notFound } from "@/lib/errors";
import { tellAccessChanged } from "@/lib/live/access";
import { inQuotes } from "@/lib/text/in-quotes";
import type { Prisma } from "@/prisma/generated/client";
import { lastToDo, storeAudit } from "./audit";

type Person = { userId: string; name: string };

/** Stores a workspace with its owner. */
export async function storeWorkspace(
  tx: Tx,
  owner: Person,
  workspace: { id: string; name: string },
): Promise<void> {
  await tx.workspace.create({ data: workspace, select: { id: true } });
  await storeMembership(tx, workspace.id, owner, "owner");
  await storeAudit(tx, {
    workspaceId: workspace.id,
    actor: owner,
    action: "workspace.created",
    detail: { name: workspace.name },
  });
}

/** Makes somebody a member and rings their open pages. The caller stores why. */
export async function storeMembership(
  tx: Tx,
  workspaceId: string,
  person: Person,
  role: Role,
): Promise<void> {
  await tx.membership.create({
    data: { workspaceId, userId: person.userId, role },
    select: { userId: true },
  });
  await tellAccessChanged(tx, person.userId);
}

/** Makes a workspace of the viewer's own. The same id again, by the same person, gives what exists. */
export async function createWorkspace(
  viewer: Viewer,
  { id, name }: { id: string; name: string },
): Promise<{ id: string; name: string; role: Role }> {
  try {
    await transaction((tx) => storeWorkspace(tx, viewer, { id, name }));
    return { id, name, role: "owner" };
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    return transaction(async (tx) => {
      const { role } = await lockMembers(tx, viewer, id);
      const found = await tx.workspace.findUniqueOrThrow({ where: { id }, select: { name: true } });
      return { id, name: found.name, role };
    });
  }
}

/** Renames the workspace, unless somebody else did since the viewer saw `was`. */
export async function renameWorkspace(
  viewer: Viewer,
  workspaceId: string,
  { name, was }: { name: string; was: string },
): Promise<{ id: string; name: string; role: Role }> {
  mustBeAble(viewer, "workspace.rename", { workspaceId });
  return transaction(async (tx) => {
    const { fresh, role } = await lockMembers(tx, viewer, workspaceId);
    mustBeAble(fresh, "workspace.rename", { workspaceId });
    const before = await tx.workspace.findUniqueOrThrow({
      where: { id: workspaceId },
      select: { name: true },
    });
    if (before.name === name) return { id: workspaceId, name, role };
    if (before.name !== was) {
      const faster = await lastToDo(tx, viewer, { workspaceId, action: "workspace.renamed" });
      const message = `${subjectOf(faster)} renamed the workspace to ${inQuotes(before.name)} meanwhile.`;
      throw new AppError("conflict", message, { details: { name: before.name } });
    }
    await tx.workspace.update({ where: { id: workspaceId }, data: { name }, select: { id: true } });
    await storeAudit(tx, {
      workspaceId,
      actor: viewer,
      action: "workspace.renamed",
      detail: { from: before.name, to: name },
    });
    return { id: workspaceId, name, role };
  });
}

/** Gives a member another role. Refused for the last owner, and when the role is no more what the viewer saw. */
export async function changeMember(
  viewer: Viewer,
  workspaceId: string,
  userId: string,
  { role, was }: { role: Role; was: Role },
): Promise<{ userId: string; role: Role }> {
  mustBeAble(viewer, "member.change", { workspaceId });
  return transaction(async (tx) => {
    const { fresh, members } = await lockMembers(tx, viewer, workspaceId);
    mustBeAble(fresh, "member.change", { workspaceId });
    const target = members.get(userId);
    if (!target) throw notFound("member");
    if (target.role === role) return { userId, role };
    if (target.role !== was) {
      const faster = await lastToDo(tx, viewer, { workspaceId, action: "member.changed", userId });
      const message = `${subjectOf(faster)} made ${target.name} ${target.role} meanwhile.`;
      throw new AppError("conflict", message, { details: { role: target.role } });
    }
    if (target.role === "owner") refuseLastOwner(members, "lower");
    await tx.membership.update({
      where: { workspaceId_userId: { workspaceId, userId } },
      data: { role },
      select: { userId: true },
    });
    if (target.role === "owner") await voidInvitationsBy(tx, workspaceId, userId);
    await storeAudit(tx, {
      workspaceId,
      actor: viewer,
      action: "member.changed",
      detail: { userId, name: target.name, from: target.role, to: role },
    });
    await tellAccessChanged(tx, userId);
    return { userId, role };
  });
}

/** Ends a membership: somebody else's (owners) or one's own. What they wrote stays under their name. */
export async function removeMember(
  viewer: Viewer,
  workspaceId: string,
  userId: string,
): Promise<{ userId: string }> {
  mustBeAble(viewer, "member.remove", { workspaceId, madeBy: userId });
  return transaction(async (tx) => {
    const { fresh, members } = await lockMembers(tx, viewer, workspaceId);
    mustBeAble(fresh, "member.remove", { workspaceId, madeBy: userId });
    await endMembership(tx, { workspaceId, members, userId }, viewer);
    return { userId };
  });
}

/** Ends the viewer's own membership of a workspace whose members are locked. Refused for its last owner. */
export async function leaveIn(tx: Tx, viewer: Viewer, workspaceId: string, members: Members): Promise<void> {
  await endMembership(tx, { workspaceId, members, userId: viewer.userId }, viewer);
}

async function endMembership(
  tx: Tx,
  { workspaceId, members, userId }: { workspaceId: string; members: Members; userId: string },
  actor: Person,
): Promise<void> {
  const target = members.get(userId);
  if (!target) throw notFound("member");
  if (target.role === "owner") refuseLastOwner(members, "go");
  await tx.membership.delete({
    where: { workspaceId_userId: { workspaceId, userId } },
    select: { userId: true },
  });
  await voidInvitationsBy(tx, workspaceId, userId);
  await storeAudit(tx, {
    workspaceId,
    actor,
    action: userId === actor.userId ? "member.left" : "member.removed",
    detail: { userId, name: target.name, role: target.role },
  });
  await tellAccessChanged(tx, userId);
}

type Members = Map<string, { name: string; role: Role }>;

/**
 * Locks the workspace, so that changes of its members come one after the other (two owners who remove each other at
 * once would leave none), and reads the members as they are now. `fresh` is the viewer with the role of this moment.
 */
export async function lockMembers(
  tx: Tx,
  viewer: Viewer,
  workspaceId: string,
): Promise<{ members: Members; fresh: Viewer; role: Role }> {
  // NO KEY: whoever adds an article meanwhile must not wait.
  await tx.$queryRaw`SELECT 1 FROM "Workspace" WHERE id = ${workspaceId}::uuid FOR NO KEY UPDATE`;
  const rows = await tx.membership.findMany({
    where: { workspaceId },
    select: { userId: true, role: true, user: { select: { name: true } } },
  });
  const members: Members = new Map(rows.map((row) => [row.userId, { name: row.user.name, role: row.role }]));
  const own = members.get(viewer.userId);
  if (!own) throw notFound("workspace");
  const membership = { workspaceId, workspaceName: "", role: own.role };
  return { members, role: own.role, fresh: { ...viewer, memberships: [membership] } };
}

function refuseLastOwner(members: Members, what: "lower" | "go"): void {
  const owners = [...members.values()].filter((one) => one.role === "owner");
  if (owners.length > 1) return;
  throw new AppError(
    "conflict",
    what === "go"
      ? "The last owner cannot leave. Make somebody else an owner first."
      : "A workspace needs an owner. Make somebody else an owner first.",
  );
}

/**
 * Removes workspaces with all that is in them. The articles first: a source goes only when nothing points to it, and
 * which of the two Postgres would take first, nobody can say of a database that was restored from a copy.
 */
export async function removeWorkspaces(tx: Tx, where: Prisma.WorkspaceWhereInput): Promise<void> {
  await tx.article.deleteMany({ where: { workspace: where } });
  await tx.workspace.deleteMany({ where });
}

/** Whoever may no longer invite leaves no open door behind. */
async function voidInvitationsBy(tx: Tx, workspaceId: string, userId: string): Promise<void> {
  await tx.invitation.updateMany({
    where: { workspaceId, createdById: userId, acceptedAt: null, withdrawnAt: null },
    data: { withdrawnAt: new Date() },
  });
}
