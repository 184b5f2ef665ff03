import { likely } from "./confidence";
import { type Entity, isContradicted, sharing } from "./entities";
import { lastPlaceBefore } from "./latest-before";
import { type Gender, genderOf } from "./names";
import { addName } from "./nearest-names";
import { type Memory, type Resolved, somebody, speakerOf } from "./speaker-memory";

/**
 * Who a name stands for. A surname that two people have tells neither, unless only one of them is named in this
 * paragraph and has spoken there. One who was named in full and called so before the other came keeps the name, but
 * not in a paragraph that names the other, nor in the next one, nor once the other has spoken; once the other is named,
 * it is no more than likely. "Mr. Dahl" is nobody's where each Dahl is a woman.
 */
export function bearerOf(
  memory: Memory,
  { block, start }: { block: number; start: number },
  named: Entity,
  words: string[],
): Resolved {
  if (isContradicted(memory.entities, words)) return oneOf([], words, named.gender);
  const bearers = sharing(memory.entities, words);
  const isNamed = (one: Entity, from: number) => (lastPlaceBefore(one.places, start) ?? -1) >= from;
  const here = memory.blocks[block]?.start ?? 0;
  if (named.isShared) {
    const [only, another] = bearers.filter((one) => isNamed(one, here));
    const speaker = only && !another ? memory.byEntity.get(only) : undefined;
    const hasSpoken = speaker !== undefined && memory.lastSaid.get(speaker)?.block === block;
    return hasSpoken ? { speaker, most: likely } : oneOf(bearers, words, genderOf(words));
  }
  const others = bearers.filter((one) => one !== named && mayBe(one, words));
  if (others.length === 0) return { speaker: speakerOf(memory, named), most: 1 };
  const inFull = lastPlaceBefore(named.inFull, start);
  const near = memory.blocks[block - 1]?.start ?? here;
  const isOpen =
    inFull === null ||
    others.some((one) => isNamed(one, near) || hasSpokenBetween(memory, one, inFull, start));
  if (isOpen) return oneOf([named, ...others], words, named.gender);
  const isSure = others.every((one) => !isNamed(one, inFull));
  return { speaker: speakerOf(memory, named), most: isSure ? 1 : likely };
}

/** Somebody whom the text names by these words and leaves open: one of those that it calls so, if it names any in full. */
function oneOf(bearers: readonly Entity[], words: readonly string[], gender: Gender): Resolved {
  const found = somebody(gender, true);
  const names = bearers.length > 0 ? bearers.map((one) => one.name) : [words.join(" ")];
  for (const name of names) addName(found.speaker.names, name, []);
  return found;
}

/** Whether somebody may be "Ms. Dahl": a title leaves out those who are known to be no "Ms." */
function mayBe({ gender }: Entity, words: string[]): boolean {
  const wanted = genderOf(words);
  return wanted === "unknown" || gender === "unknown" || gender === wanted;
}

function hasSpokenBetween(memory: Memory, entity: Entity, from: number, to: number): boolean {
  const speaker = memory.byEntity.get(entity);
  const place = (speaker && memory.lastSaid.get(speaker)?.mention?.start) ?? -1;
  return place > from && place < to;
}
