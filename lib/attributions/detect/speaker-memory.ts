import { unnamedWords } from "@/lib/attributions/describe-attribution";
import { nationOf } from "@/lib/sources/nations";
import { bare } from "@/lib/text/bare";
import { open } from "./confidence";
import { callKeys, type Description, type PhrasesOf } from "./descriptions";
import { type Entities, type Entity, sharing } from "./entities";
import {
  type Gender,
  genderOfNoun,
  isMediaName,
  isOrganisationName,
  isReadable,
  organisationHeads,
} from "./names";
import { addName, type Names } from "./nearest-names";
import type { PeopleOf, Person } from "./people";
import type { ReadBlock } from "./read-document";
import type { TaggedToken } from "./tag";
import type { Draft, Mention } from "./to-draft";
import type { CalledIndex } from "./who-may-be";

export type EntityKind =
  | "person"
  | "organisation"
  | "document"
  | "anonymousPerson"
  | "anonymousGroup"
  | "unknown";

/** The source a mention stands for: one object for all mentions of one source. */
export type Speaker = {
  name: string;
  kind: EntityKind;
  names: Names;
  gender: Gender;
  entity: Entity | null;
  /** Of somebody unnamed: that it is one person, whom "she" may mean. */
  isPerson?: boolean;
  /** What a speaker without a name is called by: "office", with "tax". */
  description: Description | null;
};

/** Whose words they are, and how sure that can be at most. */
export type Resolved = { speaker: Speaker; most: number };

/** Somebody of whom the text does not tell who it is; each time another one. */
export function somebody(gender: Gender = "unknown", isPerson = gender !== "unknown"): Resolved {
  const nobody = { name: unnamedWords, kind: "unknown" as const, names: new Map() };
  return { speaker: { ...nobody, gender, entity: null, isPerson, description: null }, most: open };
}

/** Who is taken to have said what, and how sure that was at most: whoever goes on about them is no surer. */
export type Spoken = Resolved & { draft: Draft };

/** What is known so far while the speakers of an article are resolved. */
export type Memory = {
  entities: Entities;
  byEntity: Map<Entity, Speaker>;
  /** Speakers that are no entity ("officials"), by the words of their name. */
  byWords: Map<string, Speaker>;
  /** The same by what they may be called, in the order in which they came up. */
  byCall: Map<string, { speaker: Speaker; description: Description }[]>;
  /** Bodies that came up as speakers and of which nothing tells what they are, in that order. */
  unknownBodies: Entity[];
  called: CalledIndex;
  blocks: ReadBlock[];
  phrases: PhrasesOf;
  /** What was said in a sentence so far, by its tokens. */
  spokenIn: Map<TaggedToken[], Spoken[]>;
  /** What is told of somebody whom the speaker cites: they have not spoken themselves. */
  cited: ReadonlySet<Draft>;
  /** What a speaker said last. */
  lastSaid: Map<Speaker, Draft>;
  /** Words that are carried over are whose they were. */
  byMention: Map<Mention, Resolved>;
  /** Where the phrases begin that name a speaker: what they describe is known as that one. */
  mentioned: Set<number>;
  people: PeopleOf;
  /** Whom those are who were looked at for a pronoun, each once. */
  speakerOfPerson: Map<Person, Speaker>;
};

const pronouns = /^(?:he|she|they|it|him|her|them|i|we|you|us|me|everyone|everybody|one|others)$/;

/** Whether a mention is a mere "he", "they" or "everyone". */
export function isPronounMention(mention: Mention): boolean {
  return mention.tokens.length === 1 && pronouns.test(mention.tokens[0]?.lower ?? "");
}

const oneOfThem =
  /^(?:the )?(?:one|another|latter|former|other|somebody|someone)$|^(?:one|another|either|neither|each) of (?:them|us|you)$/;
const someOfThem =
  /^(?:both|(?:the )?others|many|some|several|few|most|all|none|each|neither|everyone|everybody)$|^[\p{L}]+ of (?:them|us|you)$/u;

/** "one of them", "others", "the latter": words that stand for people as a pronoun does; null where a noun stands. */
export function standsFor({ tokens }: Mention): "one" | "some" | null {
  if (tokens.length > 3) return null;
  const words = tokens.map((one) => one.lower).join(" ");
  if (oneOfThem.test(words)) return "one";
  return someOfThem.test(words) ? "some" : null;
}

