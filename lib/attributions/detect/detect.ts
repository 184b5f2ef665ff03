import type { BlockPlace } from "@/lib/articles/document-schema";
import { isUnnamed } from "@/lib/attributions/describe-attribution";
import type { Channel, CueClass, Directness } from "@/lib/attributions/schema";
import type { Span } from "@/lib/text/offsets";
import { findParents, isWithin, reportedByOthers } from "./chains";
import { channelBeside } from "./channels";
import { type Claim, findClaims } from "./claims";
import { draftAttributions } from "./drafts";
import { isTalk } from "./interviews";
import { documentHeads } from "./names";
import { indexNames, type NearestNames } from "./nearest-names";
import type { Quotation } from "./quotes";
import { readDocument } from "./read-document";
import { resolveSpeakers } from "./resolve-speakers";
import { type EntityKind, isPronounMention, type Resolved, type Speaker } from "./speaker-memory";
import type { Draft, Mention } from "./to-draft";

export { type Claim, kindsShownBy } from "./claims";
export type { EntityKind } from "./speaker-memory";

/**
 * Who is proposed as the source: the mention in the text, and the source it stands for with its names around there. Where
 * the mention is a name that several have, and it is left open who is meant, `names` are theirs.
 */
export type SuggestedSpeaker = {
  text: string;
  start: number;
  end: number;
  resolvedTo: string;
  entityKind: EntityKind;
  names: string[];
};

export type SuggestedCue = {
  text: string;
  start: number;
  end: number;
  class: CueClass;
  polarity: "positive" | "negative";
  channel: Channel;
};

/**
 * A proposed attribution. `contentSpans` are the words in reading order, `quotedSpans` the quoted ones among
 * them; `parent` is the index of the suggestion whose words report this one. All offsets are UTF-16 units.
 */
export type Suggestion = {
  start: number;
  end: number;
  kind: Directness;
  contentSpans: Span[];
  quotedSpans: Span[];
  quoteText: string;
  speaker: SuggestedSpeaker | null;
  cue: SuggestedCue | null;
  parent: number | null;
  rule: string;
  confidence: number;
};

/** Raised when the rules change what is suggested; stored with each suggestion. */
export const engineVersion = "rules@10";

/**
 * Proposes who said what in an article. The same text gives the same suggestions, in reading order. Without
 * `blocks` the text is cut at blank lines. Captions, credits, bylines, bios and boilerplate give none.
 */
export function detect(text: string, blocks?: BlockPlace[]): Suggestion[] {
  const read = readDocument(text, blocks);
  const all = draftAttributions(read)
    .map(inOrder)
    .filter((draft) => draft.spans.length > 0);
  all.sort((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0) || b.confidence - a.confidence);
  const speakers = resolveSpeakers(read, all);
  const isSame = (one: Draft, other: Draft) => isOneSource(one, other, speakers);
  const drafts = all.filter((one, i) => !isTwice(all, one, i, isSame));
  const parents = reportedByOthers(findParents(drafts), (one, other) => {
    const [child, parent] = [drafts[one], drafts[other]];
    return child !== undefined && parent !== undefined && isSame(child, parent);
  });
  const quotations = read.flatMap((block) => block.quotations);
  const names = indexNamesOnce();
  return drafts.map((draft, i) =>
    suggestionOf(text, draft, speakers.get(draft), parents[i] ?? null, quotations, names),
  );
}

/** Proposes the sentences worth checking, with what makes them so. */
export function detectClaims(text: string, blocks?: BlockPlace[]): Claim[] {
  return findClaims(readDocument(text, blocks));
}

/** Whether two are by one source, by whatever names; somebody left open is the same only where it is one mention. */
function isOneSource(one: Draft, other: Draft, speakers: Map<Draft, Resolved>): boolean {
  const [a, b] = [speakers.get(one)?.speaker, speakers.get(other)?.speaker];
  if (!a || !b) return false;
  return isUnnamed(a) ? one.mention?.start === other.mention?.start : a === b;
}

/** Whether the very words of one are suggested as the same source's already. */
function isTwice(
  all: Draft[],
  one: Draft,
  at: number,
  isSame: (one: Draft, other: Draft) => boolean,
): boolean {
  return all.slice(Math.max(0, at - 50), at).some((before) => isWithin(one, before) && isSame(one, before));
}

