import { route } from "@/lib/http/route";
import * as passages from "@/lib/passages/mutations";
import { assignPassage } from "@/lib/passages/schema";

export const PUT = route(assignPassage, ({ viewer, params, body }) =>
  passages.assignPassage(viewer, params.passageId, body),
);
