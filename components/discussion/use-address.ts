import { useCallback, useEffect, useLayoutEffect, useRef } from "react";
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

/** In the state of an entry of the browser's history that was made for what is open. */
const madeHere = "sayso:opened";

/**
 * Says in the address what is open, so that it can be sent to somebody. Where it lies over the text, opening makes an
 * entry of the history, so that Back closes it and stays in the article; what is opened after it takes that entry over,
 * and closing takes it back.
 */
export function useAddress(given: Given): void {
  const { state } = given;
  const latest = useRef(given);
  latest.current = given;
  const isOurs = useRef(false);
  const isLeaving = useRef(false);
  const wasOpen = useRef(state.opened !== null);

  const say = useCallback(() => {
    const { state, isOver } = latest.current;
    // Until the browser has gone back, an address would be said of the entry that is left.
    if (state.missing || isLeaving.current) return;
    // After a reload, or when the router has drawn the page anew and written a state of its own, the entry stays: to go
    // below it the router would have to ask the server, and where that does not answer it leaves the page.
    const isToGo = isOurs.current && isMadeHere(window.history.state);
    const isOpening = state.opened !== null && !wasOpen.current;
    wasOpen.current = state.opened !== null;
    const address = addressOf(state);
    if (isOpening && isOver && !isToGo) {
      // The text stays where the reader has it, there and back.
      window.history.scrollRestoration = "manual";
      window.history.pushState({ [madeHere]: true }, "", address);
      isOurs.current = true;
    } else if (!state.opened && isToGo) {
      isLeaving.current = true;
      window.history.back();
    } else if (address.href !== window.location.href) {
      window.history.replaceState(isToGo ? { [madeHere]: true } : null, "", address);
    }
  }, []);

  // In a layout effect, so that nothing is written any more when another page takes the place of this one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: said again with each thing that is opened or closed
  useLayoutEffect(() => {
    // A moment later: it takes the browser longer than drawing the card, which somebody waits for.
    const timer = setTimeout(say, 0);
    return () => clearTimeout(timer);
  }, [state.opened, state.by, state.missing, say]);

  useEffect(() => {
    const { pathname } = window.location;
    const onPop = ({ state: entry }: PopStateEvent) => {
      if (window.location.pathname !== pathname) return;
      const wasOurs = isOurs.current;
      isOurs.current = isMadeHere(entry);
      // A link within the page: what is open stays.
      if (!entry) return;
      if (!isOurs.current) window.history.scrollRestoration = "auto";
      if (isLeaving.current) {
        isLeaving.current = false;
        wasOpen.current = false;
        say();
      } else if (wasOurs && !isOurs.current) latest.current.onBack();
      else {
        wasOpen.current = true;
        latest.current.onFollow(new URLSearchParams(window.location.search));
      }
    };
    window.addEventListener("popstate", onPop);
    return () => window.removeEventListener("popstate", onPop);
  }, [say]);
}

function isMadeHere(entry: unknown): boolean {
  return typeof entry === "object" && entry !== null && madeHere in entry;
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
