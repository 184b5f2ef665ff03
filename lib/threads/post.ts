import type { Order, Queued } from "@/lib/outbox/queue";
import type { CommentBody } from "./comment-schema";
import type { About, NewThread } from "./schema";

/** A comment on its way; its id is the comment's. */
export type Post = Queued & {
  threadId: string;
  body: CommentBody;
  /** Set when the thread is new and starts with this comment. */
  start: {
    about: About;
    passageId: string | null;
    passage: NewThread["passage"] | null;
    /** A source that the thread hangs on; posts kept by an earlier version have none. */
    sourceId?: string | null;
    /** The verdict that it discusses; the same of older posts. */
    assessmentId?: string | null;
  } | null;
};

export type NewPost = Pick<Post, "id" | "articleId" | "threadId" | "body" | "at" | "start">;

/** Comments go out thread by thread. Where the start of a thread was refused there is no thread to reply in. */
export const postOrder: Order<Post> = {
  lineOf: ({ threadId }) => threadId,
  isGate: ({ start }) => start !== null,
  isHeld: () => false,
};
