import * as evidence from "@/lib/assessments/evidence";
import { restoreEvidence } from "@/lib/assessments/schema";
import { route } from "@/lib/http/route";

export const POST = route(restoreEvidence, ({ viewer, params }) =>
  evidence.restoreEvidence(viewer, params.evidenceId),
);
