"use client";

import { useCallback, useEffect, useMemo, useRef } from "react";
import { announce } from "@/components/ui/announcer";
import { isPost, type Letter, letterOrder, type NewSaying, type Saying } from "@/lib/discussion/outbox";
import { ready } from "@/lib/outbox/attempt";
import { heldUp, type QueueEvent, queue, readyToSend } from "@/lib/outbox/queue";
import type { NewPost, Post } from "@/lib/threads/post";
import type { CommentView } from "@/lib/threads/schema";
import { type Delivery, deliverPost, deliverSaying } from "./deliver";
import { failureOf } from "./failure";
import { lettersPrefix, readLetter } from "./letters";
import { keep } from "./stored";
import { type Outcome, useOutcomes } from "./use-outcomes";
import { useQueue } from "./use-queue";

export type Outbox = {
  /** Comments that the discussion does not show yet, in the order in which they were written. */
  posts: readonly Post[];
  /** What I have said of passages, and the server has not answered yet, in the order in which it was said. */
  sayings: readonly Saying[];
  /** Ids of those that wait for others. */
  heldUp: ReadonlySet<string>;
  add: (post: NewPost) => void;
  /**
   * Sends what is said of a passage. It is kept from this moment on; "waiting" when it goes out later, by itself. A
   * refusal throws `CallError` and gives it back to whoever holds the form.
   */
  say: (saying: NewSaying) => Promise<Outcome>;
  retry: (id: string) => void;
  discard: (id: string) => void;
  /** Throws away what was said of a passage that is taken back itself. */
  discardOn: (passageId: string) => void;
};

type Parts = Delivery & {
  articleId: string;
  userId: string;
  /** The comments of the discussion: a post leaves the outbox when it is among them. */
  comments: readonly CommentView[];
  /** Ids of the passages that have not arrived. */
  unsaved: ReadonlySet<string>;
};

/** Sends what is written in one article. */
export function useOutbox({ articleId, userId, comments, unsaved, merge, ask }: Parts): Outbox {
  const prefix = lettersPrefix(userId);
  const outcomes = useOutcomes();
  const { settle, refuse } = outcomes;
  const deliver = useCallback(
    async (letter: Letter): Promise<QueueEvent<Letter>[]> => {
      const { id } = letter;
      try {
        await (isPost(letter) ? deliverPost(letter, { merge }) : deliverSaying(letter, { merge, ask }));
        settle(id, "stored");
        if (isPost(letter)) announce("Posted.");
        // A comment stays until the discussion shows it; what was said is part of what was merged.
        return [{ type: "sent", id }, ...(isPost(letter) ? [] : [{ type: "gone", id } as const])];
      } catch (error) {
        const failure = failureOf(error);
        if (!failure.passing && refuse(id, error)) return [{ type: "gone", id }];
        settle(id, "waiting");
        return [{ type: "fail", id, ...failure }];
      }
    },
    [merge, ask, settle, refuse],
  );
  const free = useCallback(
    (all: readonly Letter[], now: number) => readyToSend(all, now, letterOrder(all, unsaved)),
    [unsaved],
  );
  const [letters, dispatch] = useQueue<Letter, QueueEvent<Letter>>({
    ...{ articleId, prefix, read: readLetter, ready: free, deliver },
    reduce: queue,
  });
  const held = useMemo(() => heldUp(letters, letterOrder(letters, unsaved)), [letters, unsaved]);

  useEffect(() => {
    dispatch({ type: "shown", ids: new Set(comments.map((one) => one.id)) });
  }, [comments, dispatch]);
  useEffect(() => {
    for (const id of held) settle(id, "waiting");
  }, [held, settle]);

  const send = useCallback(
    (letter: Letter) => {
      // Before the next paint, so that a page closed at this moment has it.
      keep(prefix, letter);
      dispatch({ type: "add", one: letter });
    },
    [prefix, dispatch],
  );
  const { expect } = outcomes;
  const latest = useRef(letters);
  latest.current = letters;
  const does = useMemo(
    () => ({
      add: (post: NewPost) => send({ ...post, ...ready }),
      say: (saying: NewSaying) => {
        send({ ...saying, ...ready });
        return expect(saying.id);
      },
      retry: (id: string) => dispatch({ type: "retry", id }),
      discard: (id: string) => dispatch({ type: "discard", id }),
      discardOn: (passageId: string) => {
        for (const one of latest.current)
          if (!isPost(one) && one.passageId === passageId) dispatch({ type: "discard", id: one.id });
      },
    }),
    [send, expect, dispatch],
  );
  return useMemo(
    () => ({
      posts: letters.filter(isPost),
      sayings: letters.filter((one): one is Saying => !isPost(one)),
      heldUp: held,
      ...does,
    }),
    [letters, held, does],
  );
}
