import { route } from "@/lib/http/route";
import * as mutations from "@/lib/workspaces/mutations";
import { readWorkspaces } from "@/lib/workspaces/queries";
import { createWorkspace, listWorkspaces } from "@/lib/workspaces/schema";

export const GET = route(listWorkspaces, async ({ viewer }) => ({ workspaces: readWorkspaces(viewer) }));

export const POST = route(createWorkspace, ({ viewer, body }) => mutations.createWorkspace(viewer, body));
