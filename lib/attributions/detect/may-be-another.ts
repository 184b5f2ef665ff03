import { type Gender, genderOfNoun, isMediaName, isPersonNoun } from "./names";
import { type Candidate, spokenAt } from "./people-before";
import type { Memory, Speaker } from "./speaker-memory";
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
