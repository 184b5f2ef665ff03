import { nationOf } from "@/lib/sources/nations";
import { bare } from "@/lib/text/bare";
import {
  agrees,
  type Description,
  descriptionOf,
  indexNouns,
  isBesideName,
  isNamedSo,
  mayBeCalled,
  phraseAround,
} from "./descriptions";
import { type Entity, findEntity, gatherEntities, nameRuns } from "./entities";
import { joinNations } from "./join-nations";
import { genderOfNoun, isMediaName, isOrganisationName, organisationHeads } from "./names";
import { indexPeople, type Person } from "./people";
import type { ReadBlock } from "./read-document";
import { resolvePronoun } from "./resolve-pronouns";
import {
  headOf,
  isPronounMention,
  isSomebody,
  kindOfNoun,
  likely,
  type Memory,
  type Resolved,
  type Speaker,
  shortForm,
  somebody,
  speakerOf,
} from "./speaker-memory";
import type { TaggedToken } from "./tag";
import type { Draft, Mention } from "./to-draft";

/** Finds for each draft the source it belongs to; null where the text names nobody. Drafts are in reading order. */
export function resolveSpeakers(blocks: ReadBlock[], drafts: Draft[]): Map<Draft, Resolved> {
  const entities = gatherEntities(blocks);
  const memory: Memory = {
    entities,
    byEntity: new Map(),
    byWords: new Map(),
    blocks,
    nouns: indexNouns(blocks),
    recent: [],
    byMention: new Map(),
    mentioned: new Set(),
    people: indexPeople(blocks, entities),
  };
  const resolved = new Map<Draft, Resolved>();
  const late = new Set(drafts.filter((draft) => blocks[draft.block]?.role === "title"));
  for (const draft of [...drafts.filter((one) => !late.has(one)), ...late]) {
    if (!draft.mention) continue;
    const found = memory.byMention.get(draft.mention) ?? resolveMention(memory, draft, draft.mention);
    memory.byMention.set(draft.mention, found);
    memory.mentioned.add(draft.mention.tokens[0]?.start ?? -1);
    resolved.set(draft, found);
    const { speaker } = found;
    if (isAName(draft.mention) && !isSomebody(speaker)) speaker.names.add(shortForm(draft.mention));
    memory.recent.push({ speaker, draft });
    if (memory.recent.length > 100) memory.recent.shift();
  }
  joinNations(resolved);
  return resolved;
}

/** "its chief" is another's in every article, so it is no name of anybody. */
function isAName(mention: Mention): boolean {
  return !isPronounMention(mention) && mention.tokens[0]?.tag !== "possessive";
}

function resolveMention(memory: Memory, draft: Draft, mention: Mention): Resolved {
  if (isPronounMention(mention)) return resolvePronoun(memory, draft, mention, speakerOfPerson);
  const head = headOf(mention.tokens);
  const named = nameOfHead(memory, mention, head);
  if (named) return { speaker: speakerOf(memory, named), most: 1 };
  return resolveNoun(memory, mention, head);
}

/** The entity named by the head, or by an apposition where the head is a common noun. */
function nameOfHead(memory: Memory, mention: Mention, head: number): Entity | null {
  const run = nameRuns(mention.tokens).find((one) => head >= one.from && head < one.to);
  if (run) {
    const words = mention.tokens.slice(run.from, run.to).map((one) => one.text);
    if (nationOf(words)?.rest.length === 0) return null;
    // "Russia's Defence Ministry" is one of many ministries: the whole phrase names it.
    if (mention.tokens[run.from - 1]?.tag === "genitive" && isOrganisationName(words)) return null;
    return findEntity(memory.entities, words);
  }
  for (const { start, end } of mention.appositions) {
    // "actress Jamie Lund": a word or two may stand before a person's name.
    const reach = (one: Entity) => (one.kind === "person" ? Math.min(end, start + 25) : start + 1);
    const found = memory.entities.all.find((one) =>
      one.places.some((place) => place >= start && place < reach(one)),
    );
    if (found) return found;
  }
  return null;
}

function resolveNoun(memory: Memory, mention: Mention, head: number): Resolved {
  const description = descriptionOf(mention.tokens, head);
  const isPlain = mention.tokens.slice(0, head + 1).every((one) => one.tag !== "name");
  if (description.definite && isPlain) {
    const candidates = whoMayBe(memory, description, mention.start);
    if (candidates.length > 1) return somebody(genderOfNoun(description.head));
    const [only] = candidates;
    if (only) return { speaker: only(), most: 1 };
  }
  const name = shortForm(mention);
  const same = memory.byWords.get(bareKey(name));
  const isAnother = same !== undefined && isAnotherEachTime(mention, description, same);
  if (isAnother && isFarAway(memory, same, mention)) return somebody(same.gender);
  return { speaker: same ?? newSpeaker(memory, mention, head, description), most: isAnother ? likely : 1 };
}

/** "a resident" and "her brother" need not be the one before. */
function isAnotherEachTime(mention: Mention, { words }: Description, same: Speaker): boolean {
  const first = mention.tokens[0];
  if (first?.tag === "possessive") return true;
  return same.kind === "anonymousPerson" && /^(?:an?|one)$/.test(first?.lower ?? "") && words.size === 0;
}

