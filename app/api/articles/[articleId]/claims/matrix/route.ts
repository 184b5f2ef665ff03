import * as claims from "@/lib/claims/queries";
import { getClaimsMatrix } from "@/lib/claims/schema";
import { route } from "@/lib/http/route";

export const GET = route(getClaimsMatrix, ({ viewer, params }) =>
  claims.getClaimsMatrix(viewer, params.articleId),
);
