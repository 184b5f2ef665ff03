import { ownLinks } from "@/lib/attributions/chain";
import { isUnnamed } from "@/lib/attributions/describe-attribution";
import { type FoundCue, findCue, findWordsNear } from "@/lib/attributions/find-cue";
import { guessDirectness } from "@/lib/attributions/guess-directness";
import type {
  AttributionContent,
  AttributionView,
  Channel,
  CueClass,
  Directness,
  Polarity,
  SourceChoice,
  Voice,
} from "@/lib/attributions/schema";
import type { Voices } from "@/lib/attributions/voices";
import type { PassageView } from "@/lib/passages/schema";
import { rootOf } from "@/lib/sources/merged";
import { normaliseName } from "@/lib/sources/normalise-name";
import type { SourceKind, SourceView } from "@/lib/sources/schema";
import type { SuggestedSpeaker, SuggestionView } from "@/lib/suggestions/schema";
import type { Span } from "@/lib/text/offsets";

/**
 * A source that was chosen in a form: one that exists (with its name, where the article does not know it yet), or one
 * that saving makes. The id is made by the browser.
 */
export type DraftSource =
  | { type: "known"; id: string; name?: string }
  | { type: "new"; id: string; name: string; kind: SourceKind };

/** What a person is about to record; a link without a source is one that the text does not name. */
export type AttributionDraft = {
  voice: Voice;
  source: DraftSource | null;
  directness: Directness;
  mention: Span | null;
  cue: Span | null;
  cueClass: CueClass;
  channel: Channel;
  polarity: Polarity;
  /** A day such as 2026-11-23, or empty. */
  saidAt: string;
  links: { id: string; source: DraftSource | null }[];
  parentId: string | null;
};

const empty: AttributionDraft = {
  voice: "source",
  source: null,
  directness: "indirect",
  mention: null,
  cue: null,
  cueClass: "neutral",
  channel: "unknown",
  polarity: "positive",
  saidAt: "",
  links: [],
  parentId: null,
};

/** What was recorded, to be changed. */
export function draftOf(
  of: AttributionView,
  { attributions }: Pick<Voices, "attributions">,
): AttributionDraft {
  const links = ownLinks(of, attributions);
  const known = (id: string | null): DraftSource | null => (id ? { type: "known", id } : null);
  return {
    voice: of.voice,
    source: known(of.sourceId),
    directness: of.directness ?? "indirect",
    mention: of.mention,
    cue: of.cue,
    cueClass: of.cueClass ?? "neutral",
    channel: of.channel,
    polarity: of.polarity,
    saidAt: of.saidAt ?? "",
    links: links.map((link) => ({ id: link.id, source: known(link.sourceId) })),
    parentId: (links.at(-1) ?? of).parentId,
  };
}

type Scene = {
  text: string;
  language: string;
  blocks: readonly Span[];
  passages: readonly PassageView[];
  suggestions: readonly SuggestionView[];
  voices: Voices;
};

/**
 * A first guess of who said a passage, to be confirmed by a person: from the suggestion that lies on the same words,
 * else from the quotation marks and the nearest words that do the attributing. `newId` is for a source that is new.
 */
export function guessAttribution(passage: Span, scene: Scene, newId: () => string): AttributionDraft {
  const { text, language, blocks } = scene;
  const block = blocks.find((one) => passage.start < one.end) ?? passage;
  const suggestion = nearestSuggestion(passage, scene.suggestions);
  const cue = suggestion?.cue ?? findCue(text, passage, language);
  const speaker = suggestion?.speaker ?? null;
  const source = speaker && !isUnnamed(speaker) ? sourceOf(speaker, scene.voices, newId) : null;
  return {
    ...empty,
    source,
    directness: guessDirectness(text, passage, block),
    mention: speaker && !isSame(speaker, passage) ? placeOf(speaker) : null,
    cue: cue ? placeOf(cue) : null,
    cueClass: cue?.class ?? "neutral",
    channel: suggestion?.cue?.channel ?? "unknown",
    polarity: suggestion?.cue?.polarity ?? polarityOf(cue),
    parentId: enclosing(passage, scene),
  };
}

