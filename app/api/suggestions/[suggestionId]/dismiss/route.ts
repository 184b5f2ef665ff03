import { route } from "@/lib/http/route";
import * as suggestions from "@/lib/suggestions/mutations";
import { dismissSuggestion } from "@/lib/suggestions/schema";

export const POST = route(dismissSuggestion, ({ viewer, params }) =>
  suggestions.dismissSuggestion(viewer, params.suggestionId),
);
