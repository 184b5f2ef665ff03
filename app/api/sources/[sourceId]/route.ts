import { route } from "@/lib/http/route";
import * as mutations from "@/lib/sources/mutations";
import * as queries from "@/lib/sources/queries";
import { editSource, getSource } from "@/lib/sources/schema";

export const GET = route(getSource, ({ viewer, params }) => queries.getSource(viewer, params.sourceId));

export const PATCH = route(editSource, ({ viewer, params, body }) =>
  mutations.editSource(viewer, params.sourceId, body),
);
