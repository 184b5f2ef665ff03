"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { followArticle, type LiveState } from "@/components/live/connection";
import { leaveWhatIsClosed } from "@/components/ui/signed-out";
import { useRefreshInPlace } from "@/components/ui/use-refresh-in-place";
import { mergeDiscussion, mergeStreamed } from "@/lib/discussion/merge-discussion";
import { type Discussion, getDiscussion } from "@/lib/discussion/schema";
import { CallError, call } from "@/lib/http/client";
import type { Presence } from "@/lib/live/schema";
import { type Change, mergeChange } from "./change";

export type HeldDiscussion = {
  discussion: Discussion;
  /** Who has the article open now. */
  present: Presence["people"];
  /** "offline": nothing arrives at all. "waiting": what is new comes with a delay. */
  connection: LiveState | "offline";
  /** Takes in what a call of mine has changed. */
  merge: (change: Change) => void;
  /** Asks for what is new now; `then` comes when it is here. */
  ask: (then?: () => void) => void;
  /** Who has decided about a suggestion, which the discussion then has no more; null where that was not heard. */
  decidedBy: (suggestionId: string) => string | null;
};

/** How often to ask while no stream says when. */
const askMs = 8_000;
/** How often to ask all the same: a stream can be dead without anybody noticing. */
const askAnywayMs = 60_000;

/**
 * Holds the discussion of one article and keeps it up to date: hears that something changed, asks for what is newer
 * than what it has, and merges. After any gap it asks once from its last number, so nothing is lost.
 */
export function useDiscussion(initial: Discussion): HeldDiscussion {
  const { articleId } = initial;
  const [discussion, setDiscussion] = useState(initial);
  const [present, setPresent] = useState<Presence["people"]>([]);
  const [live, setLive] = useState<LiveState>("waiting");
  const isOnline = useIsOnline();
  const held = useRef({ number: initial.number, peopleMark: initial.peopleMark });
  const deciders = useRef(new Map<string, string | null>());
  const asker = useRef<ReturnType<typeof makeAsker>>(null);
  const refresh = useRefreshInPlace();

  useEffect(() => {
    held.current = { number: discussion.number, peopleMark: discussion.peopleMark };
  }, [discussion.number, discussion.peopleMark]);

  useEffect(() => {
    const ask = makeAsker(
      articleId,
      () => held.current,
      (answer) => {
        if (answer.number > held.current.number) held.current = answer;
        noteDeciders(deciders.current, answer);
        setDiscussion((before) => mergeDiscussion(before, answer));
      },
    );
    asker.current = ask;
    const stop = followArticle(articleId, {
      onBell: ({ number }) => {
        if (number > held.current.number) ask();
      },
      onChange: (change) => {
        if (change.since > held.current.number || change.number <= held.current.number) return;
        held.current = { ...held.current, number: change.number };
        setDiscussion((before) => mergeStreamed(before, change));
      },
      onPresence: ({ people }) => setPresent(people),
      // With my rights, what the page offers changes too. Whoever may not see it any more has left it by then.
      onAccess: () => ask(refresh),
      onState: setLive,
    });
    const askAgain = () => ask();
    window.addEventListener("online", askAgain);
    return () => {
      stop();
      window.removeEventListener("online", askAgain);
    };
  }, [articleId, refresh]);

  const ask = useCallback((then?: () => void) => void asker.current?.(then), []);
  useEffect(() => {
    if (!isOnline) return;
    const askIfSeen = () => {
      if (document.visibilityState === "visible") ask();
    };
    const timer = setInterval(askIfSeen, live === "live" ? askAnywayMs : askMs);
    document.addEventListener("visibilitychange", askIfSeen);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", askIfSeen);
    };
  }, [live, isOnline, ask]);

  const merge = useCallback((change: Change) => {
    noteDeciders(deciders.current, change);
    setDiscussion((before) => mergeChange(before, change));
  }, []);
  const decidedBy = useCallback((id: string) => deciders.current.get(id) ?? null, []);

  return useMemo(
    () => ({
      discussion,
      present,
      connection: isOnline ? live : "offline",
      merge,
      ask,
      decidedBy,
    }),
    [discussion, present, isOnline, live, merge, ask, decidedBy],
  );
}

function noteDeciders(
  deciders: Map<string, string | null>,
  { suggestions = [] }: Pick<Change, "suggestions">,
): void {
  for (const { id, decidedBy } of suggestions) deciders.set(id, decidedBy);
}

/**
 * Asks for what is new, one question at a time; a question during a question is asked after it. `then` comes after the
 * first answer to a question that is asked from now on.
 */
function makeAsker(
  articleId: string,
  held: () => Pick<Discussion, "number" | "peopleMark">,
  take: (answer: Discussion) => void,
) {
  let isAsking = false;
  let isWanted = false;
  const owed: (() => void)[] = [];
  return async function ask(then?: () => void): Promise<void> {
    if (then) owed.push(then);
    if (isAsking) {
      isWanted = true;
      return;
    }
    isAsking = true;
    const due = owed.splice(0);
    try {
      const { number, peopleMark } = held();
      const query = { since: String(number), peopleMark };
      take(await call(getDiscussion, { params: { articleId }, query }));
      for (const tell of due) tell();
    } catch (error) {
      owed.unshift(...due);
      if (error instanceof CallError) leaveWhatIsClosed(error.code);
    } finally {
      isAsking = false;
      if (isWanted) {
        isWanted = false;
        ask();
      }
    }
  };
}

function useIsOnline(): boolean {
  const [isOnline, setOnline] = useState(true);
  useEffect(() => {
    const note = () => setOnline(navigator.onLine);
    note();
    window.addEventListener("online", note);
    window.addEventListener("offline", note);
    return () => {
      window.removeEventListener("online", note);
      window.removeEventListener("offline", note);
    };
  }, []);
  return isOnline;
}
