import { isUnnamed } from "@/lib/attributions/describe-attribution";
import { likely } from "./confidence";
import { type Entity, findEntity, nameRuns } from "./entities";
import { isTalk } from "./interviews";
import { mostLookedAt } from "./latest-before";
import {
  documentHeads,
  type Gender,
  genderOfNoun,
  isMediaName,
  isPersonNoun,
  organisationHeads,
} from "./names";
import type { Person } from "./people";
import { bearerOf } from "./shared-names";
import {
  type EntityKind,
  headOf,
  type Memory,
  type Resolved,
  type Speaker,
  type Spoken,
  somebody,
  speakerOf,
} from "./speaker-memory";
import { mainSubject } from "./speakers";
import type { TaggedToken } from "./tag";
import type { Draft, Mention } from "./to-draft";
import { answerVerbs } from "./words";

/** Makes or finds the speaker whom a phrase describes. */
export type Describe = (memory: Memory, person: Person) => Speaker;

/**
 * "he" and "she" mean the latest person who spoke or was a sentence's subject, if nobody else can be meant; "they" and
 * "it" the latest group or body. A pronoun is no surer than what it goes back to. Where the text leaves it open, it is
 * somebody unnamed: never a guess.
 */
export function resolvePronoun(memory: Memory, draft: Draft, mention: Mention, find: Describe): Resolved {
  const word = mention.tokens[0]?.lower ?? "";
  if (/^(?:he|him)$/.test(word)) return personInTalk(memory, draft, mention.start, "male", find);
  if (/^(?:she|her)$/.test(word)) return personInTalk(memory, draft, mention.start, "female", find);
  if (/^(?:they|them|it)$/.test(word)) return bodyBefore(memory, draft, mention.start, word);
  if (/^(?:i|me)$/.test(word)) return talkerOf(memory, draft) ?? somebody();
  if (/^(?:we|you|us)$/.test(word)) return somebody();
  const name = mention.tokens[0]?.text ?? word;
  const alone = { name, kind: "unknown" as const, names: new Map(), gender: "unknown" as const };
  return { speaker: { ...alone, entity: null, description: null }, most: 1 };
}

/** Whom a pronoun may mean, and how sure it is at most that they are there: one who spoke, or whom the text mentions. */
type Candidate = Resolved & { isSubject: boolean };

/**
 * "“…,” she continued": who goes on is who was quoted last, here or in the paragraph before, unless somebody else was
 * named or quoted since, or it is known that they are no "she". It is as sure as it was of the one quoted.
 */
function whoGoesOn(
  memory: Memory,
  draft: Draft,
  place: number,
  gender: Gender,
  find: Describe,
): Resolved | null {
  if (!draft.quoted || !goesOn(memory, draft)) return null;
  for (const at of sentencesBefore(memory, draft, 1)) {
    const spoken = spokenAt(memory, at, draft).filter((one) => !memory.cited.has(one.draft));
    const last = spoken.at(-1);
    const speaker = last?.speaker;
    const isKnown = !speaker || (isPersonal(speaker) && !isUnnamed(speaker));
    if (!isKnown || spoken.some((one) => one.speaker !== speaker || !one.draft.quoted)) return null;
    const since = last?.draft.mention?.end ?? 0;
    const named = peopleAt(memory, at, draft, place, find, since);
    if (named.some((one) => one.speaker !== speaker)) return null;
    if (last) return mayBe(last.speaker, gender) ? last : null;
    if (named.length > 0) return null;
  }
  return null;
}

function goesOn({ blocks }: Memory, { block, sentence, cue }: Draft): boolean {
  if (!cue) return false;
  const [verb, next] = (blocks[block]?.sentences[sentence] ?? []).filter((one) => one.start >= cue.start);
  if (/^(?:went|goes)$/.test(verb?.lower ?? "")) return next?.lower === "on";
  return /^(?:continue[sd]|add(?:s|ed)|conclude[sd])$/.test(verb?.lower ?? "");
}

