import { isNationWord } from "@/lib/sources/nations";
import { bare } from "@/lib/text/bare";
import { contradictedTitles, type Naming, titledKey } from "./contradicted-titles";
import { joinBodies } from "./join-bodies";
import { mostLookedAt } from "./latest-before";
import {
  bodyOrPerson,
  type Gender,
  genderOf,
  genderOfNoun,
  isCourtesy,
  isFirstName,
  isMediaName,
  isOrganisationName,
  isPersonNoun,
  organisationHeads,
  surnameOf,
  titles,
} from "./names";
import { addName, type Names } from "./nearest-names";
import type { ReadBlock } from "./read-document";
import { isFiniteVerb, type TaggedToken } from "./tag";
import { timeWords } from "./words";

/** Somebody or something the article names, with every form of the name it uses. */
export type Entity = {
  name: string;
  words: string[];
  /** The words as they are compared: small letters, no full stops. */
  key: string[];
  /** Unknown is a single word that nothing tells about. */
  kind: "person" | "organisation" | "unknown";
  gender: Gender;
  /** Nouns that stood beside the name: "outlet", "president", "spokesman". */
  roles: Set<string>;
  /** All words that stood with such a noun: "fire" of "the fire chief". */
  described: Set<string>;
  forms: Names;
  /** A surname or first name alone that two people have: it tells neither. */
  isShared: boolean;
  /** Where the article names it, in reading order. */
  places: number[];
  /** Those of them that give more than a surname or a first name alone. */
  inFull: number[];
};

/**
 * All entities of an article in order of appearance, and the same by each word of their names and where they stand;
 * `wordsAt` are those that name one there. `contradicted` are names like "mr dahl" that are nobody's whom it names.
 */
export type Entities = {
  all: Entity[];
  byWord: Map<string, Entity[]>;
  byPlace: Map<number, Entity>;
  wordsAt: Map<number, string[]>;
  contradicted: ReadonlySet<string>;
};

/** Gathers the names of an article; a surname or a shorter form joins the longer one before it. */
export function gatherEntities(blocks: ReadBlock[]): Entities {
  const found = blocks.filter((block) => !block.capitals).flatMap(namingsOf);
  const contradicted = contradictedTitles(found);
  const entities: Entities = {
    all: [],
    byWord: new Map(),
    byPlace: new Map(),
    wordsAt: new Map(),
    contradicted,
  };
  for (const one of found) addNaming(entities, one);
  joinBodies(entities);
  for (const one of entities.all) for (const place of one.places) entities.byPlace.set(place, one);
  return entities;
}

function namingsOf({ sentences }: ReadBlock): Naming[] {
  return sentences.flatMap((sentence, i) =>
    nameRuns(sentence).map(({ from, to }) => {
      const words = sentence.slice(from, to).map((one) => one.text);
      return { words, own: ownName(words), at: from, sentence, next: sentences[i + 1] };
    }),
  );
}

function remember(entities: Entities, entity: Entity): void {
  for (const word of entity.key) {
    const list = entities.byWord.get(word);
    if (!list) entities.byWord.set(word, [entity]);
    else if (!list.includes(entity)) list.push(entity);
  }
}

type Run = { from: number; to: number };

/** Stretches of capitalised words, with "of" and "the" inside names of institutions. */
export function nameRuns(s: TaggedToken[]): Run[] {
  const runs: Run[] = [];
  for (let i = 0; i < s.length; i++) {
    if (!isNameWord(s[i])) continue;
    let to = i + 1;
    while (isNameWord(s[to]) || continues(s, i, to)) to++;
    runs.push({ from: i, to });
    i = to;
  }
  return runs;
}

function isNameWord(token: TaggedToken | undefined): boolean {
  return token?.tag === "name" && !timeWords.has(token.lower);
}

/** "Institute for Fiscal Studies", "Department for Transport": bodies that are called after what they are for. */
const worksFor =
  /^(?:Academy|Agency|Alliance|Association|Bureau|Campaign|Cent(?:er|re)s?|Coalition|Commission|Committee|Council|Department|Federation|Foundation|Fund|Institute|Ministry|Network|Office|Organi[sz]ation|Society|Trust)$/;

