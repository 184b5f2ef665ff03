import * as resolutions from "@/lib/assessments/resolutions";
import { createResolution } from "@/lib/assessments/schema";
import { route } from "@/lib/http/route";

export const POST = route(createResolution, ({ viewer, params, body }) =>
  resolutions.createResolution(viewer, params.passageId, body),
);
