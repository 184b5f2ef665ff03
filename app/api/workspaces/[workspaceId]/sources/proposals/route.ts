import { route } from "@/lib/http/route";
import * as sources from "@/lib/sources/queries";
import { listMergeProposals } from "@/lib/sources/schema";

export const GET = route(listMergeProposals, ({ viewer, params }) =>
  sources.listMergeProposals(viewer, params.workspaceId),
);
