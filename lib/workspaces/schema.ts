import { z } from "zod";
import { emailAddress } from "@/lib/auth/schema";
import { endpoint } from "@/lib/http/endpoint";
import { id, line, moment } from "@/lib/http/fields";
import { whatStays } from "./what-stays";

/** What a workspace is called. */
export const workspaceName = line(100, "The name");

export const role = z.enum(["owner", "editor", "member", "viewer"], { error: "There is no such role." });

const inWorkspace = z.strictObject({ workspaceId: id });
const inMembership = z.strictObject({ workspaceId: id, userId: id });

const workspace = z.strictObject({ id, name: z.string(), role });

export const listWorkspaces = endpoint({
  method: "GET",
  path: "/api/workspaces",
  summary: "List the workspaces that you belong to",
  action: "signed-in",
  answer: z.strictObject({ workspaces: z.array(workspace) }),
});

export const createWorkspace = endpoint({
  method: "POST",
  path: "/api/workspaces",
  summary: "Make a workspace; you become its owner. The same id again gives the one that exists",
  action: "signed-in",
  body: z.strictObject({ id, name: workspaceName }),
  answer: workspace,
  status: 201,
});

export const getWorkspace = endpoint({
  method: "GET",
  path: "/api/workspaces/[workspaceId]",
  summary: "Get a workspace and your role in it",
  action: "workspace.read",
  params: inWorkspace,
  answer: workspace,
});

export const renameWorkspace = endpoint({
  method: "PATCH",
  path: "/api/workspaces/[workspaceId]",
  summary: "Rename a workspace. `was` is the name that you saw",
  action: "workspace.rename",
  params: inWorkspace,
  body: z.strictObject({ name: workspaceName, was: z.string().max(200) }),
  answer: workspace,
});

const member = z.strictObject({
  userId: id,
  name: z.string(),
  role,
  joinedAt: moment,
  /** These are for owners (and for oneself); null for others. */
  email: z.string().nullable(),
  lastSeenAt: moment.nullable(),
  /** What stays under their name when they go. */
  stays: whatStays.nullable(),
});

export type MemberView = z.output<typeof member>;

export const listMembers = endpoint({
  method: "GET",
  path: "/api/workspaces/[workspaceId]/members",
  summary: "List the members of a workspace",
  action: "workspace.read",
  params: inWorkspace,
  answer: z.strictObject({ members: z.array(member) }),
});

export const changeMember = endpoint({
  method: "PATCH",
  path: "/api/workspaces/[workspaceId]/members/[userId]",
  summary: "Change a member's role. `was` is the role that you saw; the last owner stays owner",
  action: "member.change",
  params: inMembership,
  body: z.strictObject({ role, was: role }),
  answer: z.strictObject({ userId: id, role }),
});

export const removeMember = endpoint({
  method: "DELETE",
  path: "/api/workspaces/[workspaceId]/members/[userId]",
  summary: "Remove a member, or leave when it is you. What they wrote stays; the last owner cannot go",
  action: "member.remove",
  params: inMembership,
  answer: z.strictObject({ userId: id }),
});

const invitation = z.strictObject({
  id,
  role,
  /** When set, only this address can accept. */
  email: z.string().nullable(),
  state: z.enum(["open", "accepted", "expired", "withdrawn"]),
  invitedBy: z.string(),
  createdAt: moment,
  expiresAt: moment,
  acceptedBy: z.string().nullable(),
});

export type InvitationView = z.output<typeof invitation>;

export const listInvitations = endpoint({
  method: "GET",
  path: "/api/workspaces/[workspaceId]/invitations",
  summary: "List the invitations of a workspace, the latest first, at most 100",
  action: "member.invite",
  params: inWorkspace,
  answer: z.strictObject({ invitations: z.array(invitation) }),
});

export const createInvitation = endpoint({
  method: "POST",
  path: "/api/workspaces/[workspaceId]/invitations",
  summary: "Invite somebody. The token is told this once; it works once, for seven days",
  action: "member.invite",
  params: inWorkspace,
  body: z.strictObject({ role, email: emailAddress.optional() }),
  answer: z.strictObject({ invitation, token: z.string() }),
  status: 201,
});

export const withdrawInvitation = endpoint({
  method: "DELETE",
  path: "/api/workspaces/[workspaceId]/invitations/[invitationId]",
  summary: "Withdraw an invitation that nobody has accepted; its link is void at once",
  action: "member.invite",
  params: z.strictObject({ workspaceId: id, invitationId: id }),
  answer: invitation,
});

const token = z.strictObject({ token: z.string().min(1).max(200) });

const lookedAt = z.strictObject({
  state: z.enum(["open", "accepted", "expired", "withdrawn"]),
  role,
  expiresAt: moment,
  /** Not told of a withdrawn invitation. */
  workspaceName: z.string().nullable(),
  invitedBy: z.string().nullable(),
  /** Enough of the only address that may accept to know one's own by. */
  emailHint: z.string().nullable(),
  /** For the signed-in: may this address accept, and the workspace when they are in it already. */
  fits: z.boolean().nullable(),
  workspaceId: id.nullable(),
});

export type LookedAtInvitation = z.output<typeof lookedAt>;

export const lookAtInvitation = endpoint({
  method: "POST",
  path: "/api/invitations/look",
  summary: "See what an invitation is for, before signing in or up",
  action: "public",
  body: token,
  answer: lookedAt,
});

export const acceptInvitation = endpoint({
  method: "POST",
  path: "/api/invitations/accept",
  summary: "Accept an invitation. Accepting again as the same person changes nothing",
  action: "signed-in",
  body: token,
  answer: z.strictObject({ workspaceId: id, role }),
});

const entry = z.strictObject({
  id,
  actor: z.string(),
  action: z.string(),
  detail: z.record(z.string(), z.unknown()),
  at: moment,
});

export type AuditEntryView = z.output<typeof entry>;

export const listAudit = endpoint({
  method: "GET",
  path: "/api/workspaces/[workspaceId]/audit",
  summary:
    "What happened in a workspace, the latest first, 50 at a time; `before` is the last id that you have",
  action: "audit.read",
  params: inWorkspace,
  query: z.strictObject({ before: id.optional() }),
  answer: z.strictObject({ entries: z.array(entry), more: z.boolean() }),
});