function personBefore(memory: Memory, draft: Draft, place: number, gender: Gender, find: Describe): Resolved {
  const same = whoGoesOn(memory, draft, place, gender, find);
  if (same) return asOneOf(gender, same);
  const answered = whoIsAnswered(memory, draft);
  if (answered && !answered.isSure) return whoElse(memory, draft, place, gender, find, answered.speaker);
  const sure = answered ? likely : 1;
  const talker = talkerOf(memory, draft)?.speaker;
  const fits = ({ speaker }: Candidate) =>
    mayBe(speaker, gender) && speaker !== answered?.speaker && speaker !== talker;
  const passed: Candidate[] = [];
  for (const at of sentencesBefore(memory, draft, 4)) {
    const people = peopleAt(memory, at, draft, place, find).filter(fits);
    const spoken = speakersAt(memory, at, draft, place).filter(fits).at(-1);
    const salient = spoken ?? people.find((one) => one.isSubject);
    if (!salient) {
      passed.push(...people);
      continue;
    }
    const others = spoken ? passed : [...passed, ...people];
    const { speaker } = salient;
    if (spoken && mayBeAnother(memory, at, draft, { speaker, place, gender }, people))
      return somebody(gender);
    if (others.some((one) => one.speaker !== speaker)) return somebody(gender);
    const isNext = at.block === draft.block && at.sentence >= draft.sentence - 1;
    const isUnnamedSpeaker = spoken !== undefined && isNext && /^anonymous/.test(speaker.kind);
    const isClear =
      speaker.gender === gender ||
      isUnnamedSpeaker ||
      theOnly(memory, draft, place, fits, find)?.speaker === speaker;
    if (!isClear) return somebody(gender);
    const { speaker: one, most } = asOneOf(gender, salient);
    return { speaker: one, most: Math.min(most, sure) };
  }
  const only = theOnly(memory, draft, place, fits, find);
  if (!only) return somebody(gender);
  const { speaker, most } = asOneOf(gender, only);
  return { speaker, most: Math.min(most, likely) };
}

/** Who may be meant by a pronoun of a gender at a place: they have spoken in a sentence before it. */
type Meant = { speaker: Speaker; place: number; gender: Gender };

/**
 * Whether another than who spoke may go on: one who was told or asked ("Holm told Reed. “No,” he said"), one whose gender
 * is told ("An officer found the woman, she said"), and one who was told of, behind a "but".
 */
function mayBeAnother(
  memory: Memory,
  at: SentencePlace,
  draft: Draft,
  { speaker, place, gender }: Meant,
  people: readonly Candidate[],
): boolean {
  if (speaker.gender === gender) return false;
  const said = spokenAt(memory, at, draft, place).filter((one) => one.speaker === speaker);
  if (said.some((one) => tellsOne(memory, at, one.draft, gender))) return true;
  const others = people.filter((one) => one.speaker !== speaker);
  if (others.some((one) => one.speaker.gender === gender)) return true;
  const isHere = at.block === draft.block && at.sentence === draft.sentence;
  return isHere && isContrasted(memory, at, { speaker, place, gender });
}

/** "Holm said Reed had shot at her, but he said": behind a "but", another whom the sentence names. */
function isContrasted(
  { blocks, entities }: Memory,
  at: SentencePlace,
  { speaker, place, gender }: Meant,
): boolean {
  const s = blocks[at.block]?.sentences[at.sentence] ?? [];
  const before = s[s.findIndex((one) => one.start === place) - 1];
  if (before?.tag !== "stop" && !/^(?:but|while|though|although)$/.test(before?.lower ?? "")) return false;
  return s.some(({ start }) => {
    const entity = start < place ? entities.byPlace.get(start) : undefined;
    return (
      entity && entity !== speaker.entity && entity.kind !== "organisation" && isOf(entity.gender, gender)
    );
  });
}

/** "told Reed", "asked him", "told the judge": one person who may be of that gender; no paper and no body. */
function tellsOne(
  { blocks, entities }: Memory,
  { block, sentence }: SentencePlace,
  { cue, verb }: Draft,
  gender: Gender,
): boolean {
  if (!cue || !verb?.takes.includes("a")) return false;
  const s = blocks[block]?.sentences[sentence] ?? [];
  const behind = s.filter((one) => one.start >= cue.end && one.tag !== "adverb");
  const [first] = behind;
  if (first?.tag === "object") return first.lower === (gender === "female" ? "her" : "him");
  const entity = first && entities.byPlace.get(first.start);
  if (entity)
    return (
      entity.kind !== "organisation" && !isMediaName(entity.words.join(" ")) && isOf(entity.gender, gender)
    );
  if (!/^(?:determiner|possessive)$/.test(first?.tag ?? "")) return false;
  const head = behind.find((one) => one.tag === "noun" && isPersonNoun(one.lower));
  const isNear = head !== undefined && behind.indexOf(head) < 4;
  return isNear && isOf(genderOfNoun(head.lower), gender);
}

