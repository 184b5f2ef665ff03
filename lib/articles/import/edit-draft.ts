import type { BlockRole } from "@/lib/articles/document-schema";
import { isGraphemeBorder } from "@/lib/text/offsets";
import { withoutBlankEnds } from "@/lib/text/white-space";
import { blockText, placeInOriginal, type Source } from "./block-text";
import type { DraftBlock } from "./make-draft";

const byHand = "You chose this role.";

/**
 * The blocks with another role for one of them. One block is the title: whatever was it before becomes furniture
 * above the new one, as the page's name is, and body below it.
 */
export function setRole(blocks: DraftBlock[], index: number, role: BlockRole): DraftBlock[] {
  return blocks.map((block, at) => {
    if (at === index) return { ...block, role, why: byHand };
    if (role !== "title" || block.role !== "title") return block;
    return at < index
      ? { ...block, role: "boilerplate", why: "It stands above the title that you chose." }
      : { ...block, role: "body", why: "You chose another title." };
  });
}

/**
 * The blocks with one of them cut in two at a place in its text (UTF-16). Both keep the role, but of a title only the
 * first half is the title. Gives the blocks back unchanged where a cut would leave one half without words or go
 * through a character.
 */
export function splitBlock(
  source: Source,
  blocks: DraftBlock[],
  index: number,
  offset: number,
): DraftBlock[] {
  const block = blocks[index];
  if (!block || !isGraphemeBorder(block.text, offset)) return blocks;
  const cut = placeInOriginal(source, block, offset);
  const head = withoutBlankEnds(source.original, { start: block.start, end: cut });
  const tail = { start: cut, end: block.end };
  if (head.end <= head.start || tail.end <= tail.start) return blocks;
  const halves = [head, tail].map((span, half) => ({
    ...span,
    text: blockText(source, span),
    role: half === 1 && block.role === "title" ? "body" : block.role,
    why: "You split this block.",
    duplicateOf: null,
  }));
  if (halves.some(({ text }) => text === "")) return blocks;
  return repoint(blocks, [...blocks.slice(0, index), ...halves, ...blocks.slice(index + 1)], [index]);
}

/** The blocks with one of them and the next made one; it has the first one's role. Unchanged for the last block. */
export function joinWithNext(source: Source, blocks: DraftBlock[], index: number): DraftBlock[] {
  const [block, next] = [blocks[index], blocks[index + 1]];
  if (!block || !next) return blocks;
  const span = { start: block.start, end: next.end };
  const joined: DraftBlock = {
    ...span,
    text: blockText(source, span),
    role: block.role,
    why: "You joined two blocks.",
    duplicateOf: null,
  };
  return repoint(blocks, [...blocks.slice(0, index), joined, ...blocks.slice(index + 2)], [index, index + 1]);
}

/** Indexes moved and the changed blocks are no duplicates any more: point each duplicate at its block's new place. */
function repoint(before: DraftBlock[], after: DraftBlock[], changed: number[]): DraftBlock[] {
  const places = new Map(after.map((block, index) => [block.start, index]));
  return after.map((block) => {
    if (block.duplicateOf === null) return block;
    const target = before[block.duplicateOf];
    const isGone = !target || changed.includes(block.duplicateOf);
    return { ...block, duplicateOf: isGone ? null : (places.get(target.start) ?? null) };
  });
}