/** The one speaker that stands for an entity; made at its first use. A name that two people share tells nobody. */
export function speakerOf(memory: Memory, entity: Entity): Speaker {
  if (entity.isShared) return somebody(entity.gender, true).speaker;
  const known = memory.byEntity.get(entity);
  if (known) return known;
  const names: Names = new Map();
  for (const [form, places] of entity.forms) {
    // What another is called, too, is added where it is clear that this one is meant.
    if (sharing(memory.entities, form.split(" ")).length < 2) addName(names, form, places);
  }
  const speaker: Speaker = {
    name: entity.name,
    kind: entity.kind,
    names,
    gender: entity.gender,
    entity,
    description: null,
  };
  memory.byEntity.set(entity, speaker);
  if (tellsNothing(entity)) memory.unknownBodies.push(entity);
  return speaker;
}

function tellsNothing({ words, roles, kind, name }: Entity): boolean {
  const all = [...words.map(bare), ...roles];
  return kind !== "person" && !isMediaName(name) && !all.some((word) => organisationHeads.has(word));
}

/** Who is called by these words already, "the" and "a" left out. */
export function speakerCalled(memory: Memory, name: string): Speaker | undefined {
  return memory.byWords.get(wordsKey(name));
}

/** Makes a speaker of a phrase that names nobody, "the tax office", called by its words if it has no other `name`. */
export function newSpeaker(
  memory: Memory,
  mention: Pick<Mention, "tokens">,
  head: number,
  description: Description,
  name = shortForm(mention),
): Speaker {
  const speaker: Speaker = {
    name,
    kind: kindOfNoun(mention, head),
    names: new Map(),
    gender: genderOfNoun(description.head),
    entity: null,
    description,
  };
  memory.byWords.set(wordsKey(name), speaker);
  for (const key of callKeys(description.head)) {
    const called = memory.byCall.get(key);
    if (called) called.push({ speaker, description });
    else memory.byCall.set(key, [{ speaker, description }]);
  }
  return speaker;
}

function wordsKey(name: string): string {
  return name
    .split(/\s+/)
    .map(bare)
    .filter((word) => !/^(?:the|a|an)$/.test(word))
    .join(" ");
}

/** The position of the word that the phrase is about: the last one before "of", "with", "who" and the like. */
export function headOf(tokens: TaggedToken[]): number {
  for (let i = 1; i < tokens.length; i++) {
    const tag = tokens[i]?.tag;
    if (/^(?:preposition|to|relative|participle|ing|comma|open|verb|auxiliary)$/.test(tag ?? ""))
      return i - 1;
  }
  return tokens.length - 1;
}

/** What kind of source a common noun stands for: "the court", "a report", "officials", "a spokesman". */
export function kindOfNoun(mention: Pick<Mention, "tokens">, head: number): EntityKind {
  const token = mention.tokens[head];
  const word = token?.lower ?? "";
  const words = mention.tokens.slice(0, head + 1).map((one) => one.text);
  if (nationOf(words)?.rest.length === 0) return "organisation";
  if (organisationHeads.get(word) || organisationHeads.get(word.replace(/s$/, "")) === "media")
    return "organisation";
  if (word === "guard" && /^(?:coast|national|home|border)$/.test(mention.tokens[head - 1]?.lower ?? ""))
    return "organisation";
  if (isReadable(word)) return "document";
  // "one of the people"
  if (mention.tokens[0]?.lower === "one" && mention.tokens[1]?.lower === "of") return "anonymousPerson";
  if (
    mention.tokens.some(
      (one) =>
        (one.tag === "number" && one.lower !== "one") ||
        /^(?:people|men|women|several|many|few|some|most)$/.test(one.lower),
    )
  ) {
    return "anonymousGroup";
  }
  if (token?.tag === "name")
    return isOrganisationName(words) || words.length === 1 ? "organisation" : "person";
  if (pronouns.test(word) || token?.tag === "number") return "anonymousGroup";
  if (
    /[^s]s$/.test(word) ||
    /^(?:people|men|women|police|some|many|most|few|several|all|both|children|voters)$/.test(word) ||
    mention.tokens.slice(0, head).some((one) => one.tag === "conjunction" && one.lower === "and") ||
    /^(?:management|leadership|staff|crew|shift|family|couple|crowd|audience|public|workforce)$/.test(word)
  )
    return "anonymousGroup";
  // A lone capital at the head of a sentence may be a name that the text uses only there.
  if (mention.tokens.length === 1 && /^\p{Lu}/u.test(token?.text ?? "")) return "unknown";
  return /^(?:noun|determiner|pronoun)$/.test(token?.tag ?? "") ? "anonymousPerson" : "unknown";
}

/** A mention as a name: its own words without the article before them. */
export function shortForm(mention: Pick<Mention, "tokens">): string {
  return mention.tokens
    .filter((one, i) => !(i === 0 && /^(?:the|a|an)$/.test(one.lower)))
    .reduce((text, one, i, all) => {
      const gap = i > 0 && (all[i - 1]?.end ?? 0) < one.start ? " " : "";
      return text + gap + one.text;
    }, "");
}
