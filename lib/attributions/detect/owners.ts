import { likely } from "./confidence";
import { findEntity, nameRuns } from "./entities";
import type { Gender } from "./names";
import { type Describe, onlyPerson } from "./resolve-pronouns";
import { bearerOf } from "./shared-names";
import { headOf, type Memory, type Resolved, shortForm } from "./speaker-memory";
import type { TaggedToken } from "./tag";
import type { Draft, Mention } from "./to-draft";

/** Somebody who is called by whose they are, with the owner's whole name: "Lena Holm’s office". */
export type Owned = { name: string; isSaid: "by name" | "by pronoun" };

/**
 * What "Holm’s office" or "her office" is called in full, so that it is one source however the text says it, and no
 * office of another Holm. Null where nobody with a name owns it, or where "her" can be anybody but the one woman that
 * the text has named so far.
 */
export function findOwned(memory: Memory, draft: Draft, mention: Mention, find: Describe): Owned | null {
  const noun = mention.tokens[headOf(mention.tokens)]?.lower ?? "";
  const [first, ...behind] = mention.tokens;
  const gender = first?.tag === "possessive" ? genderOf(first.lower) : null;
  if (gender) {
    const owner = onlyPerson(memory, draft, { place: mention.start, gender, noun }, find);
    const isKnown = owner?.speaker.gender === gender;
    return isKnown ? owned(owner, behind, "by pronoun") : null;
  }
  const run = nameRuns(mention.tokens)[0];
  if (!run || run.from > 0 || mention.tokens[run.to]?.tag !== "genitive") return null;
  const words = mention.tokens.slice(0, run.to).map((one) => one.text);
  const entity = findEntity(memory.entities, words);
  if (!entity) return null;
  const owner = bearerOf(memory, { block: draft.block, start: mention.start }, entity, words);
  return owned(owner, mention.tokens.slice(run.to + 1), "by name");
}

function owned({ speaker, most }: Resolved, tokens: TaggedToken[], isSaid: Owned["isSaid"]): Owned | null {
  if (speaker.kind !== "person" || most <= likely || tokens.length === 0) return null;
  return { name: `${speaker.name}’s ${shortForm({ tokens })}`, isSaid };
}

function genderOf(word: string): Gender | null {
  if (word === "his") return "male";
  return word === "her" ? "female" : null;
}
