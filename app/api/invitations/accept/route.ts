import { route } from "@/lib/http/route";
import * as invitations from "@/lib/workspaces/invitations";
import { acceptInvitation } from "@/lib/workspaces/schema";

export const POST = route(acceptInvitation, ({ viewer, body }) =>
  invitations.acceptInvitation(viewer, body.token, new Date()),
);
