import { route } from "@/lib/http/route";
import * as sources from "@/lib/sources/mutations";
import { mergeSource, unmergeSource } from "@/lib/sources/schema";

export const PUT = route(mergeSource, ({ viewer, params, body }) =>
  sources.mergeSource(viewer, params.sourceId, body.into),
);

export const DELETE = route(unmergeSource, ({ viewer, params }) =>
  sources.unmergeSource(viewer, params.sourceId),
);
