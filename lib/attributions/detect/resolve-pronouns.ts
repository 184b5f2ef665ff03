import { agrees } from "./descriptions";
import { findEntity, nameRuns } from "./entities";
import { documentHeads, type Gender, organisationHeads } from "./names";
import type { Person } from "./people";
import {
  type EntityKind,
  headOf,
  isSomebody,
  likely,
  type Memory,
  type Resolved,
  type Speaker,
  somebody,
  speakerOf,
} from "./speaker-memory";
import { mainSubject } from "./speakers";
import type { TaggedToken } from "./tag";
import type { Draft, Mention } from "./to-draft";

/** Makes or finds the speaker whom a phrase describes. */
export type Describe = (memory: Memory, person: Person) => Speaker;

/**
 * "he" and "she" mean the latest person who spoke or was a sentence's subject, if nobody else can be meant; "they" and
 * "it" the latest group or body. Where the text leaves it open, it is somebody unnamed: never a guess.
 */
export function resolvePronoun(memory: Memory, draft: Draft, mention: Mention, find: Describe): Resolved {
  const word = mention.tokens[0]?.lower ?? "";
  if (/^(?:he|him)$/.test(word)) return personBefore(memory, draft, mention.start, "male", find);
  if (/^(?:she|her)$/.test(word)) return personBefore(memory, draft, mention.start, "female", find);
  if (/^(?:they|them|it)$/.test(word)) return bodyBefore(memory, draft, mention.start, word);
  if (/^(?:i|we|you|us|me)$/.test(word)) return somebody();
  const name = mention.tokens[0]?.text ?? word;
  const alone = { name, kind: "unknown" as const, names: new Set<string>(), gender: "unknown" as const };
  return { speaker: { ...alone, entity: null, description: null }, most: 1 };
}

/** Whom a pronoun may mean: one who spoke, or one whom the text mentions. */
type Candidate = { key: unknown; gender: Gender; resolve: () => Speaker };

function personBefore(memory: Memory, draft: Draft, place: number, gender: Gender, find: Describe): Resolved {
  const fits = (one: Candidate) => one.gender === "unknown" || one.gender === gender;
  const passed: Candidate[] = [];
  for (const at of sentencesBefore(memory, draft)) {
    const people = peopleAt(memory, at, draft, place, find).filter((one) => fits(one));
    const spoken = speakersAt(memory, at, draft, place).filter(fits).at(-1);
    const salient = spoken ?? people.find((one) => one.isSubject);
    if (!salient) {
      passed.push(...people);
      continue;
    }
    const others = spoken ? passed : [...passed, ...people];
    if (others.some((one) => one.key !== salient.key)) return somebody(gender);
    if (salient.gender === gender) return { speaker: salient.resolve(), most: 1 };
    const isNext = at.block === draft.block && at.sentence >= draft.sentence - 1;
    const isUnnamedSpeaker = spoken !== undefined && isNext && /^anonymous/.test(salient.resolve().kind);
    return isUnnamedSpeaker || isOnly(salient, memory, draft, place, fits, find)
      ? learn(salient.resolve(), gender)
      : somebody(gender);
  }
  return theOnly(allBefore(memory, draft, place, find).filter(fits), gender);
}

/** What was likely once tells the gender for what follows. */
function learn(speaker: Speaker, gender: Gender): Resolved {
  if (speaker.gender === "unknown") speaker.gender = gender;
  return { speaker, most: likely };
}

function theOnly(candidates: readonly Candidate[], gender: Gender): Resolved {
  const [first] = candidates;
  if (!first || candidates.some((one) => one.key !== first.key)) return somebody(gender);
  return learn(first.resolve(), gender);
}

function isOnly(
  candidate: Candidate,
  memory: Memory,
  draft: Draft,
  place: number,
  fits: (one: Candidate) => boolean,
  find: Describe,
): boolean {
  return allBefore(memory, draft, place, find)
    .filter(fits)
    .every((one) => one.key === candidate.key);
}

type SentencePlace = { block: number; sentence: number };

