import * as evidence from "@/lib/assessments/evidence";
import { deleteEvidence, editEvidence } from "@/lib/assessments/schema";
import { route } from "@/lib/http/route";

export const PATCH = route(editEvidence, ({ viewer, params, body }) =>
  evidence.editEvidence(viewer, params.evidenceId, body),
);

export const DELETE = route(deleteEvidence, ({ viewer, params }) =>
  evidence.deleteEvidence(viewer, params.evidenceId),
);
