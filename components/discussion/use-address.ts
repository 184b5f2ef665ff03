import { useCallback, useEffect, useLayoutEffect, useRef } from "react";
import { isAboveEntry, onMove, replaceAddress } from "@/components/ui/over-page";
import { useBackCloses } from "@/components/ui/use-close-request";
import type { OpenedControl } from "./use-opened";

type Given = {
  state: Pick<OpenedControl, "opened" | "by" | "missing">;
  /** What is open lies over the text, where Back means: away with it. */
  isOver: boolean;
  /** The browser went back from what was open. */
  onBack: () => void;
  /** The browser went on to an address of this page. */
  onFollow: (address: URLSearchParams) => void;
};

/**
 * Says in the address what is open, so that it can be sent to somebody. Where it lies over the text, Back closes it and
 * stays in the article; but whoever came by a link to it goes back to where that was.
 */
export function useAddress(given: Given): void {
  const { state, isOver } = given;
  const latest = useRef(given);
  latest.current = given;
  const isByLink = useRef<boolean | null>(null);
  isByLink.current ??= state.opened !== null && !isAboveEntry();
  if (!state.opened) isByLink.current = false;

  useBackCloses(given.onBack, isOver && state.opened !== null && !isByLink.current);

  const say = useCallback(() => {
    const { state } = latest.current;
    if (state.missing) return;
    const address = addressOf(state);
    if (address.href !== window.location.href) replaceAddress(address);
  }, []);

  // In a layout effect, so that nothing is written any more when another page takes the place of this one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: said again with each thing that is opened or closed
  useLayoutEffect(() => {
    // A moment later: it takes the browser longer than drawing the card, which somebody waits for.
    const timer = setTimeout(say, 0);
    return () => clearTimeout(timer);
  }, [state.opened, state.by, state.missing, say]);

  useEffect(() => onMove(() => latest.current.onFollow(new URLSearchParams(window.location.search))), []);
}

/** The threads about the whole article, in the address. */
export const allThreads = "all";

function addressOf({ opened, by }: Given["state"]): URL {
  const address = new URL(window.location.href);
  // Words that it leads to stay in it until something is opened.
  const words = address.searchParams.get("words");
  address.search = "";
  if (!opened && words) address.searchParams.set("words", words);
  if (opened?.threadId) address.searchParams.set("thread", opened.threadId);
  else if (opened?.passageId) address.searchParams.set("passage", opened.passageId);
  else if (opened?.sourceId) address.searchParams.set("source", opened.sourceId);
  else if (opened && !opened.suggestionId) address.searchParams.set("thread", allThreads);
  if (by !== "link") address.hash = "";
  return address;
}
