import { route } from "@/lib/http/route";
import * as sources from "@/lib/sources/mutations";
import { distinguishSources } from "@/lib/sources/schema";

export const PUT = route(distinguishSources, ({ viewer, params }) =>
  sources.distinguishSources(viewer, params.sourceId, params.otherId),
);
