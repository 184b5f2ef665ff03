import * as mutations from "@/lib/assessments/mutations";
import * as queries from "@/lib/assessments/queries";
import { createAssessment, listAssessments } from "@/lib/assessments/schema";
import { route } from "@/lib/http/route";

export const GET = route(listAssessments, ({ viewer, params }) =>
  queries.listAssessments(viewer, params.passageId),
);

export const POST = route(createAssessment, ({ viewer, params, body }) =>
  mutations.createAssessment(viewer, params.passageId, body),
);
