import "server-only";
import { mustBeAble } from "@/lib/auth/permissions";
import type { Role, Viewer } from "@/lib/auth/viewer";
import { type Tx, transaction } from "@/lib/db/transaction";
import { AppError, notFound } from "@/lib/errors";
import { countTry } from "@/lib/http/rate-limit";
import { storeAudit } from "./audit";
import { hintAtAddress, invitationValidMs, stateOfInvitation } from "./invitation-state";
import { hashToken, makeToken } from "./invitation-token";
import { lockMembers, storeMembership } from "./mutations";
import { invitationSelect, viewInvitation } from "./queries";
import type { InvitationView } from "./schema";

// The writes of invitations: the second subject of mutations.ts, with the same rules.

/** Invites somebody. The token is answered this once and only its hash stored. */
export async function createInvitation(
  viewer: Viewer,
  workspaceId: string,
  { role, email }: { role: Role; email?: string | undefined },
  now: Date,
): Promise<{ invitation: InvitationView; token: string }> {
  mustBeAble(viewer, "member.invite", { workspaceId });
  await countTry("invite", viewer.userId);
  const token = makeToken();
  const row = await transaction(async (tx) => {
    // Lowering an owner makes their invitations void: none of theirs may come after that.
    const { fresh } = await lockMembers(tx, viewer, workspaceId);
    mustBeAble(fresh, "member.invite", { workspaceId });
    const stored = await tx.invitation.create({
      data: {
        workspaceId,
        role,
        email: email ?? null,
        tokenHash: hashToken(token),
        createdById: viewer.userId,
        createdAt: now,
        expiresAt: new Date(now.getTime() + invitationValidMs),
      },
      select: invitationSelect,
    });
    await storeAudit(tx, {
      workspaceId,
      actor: viewer,
      action: "invitation.created",
      detail: { invitationId: stored.id, role, email: email ?? "" },
    });
    return stored;
  });
  return { invitation: viewInvitation(row, now), token };
}

/** Makes the link void. Refused when somebody has accepted already; withdrawing twice changes nothing. */
export async function withdrawInvitation(
  viewer: Viewer,
  workspaceId: string,
  invitationId: string,
  now: Date,
): Promise<InvitationView> {
  mustBeAble(viewer, "member.invite", { workspaceId });
  return transaction(async (tx) => {
    const { count } = await tx.invitation.updateMany({
      where: { id: invitationId, workspaceId, acceptedAt: null, withdrawnAt: null },
      data: { withdrawnAt: now },
    });
    const row = await tx.invitation.findFirst({
      where: { id: invitationId, workspaceId },
      select: invitationSelect,
    });
    if (!row) throw notFound("invitation");
    const view = viewInvitation(row, now);
    if (view.state === "accepted")
      throw new AppError(
        "conflict",
        `${view.acceptedBy ?? "Somebody"} has accepted this invitation already.`,
        {
          details: view,
        },
      );
    if (count > 0) {
      await storeAudit(tx, {
        workspaceId,
        actor: viewer,
        action: "invitation.withdrawn",
        detail: { invitationId, role: row.role, email: row.email ?? "" },
      });
    }
    return view;
  });
}

/** Makes the viewer a member by an invitation. Again by the same person, or by a member, it changes nothing. */
export function acceptInvitation(
  viewer: Viewer,
  token: string,
  now: Date,
): Promise<{ workspaceId: string; role: Role }> {
  return transaction((tx) => acceptIn(tx, viewer, token, now));
}

/** The same inside the caller's transaction: for somebody who signs up with an invitation. */
export async function acceptIn(
  tx: Tx,
  person: { userId: string; name: string; email: string },
  token: string,
  now: Date,
): Promise<{ workspaceId: string; role: Role }> {
  const row = await findUsable(tx, person.email, token);
  const { workspaceId, role } = row;
  const already = await findMembership(tx, workspaceId, person.userId);
  if (already) return already;
  // In the order in which a workspace that goes takes them: first itself, then its invitations.
  await tx.$queryRaw`SELECT 1 FROM "Workspace" WHERE id = ${workspaceId}::uuid FOR KEY SHARE`;
  // The row itself is the lock: of many who accept at once, one finds it untouched.
  const { count } = await tx.invitation.updateMany({
    where: { id: row.id, acceptedAt: null, withdrawnAt: null, expiresAt: { gt: now } },
    data: { acceptedAt: now, acceptedById: person.userId },
  });
  if (count === 0) {
    const meanwhile = await findMembership(tx, workspaceId, person.userId);
    if (meanwhile) return meanwhile;
    const latest = await tx.invitation.findUniqueOrThrow({
      where: { id: row.id },
      select: invitationSelect,
    });
    throw refusalOf(stateOfInvitation(latest, now), latest.createdBy.name);
  }
  await storeMembership(tx, workspaceId, person, role);
  await storeAudit(tx, {
    workspaceId,
    actor: person,
    action: "member.joined",
    detail: { role, invitationId: row.id },
  });
  return { workspaceId, role };
}

/** Refuses an invitation that nobody with this address could accept at `now`, before anything is made. */
export async function mustBeAcceptable(tx: Tx, email: string, token: string, now: Date): Promise<void> {
  const row = await findUsable(tx, email, token);
  const state = stateOfInvitation(row, now);
  if (state !== "open") throw refusalOf(state, row.createdBy.name);
}

async function findUsable(tx: Tx, email: string, token: string) {
  const row = await tx.invitation.findUnique({
    where: { tokenHash: hashToken(token) },
    select: { ...invitationSelect, workspaceId: true },
  });
  if (!row) throw notFound("invitation");
  if (row.email !== null && row.email !== email)
    throw new AppError(
      "forbidden",
      `This invitation is for ${hintAtAddress(row.email)}. Use that address, or ask ${row.createdBy.name} for an invitation for yours.`,
    );
  return row;
}

function findMembership(tx: Tx, workspaceId: string, userId: string) {
  return tx.membership.findUnique({
    where: { workspaceId_userId: { workspaceId, userId } },
    select: { workspaceId: true, role: true },
  });
}

function refusalOf(state: "open" | "accepted" | "expired" | "withdrawn", invitedBy: string): AppError {
  const why = {
    open: "This invitation changed meanwhile. Try again.",
    accepted: `This invitation has been used. Ask ${invitedBy} for a new one.`,
    expired: `This invitation has expired. Ask ${invitedBy} for a new one.`,
    withdrawn: "This invitation was withdrawn.",
  };
  return new AppError("gone", why[state]);
}
