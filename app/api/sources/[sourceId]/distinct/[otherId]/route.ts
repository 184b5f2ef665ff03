import { route } from "@/lib/http/route";
import * as sources from "@/lib/sources/mutations";
import { distinguishSources, undistinguishSources } from "@/lib/sources/schema";

export const PUT = route(distinguishSources, ({ viewer, params }) =>
  sources.distinguishSources(viewer, params.sourceId, params.otherId),
);

export const DELETE = route(undistinguishSources, ({ viewer, params }) =>
  sources.undistinguishSources(viewer, params.sourceId, params.otherId),
);
