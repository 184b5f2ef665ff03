import * as attributions from "@/lib/attributions/mutations";
import { createAttribution } from "@/lib/attributions/schema";
import { route } from "@/lib/http/route";

export const POST = route(createAttribution, ({ viewer, params, body }) =>
  attributions.createAttribution(viewer, params.articleId, body),
);
