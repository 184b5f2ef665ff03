import { route } from "@/lib/http/route";
import { exportAnnotations as take } from "@/lib/reports/export-annotations";
import { exportAnnotations } from "@/lib/reports/schema";

export const GET = route(exportAnnotations, ({ viewer, params, query }) =>
  take(viewer, params.articleId, query.show),
);
