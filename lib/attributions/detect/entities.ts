import { isNationWord } from "@/lib/sources/nations";
import { bare } from "@/lib/text/bare";
import {
  type Gender,
  genderOf,
  isFirstName,
  isMediaName,
  isOrganisationName,
  organisationHeads,
  titles,
} from "./names";
import type { ReadBlock } from "./read-document";
import type { TaggedToken } from "./tag";
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
  forms: Set<string>;
  /** Where the article names it, in reading order. */
  places: number[];
};

/** All entities of an article in order of appearance, and the same by each word of their names. */
export type Entities = { all: Entity[]; byWord: Map<string, Entity[]> };

/** Gathers the names of an article; a surname or a shorter form joins the longer one before it. */
export function gatherEntities(blocks: ReadBlock[]): Entities {
  const entities: Entities = { all: [], byWord: new Map() };
  for (const block of blocks) {
    if (block.capitals) continue;
    for (const sentence of block.sentences) {
      for (const run of nameRuns(sentence)) addRun(entities, sentence, run);
    }
  }
  joinAcronyms(entities);
  return entities;
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

function continues(s: TaggedToken[], from: number, at: number): boolean {
  if (s[at]?.lower === "&" && isNameWord(s[at + 1])) return true;
  if (s[at]?.lower !== "of") return false;
  const next = s[at + 1]?.lower === "the" ? s[at + 2] : s[at + 1];
  const words = s.slice(from, at).map((one) => one.text);
  return isNameWord(next) && isOrganisationName(words) && s[at + 1]?.lower !== "the";
}

/** The person's own name in "Norwegian Transport Minister Anna Berg". */
export function ownName(words: string[]): string[] {
  const first = words.findIndex((word, i) => i > 0 && isFirstName(word) && i + 1 < words.length);
  const afterTitles = words.findIndex((word) => !titles.has(bare(word)) && !isNationWord(word));
  const clean = words.slice(Math.max(afterTitles, 0));
  if (first > 0 && words.slice(0, first).some((word) => titles.has(bare(word)) || isNationWord(word)))
    return words.slice(first);
  return clean.filter((word) => !/^(?:Jr|Sr)\.?$/u.test(word));
}

function addRun(entities: Entities, s: TaggedToken[], run: Run): void {
  const words = s.slice(run.from, run.to).map((one) => one.text);
  const place = s[run.from]?.start ?? 0;
  const known = findEntity(entities, words);
  const own = ownName(words);
  const entity = known ?? newEntity(words, own, s, run);
  if (!known) {
    entities.all.push(entity);
    remember(entities, entity);
  }
  entity.forms.add(words.join(" "));
  entity.places.push(place);
  if (entity.kind === "unknown" && (own.length > 1 || own.length < words.length || isAged(s, run)))
    entity.kind = "person";
  if (own.length > entity.words.length && entity.kind === "person") {
    entity.words = own;
    entity.key = own.map(bare);
    remember(entities, entity);
    entity.name = own.join(" ");
  }
  if (entity.gender === "unknown") entity.gender = genderOf(words);
  for (const role of rolesBeside(s, run, words)) entity.roles.add(role);
}

function newEntity(words: string[], own: string[], s: TaggedToken[], run: Run): Entity {
  const titled = own.length < words.length && !isNationWord(words[0] ?? "");
  const beside = s[run.from - 1];
  const person = own.length > 1 && isFirstName(own[0] ?? "");
  const organisation =
    (isOrganisationName(words) && !person) ||
    (beside !== undefined && organisationHeads.get(beside.lower) !== undefined) ||
    (own.length === 1 && !titled && !isFirstName(own[0] ?? "") && beside?.lower === "the") ||
    (own.length === 1 && isNationWord(own[0] ?? "")) ||
    isMediaName(words.join(" "));
  const used = organisation ? words : own;
  return {
    name: used.join(" "),
    words: used,
    key: used.map(bare),
    kind: organisation
      ? "organisation"
      : person || titled || own.length > 1 || isAged(s, run)
        ? "person"
        : "unknown",
    gender: genderOf(words),
    roles: new Set(),
    forms: new Set(),
    places: [],
  };
}

/** "Ortiz, 54," and "Ortiz, who": only people have an age and are a "who". */
function isAged(s: TaggedToken[], run: Run): boolean {
  if (s[run.to]?.tag !== "comma") return s[run.to]?.lower === "who";
  return s[run.to + 1]?.lower === "who" || /^\d{1,2}$/.test(s[run.to + 1]?.text ?? "");
}

/** The entity that a name means: the same words, its surname, or a shorter form; the latest one wins. */
export function findEntity(entities: Entities, words: string[]): Entity | null {
  const key = ownName(words).map(bare);
  const whole = words.map(bare);
  const last = key.at(-1) ?? "";
  const near = entities.byWord.get(last) ?? [];
  const all = whole.at(-1) === last ? near : [...near, ...(entities.byWord.get(whole.at(-1) ?? "") ?? [])];
  return (
    all.findLast((one) => sameWords(one.key, key) || sameWords(one.key, whole)) ??
    all.findLast((one) => one.forms.has(words.join(" "))) ??
    (key.length === 1 ? byOneWord(near, last) : byPart(near, key, last))
  );
}

/** "Berg" for "Anna Berg", "Moss" for "Moss University"; never "British" for a ministry. */
function byOneWord(near: Entity[], word: string): Entity | null {
  const isMeant = (one: Entity) => {
    if (one.key.length < 2) return false;
    if (one.kind !== "organisation")
      return one.key.at(-1) === word || (one.key[0] === word && isFirstName(word));
    const isEnd = one.key.at(-1) === word && (isMediaName(one.name) || !isOrganisationName([word]));
    return isEnd || (one.key[0] === word && !isNationWord(word));
  };
  return near.findLast(isMeant) ?? null;
}

/** "Anna K. Berg" and "Anna Berg", or a first name that comes later than the surname. */
function byPart(near: Entity[], key: string[], last: string): Entity | null {
  const people = near.filter((one) => one.kind !== "organisation" && one.key.at(-1) === last);
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

/** "outlet Havnen", "Smith, a spokesman", "President Lund". */
function rolesBeside(s: TaggedToken[], run: Run, words: string[]): string[] {
  const roles = words.filter((word) => titles.has(bare(word))).map(bare);
  for (let k = run.from - 1; k >= Math.max(0, run.from - 3) && s[k]?.tag === "noun"; k--)
    roles.push(s[k]?.lower ?? "");
  if (s[run.to]?.tag === "comma") {
    for (let k = run.to + 1; k < Math.min(s.length, run.to + 9); k++) {
      const token = s[k];
      if (!token || /^(?:comma|verb|auxiliary|relative|stop|preposition|quotation)$/.test(token.tag)) break;
      if (token.tag === "noun" || titles.has(token.lower)) roles.push(token.lower);
    }
  }
  return roles;
}

/** "DNC" joins "Democratic National Committee". */
function joinAcronyms(entities: Entities): void {
  const long = new Map(
    entities.all.filter((one) => one.words.length > 2).map((one) => [initials(one.words), one]),
  );
  entities.all = entities.all.filter((one) => {
    const letters = one.words.length === 1 ? (one.words[0] ?? "").replace(/\./gu, "") : "";
    const full = /^\p{Lu}{3,}$/u.test(letters) ? long.get(letters) : undefined;
    if (!full) return true;
    for (const form of one.forms) full.forms.add(form);
    full.places = [...full.places, ...one.places].sort((a, b) => a - b);
    full.kind = "organisation";
    entities.byWord.set(one.key[0] ?? "", [full]);
    return false;
  });
}

function initials(words: string[]): string {
  return words
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word[0])
    .join("");
}
