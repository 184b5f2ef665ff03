import type { BlockPlace, BlockRole } from "@/lib/articles/document-schema";
import type { AttributionView, SettlementView } from "@/lib/attributions/schema";
import type { PassageView } from "@/lib/passages/schema";
import type { SourceView } from "@/lib/sources/schema";
import type { SuggestionView } from "@/lib/suggestions/schema";

// What the server answers with, made up whole, for tests of pure functions. Every field can be overridden.

const at = "2026-11-20T10:00:00.000Z";

/** Blocks with a blank line between them, and the text that they make. */
export function blocksOf(parts: readonly (readonly [BlockRole, string])[]): {
  text: string;
  blocks: BlockPlace[];
} {
  let text = "";
  const blocks = parts.map(([role, words]) => {
    if (text) text += "\n\n";
    const start = text.length;
    text += words;
    return { role, start, end: text.length };
  });
  return { text, blocks };
}

/** Where the text says these words for the first time; throws where it does not. */
export function placeOf(text: string, words: string): { start: number; end: number } {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`The text does not say “${words}”.`);
  return { start, end: start + words.length };
}

export function viewPassage(
  id: string,
  place: { start: number; end: number },
  over: Partial<PassageView> = {},
): PassageView {
  const { start, end } = place;
  const numbers = { version: 1, createdNumber: 1, number: 1 };
  const words = { exact: "", prefix: "", suffix: "", claimKinds: [], assignee: null };
  return { id, start, end, ...words, createdBy: "ana", createdAt: at, ...numbers, ...over };
}

export function viewSource(id: string, over: Partial<SourceView> = {}): SourceView {
  const known = {
    role: null,
    isParty: false,
    note: null,
    url: null,
    site: null,
    mergedInto: null,
    aliases: [],
    distinctFrom: [],
  };
  const made = { workspaceId: "w", createdBy: "ana", createdAt: at, version: 1 };
  return { id, name: id, kind: "person", ...known, ...made, ...over };
}

/** What Ana says of a passage: the named source's word, or without one the reporter's own. */
export function viewAttribution(
  id: string,
  passageId: string,
  sourceId: string | null,
  over: Partial<AttributionView> = {},
): AttributionView {
  const voice = sourceId === null ? "reporter" : "source";
  return {
    id,
    passageId,
    voice,
    sourceId,
    parentId: null,
    directness: voice === "source" ? "indirect" : null,
    mention: null,
    cue: null,
    cueClass: null,
    channel: "unknown",
    polarity: "positive",
    saidAt: null,
    origin: "person",
    stands: true,
    by: "ana",
    createdAt: at,
    changedAt: at,
    version: 1,
    createdNumber: 1,
    contentNumber: 1,
    number: 1,
    ...over,
  };
}

export function viewSettlement(
  passageId: string,
  attributionId: string | null,
  over: Partial<SettlementView> = {},
): SettlementView {
  const attributionVersion = attributionId === null ? null : 1;
  const made = { by: "eve", why: null, at, number: 9 };
  return { id: `s ${passageId}`, passageId, attributionId, attributionVersion, ...made, ...over };
}

export function viewSuggestion(
  id: string,
  place: { start: number; end: number },
  over: Partial<SuggestionView> = {},
): SuggestionView {
  const { start, end } = place;
  const proposed = {
    claimKinds: [],
    directness: null,
    speaker: null,
    cue: null,
    parentId: null,
  };
  const why = { rule: "A rule of the tests.", confidence: 0.9, engine: "rules@1" };
  const decided = { state: "open" as const, decidedBy: null, decidedAt: null, number: 1 };
  return { id, kind: "attribution", start, end, ...proposed, ...why, ...decided, ...over };
}
