import { route } from "@/lib/http/route";
import * as reports from "@/lib/reports/export-report";
import { exportReportCsv } from "@/lib/reports/schema";

export const GET = route(exportReportCsv, ({ viewer, params, query }) =>
  reports.exportReportCsv(viewer, params.articleId, query.show),
);
