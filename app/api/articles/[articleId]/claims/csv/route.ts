import * as claims from "@/lib/claims/export-claims";
import { exportClaims } from "@/lib/claims/schema";
import { route } from "@/lib/http/route";

export const GET = route(exportClaims, ({ viewer, params, query }) =>
  claims.exportClaims(viewer, params.articleId, query),
);
