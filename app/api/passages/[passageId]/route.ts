import { route } from "@/lib/http/route";
import * as passages from "@/lib/passages/mutations";
import { deletePassage, reselectPassage } from "@/lib/passages/schema";

export const PATCH = route(reselectPassage, ({ viewer, params, body }) =>
  passages.reselectPassage(viewer, params.passageId, body),
);

export const DELETE = route(deletePassage, ({ viewer, params, query }) =>
  passages.deletePassage(viewer, params.passageId, query),
);
