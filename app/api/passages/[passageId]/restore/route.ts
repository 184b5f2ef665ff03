import { route } from "@/lib/http/route";
import * as passages from "@/lib/passages/mutations";
import { restorePassage } from "@/lib/passages/schema";

export const POST = route(restorePassage, ({ viewer, params }) =>
  passages.restorePassage(viewer, params.passageId),
);
