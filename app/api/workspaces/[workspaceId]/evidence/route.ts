import * as queries from "@/lib/assessments/queries";
import { searchEvidence } from "@/lib/assessments/schema";
import { route } from "@/lib/http/route";

export const GET = route(searchEvidence, ({ viewer, params, query }) =>
  queries.searchEvidence(viewer, params.workspaceId, query.q),
);
