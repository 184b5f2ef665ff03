import { isUnnamed } from "@/lib/attributions/describe-attribution";
import { likely } from "./confidence";
import { findEntity, nameRuns } from "./entities";
import { documentHeads, organisationHeads } from "./names";
import { sentencesBefore, spokenAt } from "./people-before";
import {
  type EntityKind,
  headOf,
  type Memory,
  type Resolved,
  type Speaker,
  somebody,
  speakerOf,
} from "./speaker-memory";
import { mainSubject } from "./speakers";
import type { TaggedToken } from "./tag";
import type { Draft, SentencePlace } from "./to-draft";

/** The latest group or body that "they" or "it" may mean; somebody unnamed where the text leaves it open. */
export function bodyBefore(memory: Memory, draft: Draft, place: number, word: string): Resolved {
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
