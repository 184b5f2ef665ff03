import type { RefObject } from "react";
import { stepTo } from "@/lib/discussion/filter-passages";
import type { PassageEntry } from "@/lib/discussion/list-passages";
import type { Span } from "@/lib/text/offsets";
import type { OpenedBy, Room } from "./room";

type Given = {
  entries: readonly PassageEntry[];
  /** Those that pass the filter, which are stepped through. */
  shown: readonly PassageEntry[];
  openId: string | null;
  open: Room["open"];
  rootRef: RefObject<HTMLElement | null>;
};

/** Goes from passage to passage: from the open one, or from where the reader is. After the last comes the first. */
export function useStep({ entries, shown, openId, open, rootRef }: Given) {
  const here = entries.find((entry) => entry.passage.id === openId)?.passage;
  const openPassage = (id: string | undefined, by: OpenedBy) => {
    if (id) open({ passageId: id }, by);
  };
  return {
    step(by: 1 | -1, how: OpenedBy): void {
      const from = here ?? placeInWindow(rootRef.current);
      const next = stepTo(shown, { id: here?.id ?? null, start: from.start, end: from.end }, by);
      openPassage((next ?? shown.at(by === 1 ? 0 : -1))?.passage.id, how);
    },
    stepUnread(): void {
      const unread = shown.filter((entry) => entry.unread > 0);
      const next = unread.find((entry) => entry.passage.start > (here?.start ?? -1)) ?? unread[0];
      openPassage(next?.passage.id, "keyboard");
    },
  };
}

/**
 * Where in the text the reader is, in UTF-16 units: the paragraph that has the focus, as long as it is seen, or else the
 * first one below the page's header; the last one where what stands beside the text reaches further down than that.
 */
export function placeInWindow(root: HTMLElement | null): Span {
  const blocks = [...(root?.querySelectorAll<HTMLElement>("[data-start]") ?? [])];
  const seen = blocks.filter((block) => {
    const { top, bottom } = block.getBoundingClientRect();
    return bottom > 120 && top < window.innerHeight;
  });
  const above = blocks.findLast((block) => block.getBoundingClientRect().bottom <= 120);
  const block = seen.find((one) => one.contains(document.activeElement)) ?? seen[0] ?? above;
  const start = Number(block?.dataset.start ?? 0);
  return { start, end: start };
}
