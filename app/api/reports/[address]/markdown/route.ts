import { route } from "@/lib/http/route";
import * as reports from "@/lib/reports/export-report";
import { exportPublishedMarkdown } from "@/lib/reports/schema";

export const GET = route(exportPublishedMarkdown, ({ params }) =>
  reports.exportPublishedMarkdown(params.address),
);
