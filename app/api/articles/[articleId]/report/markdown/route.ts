import { route } from "@/lib/http/route";
import * as reports from "@/lib/reports/export-report";
import { exportReportMarkdown } from "@/lib/reports/schema";

export const GET = route(exportReportMarkdown, ({ viewer, params, query }) =>
  reports.exportReportMarkdown(viewer, params.articleId, query.show),
);
