import { likely } from "./confidence";
import { type Entity, sharing } from "./entities";
import { genderOf } from "./names";
import { type Memory, type Resolved, somebody, speakerOf } from "./speaker-memory";
import type { Draft, Mention } from "./to-draft";

/**
 * Who a name stands for. A surname that two people have tells neither, unless only one of them is named in this
 * paragraph and has spoken there. One who was called so before the other came keeps the name, but not in a paragraph
 * that names the other, nor in the next one.
 */
export function bearerOf(
  memory: Memory,
  draft: Draft,
  mention: Mention,
  named: Entity,
  words: string[],
): Resolved {
  const bearers = sharing(memory.entities, words);
  const isNamed = (one: Entity, from: number) =>
    one.places.some((place) => place >= from && place < mention.start);
  const here = memory.blocks[draft.block]?.start ?? 0;
  if (named.isShared) {
    const [only, another] = bearers.filter((one) => isNamed(one, here));
    const speaker = only && !another ? memory.byEntity.get(only) : undefined;
    const hasSpoken = speaker !== undefined && memory.lastBlock.get(speaker) === draft.block;
    return hasSpoken ? { speaker, most: likely } : somebody(genderOf(words), true);
  }
  const near = memory.blocks[draft.block - 1]?.start ?? here;
  const isOpen = genderOf(words) === "unknown" && bearers.some((one) => one !== named && isNamed(one, near));
  return isOpen ? somebody(named.gender, true) : { speaker: speakerOf(memory, named), most: 1 };
}
