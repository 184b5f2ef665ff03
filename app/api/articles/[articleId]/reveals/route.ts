import * as mutations from "@/lib/assessments/mutations";
import { createReveal } from "@/lib/assessments/schema";
import { route } from "@/lib/http/route";

export const POST = route(createReveal, ({ viewer, params, body }) =>
  mutations.createReveal(viewer, params.articleId, body),
);
