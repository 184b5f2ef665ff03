"use client";

import { useCallback, useMemo } from "react";
import { makeAssessmentActions } from "@/components/assessments/assessment-actions";
import { makeAttributionActions } from "@/components/attributions/attribution-actions";
import { useOutbox } from "@/components/outbox/use-outbox";
import type { Unsaved } from "@/components/passages/highlights/highlight-look";
import { useUnsavedPassages } from "@/components/passages/use-unsaved-passages";
import { looksOf } from "@/components/sources/source-colours";
import { makeThreadActions } from "@/components/threads/thread-actions";
import type { ThreadSurroundings } from "@/components/threads/thread-props";
import { asReader, type Viewer } from "@/lib/auth/viewer";
import {
  articleThreads,
  commentsByThread,
  listPassages,
  threadsOfSources,
} from "@/lib/discussion/list-passages";
import { readArticle } from "@/lib/discussion/read-article";
import type { Discussion } from "@/lib/discussion/schema";
import type { PassageView } from "@/lib/passages/schema";
import type { RoomArticle } from "./room";
import { assessmentActs, attributionActs, threadActs, toldByUndo } from "./told-by-undo";
import { useDiscussion } from "./use-discussion";
import type { Undoing } from "./use-undo";
import { withUnsaved } from "./with-unsaved";

type Given = {
  article: RoomArticle;
  workspace: { id: string; name: string };
  viewer: Viewer;
  initial: Discussion;
  undoing: Undoing;
};

/** The discussion as the screen needs it: held, kept up to date, and with everything of mine that is on its way. */
export function useRoomData({ article, workspace, viewer, initial, undoing }: Given) {
  const { id: articleId, text, blocks } = article;
  const { userId } = viewer;
  const held = useDiscussion(initial);
  const { merge, ask } = held;
  const mergePassage = useCallback((stored: PassageView) => merge({ passages: [stored] }), [merge]);
  const marked = useUnsavedPassages({ articleId, userId, merge: mergePassage });
  const states: Unsaved = useMemo(
    () => new Map(marked.passages.map((one) => [one.id, one])),
    [marked.passages],
  );
  const missing = useMemo(() => new Set(states.keys()), [states]);
  const { comments } = held.discussion;
  const outbox = useOutbox({ articleId, userId, comments, unsaved: missing, merge, ask });
  const { add, say, discardOn } = outbox;
  const unsaved = useMemo(() => {
    const discard = (id: string) => {
      if (!marked.discard(id)) return false;
      discardOn(id);
      return true;
    };
    return { ...marked, discard };
  }, [marked, discardOn]);
  const { pass } = undoing;
  const actions = useMemo(
    () => toldByUndo(makeThreadActions({ articleId, send: add, merge }), threadActs, pass),
    [articleId, add, merge, pass],
  );
  const attributing = useMemo(
    () => toldByUndo(makeAttributionActions({ articleId, userId, merge, say }), attributionActs, pass),
    [articleId, userId, merge, say, pass],
  );
  const assessing = useMemo(
    () => toldByUndo(makeAssessmentActions({ articleId, userId, say, merge, ask }), assessmentActs, pass),
    [articleId, userId, say, merge, ask, pass],
  );
  const discussion = useMemo(
    () => withUnsaved(held.discussion, unsaved, outbox, userId),
    [held.discussion, unsaved, outbox, userId],
  );
  const lists = useMemo(() => {
    const { voices, coverage } = readArticle({ text, blocks }, discussion);
    return {
      voices,
      coverage,
      entries: listPassages(discussion, userId, voices),
      articleThreads: articleThreads(discussion),
      sourceThreads: threadsOfSources(discussion),
      commentsOf: commentsByThread(discussion),
    };
  }, [text, blocks, discussion, userId]);
  const { voices } = lists;
  const looks = useMemo(() => looksOf(voices), [voices]);
  const { people, seen, archived } = discussion;
  // In an archived article everybody is a reader.
  const reader = useMemo(
    () => (archived ? asReader(viewer, workspace.id) : viewer),
    [archived, viewer, workspace.id],
  );
  const surroundings: ThreadSurroundings = useMemo(
    () => ({ articleId, viewer: reader, workspace, isArchived: archived, people, actions, outbox, undoing }),
    [articleId, reader, workspace, archived, people, actions, outbox, undoing],
  );
  return {
    held,
    discussion,
    unsaved,
    states,
    surroundings,
    attributing,
    assessing,
    seen,
    looks,
    waiting: outbox.posts.length + outbox.sayings.length,
    ...lists,
  };
}
