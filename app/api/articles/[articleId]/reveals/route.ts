import * as reveals from "@/lib/assessments/reveals";
import { createReveal } from "@/lib/assessments/schema";
import { route } from "@/lib/http/route";

export const POST = route(createReveal, ({ viewer, params, body }) =>
  reveals.createReveal(viewer, params.articleId, body),
);
