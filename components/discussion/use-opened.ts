"use client";

import { useCallback, useRef, useState } from "react";
import type { Discussion } from "@/lib/discussion/schema";
import { type Opened, type OpenedBy, type Starting, wholeArticle } from "./room";
import { allThreads } from "./use-address";

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
  /** Opens what an address names, as a link to it does, or closes; true when something is open then. */
  follow: (address: URLSearchParams) => boolean;
};

type State = Pick<OpenedControl, "opened" | "by" | "missing" | "request" | "focusRequest">;

/** What is open beside the text. The address always says it (use-address.ts). */
export function useOpened(target: Target, discussion: Discussion): OpenedControl {
  const [state, setState] = useState<State>(() => start(target, discussion));
  const latest = useRef(discussion);
  latest.current = discussion;

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
  const follow = useCallback((address: URLSearchParams) => {
    const named = {
      passageId: address.get("passage"),
      threadId: address.get("thread"),
      sourceId: address.get("source"),
      only: null,
    };
    const next = start(named, latest.current);
    // What has gone meanwhile is not made a fuss of: nobody asked for it by name.
    const opened = next.missing ? null : next.opened;
    const more = opened ? 1 : 0;
    setState(({ request, focusRequest }) => ({
      ...{ opened, by: "link", missing: null },
      ...{ request: request + more, focusRequest: focusRequest + more },
    }));
    return opened !== null;
  }, []);
  return { ...state, open, finish, close, follow };
}

function start({ passageId, threadId, sourceId }: Target, discussion: Discussion): State {
  const none: State = { opened: null, by: "link", missing: null, request: 0, focusRequest: 0 };
  const found = (opened: Partial<Opened>): State => ({
    ...none,
    opened: { ...wholeArticle, ...opened },
    request: 1,
    focusRequest: 1,
  });
  if (threadId === allThreads) return found({});
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
