import { bare } from "@/lib/text/bare";
import { agrees, callKey, callKeys, type Description, isNamedSo, type Phrase } from "./descriptions";
import type { Entities, Entity } from "./entities";
import { latestBefore, mostLookedAt } from "./latest-before";
import { isMediaName, organisationHeads } from "./names";
import { type Memory, newSpeaker, type Speaker, shortForm, speakerCalled, speakerOf } from "./speaker-memory";

/** One whom words may mean; asking for the speaker makes one where there is none. */
export type Candidate = () => Speaker;

/**
 * Whom "the outlet", "the tax office" or "the senator" can mean: named ones that the text calls so, and those it only
 * describes. None of them says anything that the description contradicts. Two tell enough, so there are no more.
 */
export function whoMayBe(memory: Memory, description: Description, before: number): Candidate[] {
  const named = namedSo(memory, description, before);
  const found: Candidate[] = named.map((one) => () => speakerOf(memory, one));
  if (found.length > 1) return found;
  for (const one of described(memory, description, before)) {
    const isNamed = named.some(
      (entity) => one.words.size > 0 && agrees(one, (word) => isToldOf(entity, word)),
    );
    if (!isNamed) found.push(one.speaker);
    if (found.length > 1) break;
  }
  return found;
}

function isToldOf(entity: Entity, word: string): boolean {
  return entity.described.has(word) || entity.key.includes(word);
}

/** Those with a name whom a word may call something, by the keys of the word, in reading order. */
export type CalledIndex = ReadonlyMap<string, readonly { place: number; entity: Entity }[]>;

/** Sorts names by what the text calls their bearers ("role chair") and by what they say themselves ("name bank"). */
export function indexCalled({ all }: Entities): CalledIndex {
  const index = new Map<string, { place: number; entity: Entity }[]>();
  for (const entity of all.toSorted((a, b) => placeOf(a) - placeOf(b))) {
    for (const key of new Set(keysOf(entity))) {
      const list = index.get(key);
      const one = { place: placeOf(entity), entity };
      if (list) list.push(one);
      else index.set(key, [one]);
    }
  }
  return index;
}

function placeOf({ places }: Entity): number {
  return places[0] ?? 0;
}

function keysOf({ roles, kind, words, name }: Entity): string[] {
  const keys = [...roles].flatMap(callKeys).map((key) => `role ${key}`);
  if (kind !== "organisation") return keys;
  const said = words.map(bare).flatMap(callKeys);
  return [
    ...keys,
    ...[...said, ...(isMediaName(name) ? callKeys("newspaper") : [])].map((key) => `name ${key}`),
  ];
}

/** At most two. */
function namedSo(memory: Memory, description: Description, before: number): Entity[] {
  const { head, words } = description;
  const key = callKey(head);
  const isMedia = organisationHeads.get(head) === "media";
  const found = new Set<Entity>();
  const take = (entity: Entity) => {
    const isKnown = (word: string) => isToldOf(entity, word) || entity.roles.has(word);
    if (found.size < 2 && agrees(description, isKnown)) found.add(entity);
  };
  const called = (by: string) => latestBefore(memory.called.get(by) ?? [], before).map((one) => one.entity);
  for (const one of called(`role ${key}`)) take(one);
  // A paper that is only mentioned ("told the Post") is none that could be meant beside one that reports.
  for (const one of called(`name ${isMedia ? callKey("outlet") : key}`)) {
    if (isNamedSo(one, head) && (!isMedia || memory.byEntity.has(one))) take(one);
  }
  // Of a body of which nothing is told, anything may be: "the company" may be Norline.
  const bodies = words.size === 0 && isAnyBody(head) ? memory.unknownBodies.slice(-mostLookedAt) : [];
  for (const one of bodies) if (placeOf(one) < before) take(one);
  return [...found];
}

function isAnyBody(word: string): boolean {
  return /^(?:company|firm|business|group|organi[sz]ation|agency)$/.test(word);
}

type Told = Description & { speaker: Candidate };

/** Those without a name whom the text has called so before, each once. */
function* described(memory: Memory, description: Description, before: number): Generator<Told> {
  const fits = (one: Description) => agrees(description, (word) => one.words.has(word));
  const called = memory.byCall.get(callKey(description.head)) ?? [];
  const spoken = called.slice(-mostLookedAt).filter((one) => fits(one.description));
  const seen = latestBefore(memory.phrases(description.head), before).filter(
    (phrase) => fits(phrase) && !memory.mentioned.has(phrase.place),
  );
  const all: Told[] = [
    ...spoken.map((one) => ({ ...one.description, speaker: () => one.speaker })),
    ...seen.map((phrase) => ({ ...phrase, speaker: () => speakerOfPhrase(memory, phrase) })),
  ];
  const groups: Told[] = [];
  for (const one of all.sort((a, b) => b.words.size - a.words.size)) {
    if (groups.some((other) => isSame(one, other))) continue;
    groups.push(one);
    yield one;
  }
}

/** "the tax office" is "the county tax office", while "an office" is none that was there before. */
function isSame(one: Description, other: Description): boolean {
  const isPart = agrees(one, (word) => other.words.has(word));
  return isPart && (one.words.size > 0 || other.words.size === 0 || one.definite);
}

/** The speaker whom a phrase describes; made where there is none of these words. */
export function speakerOfPhrase(memory: Memory, phrase: Phrase): Speaker {
  return (
    speakerCalled(memory, shortForm(phrase)) ?? newSpeaker(memory, phrase, phrase.at - phrase.from, phrase)
  );
}
