import "server-only";
import { attributionSelect, toAttributionView } from "@/lib/attributions/queries";
import type { Tx } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { passageSelect, toPassageView } from "@/lib/passages/queries";
import { readWithRoots } from "@/lib/sources/queries";
import { suggestionSelect, toSuggestionView } from "./queries";
import type { SuggestionsDecided, SuggestionView } from "./schema";

/** Refuses what somebody else has decided about; the suggestion tells what and who. */
export function decidedAlready(suggestion: SuggestionView | undefined): AppError {
  return new AppError("conflict", "Somebody has decided about this suggestion meanwhile.", {
    details: suggestion,
  });
}

/** What a decision about suggestions is answered with: they and everything on these passages, as it is now. */
export async function answerOf(
  tx: Tx,
  articleId: string,
  suggestionIds: string[],
  passageIds: string[],
  removed: SuggestionsDecided["removed"] = { passages: [], attributions: [], sources: [] },
): Promise<SuggestionsDecided> {
  const [suggestions, passages, attributions, article] = [
    await tx.suggestion.findMany({
      where: { id: { in: suggestionIds } },
      orderBy: [{ start: "asc" }, { id: "asc" }],
      select: suggestionSelect,
    }),
    await tx.passage.findMany({
      where: { id: { in: passageIds }, deletedAt: null },
      select: passageSelect,
    }),
    await tx.attribution.findMany({
      where: { passageId: { in: passageIds }, deletedAt: null, passage: { deletedAt: null } },
      orderBy: [{ createdNumber: "asc" }, { id: "asc" }],
      select: attributionSelect,
    }),
    await tx.article.findUniqueOrThrow({ where: { id: articleId }, select: { eventNumber: true } }),
  ];
  return {
    suggestions: suggestions.map(toSuggestionView),
    passages: passages.map(toPassageView),
    attributions: attributions.map(toAttributionView),
    sources: await readWithRoots(
      tx,
      attributions.flatMap((one) => one.sourceId ?? []),
    ),
    removed,
    number: article.eventNumber,
  };
}
