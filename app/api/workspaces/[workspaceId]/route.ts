import { route } from "@/lib/http/route";
import * as mutations from "@/lib/workspaces/mutations";
import { readWorkspace } from "@/lib/workspaces/queries";
import { getWorkspace, renameWorkspace } from "@/lib/workspaces/schema";

export const GET = route(getWorkspace, async ({ viewer, params }) =>
  readWorkspace(viewer, params.workspaceId),
);

export const PATCH = route(renameWorkspace, ({ viewer, params, body }) =>
  mutations.renameWorkspace(viewer, params.workspaceId, body),
);
