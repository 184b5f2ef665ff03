import type { Change } from "@/components/discussion/change";
import { showing } from "@/components/discussion/showing";
import { call } from "@/lib/http/client";
import type { CommentBody } from "@/lib/threads/comment-schema";
import type { NewPost } from "@/lib/threads/post";
import type { ReactionEmoji } from "@/lib/threads/reactions";
import {
  type About,
  addReaction,
  type CommentRevisionView,
  type CommentView,
  changeThreadState,
  deleteComment,
  editComment,
  listCommentRevisions,
  type NewThread,
  patchThread,
  readThread,
  removeReaction,
  restoreComment,
  type ThreadState,
  type ThreadView,
} from "@/lib/threads/schema";

/** What a new thread is about: a passage that exists, one made together with it, a source, or (all null) the whole article. */
type ThreadStart = {
  passageId: string | null;
  passage: NewThread["passage"] | null;
  sourceId: string | null;
  /** The verdict on the passage that it discusses. */
  assessmentId: string | null;
  about: About;
  body: CommentBody;
};

/**
 * Everything a person can do in a thread. What is written goes through the outbox and answers at once; the rest
 * throws `CallError` when refused, with the winning row in `details` of a conflict.
 */
export type ThreadActions = {
  /** Sends a reply; answers with the comment's id. */
  post: (threadId: string, body: CommentBody) => string;
  startThread: (start: ThreadStart) => { threadId: string; commentId: string };
  edit: (comment: Pick<CommentView, "id" | "version">, body: CommentBody) => Promise<void>;
  remove: (commentId: string) => Promise<void>;
  restore: (commentId: string) => Promise<void>;
  react: (commentId: string, emoji: ReactionEmoji) => Promise<void>;
  unreact: (commentId: string, emoji: ReactionEmoji) => Promise<void>;
  changeState: (threadId: string, state: ThreadState, why: string | null) => Promise<void>;
  assign: (thread: Pick<ThreadView, "id" | "version">, assignee: string | null) => Promise<void>;
  /** Says that I have read the thread up to this event number. */
  markRead: (threadId: string, number: number) => Promise<void>;
  /** What a comment said before its edits, oldest first. */
  history: (commentId: string) => Promise<CommentRevisionView[]>;
};

type Parts = {
  articleId: string;
  /** `add` of useOutbox. */
  send: (post: NewPost) => void;
  /** Merges what the server answered into the discussion. */
  merge: (change: Change) => void;
};

/** The actions of one article's threads, on top of the outbox and of whoever holds the discussion. */
export function makeThreadActions({ articleId, send, merge }: Parts): ThreadActions {
  function write(threadId: string, body: CommentBody, start: NewPost["start"]): string {
    const id = crypto.randomUUID();
    send({ id, articleId, threadId, body, at: new Date().toISOString(), start });
    return id;
  }
  const show = showing({ merge });
  async function showComment(answer: Promise<CommentView>): Promise<void> {
    await show(answer, (comment) => ({ comments: [comment] }));
  }
  async function showThread(answer: Promise<ThreadView>): Promise<void> {
    await show(answer, (thread) => ({ threads: [thread] }));
  }

  return {
    post: (threadId, body) => write(threadId, body, null),
    startThread: ({ body, ...start }) => {
      const threadId = crypto.randomUUID();
      return { threadId, commentId: write(threadId, body, start) };
    },
    edit: ({ id, version }, body) =>
      showComment(call(editComment, { params: { commentId: id }, body: { body, version } })),
    remove: (commentId) => showComment(call(deleteComment, { params: { commentId } })),
    restore: (commentId) => showComment(call(restoreComment, { params: { commentId } })),
    react: (commentId, emoji) => showComment(call(addReaction, { params: { commentId, emoji } })),
    unreact: (commentId, emoji) => showComment(call(removeReaction, { params: { commentId, emoji } })),
    changeState: (threadId, state, why) => {
      const body = { id: crypto.randomUUID(), state, why };
      return showThread(call(changeThreadState, { params: { threadId }, body }));
    },
    assign: ({ id, version }, assignee) =>
      showThread(call(patchThread, { params: { threadId: id }, body: { version, assignee } })),
    markRead: async (threadId, number) =>
      merge({ read: await call(readThread, { params: { threadId }, body: { number } }) }),
    history: async (commentId) => (await call(listCommentRevisions, { params: { commentId } })).revisions,
  };
}
