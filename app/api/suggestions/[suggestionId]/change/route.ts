import { route } from "@/lib/http/route";
import * as suggestions from "@/lib/suggestions/mutations";
import { changeSuggestion } from "@/lib/suggestions/schema";

export const POST = route(changeSuggestion, ({ viewer, params, body }) =>
  suggestions.changeSuggestion(viewer, params.suggestionId, body),
);
