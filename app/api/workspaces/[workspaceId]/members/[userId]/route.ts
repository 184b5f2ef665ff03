import { route } from "@/lib/http/route";
import * as mutations from "@/lib/workspaces/mutations";
import { changeMember, removeMember } from "@/lib/workspaces/schema";

export const PATCH = route(changeMember, ({ viewer, params, body }) =>
  mutations.changeMember(viewer, params.workspaceId, params.userId, body),
);

export const DELETE = route(removeMember, ({ viewer, params }) =>
  mutations.removeMember(viewer, params.workspaceId, params.userId),
);
