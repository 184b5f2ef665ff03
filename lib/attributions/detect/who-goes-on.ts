import { isUnnamed } from "@/lib/attributions/describe-attribution";
import type { Gender } from "./names";
import { type Describe, isPersonal, mayBe, peopleAt, sentencesBefore, spokenAt } from "./people-before";
import type { Memory, Resolved, Speaker } from "./speaker-memory";
import type { TaggedToken } from "./tag";
import type { Draft, SentencePlace } from "./to-draft";
import { answerVerbs } from "./words";

/**
 * "“…,” she continued": who goes on is who was quoted last, here or in the paragraph before, unless somebody else was
 * named or quoted since, or it is known that they are no "she". It is as sure as it was of the one quoted.
 */
export function whoGoesOn(
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

/**
 * "“You took it,” Holm said. “I did not,” she replied": who has just spoken seldom answers, unless they were asked since.
 * Whoever has asked does not answer at all (`isSure`).
 */
export function whoIsAnswered(memory: Memory, draft: Draft): { speaker: Speaker; isSure: boolean } | null {
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
