import { route } from "@/lib/http/route";
import * as reports from "@/lib/reports/export-report";
import { exportClaimReview } from "@/lib/reports/schema";

export const GET = route(exportClaimReview, ({ viewer, params, query }) =>
  reports.exportClaimReview(viewer, params.articleId, query.show),
);
