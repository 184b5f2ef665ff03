import { blocksOf, placeOf, viewAttribution, viewPassage, viewSource } from "@/lib/discussion/test-views";
import type { PassageView } from "@/lib/passages/schema";
import type { SourceView } from "@/lib/sources/schema";
import { coverageOf } from "./coverage";
import { ledgerOf } from "./ledger";
import type { AttributionView } from "./schema";
import { readVoices } from "./voices";

export const { text, blocks } = blocksOf([
  ["title", "Forty boats lost"],
  ["body", "Norline lost 41 boats, the Courier wrote. Norline said the office had closed the line."],
  ["body", "“We lost two winters,” Ida Holm said. Holm said the line was safe. Officials agreed."],
]);

export const sources = [
  viewSource("holm", { name: "Ida Holm", aliases: [{ id: "x", text: "the fishmonger", articleId: null }] }),
  viewSource("norline", { name: "Norline", kind: "organisation", isParty: true }),
  viewSource("office", { name: "Harbour Office", kind: "organisation" }),
  viewSource("courier", { name: "The Courier", kind: "organisation" }),
  viewSource("officials", { name: "officials", kind: "anonymousGroup" }),
  viewSource("clerk", { name: "a clerk", kind: "anonymousPerson" }),
  viewSource("nobody", { name: "Nobody Asked" }),
];

/** A passage on these words. */
export const passage = (words: string, claimKinds: PassageView["claimKinds"] = []) =>
  viewPassage(words, placeOf(text, words), { claimKinds });

/** What somebody says of the passage on these words. */
export function said(
  words: string,
  sourceId: string | null,
  { id = `${words} ${sourceId}`, ...over }: Partial<AttributionView> = {},
) {
  return viewAttribution(id, words, sourceId, over);
}

/** The ledger of the article with these passages, and a row of it. */
export function read(
  passages: PassageView[],
  attributions: AttributionView[],
  known: readonly SourceView[] = sources,
) {
  const voices = readVoices({ attributions, settlements: [], sources: known });
  const coverage = coverageOf({ text, blocks, passages, claims: [], voices });
  const rows = ledgerOf({ text, passages, coverage, voices });
  return { rows, voices, of: (id: string) => rows.find((row) => row.source.id === id) };
}

export const winters = "“We lost two winters,”";
export const safe = "the line was safe";
export const boats = "lost 41 boats";
export const closed = "the office had closed the line";
