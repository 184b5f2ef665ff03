import "server-only";
import { can, mustBeAble } from "@/lib/auth/permissions";
import { type Role, roleIn, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { notFound } from "@/lib/errors";
import { hintAtAddress, stateOfInvitation } from "./invitation-state";
import { hashToken } from "./invitation-token";
import type { AuditEntryView, InvitationView, LookedAtInvitation, MemberView } from "./schema";
import type { WhatStays } from "./what-stays";

type WorkspaceView = { id: string; name: string; role: Role };

/** The workspace as this viewer sees it. Read with the viewer, so it costs no query. */
export function readWorkspace(viewer: Viewer, workspaceId: string): WorkspaceView {
  const found = viewer.memberships.find((one) => one.workspaceId === workspaceId);
  if (!found) throw notFound("workspace");
  return { id: found.workspaceId, name: found.workspaceName, role: found.role };
}

/** All workspaces of the viewer, the one joined first at the top. */
export function readWorkspaces(viewer: Viewer): WorkspaceView[] {
  return viewer.memberships.map((one) => readWorkspace(viewer, one.workspaceId));
}

const rank: Record<Role, number> = { owner: 0, editor: 1, member: 2, viewer: 3 };

/**
 * The members of a workspace, owners first, then by name. Addresses, last visits and what stays after a removal are
 * for those who may remove (and for oneself).
 */
export async function readMembers(viewer: Viewer, workspaceId: string): Promise<MemberView[]> {
  mustBeAble(viewer, "workspace.read", { workspaceId });
  const rows = await db().membership.findMany({
    where: { workspaceId },
    select: { userId: true, role: true, createdAt: true, user: { select: { name: true, email: true } } },
  });
  const seesAll = can(viewer, "member.change", { workspaceId });
  const more = seesAll ? await readWhatStays(workspaceId) : null;
  const members = rows.map((row) => ({
    userId: row.userId,
    name: row.user.name,
    role: row.role,
    joinedAt: row.createdAt.toISOString(),
    email: seesAll || row.userId === viewer.userId ? row.user.email : null,
    lastSeenAt: more?.get(row.userId)?.lastSeenAt?.toISOString() ?? null,
    stays: more?.get(row.userId)?.stays ?? null,
  }));
  return members.sort((a, b) => rank[a.role] - rank[b.role] || a.name.localeCompare(b.name, "en"));
}

type Stays = { lastSeenAt: Date | null; stays: WhatStays };

/** One query for all members: when they were last here, and how much in this workspace bears their name. */
async function readWhatStays(workspaceId: string): Promise<Map<string, Stays>> {
  const rows = await db().$queryRaw<({ userId: string; lastSeenAt: Date | null } & WhatStays)[]>`
    SELECT m."userId",
      (SELECT max(s."lastSeenAt") FROM "Session" s WHERE s."userId" = m."userId") AS "lastSeenAt",
      coalesce(p.count, 0)::int AS "passages",
      coalesce(t.count, 0)::int AS "attributions",
      coalesce(v.count, 0)::int AS "verdicts",
      coalesce(e.count, 0)::int AS "evidence",
      coalesce(c.count, 0)::int AS "comments"
    FROM "Membership" m
    LEFT JOIN (
      SELECT x."createdById" AS by, count(*) FROM "Passage" x JOIN "Article" a ON a.id = x."articleId"
      WHERE a."workspaceId" = ${workspaceId}::uuid AND x."deletedAt" IS NULL GROUP BY 1
    ) p ON p.by = m."userId"
    LEFT JOIN (
      SELECT x."byId" AS by, count(DISTINCT x."passageId") FROM "Attribution" x
      JOIN "Article" a ON a.id = x."articleId"
      WHERE a."workspaceId" = ${workspaceId}::uuid AND x."deletedAt" IS NULL GROUP BY 1
    ) t ON t.by = m."userId"
    LEFT JOIN (
      SELECT x."byId" AS by, count(*) FROM "Assessment" x JOIN "Article" a ON a.id = x."articleId"
      WHERE a."workspaceId" = ${workspaceId}::uuid AND x.verdict IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM "Assessment" later WHERE later."replacesId" = x.id) GROUP BY 1
    ) v ON v.by = m."userId"
    LEFT JOIN (
      SELECT x."addedById" AS by, count(*) FROM "Evidence" x JOIN "Article" a ON a.id = x."articleId"
      WHERE a."workspaceId" = ${workspaceId}::uuid AND x."deletedAt" IS NULL GROUP BY 1
    ) e ON e.by = m."userId"
    LEFT JOIN (
      SELECT x."authorId" AS by, count(*) FROM "Comment" x JOIN "Article" a ON a.id = x."articleId"
      WHERE a."workspaceId" = ${workspaceId}::uuid AND x."deletedAt" IS NULL GROUP BY 1
    ) c ON c.by = m."userId"
    WHERE m."workspaceId" = ${workspaceId}::uuid`;
  return new Map(rows.map(({ userId, lastSeenAt, ...stays }) => [userId, { lastSeenAt, stays }]));
}

/** What `viewInvitation` needs of a row. */
export const invitationSelect = {
  id: true,
  role: true,
  email: true,
  createdAt: true,
  expiresAt: true,
  acceptedAt: true,
  withdrawnAt: true,
  createdBy: { select: { name: true } },
  acceptedBy: { select: { name: true } },
} as const;

type InvitationRow = {
  id: string;
  role: Role;
  email: string | null;
  createdAt: Date;
  expiresAt: Date;
  acceptedAt: Date | null;
  withdrawnAt: Date | null;
  createdBy: { name: string };
  acceptedBy: { name: string } | null;
};

/** An invitation as owners see it at `now`. */
export function viewInvitation(row: InvitationRow, now: Date): InvitationView {
  return {
    id: row.id,
    role: row.role,
    email: row.email,
    state: stateOfInvitation(row, now),
    invitedBy: row.createdBy.name,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    acceptedBy: row.acceptedBy?.name ?? null,
  };
}

/** The latest 100 invitations of a workspace, for those who may invite. */
export async function readInvitations(
  viewer: Viewer,
  workspaceId: string,
  now: Date,
): Promise<InvitationView[]> {
  mustBeAble(viewer, "member.invite", { workspaceId });
  const rows = await db().invitation.findMany({
    where: { workspaceId },
    select: invitationSelect,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 100,
  });
  return rows.map((row) => viewInvitation(row, now));
}

/** What an invitation is for, told to whoever holds its token. Not found for a token that never was. */
export async function readInvitation(
  viewer: Viewer | null,
  token: string,
  now: Date,
): Promise<LookedAtInvitation> {
  const row = await db().invitation.findUnique({
    where: { tokenHash: hashToken(token) },
    select: { ...invitationSelect, workspaceId: true, workspace: { select: { name: true } } },
  });
  if (!row) throw notFound("invitation");
  const state = stateOfInvitation(row, now);
  const isMember = roleIn(viewer, row.workspaceId) !== null;
  const isTold = state !== "withdrawn" || isMember;
  return {
    state,
    role: row.role,
    expiresAt: row.expiresAt.toISOString(),
    workspaceName: isTold ? row.workspace.name : null,
    invitedBy: isTold ? row.createdBy.name : null,
    emailHint: row.email ? hintAtAddress(row.email) : null,
    fits: viewer && (row.email === null || row.email === viewer.email),
    workspaceId: isMember ? row.workspaceId : null,
  };
}

const pageSize = 50;

/** A page of the workspace's history, the latest first. `before` is the last entry that the reader has. */
export async function readAudit(
  viewer: Viewer,
  workspaceId: string,
  before: string | undefined,
): Promise<{ entries: AuditEntryView[]; more: boolean }> {
  mustBeAble(viewer, "audit.read", { workspaceId });
  const last = before
    ? await db().auditEntry.findFirst({ where: { id: before, workspaceId }, select: { createdAt: true } })
    : null;
  const rows = await db().auditEntry.findMany({
    where: {
      workspaceId,
      ...(before && last
        ? { OR: [{ createdAt: { lt: last.createdAt } }, { createdAt: last.createdAt, id: { lt: before } }] }
        : {}),
    },
    select: { id: true, actorName: true, action: true, detail: true, createdAt: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: pageSize + 1,
  });
  const entries: AuditEntryView[] = rows.slice(0, pageSize).map((row) => ({
    id: row.id,
    actor: row.actorName,
    action: row.action,
    detail: isRecord(row.detail) ? row.detail : {},
    at: row.createdAt.toISOString(),
  }));
  return { entries, more: rows.length > pageSize };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
