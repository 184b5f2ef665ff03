import type { BlockPlace } from "@/lib/articles/document-schema";
import {
  type Claim,
  detect,
  detectClaims,
  engineVersion,
  type Suggestion as Found,
  kindsShownBy,
} from "@/lib/attributions/detect/detect";
import { type ClaimKind, claimKind, longestPassage } from "@/lib/passages/schema";
import { type Span, tidySelection } from "@/lib/text/offsets";
import type { SuggestionView } from "./schema";

/** What the rules propose for a text, before it is stored: `parent` is the place in the list of what reports it. */
export type MadeSuggestion = Pick<
  SuggestionView,
  "kind" | "start" | "end" | "claimKinds" | "directness" | "speaker" | "cue" | "rule" | "confidence"
> & { parent: number | null };

export { engineVersion };

/** Words of one speaker with no more than this between them, in UTF-16 units, become one passage. */
const longestGap = 60;

/**
 * Proposes attributions, and claims of the text below the headline that none of them covers, in reading order. The same
 * text gives the same. Nothing is proposed without a speaker: a passage that nobody said is no attribution.
 */
export function makeSuggestions(text: string, blocks: BlockPlace[]): MadeSuggestion[] {
  const claims = detectClaims(text, blocks);
  const pieces = detect(text, blocks).flatMap((found, index) => passagesOf(text, found, index));
  const firstOf = new Map<number, number>();
  const made: (MadeSuggestion & { from: number | null; above: number | null })[] = pieces.map(
    ({ span, found, index }) => ({
      kind: "attribution",
      ...span,
      claimKinds: kindsIn(text, span, claims, found.kind),
      directness: found.kind,
      speaker: speakerOf(found),
      cue: cueOf(found),
      rule: found.rule,
      confidence: found.confidence,
      parent: null,
      from: index,
      above: found.parent,
    }),
  );
  const headlines = blocks.filter((block) => block.role === "title");
  for (const claim of claims) {
    // A headline says what the text below says, which is what can be checked.
    if (claim.isSourced || headlines.some((one) => overlap(one, claim) > 0)) continue;
    const span = tidySelection(text, claim.start, claim.end);
    if (made.some((one) => overlap(one, span) > 0) || !fits(span)) continue;
    const { kinds } = claim;
    made.push({
      kind: "claim",
      ...span,
      claimKinds: claimKind.options.filter((kind) => kinds.includes(kind)),
      directness: null,
      speaker: null,
      cue: null,
      rule: claimRule,
      confidence: 0.5,
      parent: null,
      from: null,
      above: null,
    });
  }
  made.sort((a, b) => a.start - b.start || b.end - a.end);
  made.forEach((one, place) => {
    if (one.from !== null && !firstOf.has(one.from)) firstOf.set(one.from, place);
  });
  return made.map(({ from: _, above, ...one }) => ({
    ...one,
    parent: above === null ? null : (firstOf.get(above) ?? null),
  }));
}

const claimRule = "The sentence states something that can be checked, and names no source.";

type Piece = { span: Span; found: Found; index: number };

/** One passage, or several where much of the reporter's own stands between the words. */
function passagesOf(text: string, found: Found, index: number): Piece[] {
  if (!found.speaker) return [];
  const spans: Span[] = [];
  for (const { start, end } of found.contentSpans) {
    const last = spans.at(-1);
    if (last && start - last.end <= longestGap) last.end = end;
    else spans.push({ start, end });
  }
  const tidy = spans.map((span) => tidySelection(text, span.start, span.end)).filter(fits);
  const telling = tidy.filter(({ start, end }) => !circumstance.test(text.slice(start, end)));
  return (telling.length > 0 ? telling : tidy).map((span) => ({ span, found, index }));
}

/** "In 2021,” she said …, “it was safe": when or where alone says nothing that could be judged. */
const circumstance =
  /^["“‘'(]?(?:in|on|at|by|since|until|before|after|during|within|near|from)(?:\s[\p{L}\p{N}’'-]+){1,2}[,.]?["”’')]?[,.]?$/iu;

function fits({ start, end }: Span): boolean {
  return end > start && end - start <= longestPassage;
}

/** The kinds of every claim that lies in the words by half of itself or of them, as far as the words show them. */
function kindsIn(text: string, span: Span, claims: readonly Claim[], directness: Found["kind"]): ClaimKind[] {
  const shown = new Set(kindsShownBy(text.slice(span.start, span.end)));
  if (directness !== "indirect") shown.add("quote");
  const kinds = new Set<ClaimKind>();
  for (const claim of claims) {
    const common = overlap(span, claim);
    if (common * 2 < Math.min(span.end - span.start, claim.end - claim.start)) continue;
    for (const kind of claim.kinds) if (shown.has(kind)) kinds.add(kind);
  }
  return claimKind.options.filter((kind) => kinds.has(kind));
}

function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

function speakerOf({ speaker }: Found): MadeSuggestion["speaker"] {
  if (!speaker) return null;
  const { start, end, resolvedTo, entityKind, names } = speaker;
  return { start, end, name: resolvedTo, kind: entityKind, names };
}

function cueOf({ cue }: Found): MadeSuggestion["cue"] {
  if (!cue) return null;
  const { start, end, polarity, channel } = cue;
  return { start, end, class: cue.class, polarity, channel };
}
