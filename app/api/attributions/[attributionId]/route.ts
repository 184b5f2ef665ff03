import * as attributions from "@/lib/attributions/mutations";
import { deleteAttribution, editAttribution } from "@/lib/attributions/schema";
import { route } from "@/lib/http/route";

export const PATCH = route(editAttribution, ({ viewer, params, body }) =>
  attributions.editAttribution(viewer, params.attributionId, body),
);

export const DELETE = route(deleteAttribution, ({ viewer, params }) =>
  attributions.deleteAttribution(viewer, params.attributionId),
);
