"use client";

import { useCallback, useLayoutEffect, useState } from "react";
import type { Discussion } from "@/lib/discussion/schema";
import { type Opened, type OpenedBy, type Starting, wholeArticle } from "./room";

/** What the address asked for when the page was opened. */
export type Target = {
  passageId: string | null;
  threadId: string | null;
  sourceId: string | null;
  /** Show only what this source said. */
  only: string | null;
};

export type OpenedControl = {
  opened: Opened | null;
  by: OpenedBy;
  /** The address named something that is not there. */
  missing: "passage" | "thread" | "source" | null;
  /** Counts up with everything that was opened: scroll there. */
  request: number;
  /** The same, only where the focus is to go along. */
  focusRequest: number;
  open: (opened: Partial<Opened>, by: OpenedBy) => void;
  /** What was being begun on a passage is done. Whoever has gone on to something else meanwhile stays there. */
  finish: (passageId: string, starting: Starting) => void;
  close: () => void;
};

type State = Pick<OpenedControl, "opened" | "by" | "missing" | "request" | "focusRequest">;

/** What is open beside the text. The address always says it, so that it can be sent to somebody. */
export function useOpened(target: Target, discussion: Discussion): OpenedControl {
  const [state, setState] = useState<State>(() => start(target, discussion));

  // In a layout effect, so that nothing is written any more when another page takes the place of this one.
  useLayoutEffect(() => {
    if (state.missing) return;
    // A moment later: it takes the browser longer than drawing the card, which somebody waits for.
    const timer = setTimeout(() => sayInAddress(state), 0);
    return () => clearTimeout(timer);
  }, [state]);

  const open = useCallback((opened: Partial<Opened>, by: OpenedBy) => {
    setState((before) => ({
      opened: { ...wholeArticle, ...opened },
      by,
      missing: null,
      request: before.request + 1,
      focusRequest: before.focusRequest + (by === "pointer" ? 0 : 1),
    }));
  }, []);
  const finish = useCallback((passageId: string, starting: Starting) => {
    setState((before) => {
      const { opened, request } = before;
      if (opened?.passageId !== passageId || opened.starting !== starting) return before;
      // What was being begun takes the focus on itself (use-landing.ts); the words stay where the reader has them.
      const next = { ...wholeArticle, passageId };
      return { ...before, opened: next, by: "pointer", missing: null, request: request + 1 };
    });
  }, []);
  const close = useCallback(() => {
    setState((before) => ({ ...before, opened: null, by: "pointer", missing: null }));
  }, []);
  return { ...state, open, finish, close };
}

/** The threads about the whole article, in the address. */
const all = "all";

function sayInAddress({ opened, by }: Pick<State, "opened" | "by">): void {
  const address = new URL(window.location.href);
  // Words that it leads to stay in it until something is opened.
  const words = address.searchParams.get("words");
  address.search = "";
  if (!opened && words) address.searchParams.set("words", words);
  if (opened?.threadId) address.searchParams.set("thread", opened.threadId);
  else if (opened?.passageId) address.searchParams.set("passage", opened.passageId);
  else if (opened?.sourceId) address.searchParams.set("source", opened.sourceId);
  else if (opened && !opened.suggestionId) address.searchParams.set("thread", all);
  if (by !== "link") address.hash = "";
  if (address.href !== window.location.href) window.history.replaceState(null, "", address);
}

function start({ passageId, threadId, sourceId }: Target, discussion: Discussion): State {
  const none: State = { opened: null, by: "link", missing: null, request: 0, focusRequest: 0 };
  const found = (opened: Partial<Opened>): State => ({
    ...none,
    opened: { ...wholeArticle, ...opened },
    request: 1,
    focusRequest: 1,
  });
  if (threadId === all) return found({});
  if (threadId) {
    const thread = discussion.threads.find((one) => one.id === threadId);
    if (!thread) return { ...none, missing: "thread" };
    return found({ passageId: thread.passageId, sourceId: thread.sourceId, threadId });
  }
  if (passageId) {
    if (discussion.passages.some((one) => one.id === passageId)) return found({ passageId });
    // Proposed words have a link of the same form.
    const isProposed = discussion.suggestions.some((one) => one.id === passageId && one.state === "open");
    return isProposed ? found({ suggestionId: passageId }) : { ...none, missing: "passage" };
  }
  if (!sourceId) return none;
  const isThere = discussion.sources.some((one) => one.id === sourceId);
  return isThere ? found({ sourceId }) : { ...none, missing: "source" };
}