function continues(s: TaggedToken[], from: number, at: number): boolean {
  if (s[at]?.lower === "&" && isNameWord(s[at + 1])) return true;
  if (s[at]?.lower === "for" && isNameWord(s[at + 1])) return worksFor.test(s[at - 1]?.text ?? "");
  if (s[at]?.lower !== "of") return false;
  const next = s[at + 1]?.lower === "the" ? s[at + 2] : s[at + 1];
  const words = s.slice(from, at).map((one) => one.text);
  return isNameWord(next) && isOrganisationName(words) && s[at + 1]?.lower !== "the";
}

/** Trades that are first names and surnames, too. */
const tradesToo =
  /^(?:Hunter|Porter|Baker|Cook|Butcher|Ranger|Carpenter|Miller|Fisher|Mason|Chase|Guard|Major)$/;

/** The person's own name in "Norwegian Transport Minister Anna Berg". */
export function ownName(words: string[]): string[] {
  const first = words.findIndex((word, i) => i > 0 && isFirstName(word) && i + 1 < words.length);
  const afterTitles = words.findIndex((word) => !titles.has(bare(word)) && !isNationWord(word));
  const clean = words.slice(Math.max(afterTitles, 0));
  const before = words.slice(0, Math.max(first, 0));
  if (before.some((word) => titles.has(bare(word)) || isNationWord(word))) return words.slice(first);
  // "Prosecutor Anna Voss" at the head of a sentence, where a trade has a capital.
  if (first > 0 && before.every((word) => isPersonNoun(bare(word)) && !tradesToo.test(word)))
    return words.slice(first);
  return clean.filter((word, i) => i === 0 || !/^(?:Jr|Sr)\.?$/u.test(word));
}

function addNaming(entities: Entities, naming: Naming): void {
  const { words, sentence: s, at } = naming;
  const run = { from: at, to: at + words.length };
  const place = s[at]?.start ?? 0;
  const known = findEntity(entities, words);
  const own = isContradicted(entities, words) ? words : naming.own;
  entities.wordsAt.set(place, words);
  const entity = known ?? newEntity(words, own, s, run, sharing(entities, words).length > 1);
  if (!known) {
    entities.all.push(entity);
    remember(entities, entity);
  }
  addName(entity.forms, words.join(" "), [place]);
  entity.places.push(place);
  if (surnameOf(own.map(bare)) === null) entity.inFull.push(place);
  if (entity.kind === "unknown" && (isPersons(own) || own.length < words.length || isAged(s, run)))
    entity.kind = "person";
  if (own.length > entity.words.length && entity.kind === "person") {
    entity.words = own;
    entity.key = own.map(bare);
    remember(entities, entity);
    entity.name = own.join(" ");
  }
  if (entity.gender === "unknown") entity.gender = genderOf(words);
  for (const phrase of phrasesBeside(s, run)) {
    for (const word of phrase.words) entity.described.add(word);
    entity.roles.add(phrase.head);
  }
  for (const word of titlesIn(words)) entity.roles.add(word);
  // "spokeswoman Eli Dahl", whatever lists of first names say of an Eli.
  if ([...entity.roles].some((role) => /\p{L}woman$/u.test(role))) entity.gender = "female";
  if (entity.gender === "unknown") entity.gender = genderOfRoles(entity.roles);
}

/** Names of two words are people's unless something tells otherwise. */
function isPersons(own: readonly string[]): boolean {
  return own.length > 1 && bodyOrPerson(own) !== "unknown";
}

/** The titles before a name, or those that stand for one ("Prime Minister"); "King" ends the name "Gayle King". */
function titlesIn(words: readonly string[]): string[] {
  const plain = words.map(bare);
  const found = plain.filter((word) => titles.has(word));
  const isName = found.length < plain.length && titles.has(plain.at(-1) ?? "");
  return isName ? found.slice(0, -1) : found;
}

