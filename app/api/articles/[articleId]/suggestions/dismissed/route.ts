import { route } from "@/lib/http/route";
import * as suggestions from "@/lib/suggestions/queries";
import { listDismissedSuggestions } from "@/lib/suggestions/schema";

export const GET = route(listDismissedSuggestions, ({ viewer, params }) =>
  suggestions.listDismissedSuggestions(viewer, params.articleId),
);
