import { markVisit } from "@/lib/discussion/mutations";
import { putVisit } from "@/lib/discussion/schema";
import { route } from "@/lib/http/route";

export const PUT = route(putVisit, ({ viewer, params, body }) =>
  markVisit(viewer, params.articleId, body.number),
);
