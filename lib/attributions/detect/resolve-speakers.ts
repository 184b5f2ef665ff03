import { isUnnamed } from "@/lib/attributions/describe-attribution";
import { nationOf } from "@/lib/sources/nations";
import { bare } from "@/lib/text/bare";
import { findCited, isRetold } from "./chains";
import { likely, open } from "./confidence";
import { type Description, descriptionOf, indexPhrases } from "./descriptions";
import { type Entity, findEntity, gatherEntities, nameRuns } from "./entities";
import { joinNations } from "./join-nations";
import { genderOfNoun, isOrganisationName, isPersonNoun, titles } from "./names";
import { addName } from "./nearest-names";
import { findOwned, type Owned } from "./owners";
import { indexPeople, type Person } from "./people";
import type { ReadBlock } from "./read-document";
import { resolvePronoun } from "./resolve-pronouns";
import { isSeveral, severalTogether } from "./several";
import { bearerOf } from "./shared-names";
import {
  headOf,
  isPronounMention,
  type Memory,
  newSpeaker,
  type Resolved,
  type Speaker,
  shortForm,
  somebody,
  speakerCalled,
  speakerOf,
  standsFor,
} from "./speaker-memory";
import type { TaggedToken } from "./tag";
import type { Draft, Mention } from "./to-draft";
import { bearerOfInitials, talkRule } from "./transcripts";
import { indexCalled, speakerOfPhrase, whoMayBe } from "./who-may-be";

/** Finds for each draft the source it belongs to; null where the text names nobody. Drafts are in reading order. */
export function resolveSpeakers(blocks: ReadBlock[], drafts: Draft[]): Map<Draft, Resolved> {
  const entities = gatherEntities(blocks);
  const memory: Memory = {
    entities,
    byEntity: new Map(),
    byWords: new Map(),
    blocks,
    byCall: new Map(),
    unknownBodies: [],
    called: indexCalled(entities),
    phrases: indexPhrases(blocks),
    spokenIn: new Map(),
    cited: findCited(drafts),
    lastSaid: new Map(),
    byMention: new Map(),
    mentioned: new Set(),
    people: indexPeople(blocks, entities),
    speakerOfPerson: new Map(),
  };
  const resolved = new Map<Draft, Resolved>();
  const late = new Set(drafts.filter((draft) => blocks[draft.block]?.role === "title"));
  for (const draft of [...drafts.filter((one) => !late.has(one)), ...late]) {
    if (!draft.mention) continue;
    const found =
      memory.byMention.get(draft.mention) ?? doubtUnnamed(resolveMention(memory, draft, draft.mention));
    memory.byMention.set(draft.mention, found);
    memory.mentioned.add(draft.mention.tokens[0]?.start ?? -1);
    resolved.set(draft, found);
    const { speaker, most } = found;
    // Whom a shared surname only likely means is not called by it elsewhere.
    if (isAName(draft.mention) && !isUnnamed(speaker) && most > likely)
      addName(speaker.names, shortForm(draft.mention), [draft.mention.start]);
    remember(memory, draft, found);
  }
  joinNations(resolved);
  leaveTellersOpen(drafts, resolved);
  return resolved;
}

/** "“…,” she told him, according to Reed": whoever tells it is another than who said it, so a pronoun is not them. */
function leaveTellersOpen(drafts: Draft[], resolved: Map<Draft, Resolved>): void {
  drafts.forEach((draft, at) => {
    for (const by of drafts.slice(Math.max(0, at - 3), at + 4)) {
      if (by === draft || !isRetold(draft, by)) continue;
      if (resolved.get(draft)?.speaker !== resolved.get(by)?.speaker) continue;
      const pronouns = [by, draft].filter(({ mention }) => mention && isPronounMention(mention));
      const [open] = pronouns.length === 1 ? pronouns : [];
      const speaker = open && resolved.get(open)?.speaker;
      if (open && speaker) resolved.set(open, somebody(speaker.gender, true));
    }
  });
}

