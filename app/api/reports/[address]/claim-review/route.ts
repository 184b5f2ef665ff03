import { route } from "@/lib/http/route";
import * as reports from "@/lib/reports/export-report";
import { exportPublishedClaimReview } from "@/lib/reports/schema";

export const GET = route(exportPublishedClaimReview, ({ params }) =>
  reports.exportPublishedClaimReview(params.address),
);
