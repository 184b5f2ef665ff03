import { route } from "@/lib/http/route";
import * as mutations from "@/lib/sources/mutations";
import * as queries from "@/lib/sources/queries";
import { createSource, searchSources } from "@/lib/sources/schema";

export const GET = route(searchSources, ({ viewer, params, query }) =>
  queries.offerSources(viewer, params.workspaceId, query.q),
);

export const POST = route(createSource, ({ viewer, params, body }) =>
  mutations.createSource(viewer, params.workspaceId, body),
);