/** The chain of a draft without this source: nobody reports their own words. */
export function withoutItself(
  source: DraftSource | null,
  chain: Pick<AttributionDraft, "links" | "parentId">,
  { attributions, sources }: Pick<Voices, "attributions" | "sources">,
): Pick<AttributionDraft, "links" | "parentId"> {
  const rootOfDraft = (one: DraftSource | null) => one && rootOf(one.id, sources);
  const root = rootOfDraft(source);
  const links = chain.links.filter((one) => root === null || rootOfDraft(one.source) !== root);
  const outermost = links.length > 0 ? rootOfDraft(links.at(-1)?.source ?? null) : root;
  const reporting = attributions.get(chain.parentId ?? "")?.sourceId ?? null;
  const isItself = reporting !== null && rootOf(reporting, sources) === outermost;
  return { links, parentId: isItself ? null : chain.parentId };
}

/** Why a source cannot be added as the outermost of those who report; null where it can. */
export function whyNoLink(
  link: DraftSource | null,
  { source, links }: Pick<AttributionDraft, "source" | "links">,
  { sources }: Pick<Voices, "sources">,
): string | null {
  if (!link) return null;
  const nameOf = (one: DraftSource) => sources.get(rootOf(one.id, sources))?.name ?? one.name ?? "";
  const isLink = (one: DraftSource) => {
    if (rootOf(one.id, sources) === rootOf(link.id, sources)) return true;
    // What saving is to make has an id of its own each time.
    const isNew = one.type === "new" || link.type === "new";
    return isNew && normaliseName(nameOf(one)) === normaliseName(nameOf(link));
  };
  if (source && isLink(source))
    return `These are the words of ${nameOf(source)}: nobody reports their own words.`;
  const outermost = links.at(-1)?.source;
  return outermost && isLink(outermost) ? `${nameOf(outermost)} reports it already.` : null;
}

function placeOf({ start, end }: Span): Span {
  return { start, end };
}

function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

function polarityOf(cue: Pick<FoundCue, "class"> | null): Polarity {
  return cue?.class === "denying" ? "negative" : "positive";
}

/** The suggestion that shares most of its words with the passage, when that is a third of both together. */
export function nearestSuggestion(
  passage: Span,
  suggestions: readonly SuggestionView[],
): SuggestionView | null {
  let best: { one: SuggestionView; share: number } | null = null;
  for (const one of suggestions) {
    if (one.kind !== "attribution" || one.start >= passage.end || one.end <= passage.start) continue;
    const common = Math.min(one.end, passage.end) - Math.max(one.start, passage.start);
    const share = common / (one.end - one.start + passage.end - passage.start - common);
    if (share >= 1 / 3 && share > (best?.share ?? 0)) best = { one, share };
  }
  return best?.one ?? null;
}

/** The source of this article that is called so, or a new one. */
function sourceOf(
  { name, kind, names }: SuggestedSpeaker,
  { sources }: Pick<Voices, "sources">,
  newId: () => string,
): DraftSource {
  const wanted = new Set([name, ...names.filter((one) => /\s/.test(one))].map(normaliseName));
  const called = (one: SourceView) =>
    [one.name, ...one.aliases.map((alias) => alias.text)].some((text) => wanted.has(normaliseName(text)));
  const known = [...sources.values()].find(called);
  if (known) return { type: "known", id: rootOf(known.id, sources) };
  return { type: "new", id: newId(), name, kind };
}

/** The attribution of the smallest passage around this one: its source reports what is said inside. */
function enclosing(passage: Span, { passages, voices }: Scene): string | null {
  const around = passages
    .filter((one) => one.start <= passage.start && one.end >= passage.end && !isSame(one, passage))
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  for (const { id } of around) {
    const standing = voices.standings.get(id)?.standing[0];
    if (standing) return standing.voice === "source" ? standing.id : null;
  }
  return null;
}

/**
 * What a draft sends: places become the words that stand there, so that the server can check them, and of the chain only
 * what is no report of one's own words. The draft keeps that, for whoever chooses another source after all.
 */
