import { route } from "@/lib/http/route";
import * as invitations from "@/lib/workspaces/invitations";
import { readInvitations } from "@/lib/workspaces/queries";
import { createInvitation, listInvitations } from "@/lib/workspaces/schema";

export const GET = route(listInvitations, async ({ viewer, params }) => ({
  invitations: await readInvitations(viewer, params.workspaceId, new Date()),
}));

export const POST = route(createInvitation, ({ viewer, params, body }) =>
  invitations.createInvitation(viewer, params.workspaceId, body, new Date()),
);
