import * as attributions from "@/lib/attributions/mutations";
import { restoreAttribution } from "@/lib/attributions/schema";
import { route } from "@/lib/http/route";

export const POST = route(restoreAttribution, ({ viewer, params }) =>
  attributions.restoreAttribution(viewer, params.attributionId),
);