function isFarAway({ blocks, recent }: Memory, speaker: Speaker, { start }: Mention): boolean {
  const last = recent.findLast((one) => one.speaker === speaker);
  const block = blocks[last?.draft.block ?? -1];
  return !block || start < block.start || start >= block.end;
}

function newSpeaker(
  memory: Memory,
  mention: Pick<Mention, "tokens">,
  head: number,
  description: Description,
): Speaker {
  const name = shortForm(mention);
  const speaker: Speaker = {
    name,
    kind: kindOfNoun(mention, head),
    names: new Set(),
    gender: genderOfNoun(description.head),
    entity: null,
    description,
  };
  memory.byWords.set(bareKey(name), speaker);
  return speaker;
}

function bareKey(name: string): string {
  return name
    .split(/\s+/)
    .map(bare)
    .filter((word) => !/^(?:the|a|an)$/.test(word))
    .join(" ");
}

/** The speaker that a phrase for a person stands for: who is called so already, or a new one. */
function speakerOfPerson(memory: Memory, { phrase, place }: Person): Speaker {
  if (!phrase) return somebody().speaker;
  const { tokens } = phrase;
  const head = tokens.findIndex((one) => one.start === place);
  if (phrase.definite) {
    const candidates = whoMayBe(memory, phrase, phrase.place);
    const [only] = candidates;
    if (only && candidates.length === 1) return only();
  }
  return speakerOfPhrase(memory, tokens, head, phrase);
}

type Candidate = () => Speaker;

/**
 * All whom "the outlet", "the tax office" or "the senator" can mean: named ones that the text calls so, and those it
 * only describes. None of them says anything that the description contradicts.
 */
function whoMayBe(memory: Memory, description: Description, before: number): Candidate[] {
  const named = memory.entities.all.filter(
    (one) =>
      (one.places[0] ?? before) < before &&
      isCalled(memory, one, description) &&
      agrees(description, new Set([...one.described, ...one.roles, ...one.key])),
  );
  const told = described(memory, description, before).filter(
    (one) =>
      !named.some(
        (entity) => one.words.size > 0 && agrees(one, new Set([...entity.described, ...entity.key])),
      ),
  );
  return [...named.map((one) => () => speakerOf(memory, one)), ...told.map((one) => one.speaker)];
}

function isCalled(memory: Memory, entity: Entity, { head, words }: Description): boolean {
  if ([...entity.roles].some((role) => mayBeCalled(head, role))) return true;
  const hasSpoken = memory.byEntity.has(entity);
  // A paper that is only mentioned ("told the Post") is none that could be meant beside one that reports.
  if (organisationHeads.get(head) === "media") return hasSpoken && isNamedSo(entity, head);
  if (isNamedSo(entity, head)) return true;
  // Of a body of which nothing is told, anything may be: "the company" may be Norline.
  return hasSpoken && words.size === 0 && entity.kind !== "person" && isAnyBody(head) && tellsNothing(entity);
}

function isAnyBody(word: string): boolean {
  return /^(?:company|firm|business|group|organi[sz]ation|agency)$/.test(word);
}

function tellsNothing({ words, roles, kind, name }: Entity): boolean {
  const all = [...words.map(bare), ...roles];
  return kind !== "person" && !isMediaName(name) && !all.some((word) => organisationHeads.has(word));
}

type Told = Description & { speaker: Candidate };

/** Those without a name whom the text has called so before, each once. */
function described(memory: Memory, description: Description, before: number): Told[] {
  const spoken = [...memory.byWords.values()].flatMap((speaker): Told[] =>
    speaker.description && !speaker.entity && mayBeCalled(description.head, speaker.description.head)
      ? [{ ...speaker.description, speaker: () => speaker }]
      : [],
  );
  const seen = (memory.nouns.get(description.head) ?? []).flatMap(({ s, at }): Told[] => {
    const phrase = phraseAround(s, at);
    if (!phrase || phrase.place >= before || memory.mentioned.has(phrase.place)) return [];
    if (isBesideName(s, phrase) || isBare(phrase)) return [];
    const { from, tokens } = phrase;
    return [{ ...phrase, speaker: () => speakerOfPhrase(memory, tokens, at - from, phrase) }];
  });
  const groups: Told[] = [];
  const longestFirst = [...spoken, ...seen].sort((a, b) => b.words.size - a.words.size);
  for (const one of longestFirst) {
    if (!agrees(description, one.words) || groups.some((other) => isSame(one, other))) continue;
    groups.push(one);
  }
  return groups;
}

/** "the office", "offices", "no office": tells of none that is not known from elsewhere. */
function isBare({ words, definite, tokens }: Description & { tokens: TaggedToken[] }): boolean {
  return words.size === 0 && (definite || !/^(?:an?|one|another)$/.test(tokens[0]?.lower ?? ""));
}

/** "the tax office" is "the county tax office", while "an office" is none that was there before. */
function isSame(one: Description, other: Description): boolean {
  return agrees(one, other.words) && (one.words.size > 0 || other.words.size === 0 || one.definite);
}

function speakerOfPhrase(memory: Memory, tokens: TaggedToken[], head: number, phrase: Description): Speaker {
  const key = bareKey(shortForm({ tokens }));
  return memory.byWords.get(key) ?? newSpeaker(memory, { tokens }, head, phrase);
}
