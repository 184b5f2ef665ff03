import { nationOf } from "@/lib/sources/nations";
import { bare } from "@/lib/text/bare";
import { type Entity, findEntity, gatherEntities, nameRuns } from "./entities";
import { joinNations } from "./join-nations";
import { isMediaName, isOrganisationName, organisationHeads } from "./names";
import type { ReadBlock } from "./read-document";
import { resolvePronoun } from "./resolve-pronouns";
import {
  headOf,
  isPronounMention,
  kindOfNoun,
  type Memory,
  type Speaker,
  shortForm,
  speakerOf,
} from "./speaker-memory";
import type { Draft, Mention } from "./to-draft";

/** Finds for each draft the source it belongs to; null where the text names nobody. Drafts are in reading order. */
export function resolveSpeakers(blocks: ReadBlock[], drafts: Draft[]): Map<Draft, Speaker> {
  const memory: Memory = {
    entities: gatherEntities(blocks),
    byEntity: new Map(),
    byWords: new Map(),
    blocks,
    recent: [],
  };
  const resolved = new Map<Draft, Speaker>();
  const late = new Set(drafts.filter((draft) => blocks[draft.block]?.role === "title"));
  for (const draft of [...drafts.filter((one) => !late.has(one)), ...late]) {
    if (!draft.mention) continue;
    const speaker = resolveMention(memory, draft, draft.mention);
    resolved.set(draft, speaker);
    if (!isPronounMention(draft.mention)) speaker.names.add(shortForm(draft.mention));
    memory.recent.push({ speaker, draft });
    if (memory.recent.length > 100) memory.recent.shift();
  }
  joinNations(resolved);
  return resolved;
}

function resolveMention(memory: Memory, draft: Draft, mention: Mention): Speaker {
  if (isPronounMention(mention)) return resolvePronoun(memory, draft, mention);
  const head = headOf(mention.tokens);
  const named = nameOfHead(memory, mention, head);
  if (named) return speakerOf(memory, named);
  return resolveNoun(memory, mention, head);
}

/** The entity named by the head, or by an apposition where the head is a common noun. */
function nameOfHead(memory: Memory, mention: Mention, head: number): Entity | null {
  const run = nameRuns(mention.tokens).find((one) => head >= one.from && head < one.to);
  if (run) {
    const words = mention.tokens.slice(run.from, run.to).map((one) => one.text);
    if (nationOf(words)?.rest.length === 0) return null;
    // "Russia's Defence Ministry" is one of many ministries: the whole phrase names it.
    if (mention.tokens[run.from - 1]?.tag === "genitive" && isOrganisationName(words)) return null;
    return findEntity(memory.entities, words);
  }
  for (const { start, end } of mention.appositions) {
    // "actress Jamie Lund": a word or two may stand before a person's name.
    const reach = (one: Entity) => (one.kind === "person" ? Math.min(end, start + 25) : start + 1);
    const found = memory.entities.all.find((one) =>
      one.places.some((place) => place >= start && place < reach(one)),
    );
    if (found) return found;
  }
  return null;
}

function resolveNoun(memory: Memory, mention: Mention, head: number): Speaker {
  const word = mention.tokens[head]?.lower ?? "";
  const name = shortForm(mention);
  const definite = /^(?:the|this|that)$/.test(mention.tokens[0]?.lower ?? "");
  const plain = mention.tokens.slice(0, head + 1).every((one) => one.tag !== "name");
  if (definite && plain) {
    const before = coreference(memory, word, mention.start);
    if (before) return before;
  }
  const same = memory.byWords.get(bareKey(name));
  if (same) return same;
  const speaker: Speaker = {
    name,
    kind: kindOfNoun(mention, head),
    names: new Set(),
    gender: "unknown",
    entity: null,
  };
  memory.byWords.set(bareKey(name), speaker);
  return speaker;
}

function bareKey(name: string): string {
  return name
    .split(/\s+/)
    .map(bare)
    .filter((word) => !/^(?:the|a|an)$/.test(word))
    .join(" ");
}

/** "the outlet", "the ministry", "the senator": the latest source that can be called so. */
function coreference(memory: Memory, word: string, before: number): Speaker | null {
  const family = organisationHeads.get(word);
  const role = memory.entities.all
    .filter((one) => one.roles.has(word) || one.words.some((part) => bare(part) === word))
    .map((one) => ({ entity: one, place: one.places.findLast((place) => place < before) ?? -1 }))
    .filter((one) => one.place >= 0)
    .sort((a, b) => b.place - a.place)[0];
  const spoken = memory.recent.findLast(({ speaker }) =>
    speaker.name.toLowerCase().split(/\s+/).includes(word),
  );
  if (spoken) return spoken.speaker;
  if (role) return speakerOf(memory, role.entity);
  if (!family) return null;
  const kin = memory.recent.findLast(({ speaker }) => isOfFamily(speaker, family));
  if (kin) return kin.speaker;
  if (family !== "media") return null;
  const outlet = memory.entities.all
    .filter(
      (one) =>
        one.kind === "organisation" && isMediaName(one.name) && one.places.some((place) => place < before),
    )
    .at(-1);
  return outlet ? speakerOf(memory, outlet) : null;
}

function isOfFamily(speaker: Speaker, family: string): boolean {
  if (speaker.kind !== "organisation") return false;
  if (family === "media" && isMediaName(speaker.name)) return true;
  const words = speaker.name.toLowerCase().split(/\s+/);
  return (
    words.some((word) => organisationHeads.get(word) === family) ||
    [...(speaker.entity?.roles ?? [])].some((role) => organisationHeads.get(role) === family)
  );
}
