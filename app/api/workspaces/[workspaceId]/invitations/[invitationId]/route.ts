import { route } from "@/lib/http/route";
import * as invitations from "@/lib/workspaces/invitations";
import { withdrawInvitation } from "@/lib/workspaces/schema";

export const DELETE = route(withdrawInvitation, ({ viewer, params }) =>
  invitations.withdrawInvitation(viewer, params.workspaceId, params.invitationId, new Date()),
);
