import type { BlockPlace, BlockRole } from "@/lib/articles/document-schema";
import type { AssessmentView, EvidenceView, ResolutionView } from "@/lib/assessments/schema";
import { engineVersion } from "@/lib/attributions/detect/detect";
import type { AttributionView, SettlementView } from "@/lib/attributions/schema";
import type { PassageView } from "@/lib/passages/schema";
import type { SourceView } from "@/lib/sources/schema";
import type { SuggestionView } from "@/lib/suggestions/schema";
import type { CommentView, ThreadView } from "@/lib/threads/schema";
import type { Discussion } from "./schema";

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
  const why = { rule: "A rule of the tests.", confidence: 0.9, engine: engineVersion };
  const decided = { state: "open" as const, decidedBy: null, decidedAt: null, number: 1 };
  return { id, kind: "attribution", start, end, ...proposed, ...why, ...decided, ...over };
}

/** What this person judges of a passage: without more, blind, that it is mostly accurate. */
export function viewAssessment(
  by: string,
  passageId: string,
  over: Partial<AssessmentView> = {},
): AssessmentView {
  const { axis = "so" } = over;
  const verdict = { verdict: "3" as const, confidence: "medium" as const, reasons: [], blind: true };
  const words = { rationale: null, text: "", exact: "", sourceId: null, evidence: [] };
  const change = { replaces: null, was: null, changeNote: null };
  const id = `${passageId} ${axis} ${by}`;
  return { id, passageId, axis, by, ...verdict, ...words, ...change, at, number: 1, ...over };
}

/** An editor's word on a passage: without more, that it is mostly accurate. */
export function viewResolution(passageId: string, over: Partial<ResolutionView> = {}): ResolutionView {
  const { axis = "so" } = over;
  const words = { rationale: null, text: "", exact: "", sourceId: null, replaces: null };
  const id = `${passageId} ${axis}`;
  return { id, passageId, axis, verdict: "3", by: "eve", ...words, at, number: 1, ...over };
}

/** Evidence of this title that supports a passage. */
export function viewEvidence(id: string, passageId: string, over: Partial<EvidenceView> = {}): EvidenceView {
  const what = {
    url: null,
    site: null,
    title: id,
    excerpt: "",
    bearing: "supports" as const,
    primary: false,
  };
  return { id, passageId, ...what, addedBy: "ben", addedAt: at, version: 1, number: 1, ...over };
}

/** An open thread on a passage, or about the whole article. */
export function viewThread(id: string, passageId: string | null, over: Partial<ThreadView> = {}): ThreadView {
  const numbers = { version: 1, createdNumber: 1, number: 1 };
  const subject = { passageId, sourceId: null, assessmentId: null };
  const state = { about: "other" as const, state: "open" as const, assignee: null, changes: [] };
  return { id, ...subject, ...state, createdBy: "ana", createdAt: at, ...numbers, ...over };
}

/** A comment without words. */
export function viewComment(id: string, threadId: string, over: Partial<CommentView> = {}): CommentView {
  const words = { author: "sam", body: null, text: "", mentions: [], reactions: [] };
  const times = { createdAt: at, editedAt: null, deletedAt: null, deletedBy: null };
  return { id, threadId, ...words, ...times, version: 1, createdNumber: 1, number: 1, ...over };
}

/** The discussion of an article that nobody has touched. */
export function viewDiscussion(over: Partial<Discussion> = {}): Discussion {
  return {
    articleId: "a",
    number: 20,
    site: null,
    archived: false,
    firstTime: false,
    peopleMark: "m",
    passages: [],
    threads: [],
    comments: [],
    attributions: [],
    settlements: [],
    assessments: [],
    judged: [],
    evidence: [],
    resolutions: [],
    sources: [],
    suggestions: [],
    people: [],
    seen: { number: 0, at, threads: {}, passages: {} },
    ...over,
  };
}
