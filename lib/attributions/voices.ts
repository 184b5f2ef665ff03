import { groupBy } from "@/lib/group-by";
import type { SourceView } from "@/lib/sources/schema";
import type { AttributionView, SettlementView } from "./schema";
import { type Standing, standingOf } from "./standing";

/** What is known of who says what in an article, by id. */
export type Voices = {
  sources: ReadonlyMap<string, SourceView>;
  attributions: ReadonlyMap<string, AttributionView>;
  /** By passage; passages of which nobody has said anything are not in it. */
  standings: ReadonlyMap<string, Standing>;
};

type Given = {
  attributions: readonly AttributionView[];
  settlements: readonly SettlementView[];
  sources: readonly SourceView[];
};

/** Puts attributions, settlements and sources in order, once for everything that is drawn or counted from them. */
export function readVoices({ attributions, settlements, sources }: Given): Voices {
  const sourceById = new Map(sources.map((one) => [one.id, one]));
  const byId = new Map(attributions.map((one) => [one.id, one]));
  const settled = groupBy(settlements, (one) => one.passageId);
  const standings = new Map<string, Standing>();
  for (const [passageId, ofPassage] of groupBy(attributions, (one) => one.passageId)) {
    standings.set(passageId, standingOf(ofPassage, settled.get(passageId) ?? [], byId, sourceById));
  }
  return { sources: sourceById, attributions: byId, standings };
}

export const noVoices: Voices = { sources: new Map(), attributions: new Map(), standings: new Map() };
