import { route } from "@/lib/http/route";
import { readAudit } from "@/lib/workspaces/queries";
import { listAudit } from "@/lib/workspaces/schema";

export const GET = route(listAudit, ({ viewer, params, query }) =>
  readAudit(viewer, params.workspaceId, query.before),
);
