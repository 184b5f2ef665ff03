import type { BlockPlace, BlockRole } from "@/lib/articles/document-schema";
import { isStory } from "@/lib/articles/story";
import { cover, shortestFirst } from "@/lib/passages/cover";
import type { ClaimKind } from "@/lib/passages/schema";
import { countWords } from "@/lib/text/count-words";
import type { Span } from "@/lib/text/offsets";
import { agreedSpeaker } from "./standing";
import type { Voices } from "./voices";
import { wholePercents } from "./whole-percents";

/**
 * Whose words a stretch is. source: those of `sourceId` (null: somebody unnamed). reporter: the reporter's own, looked
 * at. differing: colleagues do not agree. unexamined: nobody has said.
 */
type StretchVoice = "source" | "reporter" | "differing" | "unexamined";

export type CoveredStretch = Span & {
  voice: StretchVoice;
  sourceId: string | null;
  /** The passage that says so; null where there is none. */
  passageId: string | null;
  /** Letters and figures in it. */
  words: number;
};

/** A claim that no source stands behind. */
export type BareClaim = Span & { kinds: ClaimKind[] };

export type BlockCoverage = Span & {
  role: BlockRole;
  /** In text order, without gaps. */
  stretches: CoveredStretch[];
  words: number;
  bareClaims: BareClaim[];
};

type Given = {
  text: string;
  blocks: readonly BlockPlace[];
  passages: readonly (Span & { id: string; claimKinds: readonly ClaimKind[] })[];
  /** Sentences that the machine finds worth checking. */
  claims: readonly BareClaim[];
  voices: Voices;
};

/**
 * Tells block by block whose words the article is made of. Where passages lie over each other the shortest one that
 * somebody has attributed decides: the nearest speaker. The words that name the source and do the attributing are the
 * reporter's, also inside a passage.
 */
export function coverageOf(given: Given): BlockCoverage[] {
  const { text, blocks, passages, claims, voices } = given;
  const attributed = passages.filter((one) => voices.standings.has(one.id));
  const byId = new Map(attributed.map((one) => [one.id, one]));
  const segments = cover(attributed).flatMap((segment) => {
    const nearest = segment.passages.flatMap((id) => byId.get(id) ?? []).sort(shortestFirst)[0];
    const holes = nearest ? attributingWords(nearest.id, voices) : [];
    return cutOut({ start: segment.start, end: segment.end, passageId: nearest?.id ?? null }, holes);
  });
  const kinds = [
    ...claims,
    ...passages.map(({ start, end, claimKinds }) => ({ start, end, kinds: claimKinds })),
  ];
  let first = 0;
  return blocks
    .filter(({ role }) => isStory(role))
    .map((block) => {
      while ((segments[first]?.end ?? Number.POSITIVE_INFINITY) <= block.start) first++;
      const stretches = stretchesOf(block, segments, first, text, voices);
      const own = kinds.filter(
        (one) => one.kinds.length > 0 && one.start < block.end && one.end > block.start,
      );
      return {
        start: block.start,
        end: block.end,
        role: block.role,
        stretches,
        words: stretches.reduce((sum, one) => sum + one.words, 0),
        bareClaims: own
          .filter((one) => isBare(one, stretches))
          .map((one) => ({ ...one, kinds: [...one.kinds] })),
      };
    });
}

type Segment = Span & {
  passageId: string | null;
  /** The reporter's words inside the passage: they name the source or do the attributing. */
  isAttributing: boolean;
};

function attributingWords(passageId: string, voices: Voices): Span[] {
  const standing = voices.standings.get(passageId)?.standing ?? [];
  return standing.flatMap(({ mention, cue }) => [mention, cue]).filter((one) => one !== null);
}

/** Cuts a segment at these holes; what lies in a hole is marked so. */
function cutOut(segment: Omit<Segment, "isAttributing">, holes: readonly Span[]): Segment[] {
  const pieces: Segment[] = [];
  let at = segment.start;
  const add = (end: number, isAttributing: boolean) => {
    if (end > at) pieces.push({ ...segment, start: at, end, isAttributing });
    at = Math.max(at, end);
  };
  for (const hole of holes.toSorted((a, b) => a.start - b.start)) {
    if (hole.end <= at || hole.start >= segment.end) continue;
    add(hole.start, false);
    add(Math.min(hole.end, segment.end), true);
  }
  add(segment.end, false);
  return pieces;
}