/** What each speaker is called around a place; the names of one are sorted once. */
function indexNamesOnce(): (speaker: Speaker) => NearestNames {
  const known = new Map<Speaker, NearestNames>();
  return (speaker) => {
    const found = known.get(speaker) ?? indexNames(speaker.names);
    known.set(speaker, found);
    return found;
  };
}

function inOrder(draft: Draft): Draft {
  return { ...draft, spans: draft.spans.toSorted((a, b) => a.start - b.start) };
}

function suggestionOf(
  text: string,
  draft: Draft,
  found: Resolved | undefined,
  parent: number | null,
  quotations: Quotation[],
  namesOf: (speaker: Speaker) => NearestNames,
): Suggestion {
  const { spans } = draft;
  const speaker = found?.speaker;
  const quoted = quotationsIn(quotations, spans);
  return {
    start: spans[0]?.start ?? 0,
    end: spans.at(-1)?.end ?? 0,
    // A printed talk needs no marks.
    kind: isTalk(draft.rule) ? "direct" : directness(spans, quoted),
    contentSpans: spans,
    quotedSpans: quoted.map(({ start, end }) => ({ start, end })),
    quoteText: spans.map((span) => text.slice(span.start, span.end)).join(" … "),
    speaker: draft.mention && speaker ? speakerOf(text, draft.mention, speaker, namesOf(speaker)) : null,
    cue: draft.cue ? cueOf(text, draft, draft.cue, speaker) : null,
    parent,
    rule: [
      draft.rule,
      ...(quoted.some((one) => !one.closed && !one.goesOn) ? [neverClosed] : []),
      ...(speaker && isUnnamed(speaker) ? [leftOpen] : []),
    ].join(" "),
    confidence: Math.min(draft.confidence, found?.most ?? 1),
  };
}

/** The quotations that lie in the words; all of them stand in reading order. */
function quotationsIn(quotations: Quotation[], spans: Span[]): Quotation[] {
  const end = spans.at(-1)?.end ?? 0;
  let [low, high] = [0, quotations.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((quotations[middle]?.end ?? 0) <= (spans[0]?.start ?? 0)) low = middle + 1;
    else high = middle;
  }
  const found: Quotation[] = [];
  for (let i = low; i < quotations.length; i++) {
    const one = quotations[i];
    if (!one || one.start >= end) break;
    if (spans.some((span) => span.start < one.end && one.start < span.end)) found.push(one);
  }
  return found;
}

const leftOpen = "The text leaves open who it is.";
const neverClosed = "The quotation is never closed; it is taken to end with its paragraph.";

function directness(spans: Span[], quoted: Quotation[]): Directness {
  if (quoted.length === 0) return "indirect";
  const length = (list: Span[]) => list.reduce((sum, one) => sum + one.end - one.start, 0);
  // Spaces between two quotations and a full stop outside the marks are not words of the reporter's.
  return length(quoted) >= length(spans) - 2 * spans.length ? "direct" : "mixed";
}

function speakerOf(text: string, mention: Mention, speaker: Speaker, names: NearestNames): SuggestedSpeaker {
  const { start, end } = mention;
  const { name, kind } = speaker;
  // "He" who may be either of two is called by neither's name.
  const isNamed = !isUnnamed(speaker) || !isPronounMention(mention);
  return {
    text: text.slice(start, end),
    start,
    end,
    resolvedTo: name,
    entityKind: kind,
    names: isNamed ? [...names(start)] : [],
  };
}

function cueOf(text: string, draft: Draft, cue: Span, speaker: Speaker | undefined): SuggestedCue {
  const { start, end } = cue;
  const denies = draft.verb?.polarity === "negative";
  return {
    text: text.slice(start, end),
    start,
    end,
    class: draft.verb?.class ?? "neutral",
    polarity: draft.negative !== denies ? "negative" : "positive",
    channel: channelOf(text, draft, cue, speaker),
  };
}

/** What stands beside the cue says most, then the verb, then that a document can only be read. */
function channelOf(text: string, draft: Draft, cue: Span, speaker: Speaker | undefined): Channel {
  const found = channelBeside(text, cue, draft.spans);
  if (found !== "unknown") return found;
  const verb = draft.verb?.channel ?? "unknown";
  const [only, more] = draft.mention?.tokens ?? [];
  const isRead = speaker?.kind === "document" || (!more && documentHeads.has(only?.lower ?? ""));
  return verb === "unknown" && isRead ? "document" : verb;
}