function newEntity(words: string[], own: string[], s: TaggedToken[], run: Run, isShared: boolean): Entity {
  const titled = own.length < words.length && !isNationWord(words[0] ?? "");
  const beside = s[run.from - 1];
  const person = own.length > 1 && isFirstName(own[0] ?? "") && bodyOrPerson(own) !== "organisation";
  const organisation =
    (isOrganisationName(words) && !person) ||
    (beside !== undefined && organisationHeads.get(beside.lower) !== undefined) ||
    // "the Vatican", "the Red Cross"
    (!titled && !isFirstName(own[0] ?? "") && beside?.lower === "the") ||
    (own.length === 1 && isNationWord(own[0] ?? "")) ||
    isMediaName(words.join(" "));
  const used = organisation ? words : own;
  return {
    name: used.join(" "),
    words: used,
    key: used.map(bare),
    kind: organisation
      ? "organisation"
      : isShared || titled || isPersons(own) || isAged(s, run)
        ? "person"
        : "unknown",
    gender: genderOf(words),
    roles: new Set(),
    described: new Set(),
    forms: new Map(),
    isShared,
    places: [],
    inFull: [],
  };
}

/** "Ortiz, 54," and "Ortiz, who": only people have an age and are a "who". */
function isAged(s: TaggedToken[], run: Run): boolean {
  if (s[run.to]?.tag !== "comma") return s[run.to]?.lower === "who";
  return s[run.to + 1]?.lower === "who" || /^\d{1,2}$/.test(s[run.to + 1]?.text ?? "");
}

/** Whether a name is that of somebody whom the text does not name in full: "Mr. Dahl", where each Dahl is a woman. */
export function isContradicted({ contradicted }: Entities, words: string[]): boolean {
  return contradicted.size > 0 && words.some(isCourtesy) && contradicted.has(titledKey(words));
}

/** The entity that a name means: the same words, its surname, or a shorter form; the latest one wins. */
export function findEntity(entities: Entities, words: string[]): Entity | null {
  const key = ownName(words).map(bare);
  const whole = words.map(bare);
  const last = key.at(-1) ?? "";
  if (isContradicted(entities, words))
    return entities.byWord.get(last)?.findLast((one) => sameWords(one.key, whole)) ?? null;
  const having = (word: string) => (entities.byWord.get(word) ?? []).slice(-mostLookedAt);
  const near = having(last);
  const all = whole.at(-1) === last ? near : [...near, ...having(whole.at(-1) ?? "")];
  const titled =
    key.length === 1 && genderOf(words) !== "unknown" ? byOneWord(near, last, genderOf(words)) : null;
  const isShared = surnameOf(key) !== null && sharing(entities, words).length > 1;
  const isSame = (one: Entity) => sameWords(one.key, key) || sameWords(one.key, whole);
  return (
    titled ??
    (whole.length > key.length ? all.findLast((one) => sameWords(one.key, whole)) : null) ??
    all.findLast((one) => !one.isShared && isSame(one)) ??
    all.findLast((one) => !one.isShared && one.forms.has(words.join(" "))) ??
    all.findLast(isSame) ??
    (surnameOf(key) ? byOneWord(near, last, genderOf(words)) : null) ??
    (key.length > 1 && !isShared ? byPart(near, key, last) : null)
  );
}

/**
 * "Berg" for "Anna Berg", "Moss" for "Moss University"; never "British" for a ministry. Of two people called so none is
 * taken, unless a title tells them apart.
 */
function byOneWord(near: Entity[], word: string, gender: Gender): Entity | null {
  const isMeant = (one: Entity) => {
    if (one.key.length < 2 || one.isShared) return false;
    if (one.kind !== "organisation") return isCalled(one, word);
    const isEnd = one.key.at(-1) === word && (isMediaName(one.name) || !isOrganisationName([word]));
    return isEnd || (one.key[0] === word && !isNationWord(word));
  };
  const meant = near.filter(isMeant);
  const people = meant.filter((one) => one.kind !== "organisation");
  if (people.length < 2) return meant.at(-1) ?? null;
  const known = people.filter((one) => gender !== "unknown" && one.gender === gender);
  return known.length === 1 && people.every((one) => one.gender !== "unknown") ? (known[0] ?? null) : null;
}

/** Whether a person is called by a word alone: the surname, or a first name that the lists know. */
function isCalled({ key }: Entity, word: string): boolean {
  return key.at(-1) === word || (key[0] === word && isFirstName(word));
}

