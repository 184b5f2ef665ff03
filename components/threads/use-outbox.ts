"use client";

import { useCallback, useEffect, useReducer, useRef, useState } from "react";
import type { Change } from "@/components/discussion/change";
import { call } from "@/lib/http/client";
import { type NewPost, nextDue, outbox, type Post, readyToSend } from "@/lib/threads/outbox";
import { type CommentView, createComment, createThread } from "@/lib/threads/schema";
import { failureOf } from "./failure";
import { forgetPost, loadPosts, storePost } from "./stored-posts";

export type Outbox = {
  /** Posts that the discussion does not show yet, in the order in which they were written. */
  posts: readonly Post[];
  add: (post: NewPost) => void;
  retry: (id: string) => void;
  discard: (id: string) => void;
};

type Parts = {
  articleId: string;
  userId: string;
  /** The comments of the discussion: a post leaves the outbox when it is among them. */
  comments: readonly CommentView[];
  /** Merges what the server answered. */
  merge: (change: Change) => void;
};

async function deliver(post: Post): Promise<Change> {
  const comment = { id: post.id, body: post.body };
  if (!post.start) {
    const { threadId } = post;
    return { comments: [await call(createComment, { params: { threadId }, body: comment })] };
  }
  const { about, passageId, passage, sourceId, assessmentId } = post.start;
  const made = await call(createThread, {
    params: { articleId: post.articleId },
    body: {
      id: post.threadId,
      about,
      comment,
      ...(passageId ? { passageId } : {}),
      ...(passage ? { passage } : {}),
      ...(sourceId ? { sourceId } : {}),
      ...(assessmentId ? { assessmentId } : {}),
    },
  });
  return {
    threads: [made.thread],
    comments: [made.comment],
    ...(made.passage ? { passages: [made.passage] } : {}),
  };
}

/**
 * Sends what is written in one article, keeps it over reloads until it is stored, and tries again by itself when the
 * connection is back. The server knows each post by its id, so however often it is sent there is one comment.
 */
export function useOutbox({ articleId, userId, comments, merge }: Parts): Outbox {
  const [posts, dispatch] = useReducer(outbox, []);
  const [tick, setTick] = useState(0);
  const inFlight = useRef(new Set<string>());

  useEffect(() => {
    dispatch({ type: "load", posts: loadPosts(userId, articleId) });
    const wake = () => dispatch({ type: "wake" });
    window.addEventListener("online", wake);
    return () => window.removeEventListener("online", wake);
  }, [userId, articleId]);

  useEffect(() => {
    for (const post of posts) {
      if (post.state === "sent") forgetPost(userId, post.id);
      else storePost(userId, post);
    }
  }, [posts, userId]);

  useEffect(() => {
    dispatch({ type: "shown", ids: new Set(comments.map((one) => one.id)) });
  }, [comments]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the tick stands for the clock
  useEffect(() => {
    for (const id of readyToSend(posts, Date.now())) {
      const post = posts.find((one) => one.id === id);
      if (!post || inFlight.current.has(id)) continue;
      inFlight.current.add(id);
      dispatch({ type: "send", id });
      deliver(post)
        .then((change) => {
          dispatch({ type: "sent", id });
          merge(change);
        })
        .catch((error: unknown) => dispatch({ type: "fail", id, ...failureOf(error) }))
        .finally(() => inFlight.current.delete(id));
    }
    const due = nextDue(posts);
    if (due === null) return;
    const timer = setTimeout(() => setTick((before) => before + 1), Math.max(0, due - Date.now()));
    return () => clearTimeout(timer);
  }, [posts, merge, tick]);

  const add = useCallback(
    (post: NewPost) => {
      // Before the next paint, so that a page closed at this moment has it.
      storePost(userId, { ...post, state: "queued", tries: 0, nextTryAt: null, message: null });
      dispatch({ type: "add", post });
    },
    [userId],
  );
  const retry = useCallback((id: string) => dispatch({ type: "retry", id }), []);
  const discard = useCallback(
    (id: string) => {
      forgetPost(userId, id);
      dispatch({ type: "discard", id });
    },
    [userId],
  );
  return { posts, add, retry, discard };
}
