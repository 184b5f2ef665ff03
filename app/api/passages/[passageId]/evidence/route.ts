import * as evidence from "@/lib/assessments/evidence";
import { createEvidence } from "@/lib/assessments/schema";
import { route } from "@/lib/http/route";

export const POST = route(createEvidence, ({ viewer, params, body }) =>
  evidence.createEvidence(viewer, params.passageId, body),
);
