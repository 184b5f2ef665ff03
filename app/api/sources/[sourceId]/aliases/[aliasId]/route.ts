import { route } from "@/lib/http/route";
import * as sources from "@/lib/sources/mutations";
import { removeAlias } from "@/lib/sources/schema";

export const DELETE = route(removeAlias, ({ viewer, params }) =>
  sources.removeAlias(viewer, params.sourceId, params.aliasId),
);