function isOf(own: Gender, gender: Gender): boolean {
  return own === "unknown" || own === gender;
}

/** Whom "she" means; where somebody talks in a printed talk, only one whom they name: nobody there is "she". */
function personInTalk(memory: Memory, draft: Draft, place: number, gender: Gender, find: Describe): Resolved {
  const found = personBefore(memory, draft, place, gender, find);
  if (!talkerOf(memory, draft)) return found;
  const start = memory.blocks[draft.block]?.start ?? 0;
  const isNamed = found.speaker.entity?.places.some((one) => one > start && one < place);
  return isNamed ? found : somebody(gender);
}

/** Whose name stands before the colon at the head of the paragraph, in a printed talk: "I" is likely to be them. */
export function talkerOf(memory: Memory, { block }: Draft): Resolved | null {
  const first = memory.blocks[block]?.sentences[0];
  const said = first && memory.spokenIn.get(first)?.find((one) => isTalk(one.draft.rule));
  return said ? { speaker: said.speaker, most: Math.min(said.most, likely) } : null;
}

/**
 * Who answers to a statement of `speaker`: they go on where nobody else can be meant, and it is likely the one man or the
 * one woman there is where they are none; or else it is left open.
 */
function whoElse(
  memory: Memory,
  draft: Draft,
  place: number,
  gender: Gender,
  find: Describe,
  speaker: Speaker,
): Resolved {
  const only = theOnly(memory, draft, place, (one) => mayBe(one.speaker, gender), find);
  if (only?.speaker === speaker) return asOneOf(gender, only);
  const isTold = only?.speaker.gender === gender;
  return isTold ? { speaker: only.speaker, most: Math.min(only.most, likely) } : somebody(gender);
}

/**
 * "“You took it,” Holm said. “I did not,” she replied": who has just spoken seldom answers, unless they were asked since.
 * Whoever has asked does not answer at all (`isSure`).
 */
function whoIsAnswered(memory: Memory, draft: Draft): { speaker: Speaker; isSure: boolean } | null {
  const sentences = memory.blocks[draft.block]?.sentences ?? [];
  // Words that were joined to it may stand in the next one.
  const sentence = sentences.findIndex((s) => s.some((one) => one.start === draft.cue?.start));
  const s = sentences[sentence] ?? [];
  if (!s.some((one) => one.start === draft.cue?.start && answerVerbs.test(one.lower))) return null;
  if (s.some((one) => /^(?:asked|pressed|questioned)$/.test(one.lower))) return null;
  for (const place of sentencesBefore(memory, { ...draft, sentence }, 1)) {
    const said = spokenAt(memory, place, draft).at(-1);
    if (said)
      return said.draft.quoted ? { speaker: said.speaker, isSure: asks(memory, place, said.draft) } : null;
    const isNext = place.block === draft.block && place.sentence === sentence;
    if (!isNext) return null;
  }
  return null;
}

function asks({ blocks }: Memory, { block, sentence }: SentencePlace, { spans, cue }: Draft): boolean {
  const s = blocks[block]?.sentences[sentence] ?? [];
  const isQuestion = ({ tag, text, start, end }: TaggedToken) =>
    tag === "quotation" && text.includes("?") && spans.some((span) => start >= span.start && end <= span.end);
  return s.some(
    (one) => isQuestion(one) || (one.start === cue?.start && /^(?:ask|asks|asked)$/.test(one.lower)),
  );
}

function mayBe(speaker: Speaker, gender: Gender): boolean {
  return speaker.gender === "unknown" || speaker.gender === gender;
}