/** Whoever is left open is never accepted along with others, however it was found. */
function doubtUnnamed({ speaker, most }: Resolved): Resolved {
  return { speaker, most: isUnnamed(speaker) ? Math.min(most, open) : most };
}

function remember(memory: Memory, draft: Draft, found: Resolved): void {
  const sentence = memory.blocks[draft.block]?.sentences[draft.sentence];
  if (!sentence) return;
  const spoken = memory.spokenIn.get(sentence);
  const one = { ...found, draft };
  if (spoken) spoken.push(one);
  else memory.spokenIn.set(sentence, [one]);
  memory.lastSaid.set(found.speaker, draft);
}

/** "its chief" is another's in every article, so it is no name of anybody. */
function isAName(mention: Mention): boolean {
  return !isPronounMention(mention) && mention.tokens[0]?.tag !== "possessive";
}

function resolveMention(memory: Memory, draft: Draft, mention: Mention): Resolved {
  const pro = standsFor(mention);
  // "Either Holm or Reed said so": which of them is left open.
  if (mention.tokens[0]?.lower === "either") return somebody("unknown", true);
  // "said one, Karim"
  const called = pro === "one" ? nameBehind(memory, mention) : null;
  if (called)
    return bearerOf(memory, { block: draft.block, start: mention.start }, called.entity, called.words);
  if (pro || isAnyDocument(mention, memory.blocks[draft.block])) return somebody("unknown", pro === "one");
  if (isPronounMention(mention)) return resolvePronoun(memory, draft, mention, speakerOfPerson);
  const initialled = draft.rule === talkRule ? bearerOfInitials(memory.entities, mention.tokens) : null;
  if (initialled) return { speaker: speakerOf(memory, initialled), most: 1 };
  if (isSeveral(memory, mention)) return { speaker: severalTogether(memory, mention), most: 1 };
  const head = headOf(mention.tokens);
  const named = nameOfHead(memory, mention, head);
  if (named) {
    const place = { block: draft.block, start: mention.start };
    return bearerOf(memory, place, named.entity, named.words);
  }
  return resolveNoun(memory, draft, mention, head);
}

/** "documents showed": which ones is not told. Headlines leave out a "the". */
function isAnyDocument({ tokens }: Mention, block: ReadBlock | undefined): boolean {
  const [only, more] = tokens;
  if (!only || more || block?.role === "title") return false;
  return /^(?:documents|records|papers|files|reports|studies|surveys|polls)$/.test(only.lower);
}

/** Whom a mention names, and by which words. */
type Named = { entity: Entity; words: string[] };

/** The entity named by the head, or by an apposition where the head is a common noun. */
function nameOfHead(memory: Memory, mention: Mention, head: number): Named | null {
  const run = nameRuns(mention.tokens).find((one) => head >= one.from && head < one.to);
  if (run) {
    const words = mention.tokens.slice(run.from, run.to).map((one) => one.text);
    const apposed = isOffice(words) ? nameBehind(memory, mention) : null;
    if (apposed) return apposed;
    if (nationOf(words)?.rest.length === 0) return null;
    // "Russia's Defence Ministry" is one of many ministries: the whole phrase names it.
    if (mention.tokens[run.from - 1]?.tag === "genitive" && isOrganisationName(words)) return null;
    const entity = findEntity(memory.entities, words);
    return entity && { entity, words };
  }
  return isOfSomebody(mention.tokens, head) ? null : nameBehind(memory, mention);
}

/** "the MP for Larvik, Ida Holm", "its CEO": an office with a capital names nobody. */
function isOffice(words: readonly string[]): boolean {
  return words.every((word) => titles.has(bare(word)));
}

function nameBehind(memory: Memory, { appositions }: Mention): Named | null {
  for (const { start, end } of appositions) {
    const named = namedWithin(memory, start, end);
    if (named) return named;
  }
  return null;
}

