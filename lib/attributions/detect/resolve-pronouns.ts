import { type Entity, findEntity, nameRuns } from "./entities";
import type { Gender } from "./names";
import { type EntityKind, headOf, type Memory, type Speaker, speakerOf } from "./speaker-memory";
import { mainSubject } from "./speakers";
import type { TaggedToken } from "./tag";
import type { Draft, Mention } from "./to-draft";

/** "he" and "she" mean the latest person who spoke or was a sentence's subject; "they" and "it" the latest group or body. */
export function resolvePronoun(memory: Memory, draft: Draft, mention: Mention): Speaker {
  const word = mention.tokens[0]?.lower ?? "";
  const found = /^(?:he|she|him|her)$/.test(word)
    ? personBefore(
        memory,
        draft,
        mention.start,
        word.startsWith("h") && !word.startsWith("her") ? "male" : "female",
      )
    : bodyBefore(memory, draft, word);
  if (found) return found;
  const name = mention.tokens[0]?.text ?? word;
  return { name, kind: "unknown", names: new Set(), gender: "unknown", entity: null };
}

function personBefore(memory: Memory, draft: Draft, place: number, gender: Gender): Speaker | null {
  const fits = (one: { kind: EntityKind; gender: Gender }) =>
    /person$|^unknown$/.test(one.kind) && (one.gender === "unknown" || one.gender === gender);
  for (let block = draft.block; block >= Math.max(0, draft.block - 4); block--) {
    const sentences = memory.blocks[block]?.sentences ?? [];
    const last = block === draft.block ? draft.sentence : sentences.length - 1;
    for (let at = last; at >= 0; at--) {
      const spoken = memory.recent.findLast(
        (one) =>
          one.draft.block === block &&
          one.draft.sentence === at &&
          one.draft !== draft &&
          (one.draft.mention?.start ?? 0) < place &&
          fits(one.speaker),
      );
      if (spoken) return spoken.speaker;
      const subject = subjectEntity(memory, sentences[at] ?? [], place);
      if (subject && fits(subject)) return speakerOf(memory, subject);
    }
  }
  const named = memory.entities.all
    .filter((one) => fits(one) && one.words.length > 1)
    .map((one) => ({ one, at: one.places.findLast((at) => at < place) ?? -1 }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => b.at - a.at)[0];
  return named ? speakerOf(memory, named.one) : null;
}

function subjectEntity(memory: Memory, s: TaggedToken[], before: number): Entity | null {
  const subject = mainSubject(s, s.length, 0);
  if (!subject || (s[subject.core.from]?.start ?? 0) >= before) return null;
  const tokens = s.slice(subject.core.from, subject.core.to);
  const head = headOf(tokens);
  const run = nameRuns(tokens).find((one) => head >= one.from && head < one.to);
  return run
    ? findEntity(
        memory.entities,
        tokens.slice(run.from, run.to).map((one) => one.text),
      )
    : null;
}

function bodyBefore(memory: Memory, draft: Draft, word: string): Speaker | null {
  if (!/^(?:they|them|it)$/.test(word)) return null;
  const wanted =
    word === "it" ? /^(?:organisation|document)$/ : /^(?:anonymousGroup|anonymousPerson|organisation)$/;
  const found = memory.recent.findLast(
    (one) => draft.block - one.draft.block <= 2 && wanted.test(one.speaker.kind),
  );
  return found?.speaker ?? null;
}
