import { route } from "@/lib/http/route";
import * as suggestions from "@/lib/suggestions/queries";
import { countSuggestions } from "@/lib/suggestions/schema";

export const GET = route(countSuggestions, ({ viewer, params }) =>
  suggestions.countSuggestions(viewer, params.workspaceId),
);
