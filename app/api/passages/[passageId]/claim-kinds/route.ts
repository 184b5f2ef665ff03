import { route } from "@/lib/http/route";
import * as passages from "@/lib/passages/mutations";
import { describePassage } from "@/lib/passages/schema";

export const PUT = route(describePassage, ({ viewer, params, body }) =>
  passages.describePassage(viewer, params.passageId, body),
);
