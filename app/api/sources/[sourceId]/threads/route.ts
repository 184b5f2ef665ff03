import { route } from "@/lib/http/route";
import * as sources from "@/lib/sources/queries";
import { listSourceThreads } from "@/lib/sources/schema";

export const GET = route(listSourceThreads, ({ viewer, params }) =>
  sources.listSourceThreads(viewer, params.sourceId),
);
