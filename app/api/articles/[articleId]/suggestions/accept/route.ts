import { route } from "@/lib/http/route";
import * as suggestions from "@/lib/suggestions/accept";
import { acceptSuggestions } from "@/lib/suggestions/schema";

export const POST = route(acceptSuggestions, ({ viewer, params, body }) =>
  suggestions.acceptSuggestions(viewer, params.articleId, body),
);
