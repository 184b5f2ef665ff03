import { route } from "@/lib/http/route";
import * as mutations from "@/lib/notifications/mutations";
import * as queries from "@/lib/notifications/queries";
import { getWatch, putWatch } from "@/lib/notifications/schema";

export const GET = route(getWatch, ({ viewer, params }) => queries.readWatch(viewer, params.articleId));

export const PUT = route(putWatch, ({ viewer, params, body }) =>
  mutations.putWatch(viewer, params.articleId, body.level),
);