/** "a spokesman for the minister, Owen Marsh": whose name it is, is not told. "The head of the council, Anna Berg" is. */
function isOfSomebody(tokens: readonly TaggedToken[], head: number): boolean {
  const last = tokens.at(-1);
  return head < tokens.length - 1 && last?.tag === "noun" && isPersonNoun(last.lower);
}

/**
 * The one named where a phrase begins; a word or two may stand before a person's name, "actress Jamie Lund", but "a
 * former aide to Tom Reed" is somebody else.
 */
function namedWithin({ entities, blocks }: Memory, start: number, end: number): Named | null {
  const block = blocks.find((one) => start >= one.start && start < one.end);
  const words = block?.sentences.flat().filter((one) => one.start >= start && one.end <= end) ?? [];
  for (const { start: place, tag } of words) {
    if (/^(?:preposition|to|genitive)$/.test(tag) || place >= start + 25) return null;
    const found = entities.byPlace.get(place);
    if (!found || (place !== start && found.kind !== "person")) continue;
    const named = entities.wordsAt.get(place) ?? found.words;
    // "Nordbank, Dahl's bank": whose it is; "Holm, MP": an office.
    const isOwner = words[words.findIndex((one) => one.start === place) + named.length]?.tag === "genitive";
    return isOwner || isOffice(named) ? null : { entity: found, words: named };
  }
  return null;
}

function resolveNoun(memory: Memory, draft: Draft, mention: Mention, head: number): Resolved {
  const description = descriptionOf(mention.tokens, head);
  const isPlain = mention.tokens.slice(0, head + 1).every((one) => one.tag !== "name");
  if (description.definite && isPlain) {
    const candidates = whoMayBe(memory, description, mention.start);
    if (candidates.length > 1)
      return somebody(genderOfNoun(description.head), isPersonNoun(description.head));
    const [only] = candidates;
    if (only) return { speaker: only(), most: 1 };
  }
  const owned = findOwned(memory, draft, mention, speakerOfPerson);
  if (owned) return resolveOwned(memory, mention, head, description, owned);
  const same = speakerCalled(memory, shortForm(mention));
  const isAnother = same !== undefined && isAnotherEachTime(mention, description, same);
  if (isAnother && isFarAway(memory, same, mention))
    return somebody(same.gender, isPersonNoun(description.head));
  // Whose lawyer "my lawyer" is, is not told.
  const isDoubtful = isAnother || /^(?:my|our)$/.test(mention.tokens[0]?.lower ?? "");
  return { speaker: same ?? newSpeaker(memory, mention, head, description), most: isDoubtful ? likely : 1 };
}

/** One may have two brothers: "her brother" again is no more than likely the same one, while an office is the office. */
function resolveOwned(
  memory: Memory,
  mention: Mention,
  head: number,
  description: Description,
  { name, isSaid }: Owned,
): Resolved {
  const same = speakerCalled(memory, name);
  const isAnother = same && isSaid === "by pronoun" && same.kind !== "organisation";
  const speaker = same ?? newSpeaker(memory, mention, head, description, name);
  return { speaker, most: isAnother ? likely : 1 };
}

/** "a resident" and "her brother" need not be the one before. */
function isAnotherEachTime(mention: Mention, { words }: Description, same: Speaker): boolean {
  const first = mention.tokens[0];
  if (first?.tag === "possessive") return true;
  return same.kind === "anonymousPerson" && /^(?:an?|one)$/.test(first?.lower ?? "") && words.size === 0;
}

function isFarAway({ blocks, lastSaid }: Memory, speaker: Speaker, { start }: Mention): boolean {
  const block = blocks[lastSaid.get(speaker)?.block ?? -1];
  return !block || start < block.start || start >= block.end;
}

/** The speaker that a phrase for a person stands for: who is called so already, or a new one. */
function speakerOfPerson(memory: Memory, { phrase }: Person): Speaker {
  if (!phrase) return somebody().speaker;
  const candidates = phrase.definite ? whoMayBe(memory, phrase, phrase.place) : [];
  const [only] = candidates;
  return only && candidates.length === 1 ? only() : speakerOfPhrase(memory, phrase);
}
