import { nationOf } from "@/lib/sources/nations";
import { bare } from "@/lib/text/bare";
import { likely } from "./confidence";
import { isBesideName, phraseAround } from "./descriptions";
import { type Entity, findEntity, nameRuns } from "./entities";
import { type Gender, genderOfNoun, isPersonNoun, titles } from "./names";
import type { Describe } from "./people-before";
import { onlyPerson, talkerOf } from "./resolve-pronouns";
import { bearerOf } from "./shared-names";
import { headOf, type Memory, type Resolved, type Speaker, shortForm } from "./speaker-memory";
import { mainSubject } from "./speakers";
import type { TaggedToken } from "./tag";
import type { Draft, Mention } from "./to-draft";
import { timeWords } from "./words";

/** Somebody who is called by whose they are, with the owner's whole name: "Lena Holm’s office". */
export type Owned = { name: string; isSaid: "by name" | "by pronoun" };

/**
 * What "Holm’s office" or "her office" is called in full, so that it is one source however the text says it, and no
 * office of another Holm. Null where nobody with a name owns it, or where "her" can be anybody but the one woman that
 * the text has named so far and that the nearest sentence with people in it is about (`isAbout`), or where somebody talks of them in a printed talk.
 */
export function findOwned(memory: Memory, draft: Draft, mention: Mention, find: Describe): Owned | null {
  const noun = mention.tokens[headOf(mention.tokens)]?.lower ?? "";
  const [first, ...behind] = mention.tokens;
  const gender = first?.tag === "possessive" ? genderOf(first.lower) : null;
  if (gender) {
    if (talkerOf(memory, draft)) return null;
    const owner = onlyPerson(memory, draft, { place: mention.start, gender, noun }, find);
    const isKnown = owner?.speaker.gender === gender;
    return isKnown && isClear(memory, draft, mention, { owner: owner.speaker, noun })
      ? owned(owner, behind, "by pronoun")
      : null;
  }
  const run = nameRuns(mention.tokens)[0];
  if (!run || run.from > 0 || mention.tokens[run.to]?.tag !== "genitive") return null;
  const words = mention.tokens.slice(0, run.to).map((one) => one.text);
  const entity = findEntity(memory.entities, words);
  if (!entity) return null;
  const owner = bearerOf(memory, { block: draft.block, start: mention.start }, entity, words);
  return owned(owner, mention.tokens.slice(run.to + 1), "by name");
}

function owned({ speaker, most }: Resolved, tokens: TaggedToken[], isSaid: Owned["isSaid"]): Owned | null {
  if (speaker.kind !== "person" || most <= likely || tokens.length === 0) return null;
  return { name: `${speaker.name}’s ${shortForm({ tokens })}`, isSaid };
}

/** Who was named further back than so many sentences of a paragraph is not whom "his" goes back to. */
const mostSentences = 10;

/** Who may be the owner, and of what: "his lawyer" is no lawyer’s. */
type Whose = { owner: Speaker; noun: string };

/**
 * Whether "his" behind a sentence is clearly theirs: they are whom it is about, or who speaks in it. Sentences without
 * anybody in them are passed over; whoever else is in one, there or beside the pronoun, may be "he": "Musk bought it from
 * Tom Reed. His lawyer said" leaves it open.
 */
function isClear(memory: Memory, { block, sentence }: Draft, mention: Mention, whose: Whose): boolean {
  const { start } = mention;
  const of = (at: number) => memory.blocks[at]?.sentences ?? [];
  const here = of(block).findLastIndex(([first]) => first !== undefined && first.start <= start);
  const at = here < 0 ? sentence : here;
  const isHeadline = memory.blocks[block - 1]?.role === "title";
  const inBlock = of(block).slice(Math.max(0, at - mostSentences), at + 1);
  const [own = [], ...rest] = [
    ...(isHeadline ? [] : of(block - 1).slice(-mostSentences)),
    ...inBlock,
  ].reverse();
  if (hasRival(memory, own, whose, mention)) return false;
  for (const s of [own, ...rest]) {
    if (s !== own && hasRival(memory, s, whose)) return false;
    if (isAbout(memory, s, whose.owner, start)) return true;
    const isNamed = s.some((one) => memory.entities.byPlace.get(one.start) === whose.owner.entity);
    if (isNamed) return false;
  }
  return false;
}

/** Whether somebody is a sentence's subject, or speaks in it: "a fan of Reed" is not Reed. */
function isAbout(memory: Memory, s: TaggedToken[], owner: Speaker, before: number): boolean {
  const spoken = memory.spokenIn.get(s) ?? [];
  if (spoken.some((one) => one.speaker === owner && !memory.cited.has(one.draft))) return true;
  const core = mainSubject(s, s.length, 0)?.core;
  const words = core ? s.slice(core.from, core.to) : [];
  const behind = words.findIndex((one) => one.tag === "preposition");
  return words
    .slice(0, behind < 0 ? words.length : behind)
    .some((one) => one.start < before && memory.entities.byPlace.get(one.start) === owner.entity);
}

/** Whether a sentence has somebody else in it who may be "he": a name that may be theirs, a nurse, "the accused". */
function hasRival({ entities }: Memory, s: TaggedToken[], whose: Whose, own?: Mention): boolean {
  const { owner } = whose;
  let end = 0;
  return s.some((one, at) => {
    const entity = entities.byPlace.get(one.start);
    if (entity) end = at + (entities.wordsAt.get(one.start)?.length ?? 1);
    if (own && one.start >= own.start && one.end <= own.end) return false;
    if (entity) return entity !== owner.entity && mayBe(entity.gender, owner) && mayBePerson(s, at, entity);
    return at >= end && mayBeSomebody(s, at, whose);
  });
}

function mayBe(gender: Gender, owner: Speaker): boolean {
  return gender === "unknown" || gender === owner.gender;
}

function mayBePerson(s: TaggedToken[], at: number, { kind, words }: Entity): boolean {
  if (kind === "person" || words.every((word) => titles.has(bare(word)))) return true;
  if (kind === "organisation" || nationOf(words)) return false;
  return !/^(?:the|in|at|near)$/.test(s[at - 1]?.lower ?? "");
}

/** "The accused" and "the nurse" may be anybody, and so may a name at the head of a sentence, where all have a capital. */
function mayBeSomebody(s: TaggedToken[], at: number, { owner, noun }: Whose): boolean {
  const { tag, text, lower } = s[at] ?? {};
  if (!lower || timeWords.has(lower)) return false;
  if (/^(?:accused|deceased|\d+-year-old)$/.test(lower)) return true;
  if (tag !== "noun" || lower === noun) return false;
  const isAlone = /^\p{Lu}/u.test(text ?? "") && !/^(?:determiner|possessive)$/.test(s[at - 1]?.tag ?? "");
  if (isAlone) return true;
  const phrase = isPersonNoun(lower) && mayBe(genderOfNoun(lower), owner) ? phraseAround(s, at) : null;
  return phrase !== null && !isBesideName(s, phrase);
}

function genderOf(word: string): Gender | null {
  if (word === "his") return "male";
  return word === "her" ? "female" : null;
}