/** This sentence and those before it, the nearest first, up to four paragraphs back. */
function* sentencesBefore(memory: Memory, draft: Draft, most = 4): Generator<SentencePlace> {
  for (let block = draft.block; block >= Math.max(0, draft.block - most); block--) {
    // A headline refers forward.
    if (block !== draft.block && memory.blocks[block]?.role === "title") continue;
    const last = block === draft.block ? draft.sentence : (memory.blocks[block]?.sentences.length ?? 0) - 1;
    for (let sentence = last; sentence >= 0; sentence--) yield { block, sentence };
  }
}

function allBefore(memory: Memory, draft: Draft, place: number, find: Describe): Candidate[] {
  const found: Candidate[] = [];
  for (const at of sentencesBefore(memory, draft, draft.block)) {
    found.push(...peopleAt(memory, at, draft, place, find), ...speakersAt(memory, at, draft, place));
  }
  return found;
}

function speakersAt({ recent }: Memory, at: SentencePlace, draft: Draft, place: number): Candidate[] {
  return recent
    .filter(
      (one) =>
        one.draft.block === at.block &&
        one.draft.sentence === at.sentence &&
        one.draft !== draft &&
        (one.draft.mention?.start ?? 0) < place &&
        isPersonal(one.speaker),
    )
    .map(({ speaker }) => candidateOf(speaker));
}

function isPersonal(speaker: Speaker): boolean {
  if (isSomebody(speaker)) return speaker.gender !== "unknown";
  return /^(?:person|anonymousPerson|unknown)$/.test(speaker.kind);
}

function candidateOf(speaker: Speaker): Candidate {
  return { key: speaker, gender: speaker.gender, resolve: () => speaker };
}

/**
 * Those whom a sentence mentions before the pronoun. Who is named in the very words is another one: "Eva Lund had
 * left, she said."
 */
function peopleAt(
  memory: Memory,
  at: SentencePlace,
  draft: Draft,
  place: number,
  find: Describe,
): (Candidate & { isSubject: boolean })[] {
  return memory
    .people(at.block, at.sentence)
    .filter((one) => one.place < place)
    .filter((one) => !draft.spans.some((span) => span.start <= one.place && one.place < span.end))
    .map((one) => ({ ...candidateOf(speakerOfPerson(memory, one, find)), isSubject: one.isSubject }));
}

function speakerOfPerson(memory: Memory, person: Person, find: Describe): Speaker {
  return person.entity ? speakerOf(memory, person.entity) : find(memory, person);
}

function bodyBefore(memory: Memory, draft: Draft, place: number, word: string): Resolved {
  const wanted =
    word === "it" ? /^(?:organisation|document)$/ : /^(?:anonymousGroup|anonymousPerson|organisation)$/;
  const fits = ({ kind }: { kind: EntityKind }) => wanted.test(kind);
  let isNear = true;
  for (const at of sentencesBefore(memory, draft, 2)) {
    const spoken = memory.recent.filter(
      (one) =>
        one.draft.block === at.block &&
        one.draft.sentence === at.sentence &&
        one.draft !== draft &&
        (one.draft.mention?.start ?? 0) < place &&
        (fits(one.speaker) || isSomebody(one.speaker)),
    );
    const speaker = spoken.at(-1)?.speaker;
    const subject = bodySubject(memory, at, draft, place, word);
    if (speaker && (subject === null || subject === speaker || isOf(speaker, subject))) {
      if (isSomebody(speaker)) return somebody();
      return { speaker, most: isNear ? 1 : likely };
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

function isOf(speaker: Speaker, subject: Speaker | TaggedToken[]): boolean {
  if (!Array.isArray(subject)) return false;
  const words = subject.filter((one) => one.tag === "noun" || one.tag === "name").map((one) => one.lower);
  const known = new Set([speaker.name, ...speaker.names].flatMap((name) => name.toLowerCase().split(/\s+/)));
  return agrees({ head: "", words: new Set(words), definite: true }, known);
}
