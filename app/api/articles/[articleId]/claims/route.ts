import * as claims from "@/lib/claims/queries";
import { listClaims } from "@/lib/claims/schema";
import { route } from "@/lib/http/route";

export const GET = route(listClaims, ({ viewer, params, query }) =>
  claims.listClaims(viewer, params.articleId, query),
);
