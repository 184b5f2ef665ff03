import { route } from "@/lib/http/route";
import { readMembers } from "@/lib/workspaces/queries";
import { listMembers } from "@/lib/workspaces/schema";

export const GET = route(listMembers, async ({ viewer, params }) => ({
  members: await readMembers(viewer, params.workspaceId),
}));
