import { passagesOfMark, refId } from "@/components/passages/highlights/highlight-class";
import { coveredTop } from "@/components/ui/covered-top";
import type { BlockPlace } from "@/lib/articles/document-schema";
import type { Span } from "@/lib/text/offsets";

// Places in the text against places on the screen. Works alike on the served text and on the editor's: both draw the
// same elements, each block with its `data-start`.

/** What is selected in the text, as a raw span; null when nothing is or when the selection did not start in the text. */
export function spanOfSelection(root: HTMLElement, blocks: readonly BlockPlace[]): Span | null {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  if (!root.contains(selection.anchorNode)) return null;
  const range = selection.getRangeAt(0);
  const start = offsetOf(root, blocks, range.startContainer, range.startOffset);
  const end = offsetOf(root, blocks, range.endContainer, range.endOffset);
  return end > start ? { start, end } : null;
}

/** The words of a span as a range of the page; null when its block is not drawn. */
export function rangeOfSpan(
  root: HTMLElement,
  blocks: readonly BlockPlace[],
  { start, end }: Span,
): Range | null {
  const from = pointAt(root, blocks, start, false);
  const to = pointAt(root, blocks, end, true);
  if (!from || !to) return null;
  const range = document.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}

/** Selects a range as if the reader had done it. */
export function selectRange({ startContainer, startOffset, endContainer, endOffset }: Range): void {
  window.getSelection()?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
}

/** The element of a block. */
export function blockElement(root: HTMLElement, block: BlockPlace): HTMLElement | null {
  return root.querySelector(`[data-start="${block.start}"]`);
}

/** The paragraph that a place in the text lies in, for the focus to go to. */
export function paragraphAt(blocks: readonly BlockPlace[], offset: number): HTMLElement | null {
  const root = document.querySelector<HTMLElement>("[data-reader]");
  const block = blocks.find((one) => one.end >= offset);
  const element = root && block ? blockElement(root, block) : null;
  if (!element) return null;
  unfold(element);
  element.tabIndex = -1;
  return element;
}

/** Opens the fold that hides an element, if one does. */
export function unfold(element: Element): void {
  const fold = element.closest("details");
  if (fold) fold.open = true;
}

/** The first stretch that is drawn of each of these passages, by passage id. */
export function firstMarks(root: HTMLElement, wanted: ReadonlySet<string>): Map<string, HTMLElement> {
  const marks = new Map<string, HTMLElement>();
  for (const mark of root.querySelectorAll<HTMLElement>("mark.passage")) {
    if (marks.size === wanted.size) break;
    for (const id of passagesOfMark(mark)) if (wanted.has(id) && !marks.has(id)) marks.set(id, mark);
  }
  return marks;
}

/** The passages of the stretch that holds an element, the shortest first. */
export function passagesOf(element: Element): string[] {
  const mark = element.closest("mark.passage");
  return mark ? passagesOfMark(mark) : [];
}

/** The numbered link behind a passage's last word: where the keyboard meets it. */
export function linkOf(passageId: string): HTMLElement | null {
  return document.getElementById(refId(passageId));
}

/** From the card into the text: the focus comes to the number behind the passage's last word. */
export function goToWords(passageId: string): void {
  const link = linkOf(passageId);
  if (!link) return;
  unfold(link);
  link.focus({ preventScroll: true });
  link.scrollIntoView({ block: "center" });
}

/** The middle of an element's first line, in pixels from the top of the window; what is folded away stands at its fold. */
export function firstLineOf(element: HTMLElement): number {
  const seen = element.closest("details:not([open])") ?? element;
  const line = seen.getClientRects()[0] ?? seen.getBoundingClientRect();
  return line.top + line.height / 2;
}

function offsetOf(root: HTMLElement, blocks: readonly BlockPlace[], node: Node, offset: number): number {
  const element = node instanceof Element ? node : node.parentElement;
  const block = element?.closest<HTMLElement>("[data-start]");
  const range = document.createRange();
  if (block && root.contains(block)) {
    range.setStart(block, 0);
    range.setEnd(node, offset);
    return Number(block.dataset.start) + range.toString().length;
  }
  // Between blocks (a triple click ends there), or outside the text.
  range.setStart(node, offset);
  const behind = blocks.findIndex((one) => {
    const element = blockElement(root, one);
    return element !== null && range.comparePoint(element, 0) >= 0;
  });
  const before = blocks[behind < 0 ? blocks.length - 1 : behind - 1];
  return before?.end ?? 0;
}

function pointAt(
  root: HTMLElement,
  blocks: readonly BlockPlace[],
  offset: number,
  isEnd: boolean,
): { node: Node; offset: number } | null {
  const block = isEnd ? blocks.findLast((one) => one.start < offset) : blocks.find((one) => one.end > offset);
  const element = block && blockElement(root, block);
  if (!block || !element) return null;
  let rest = Math.min(Math.max(offset, block.start), block.end) - block.start;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let last: Text | null = null;
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    last = node;
    if (rest < node.length || (isEnd && rest === node.length)) return { node, offset: rest };
    rest -= node.length;
  }
  return last ? { node: last, offset: last.length } : null;
}

/** Takes the reader to words in the text: they are selected, in the middle of the window, and have the focus. */
export function showWords(blocks: readonly BlockPlace[], span: Span): void {
  const root = document.querySelector<HTMLElement>("[data-reader]");
  const paragraph = paragraphAt(blocks, span.start);
  const range = root && rangeOfSpan(root, blocks, span);
  if (!range) return;
  paragraph?.focus({ preventScroll: true });
  scrollToSpan(root, blocks, span);
  selectRange(range);
}

/** Brings a span into the middle of the window where it is not in sight. */
export function scrollToSpan(root: HTMLElement | null, blocks: readonly BlockPlace[], span: Span): void {
  const lines = root && rangeOfSpan(root, blocks, span)?.getBoundingClientRect();
  if (!lines) return;
  const isInSight = lines.top >= coveredTop() && lines.bottom <= window.innerHeight - 80;
  if (!isInSight) window.scrollBy({ top: lines.top - window.innerHeight / 3, behavior: "instant" });
}
