import { route } from "@/lib/http/route";
import * as reports from "@/lib/reports/export-report";
import { exportPublishedCsv } from "@/lib/reports/schema";

export const GET = route(exportPublishedCsv, ({ params }) => reports.exportPublishedCsv(params.address));
