import { groupBy } from "@/lib/group-by";
import type { PassageView } from "@/lib/passages/schema";
import { isAnonymous } from "@/lib/sources/is-anonymous";
import { speakingAs } from "@/lib/sources/merged";
import type { SourceView } from "@/lib/sources/schema";
import { bare } from "@/lib/text/bare";
import { hopsOf, linksAbove, speakerKey } from "./chain";
import type { BlockCoverage } from "./coverage";
import { percentsOf, sharesOf } from "./coverage";
import type { AttributionView, Channel } from "./schema";
import { agreedStance, stanceOf } from "./stance";
import { agreedSpeaker } from "./standing";
import type { Voices } from "./voices";

/** What marks a source out: unnamed, with a stake in the matter, alone behind a figure, or never heard first-hand. */
export type LedgerFlag = "anonymous" | "party" | "onlySourceOfFigure" | "secondHand";

/** A source as an article uses it. */
export type LedgerRow = {
  source: SourceView;
  /** Every name that the text gives it, the most frequent first; then those of what was merged into it. */
  names: string[];
  /** In text order. */
  passages: PassageView[];
  /** Passages on whose speaker colleagues differ; they have no part in `words`. */
  differing: number;
  /** The others, in text order: what is judged of these is judged of what the source said. */
  agreed: PassageView[];
  /** Of these what the source claims: only here is a verdict on the words one on the source. */
  claimed: PassageView[];
  /** Of these what the source denies, doubts or leaves open, and where colleagues differ on that. */
  unclaimed: PassageView[];
  words: number;
  /** Of the story's words, 0 to 1. */
  share: number;
  /** The same in whole percent, such that it adds up with those of the other voices. */
  percent: number;
  direct: number;
  mixed: number;
  indirect: number;
  /** How many mouths lie between the source and the reader at least and at most. */
  hops: { least: number; most: number };
  channels: Channel[];
  flags: LedgerFlag[];
  /** It also reports others: passages in whose chain it is a link. */
  reports: number;
};

type Given = {
  text: string;
  passages: readonly PassageView[];
  coverage: readonly BlockCoverage[];
  voices: Voices;
};

type Use = { attribution: AttributionView; passage: PassageView; isDiffering: boolean };

/** All sources of an article with what they said in it, the one with the most words first. */
export function ledgerOf({ text, passages, coverage, voices }: Given): LedgerRow[] {
  const sources = [...voices.sources.values()];
  const used: Use[] = [];
  const reports = new Map<string, number>();
  for (const passage of passages) {
    const standing = voices.standings.get(passage.id);
    if (!standing) continue;
    const isDiffering = agreedSpeaker(standing, voices.sources) === null;
    const reporting = new Set<string>();
    for (const attribution of standing.standing) {
      used.push({ attribution, passage, isDiffering });
      for (const link of linksAbove(attribution, voices.attributions)) {
        if (link.attribution) reporting.add(speakerKey(link.attribution, voices.sources));
      }
    }
    for (const key of reporting) reports.set(key, (reports.get(key) ?? 0) + 1);
  }
  const uses = groupBy(used, (one) => speakerKey(one.attribution, voices.sources));
  const shares = sharesOf(coverage);
  const percents = percentsOf(shares);
  const keys = new Set([...uses.keys(), ...reports.keys()]);
  return sources
    .filter((source) => keys.has(source.id))
    .map((source) => {
      const own = uses.get(source.id) ?? [];
      const words = shares.sources.get(source.id) ?? 0;
      return {
        source,
        names: namesOf(source, own, sources, text),
        ...countUses(own, voices),
        words,
        share: shares.words > 0 ? words / shares.words : 0,
        percent: percents.sources.get(source.id) ?? 0,
        hops: hopsIn(own, voices),
        flags: flagsOf(source, own, uses, voices),
        reports: reports.get(source.id) ?? 0,
      };
    })
    .sort((a, b) => b.words - a.words || b.passages.length - a.passages.length || byName(a, b));
}

/** Passages that somebody unnamed says: no source of the ledger, and yet examined. In the order given. */
export function unnamedIn(passages: readonly PassageView[], voices: Voices): PassageView[] {
  return passages.filter(({ id }) =>
    voices.standings.get(id)?.standing.some((one) => speakerKey(one, voices.sources) === "unnamed"),
  );
}

function byName(a: LedgerRow, b: LedgerRow): number {
  return a.source.name.localeCompare(b.source.name);
}

