import { isBesideName, type Phrase, phraseAround } from "./descriptions";
import type { Entities, Entity } from "./entities";
import { type Gender, genderOfNoun, isFirstName, isPersonNoun } from "./names";
import type { ReadBlock } from "./read-document";
import { mainSubject } from "./speakers";
import type { TaggedToken } from "./tag";

/** Somebody whom a sentence mentions: by name, or as "a nurse". `isSubject` says that the sentence is about them. */
export type Person = {
  place: number;
  entity: Entity | null;
  phrase: Phrase | null;
  gender: Gender;
  isSubject: boolean;
};

/** The people whom a sentence mentions, in reading order. */
export type PeopleOf = (block: number, sentence: number) => readonly Person[];

/** Finds whom sentences mention; each sentence is read once, when it is asked for. */
export function indexPeople(blocks: readonly ReadBlock[], { byPlace }: Entities): PeopleOf {
  const known = new Map<TaggedToken[], Person[]>();
  return (block, sentence) => {
    const s = blocks[block]?.sentences[sentence];
    if (!s || blocks[block]?.capitals) return [];
    const found = known.get(s) ?? peopleIn(s, byPlace);
    known.set(s, found);
    return found;
  };
}

function peopleIn(s: TaggedToken[], byPlace: ReadonlyMap<number, Entity>): Person[] {
  const subject = mainSubject(s, s.length, 0)?.core;
  return s.flatMap((token, at): Person[] => {
    const isSubject = subject !== undefined && at >= subject.from && at < subject.to;
    const entity = byPlace.get(token.start);
    if (entity) {
      if (entity.kind === "organisation" || (!isSubject && !isSurelyPerson(entity, s, at))) return [];
      return [{ place: token.start, entity, phrase: null, gender: entity.gender, isSubject }];
    }
    if (token.tag !== "noun" || !isPersonNoun(token.lower)) return [];
    const phrase = phraseAround(s, at);
    if (!phrase || isBesideName(s, phrase) || isNobody.test(phrase.tokens[0]?.lower ?? "")) return [];
    return [{ place: token.start, entity: null, phrase, gender: genderOfNoun(token.lower), isSubject }];
  });
}

const isNobody = /^(?:no|any|every|each|either|neither)$/;
const placeWords =
  /^(?:street|road|avenue|lane|square|park|bridge|river|lake|bay|island|islands|valley|county|city|town|village|airport|station|harbour|harbor|fjord|mountain|hill|north|south|east|west|gate|hall|house)$/;

/** Two words with capitals may be a place; a first name, a title or an age tell a person. */
function isSurelyPerson(entity: Entity, s: TaggedToken[], at: number): boolean {
  // "her brother, Daniel"
  const beside = s[at - 1]?.tag === "comma" ? s[at - 2] : s[at - 1];
  const isOnlyFirst = entity.kind === "unknown" && isFirstName(entity.words[0] ?? "");
  if (isOnlyFirst && beside?.tag === "noun" && isPersonNoun(beside.lower)) return true;
  if (entity.kind !== "person") return false;
  if (entity.gender !== "unknown" || isFirstName(entity.words[0] ?? "")) return true;
  if (placeWords.test(entity.key.at(-1) ?? "") || placeWords.test(entity.key[0] ?? "")) return false;
  return !/^(?:in|at|near|on|across|through|outside|around|over|into)$/.test(s[at - 1]?.lower ?? "");
}
