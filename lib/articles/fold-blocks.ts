import type { BlockRole } from "@/lib/articles/document-schema";

/** Blocks from index `from` up to and including `to`, shown in full or folded to one line. */
type BlockGroup = { folded: boolean; from: number; to: number };

/** Whether blocks of this role are folded away when an article is read: kept, but not in the way. */
export function isFoldedRole(role: BlockRole): boolean {
  return role === "bio" || role === "boilerplate";
}

/** Puts neighbouring folded blocks into one group each; every other block is a group of its own. */
export function foldBlocks(blocks: { role: BlockRole }[]): BlockGroup[] {
  const groups: BlockGroup[] = [];
  blocks.forEach(({ role }, index) => {
    const folded = isFoldedRole(role);
    const last = groups.at(-1);
    if (folded && last?.folded) last.to = index;
    else groups.push({ folded, from: index, to: index });
  });
  return groups;
}