/**
 * Whom "she" means, no surer than it was of that one. If nothing else tells that they are a woman, she is likely, and
 * they are one in what follows; unless they were no more than likely themselves: then it is somebody unnamed.
 */
function asOneOf(gender: Gender, { speaker, most }: Resolved): Resolved {
  if (speaker.gender === gender) return { speaker, most };
  if (most <= likely) return somebody(gender);
  speaker.gender = gender;
  return { speaker, most: likely };
}

/** The one person whom the text before this can mean; null where there is nobody, or another one. */
function theOnly(
  memory: Memory,
  draft: Draft,
  place: number,
  fits: (one: Candidate) => boolean,
  find: Describe,
): Resolved | null {
  let only: Resolved | null = null;
  for (const at of sentencesBefore(memory, draft, draft.block)) {
    const all = [...peopleAt(memory, at, draft, place, find), ...speakersAt(memory, at, draft, place)];
    for (const one of all.filter(fits)) {
      if (only && one.speaker !== only.speaker) return null;
      only ??= one;
    }
  }
  return only;
}

/**
 * The one person whom "his" or "her" before a noun can mean, whoever speaks; null where there is nobody, or another
 * one. Who is named in the very words may own who says them: "Berg had left, his lawyer said". A lawyer is no lawyer's.
 */
export function onlyPerson(
  memory: Memory,
  draft: Draft,
  { place, gender, noun }: { place: number; gender: Gender; noun: string },
  find: Describe,
): Resolved | null {
  const fits = ({ speaker }: Candidate) => mayBe(speaker, gender) && speaker.description?.head !== noun;
  return theOnly(memory, { ...draft, spans: [] }, place, fits, find);
}

type SentencePlace = { block: number; sentence: number };

/** This sentence and those before it, the nearest first, up to so many paragraphs back. */
function* sentencesBefore(memory: Memory, draft: Draft, paragraphs: number): Generator<SentencePlace> {
  let left = mostLookedAt;
  for (let block = draft.block; block >= Math.max(0, draft.block - paragraphs) && left > 0; block--) {
    // A headline refers forward.
    if (block !== draft.block && memory.blocks[block]?.role === "title") continue;
    const last = block === draft.block ? draft.sentence : (memory.blocks[block]?.sentences.length ?? 0) - 1;
    for (let sentence = last; sentence >= 0 && left > 0; sentence--, left--) yield { block, sentence };
  }
}

/** What others have said in a sentence, before the pronoun if that is given. */
function spokenAt(
  memory: Memory,
  at: SentencePlace,
  draft: Draft,
  place = Number.POSITIVE_INFINITY,
): Spoken[] {
  const sentence = memory.blocks[at.block]?.sentences[at.sentence];
  const spoken = (sentence && memory.spokenIn.get(sentence)) ?? [];
  return spoken.filter((one) => one.draft !== draft && (one.draft.mention?.start ?? 0) < place);
}

/**
 * The people among them, without those whom they cite, "Berg said, citing her mother" leaves Berg speaking, and those of
 * whom they tell: "he denied it, his lawyer said".
 */
function speakersAt(memory: Memory, at: SentencePlace, draft: Draft, place: number): Candidate[] {
  const spoken = spokenAt(memory, at, draft, place);
  const isTold = ({ draft: { cue, spans } }: Spoken) =>
    spoken.some(
      ({ draft: other }) =>
        other.cue !== cue &&
        other.spans !== spans &&
        // Whoever is still telling of them may mean them.
        other.spans.some(
          (span) => cue !== null && span.start <= cue.start && cue.end <= span.end && place >= span.end,
        ),
    );
  return spoken
    .filter((one) => !memory.cited.has(one.draft) && isPersonal(one.speaker) && !isTold(one))
    .map(({ speaker, most }) => ({ speaker, most, isSubject: false }));
}

function isPersonal(speaker: Speaker): boolean {
  if (isUnnamed(speaker)) return speaker.isPerson === true;
  return /^(?:person|anonymousPerson|unknown)$/.test(speaker.kind);
}

/**
 * Those whom a sentence mentions before the pronoun, beside those who speak there. Who is named in the very words is
 * another one: "Eva Lund had left, she said."
 */
