import { route } from "@/lib/http/route";
import * as suggestions from "@/lib/suggestions/mutations";
import { reopenSuggestions } from "@/lib/suggestions/schema";

export const POST = route(reopenSuggestions, ({ viewer, params, body }) =>
  suggestions.reopenSuggestions(viewer, params.articleId, body),
);
