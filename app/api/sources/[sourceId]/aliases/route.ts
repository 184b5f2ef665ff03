import { route } from "@/lib/http/route";
import * as sources from "@/lib/sources/mutations";
import { addAlias } from "@/lib/sources/schema";

export const POST = route(addAlias, ({ viewer, params, body }) =>
  sources.addAlias(viewer, params.sourceId, body),
);
