"use client";

import { useCallback, useMemo } from "react";
import type { Unsaved } from "@/components/passages/highlight-look";
import { useUnsavedPassages } from "@/components/passages/use-unsaved-passages";
import { makeThreadActions } from "@/components/threads/thread-actions";
import type { ThreadSurroundings } from "@/components/threads/thread-props";
import { useOutbox } from "@/components/threads/use-outbox";
import type { Viewer } from "@/lib/auth/viewer";
import { articleThreads, commentsByThread, listPassages } from "@/lib/discussion/list-passages";
import type { Discussion } from "@/lib/discussion/schema";
import type { PassageView } from "@/lib/passages/schema";
import { useDiscussion } from "./use-discussion";
import { withUnsaved } from "./with-unsaved";

type Given = {
  articleId: string;
  workspace: { id: string; name: string };
  viewer: Viewer;
  initial: Discussion;
};

/** The discussion as the screen needs it: held, kept up to date, and with everything of mine that is on its way. */
export function useRoomData({ articleId, workspace, viewer, initial }: Given) {
  const { userId } = viewer;
  const held = useDiscussion(initial);
  const { merge } = held;
  const mergePassage = useCallback((stored: PassageView) => merge({ passages: [stored] }), [merge]);
  const unsaved = useUnsavedPassages({ articleId, userId, merge: mergePassage });
  const outbox = useOutbox({ articleId, userId, comments: held.discussion.comments, merge });
  const { add } = outbox;
  const actions = useMemo(() => makeThreadActions({ articleId, send: add, merge }), [articleId, add, merge]);
  const discussion = useMemo(
    () => withUnsaved(held.discussion, unsaved.passages, outbox.posts, userId),
    [held.discussion, unsaved.passages, outbox.posts, userId],
  );
  const lists = useMemo(
    () => ({
      entries: listPassages(discussion, userId),
      articleThreads: articleThreads(discussion),
      commentsOf: commentsByThread(discussion),
    }),
    [discussion, userId],
  );
  const states: Unsaved = useMemo(
    () => new Map(unsaved.passages.map((one) => [one.id, one])),
    [unsaved.passages],
  );
  const { people, seen } = discussion;
  const surroundings: ThreadSurroundings = useMemo(
    () => ({ articleId, viewer, workspace, people, actions, outbox }),
    [articleId, viewer, workspace, people, actions, outbox],
  );
  return { held, unsaved, states, surroundings, seen, waiting: outbox.posts.length, ...lists };
}
