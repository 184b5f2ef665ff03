import * as mutations from "@/lib/assessments/mutations";
import { createResolution } from "@/lib/assessments/schema";
import { route } from "@/lib/http/route";

export const POST = route(createResolution, ({ viewer, params, body }) =>
  mutations.createResolution(viewer, params.passageId, body),
);
