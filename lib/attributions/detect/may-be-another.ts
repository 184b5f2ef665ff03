import { type Gender, genderOfNoun, isMediaName, isPersonNoun } from "./names";
import { type Candidate, spokenAt } from "./people-before";
import type { Memory, Speaker, Spoken } from "./speaker-memory";
import { isFiniteVerb } from "./tag";
import type { Draft, SentencePlace } from "./to-draft";

/** Who may be meant by a pronoun of a gender at a place: they have spoken in a sentence before it. */
type Meant = { speaker: Speaker; place: number; gender: Gender };

/**
 * Whether another than who spoke may go on: one who was told or asked ("Holm told Reed. “No,” he said"), one whose gender
 * is told ("An officer found the woman, she said"), and one who was told of, behind a "but".
 */
export function mayBeAnother(
  memory: Memory,
  at: SentencePlace,
  draft: Draft,
  { speaker, place, gender }: Meant,
  people: readonly Candidate[],
): boolean {
  const said = spokenAt(memory, at, draft, place).filter((one) => one.speaker === speaker);
  if (actsBehind(memory, at, said, { speaker, place, gender })) return true;
  if (speaker.gender === gender) return false;
  if (said.some((one) => tellsOne(memory, at, one.draft, gender))) return true;
  const others = people.filter((one) => one.speaker !== speaker);
  if (others.some((one) => one.speaker.gender === gender)) return true;
  const isHere = at.block === draft.block && at.sentence === draft.sentence;
  return isHere && isContrasted(memory, at, { speaker, place, gender });
}

/** "Berg said he had lied, but Moe defended him. “…,” she said": another acts where the words have come to an end. */
function actsBehind(
  { blocks, entities }: Memory,
  at: SentencePlace,
  said: readonly Spoken[],
  { speaker, place, gender }: Meant,
): boolean {
  const s = blocks[at.block]?.sentences[at.sentence] ?? [];
  const ends = said.flatMap(({ draft: { spans, cue, mention } }) => [
    ...spans.map((one) => one.end),
    cue?.end ?? 0,
    mention?.end ?? 0,
  ]);
  const end = Math.max(...ends, 0);
  const and = s.findIndex(({ start, tag }) => start >= end && start < place && tag === "conjunction");
  return (
    and >= 0 &&
    s.some(({ start, tag, lower }, k) => {
      if (k <= and || start >= place) return false;
      const entity = entities.byPlace.get(start);
      const length = entity ? (entities.wordsAt.get(start)?.length ?? 1) : 1;
      const isActing = isFiniteVerb(s[k + length]?.tag);
      if (entity)
        return (
          isActing &&
          entity !== speaker.entity &&
          entity.kind !== "organisation" &&
          isOf(entity.gender, gender)
        );
      return isActing && tag === "noun" && isPersonNoun(lower) && isOf(genderOfNoun(lower), gender);
    })
  );
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