export function contentOf(
  draft: AttributionDraft,
  text: string,
  voices: Pick<Voices, "attributions" | "sources">,
): AttributionContent {
  const { links, parentId } = withoutItself(draft.source, draft, voices);
  const isSource = draft.voice === "source";
  const select = (place: Span | null) =>
    place && isSource ? { ...placeOf(place), exact: text.slice(place.start, place.end) } : null;
  return {
    voice: draft.voice,
    source: isSource ? choiceOf(draft.source) : null,
    directness: isSource ? draft.directness : null,
    mention: select(draft.mention),
    cue: select(draft.cue),
    cueClass: isSource && draft.cue ? draft.cueClass : null,
    channel: isSource ? draft.channel : "unknown",
    polarity: isSource ? draft.polarity : "positive",
    saidAt: isSource && draft.saidAt ? draft.saidAt : null,
    links: isSource ? links.map(({ id, source }) => ({ id, source: choiceOf(source) })) : [],
    parentId: isSource ? parentId : null,
  };
}

function choiceOf(source: DraftSource | null): SourceChoice {
  if (!source) return null;
  if (source.type === "known") return { sourceId: source.id };
  const { id, name, kind } = source;
  return { newSource: { id, name, kind } };
}

type Choosing = {
  draft: Pick<AttributionDraft, "mention">;
  passage: Span;
  text: string;
  /** What is in the draft is what a colleague has recorded of another source. */
  isOfAnother: boolean;
};

/**
 * What goes with a source that is chosen, by all its names. What the text calls it: more or less of the same name
 * ("Piet", "its chair, Piet van der Meer") stays, where it is a colleague's only if it names nobody else; so does a description ("the outlet") that stands nearer to the
 * passage than the name; the name of somebody else does not. With that goes what a colleague has recorded of them.
 */
export function goingWith(
  names: readonly string[],
  { draft: { mention }, passage, text, isOfAnother }: Choosing,
): Partial<AttributionDraft> {
  const words = mention ? text.slice(mention.start, mention.end) : "";
  const isMore = (name: string) => isPartOf(name, words) && !(isOfAnother && namesMore(words, name));
  if (names.some((name) => isMore(name) || isPartOf(words, name))) return { mention };
  const found = findMention(names, passage, text);
  const description = !isOfAnother && isDescription(words) ? mention : null;
  const [nearest = null] = [description, found]
    .flatMap((one) => one ?? [])
    .sort((a, b) => distance(a, passage) - distance(b, passage));
  return {
    mention: nearest,
    ...(isOfAnother ? { cue: null, cueClass: "neutral", channel: "unknown", saidAt: "" } : {}),
  };
}

/** Whether words name somebody beside this name: "Anna Berg of Norline" beside "Norline". */
function namesMore(words: string, name: string): boolean {
  const at = words.toLowerCase().indexOf(name.toLowerCase());
  const rest = at < 0 ? "" : `${words.slice(0, at)} ${words.slice(at + name.length)}`;
  return /\p{Lu}/u.test(rest.replace(/^(?:the|an?|its|his|her|their|our|my)\b/iu, ""));
}

/** Whether these words are some of those, one after another. */
function isPartOf(part: string, whole: string): boolean {
  const wordsOf = (text: string) =>
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}’'-]+/gu)
      ?.join(" ") ?? "";
  const wanted = wordsOf(part);
  return wanted !== "" && ` ${wordsOf(whole)} `.includes(` ${wanted} `);
}

/** UTF-16 units between a place and a passage. */
function distance(one: Span, passage: Span): number {
  return Math.max(passage.start - one.end, one.start - passage.end);
}

/** Whether words stand for whoever is meant, like "he" or "the outlet", and name nobody. */
function isDescription(words: string): boolean {
  return (
    /^(?:he|she|they|it|who)$/iu.test(words) ||
    (words !== "" && !/\p{Lu}/u.test(words.replace(/^The\b/u, "")))
  );
}

/** When a source is chosen, the place where the text names it beside the passage, by any of its names. */
function findMention(names: readonly string[], passage: Span, text: string): Span | null {
  const found = names.flatMap((name) => findWordsNear(text, name, passage) ?? []);
  return (
    found
      .filter((one) => !isSame(one, passage))
      .sort(
        (a, b) => distance(a, passage) - distance(b, passage) || b.end - b.start - (a.end - a.start),
      )[0] ?? null
  );
}
