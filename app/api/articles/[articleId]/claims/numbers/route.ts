import * as claims from "@/lib/claims/queries";
import { getClaimsNumbers } from "@/lib/claims/schema";
import { route } from "@/lib/http/route";

export const GET = route(getClaimsNumbers, ({ viewer, params, query }) =>
  claims.getClaimsNumbers(viewer, params.articleId, query),
);