/** The people whom the text names in full and who may be meant by a name of one word, "Dahl" or "Ms. Dahl". */
export function sharing(entities: Entities, words: string[]): Entity[] {
  const word = surnameOf(ownName(words).map(bare));
  if (word === null) return [];
  return (entities.byWord.get(word) ?? [])
    .slice(-mostLookedAt)
    .filter((one) => !one.isShared && one.kind === "person" && !surnameOf(one.key) && isCalled(one, word));
}

/** "Anna K. Berg" and "Anna Berg", or a first name that comes later than the surname. */
function byPart(near: Entity[], key: string[], last: string): Entity | null {
  const people = near.filter(
    (one) => one.kind !== "organisation" && !one.isShared && one.key.at(-1) === last,
  );
  const isPart = (a: string[], b: string[]) => a.every((word) => b.includes(word));
  return (
    people.findLast((one) => one.key.length > 1 && (isPart(key, one.key) || isPart(one.key, key))) ??
    people.findLast((one) => one.key.length === 1) ??
    null
  );
}

function sameWords(a: string[], b: string[]): boolean {
  return a.length === b.length && a.every((word, i) => word === b[i]);
}

function genderOfRoles(roles: ReadonlySet<string>): Gender {
  return [...roles].map(genderOfNoun).find((one) => one !== "unknown") ?? "unknown";
}

type Beside = { head: string; words: string[] };

/** "news outlet Havnen", "Smith, a spokesman for the union", "The head of the roads office, Anna Berg,". */
function phrasesBeside(s: TaggedToken[], run: Run): Beside[] {
  const phrases: Beside[] = [];
  let from = run.from;
  while (from > Math.max(0, run.from - 3) && s[from - 1]?.tag === "noun") from--;
  if (from < run.from) phrases.push(phraseOf(s, from, run.from));
  if (s[run.to]?.tag === "comma") {
    const first = s[run.to + 1]?.tag ?? "";
    const end = besideEnd(s, run.to + 1);
    // "near Lom, a spokeswoman said": what has a verb of its own tells nothing of the name.
    const isOpen = isFiniteVerb(s[end]?.tag);
    if (/^(?:determiner|possessive|noun|name)$/.test(first) && end > run.to + 1 && !isOpen)
      phrases.push(phraseOf(s, run.to + 1, end));
  }
  if (s[run.from - 1]?.tag === "comma" && s[run.to]?.tag === "comma") {
    const before = clauseOpening(s, run.from - 1);
    if (before !== null) phrases.push(phraseOf(s, before, run.from - 1));
  }
  return phrases.filter((one) => one.head !== "");
}

/** Where a phrase that tells who somebody is ends: at a verb, a relative word or a mark. */
function besideEnd(s: TaggedToken[], from: number): number {
  let to = from;
  while (to < Math.min(s.length, from + 14)) {
    const tag = s[to]?.tag ?? "stop";
    if (/^(?:comma|verb|auxiliary|relative|stop|quotation|colon|dash|open|subordinator)$/.test(tag)) break;
    to++;
  }
  return to;
}

/** The start of "The former owner" in "The former owner, Calder Hydro, …": a noun phrase that opens the sentence. */
function clauseOpening(s: TaggedToken[], comma: number): number | null {
  let from = comma;
  while (
    from > 0 &&
    /^(?:noun|genitive|determiner|possessive|preposition|name)$/.test(s[from - 1]?.tag ?? "")
  )
    from--;
  const first = s[from];
  const opens = from === 0 || /^(?:stop|conjunction|quotation)$/.test(s[from - 1]?.tag ?? "");
  return opens && first && /^(?:determiner|possessive)$/.test(first.tag) && s[comma - 1]?.tag !== "determiner"
    ? from
    : null;
}

function phraseOf(s: TaggedToken[], from: number, to: number): Beside {
  const tokens = s.slice(from, to);
  const end = tokens.findIndex((one, i) => i > 0 && /^(?:preposition|to|conjunction)$/.test(one.tag));
  const core = end < 0 ? tokens : tokens.slice(0, end);
  const words = tokens.filter((one) => one.tag === "noun" || one.tag === "name").map((one) => bare(one.text));
  const head = core.findLast((one) => one.tag === "noun" || titles.has(one.lower));
  return { head: head?.lower ?? "", words };
}
