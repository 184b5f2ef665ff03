import { isUnnamed } from "@/lib/attributions/describe-attribution";
import { likely } from "./confidence";
import type { Entity } from "./entities";
import { mostLookedAt } from "./latest-before";
import type { Gender } from "./names";
import type { Person } from "./people";
import { bearerOf } from "./shared-names";
import { type Memory, type Resolved, type Speaker, type Spoken, somebody } from "./speaker-memory";
import type { Draft, SentencePlace } from "./to-draft";

/** Makes or finds the speaker whom a phrase describes. */
export type Describe = (memory: Memory, person: Person) => Speaker;

/** Whom a pronoun may mean, and how sure it is at most that they are there: one who spoke, or whom the text mentions. */
export type Candidate = Resolved & { isSubject: boolean };

/** This sentence and those before it, the nearest first, up to so many paragraphs back. */
export function* sentencesBefore(memory: Memory, draft: Draft, paragraphs: number): Generator<SentencePlace> {
  let left = mostLookedAt;
  for (let block = draft.block; block >= Math.max(0, draft.block - paragraphs) && left > 0; block--) {
    // A headline refers forward.
    if (block !== draft.block && memory.blocks[block]?.role === "title") continue;
    const last = block === draft.block ? draft.sentence : (memory.blocks[block]?.sentences.length ?? 0) - 1;
    for (let sentence = last; sentence >= 0 && left > 0; sentence--, left--) yield { block, sentence };
  }
}

/** What others have said in a sentence, before the pronoun if that is given. */
export function spokenAt(
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
export function speakersAt(memory: Memory, at: SentencePlace, draft: Draft, place: number): Candidate[] {
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

export function isPersonal(speaker: Speaker): boolean {
  if (isUnnamed(speaker)) return speaker.isPerson === true;
  return /^(?:person|anonymousPerson|unknown)$/.test(speaker.kind);
}

/**
 * Those whom a sentence mentions before the pronoun, beside those who speak there. Who is named in the very words is
 * another one: "Eva Lund had left, she said."
 */
export function peopleAt(
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

/** Whether nothing tells that somebody is of the other gender. */
export function mayBe(speaker: Speaker, gender: Gender): boolean {
  return speaker.gender === "unknown" || speaker.gender === gender;
}
