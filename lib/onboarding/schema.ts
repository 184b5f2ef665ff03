import { z } from "zod";
import { endpoint } from "@/lib/http/endpoint";
import { id } from "@/lib/http/fields";

export const openSample = endpoint({
  method: "POST",
  path: "/api/workspaces/[workspaceId]/sample",
  summary:
    "Open the sample article of a workspace: it is made, or brought back, where it is not in the list.",
  action: "article.import",
  params: z.strictObject({ workspaceId: id }),
  answer: z.strictObject({ articleId: id }),
});

export const closeOnboarding = endpoint({
  method: "PUT",
  path: "/api/onboarding/closed",
  summary: "Close the first steps for good.",
  action: "signed-in",
  answer: z.strictObject({ closed: z.literal(true) }),
});
