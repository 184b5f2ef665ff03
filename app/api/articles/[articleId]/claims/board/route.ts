import * as claims from "@/lib/claims/queries";
import { getClaimsBoard } from "@/lib/claims/schema";
import { route } from "@/lib/http/route";

export const GET = route(getClaimsBoard, ({ viewer, params }) =>
  claims.getClaimsBoard(viewer, params.articleId),
);
