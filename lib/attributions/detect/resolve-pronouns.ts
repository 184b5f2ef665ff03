import { bodyBefore } from "./body-before";
import { likely } from "./confidence";
import { isTalk } from "./interviews";
import { mayBeAnother } from "./may-be-another";
import type { Gender } from "./names";
import {
  type Candidate,
  type Describe,
  mayBe,
  peopleAt,
  sentencesBefore,
  speakersAt,
  spokenAt,
} from "./people-before";
import { type Memory, type Resolved, type Speaker, somebody } from "./speaker-memory";
import type { Draft, Mention } from "./to-draft";
import { whoGoesOn, whoIsAnswered } from "./who-goes-on";

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

function personBefore(memory: Memory, draft: Draft, place: number, gender: Gender, find: Describe): Resolved {
  const same = whoGoesOn(memory, draft, place, gender, find);
  if (same) return asOneOf(gender, same);
  const answered = whoIsAnswered(memory, draft);
  if (answered && !answered.isSure) return whoElse(memory, draft, place, gender, find, answered.speaker);
  const sure = answered ? likely : 1;
  const others = [answered?.speaker, talkerOf(memory, draft)?.speaker, ...whoAsks(memory, draft, place)];
  const fits = ({ speaker }: Candidate) => mayBe(speaker, gender) && !others.includes(speaker);
  const passed: Candidate[] = [];
  for (const at of sentencesBefore(memory, draft, 4)) {
    const people = peopleAt(memory, at, draft, place, find).filter(fits);
    const spoken = speakersAt(memory, at, draft, place).filter(fits).at(-1);
    const salient = spoken ?? people.find((one) => one.isSubject);
    if (!salient) {
      passed.push(...people);
      continue;
    }
    const near = spoken ? passed : [...passed, ...people];
    const { speaker } = salient;
    if (spoken && mayBeAnother(memory, at, draft, { speaker, place, gender }, people))
      return somebody(gender);
    if (near.some((one) => one.speaker !== speaker)) return somebody(gender);
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

/** "Asked by the judge if it was so, she said": who asks there is not who answers. */
function whoAsks(memory: Memory, draft: Draft, place: number): Speaker[] {
  return spokenAt(memory, draft, draft, place)
    .filter(
      ({ draft: { cue, mention, verb } }) =>
        verb?.base === "ask" && cue && mention && mention.start >= cue.end,
    )
    .map((one) => one.speaker);
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