function peopleAt(
  memory: Memory,
  at: SentencePlace,
  draft: Draft,
  place: number,
  find: Describe,
  since = 0,
): Candidate[] {
  return memory
    .people(at.block, at.sentence)
    .filter((one) => one.place >= since && one.place < place)
    .filter((one) => !one.phrase || !memory.mentioned.has(one.phrase.place))
    .filter((one) => !draft.spans.some((span) => span.start <= one.place && one.place < span.end))
    .map((one) => ({
      speaker: speakerOfPerson(memory, at.block, one, find),
      most: 1,
      isSubject: one.isSubject,
    }));
}

function speakerOfPerson(memory: Memory, block: number, person: Person, find: Describe): Speaker {
  const known = memory.speakerOfPerson.get(person);
  if (known) return known;
  const speaker = person.entity ? surelyNamed(memory, block, person, person.entity) : find(memory, person);
  memory.speakerOfPerson.set(person, speaker);
  return speaker;
}

/** Whom a name surely means, or somebody unnamed: one who is only mentioned, and only likely meant, is no "she". */
function surelyNamed(memory: Memory, block: number, { place }: Person, entity: Entity): Speaker {
  const words = memory.entities.wordsAt.get(place) ?? entity.words;
  const { speaker, most } = bearerOf(memory, { block, start: place }, entity, words);
  return most > likely ? speaker : somebody(entity.gender, true).speaker;
}

function bodyBefore(memory: Memory, draft: Draft, place: number, word: string): Resolved {
  const wanted =
    word === "it" ? /^(?:organisation|document)$/ : /^(?:anonymousGroup|anonymousPerson|organisation)$/;
  const fits = ({ kind }: { kind: EntityKind }) => wanted.test(kind);
  let isNear = true;
  for (const at of sentencesBefore(memory, draft, 2)) {
    const spoken = spokenAt(memory, at, draft, place).findLast(
      (one) => fits(one.speaker) || isUnnamed(one.speaker),
    );
    const speaker = spoken?.speaker;
    const subject = bodySubject(memory, at, draft, place, word);
    if (spoken && speaker && (subject === null || subject === speaker || isWithin(speaker, subject))) {
      if (isUnnamed(speaker)) return somebody();
      return { speaker, most: isNear ? spoken.most : Math.min(spoken.most, likely) };
    }
    if (subject !== null) return somebody();
    isNear &&= at.block === draft.block && at.sentence === draft.sentence;
  }
  return somebody();
}

/** The body or the group that a sentence is about: a known speaker, its words where it is none, or null for others. */
function bodySubject(
  memory: Memory,
  at: SentencePlace,
  draft: Draft,
  place: number,
  word: string,
): Speaker | TaggedToken[] | null {
  const s = memory.blocks[at.block]?.sentences[at.sentence] ?? [];
  const core = mainSubject(s, s.length, 0)?.core;
  const start = s[core?.from ?? 0]?.start ?? 0;
  const isInside = draft.spans.some((span) => span.start <= start && start < span.end);
  if (!core || start >= place || isInside) return null;
  const tokens = s.slice(core.from, core.to);
  const head = headOf(tokens);
  const run = nameRuns(tokens).find((one) => head >= one.from && head < one.to);
  if (run) {
    const words = tokens.slice(run.from, run.to).map((one) => one.text);
    const entity = findEntity(memory.entities, words);
    return entity && entity.kind !== "person" ? speakerOf(memory, entity) : null;
  }
  const noun = tokens[head];
  if (noun?.tag !== "noun") return null;
  const isBody = organisationHeads.has(noun.lower) || documentHeads.has(noun.lower);
  const isGroup = /[^s]s$|^(?:people|men|women|children|police)$/.test(noun.lower);
  return (word === "it" ? isBody : isBody || isGroup) ? tokens : null;
}

function isWithin(speaker: Speaker, subject: Speaker | TaggedToken[]): boolean {
  if (!Array.isArray(subject)) return false;
  const words = subject.filter((one) => one.tag === "noun" || one.tag === "name").map((one) => one.lower);
  const known = new Set(
    [speaker.name, ...speaker.names.keys()].flatMap((name) => name.toLowerCase().split(/\s+/)),
  );
  return words.every((word) => known.has(word));
}