/** Stands for a name and is none. */
const pronoun = /^(?:he|she|they|it|him|her|them|who|we|i)$/iu;

/** What the words behind a name begin with; suggestions of earlier rules took it in. */
const relativeWord = /,?\s+(?:who|which|that)$/iu;

function namesOf(
  source: SourceView,
  uses: readonly Use[],
  sources: readonly SourceView[],
  text: string,
): string[] {
  const counts = new Map<string, number>();
  for (const { attribution } of uses) {
    const { mention } = attribution;
    if (!mention) continue;
    const name = text.slice(mention.start, mention.end).replace(relativeWord, "");
    if (pronoun.test(name)) continue;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const inText = [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
  const known = speakingAs(source.id, sources).flatMap((one) => [
    one.name,
    ...one.aliases.map((alias) => alias.text),
  ]);
  return onceEach([...inText, ...known], source.name);
}

/**
 * A name with and without an article, a genitive or full stops ("the U.K.", "UK") is one name: the source's own, or
 * else the first, stays.
 */
function onceEach(names: readonly string[], own: string): string[] {
  const keyOf = (name: string) =>
    name
      .split(/\s+/u)
      .map(bare)
      .join(" ")
      .replace(/^(?:the|a|an) /, "");
  const shown = new Map<string, string>();
  for (const name of names) {
    const key = keyOf(name);
    if (!shown.has(key)) shown.set(key, key === keyOf(own) ? own : name);
  }
  return [...shown.values()];
}

function countUses(uses: readonly Use[], { standings }: Voices) {
  const passages = new Map(uses.map(({ passage }) => [passage.id, passage]));
  const manner = (wanted: AttributionView["directness"]) =>
    new Set(uses.filter((one) => one.attribution.directness === wanted).map((one) => one.passage.id)).size;
  const channels = new Set(uses.map((one) => one.attribution.channel).filter((one) => one !== "unknown"));
  const differing = new Set(uses.filter((one) => one.isDiffering).map((one) => one.passage.id));
  const inOrder = [...passages.values()].sort((a, b) => a.start - b.start || b.end - a.end);
  const agreed = inOrder.filter(({ id }) => !differing.has(id));
  const isClaimed = ({ id }: PassageView) => agreedStance(standings.get(id) ?? { standing: [] }) === "claims";
  return {
    passages: inOrder,
    differing: differing.size,
    agreed,
    claimed: agreed.filter(isClaimed),
    unclaimed: agreed.filter((one) => !isClaimed(one)),
    direct: manner("direct"),
    mixed: manner("mixed"),
    indirect: manner("indirect"),
    channels: [...channels],
  };
}

function hopsIn(uses: readonly Use[], { attributions }: Voices): LedgerRow["hops"] {
  const all = uses.map((one) => hopsOf(one.attribution, attributions));
  return all.length === 0 ? { least: 1, most: 1 } : { least: Math.min(...all), most: Math.max(...all) };
}

function flagsOf(
  source: SourceView,
  own: readonly Use[],
  all: ReadonlyMap<string, Use[]>,
  voices: Voices,
): LedgerFlag[] {
  const flags: LedgerFlag[] = [];
  if (isAnonymous(source.kind)) flags.push("anonymous");
  if (source.isParty) flags.push("party");
  if (own.some((use) => isAloneBehindFigure(use, source.id, all, voices))) flags.push("onlySourceOfFigure");
  if (own.length > 0 && own.every((use) => hopsOf(use.attribution, voices.attributions) > 1))
    flags.push("secondHand");
  return flags;
}

/**
 * A passage with a quantity that no other source has a passage on the same words of. Who only reports it, or does not
 * claim it, is none.
 */
function isAloneBehindFigure(
  { passage, attribution }: Use,
  sourceId: string,
  all: ReadonlyMap<string, Use[]>,
  { attributions }: Voices,
): boolean {
  if (!passage.claimKinds.includes("quantity") || stanceOf(attribution) !== "claims") return false;
  const reporting = new Set(linksAbove(attribution, attributions).map((link) => link.attribution?.id));
  return ![...all].some(
    ([key, uses]) =>
      key !== sourceId &&
      key !== "reporter" &&
      uses.some(
        (use) =>
          use.passage.start < passage.end &&
          use.passage.end > passage.start &&
          !reporting.has(use.attribution.id) &&
          stanceOf(use.attribution) === "claims",
      ),
  );
}
