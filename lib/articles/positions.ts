import type { Node } from "@tiptap/pm/model";

/** A stretch of the plain text: a block of the revision. */
type Stretch = { start: number; end: number };

/** Where one block's words begin in the document, and where they stand in the text. */
type Anchor = { position: number; start: number; end: number };

/** What tells the ProseMirror positions of offsets in the plain text of one document. */
export type Positions = readonly Anchor[];

/**
 * Pairs the text blocks of a document, wherever they are nested, with the blocks of its plain text. Throws when they
 * are not the same text: places would silently mean other words.
 */
export function positionsOf(document: Node, blocks: readonly Stretch[]): Positions {
  const anchors: Anchor[] = [];
  document.descendants((node, position) => {
    if (!node.isTextblock) return true;
    const block = blocks[anchors.length];
    if (!block || block.end - block.start !== node.content.size) {
      throw new Error(`Block ${anchors.length} of the document is not that of the text.`);
    }
    anchors.push({ position: position + 1, start: block.start, end: block.end });
    return false;
  });
  if (anchors.length !== blocks.length) throw new Error("The document has fewer blocks than the text.");
  return anchors;
}

/**
 * The position in the document of an offset in the plain text; one in the break between blocks means the earlier
 * block's end.
 */
export function positionAt(positions: Positions, offset: number): number {
  const at = firstReaching(positions, (one) => one.end >= offset);
  const block = positions[at];
  if (!block) {
    const last = positions.at(-1);
    return last ? last.position + last.end - last.start : 0;
  }
  if (offset >= block.start) return block.position + offset - block.start;
  const before = positions[at - 1];
  return before ? before.position + before.end - before.start : block.position;
}

/** Index of the first block for which the question is answered yes; all later ones are yes too. */
function firstReaching(positions: Positions, isYes: (one: Anchor) => boolean): number {
  let low = 0;
  let high = positions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = positions[middle];
    if (one && isYes(one)) high = middle;
    else low = middle + 1;
  }
  return low;
}
