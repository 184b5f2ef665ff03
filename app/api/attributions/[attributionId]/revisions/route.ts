import * as attributions from "@/lib/attributions/queries";
import { listAttributionRevisions } from "@/lib/attributions/schema";
import { route } from "@/lib/http/route";

export const GET = route(listAttributionRevisions, ({ viewer, params }) =>
  attributions.listAttributionRevisions(viewer, params.attributionId),
);
