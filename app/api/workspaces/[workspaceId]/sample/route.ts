import { route } from "@/lib/http/route";
import * as mutations from "@/lib/onboarding/mutations";
import { openSample } from "@/lib/onboarding/schema";

export const POST = route(openSample, ({ viewer, params }) =>
  mutations.openSample(viewer, params.workspaceId, new Date()),
);