function stretchesOf(
  block: Span,
  segments: readonly Segment[],
  first: number,
  text: string,
  voices: Voices,
): CoveredStretch[] {
  const stretches: CoveredStretch[] = [];
  const add = (start: number, end: number, segment: Segment | null) => {
    if (end <= start) return;
    const words = countWords(text.slice(start, end));
    const passageId = segment?.passageId ?? null;
    const voice = segment?.isAttributing ? reporters : voiceOf(passageId, voices);
    stretches.push({ start, end, passageId, words, ...voice });
  };
  let at = block.start;
  for (let index = first; index < segments.length; index++) {
    const segment = segments[index];
    if (!segment || segment.start >= block.end) break;
    const start = Math.max(at, segment.start);
    add(at, start, null);
    at = Math.min(block.end, segment.end);
    add(start, at, segment);
  }
  add(at, block.end, null);
  return stretches;
}

const reporters = { voice: "reporter", sourceId: null } as const;

function voiceOf(passageId: string | null, voices: Voices): { voice: StretchVoice; sourceId: string | null } {
  const standing = passageId ? voices.standings.get(passageId) : undefined;
  if (!standing || standing.standing.length === 0) return { voice: "unexamined", sourceId: null };
  const speaker = agreedSpeaker(standing, voices.sources);
  if (speaker === null) return { voice: "differing", sourceId: null };
  if (speaker === "reporter") return reporters;
  return { voice: "source", sourceId: speaker === "unnamed" ? null : speaker };
}

/** No source and no disagreement about one in any of it. The reporter's own voice is no source. */
function isBare(claim: Span, stretches: readonly CoveredStretch[]): boolean {
  return !stretches.some(
    (one) =>
      one.start < claim.end && one.end > claim.start && (one.voice === "source" || one.voice === "differing"),
  );
}

/**
 * The first passage, in the order given, that is a claim without a source; null where only the machine finds claims,
 * which are no passages yet.
 */
export function firstBareClaim<P extends Span & { claimKinds: readonly ClaimKind[] }>(
  coverage: readonly BlockCoverage[],
  passages: readonly P[],
): P | null {
  const bare = new Set(
    coverage.flatMap((block) => block.bareClaims).map(({ start, end }) => `${start} ${end}`),
  );
  return passages.find((one) => one.claimKinds.length > 0 && bare.has(`${one.start} ${one.end}`)) ?? null;
}

/** How many words of the story each voice has; `sources` by the source they speak as ("unnamed" for nobody named). */
type Shares = {
  words: number;
  sources: Map<string, number>;
  reporter: number;
  differing: number;
  unexamined: number;
};

/** Adds up the words of the whole story by voice. */
export function sharesOf(coverage: readonly BlockCoverage[]): Shares {
  const shares: Shares = { words: 0, sources: new Map(), reporter: 0, differing: 0, unexamined: 0 };
  for (const { stretches } of coverage) {
    for (const { voice, sourceId, words } of stretches) {
      shares.words += words;
      if (voice === "source") {
        const key = sourceId ?? "unnamed";
        shares.sources.set(key, (shares.sources.get(key) ?? 0) + words);
      } else shares[voice] += words;
    }
  }
  return shares;
}

/**
 * The shares in whole percent of all words, which add up to 100. What is not examined is what is left of what is, rounded
 * for itself: the two are told apart from the rest as well.
 */
export function percentsOf({
  words,
  sources,
  reporter,
  differing,
  unexamined,
}: Shares): Omit<Shares, "words"> {
  const examined = words === 0 ? 0 : Math.round((100 * (words - unexamined)) / words);
  const [ofReporter = 0, ofDiffering = 0, ...ofSources] = wholePercents(
    [reporter, differing, ...sources.values()],
    examined,
  );
  return {
    sources: new Map([...sources.keys()].map((id, at) => [id, ofSources[at] ?? 0])),
    reporter: ofReporter,
    differing: ofDiffering,
    unexamined: words === 0 ? 0 : 100 - examined,
  };
}

/**
 * The next stretch that nobody has examined, from a place in the text in either direction; from the end it goes on at
 * the beginning. Trimmed of white space and marks at its ends. Null when everything is examined.
 */
export function nextUnexamined(
  coverage: readonly BlockCoverage[],
  text: string,
  from: number,
  by: 1 | -1,
): Span | null {
  const all = coverage
    .flatMap((block) => block.stretches)
    .filter((one) => one.voice === "unexamined" && one.words > 0);
  const next = by === 1 ? all.find((one) => one.start >= from) : all.findLast((one) => one.end <= from);
  const found = next ?? all.at(by === 1 ? 0 : -1);
  return found ? wordsOf(text, found) : null;
}

/** A stretch from its first word to the mark that ends its last. */
function wordsOf(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const lead = words.search(/[\p{L}\p{N}“"‘'«„([$€£#@]/u);
  return { start: start + Math.max(lead, 0), end: start + words.trimEnd().length };
}
