import { z } from "zod";
import { endpoint } from "@/lib/http/endpoint";
import { id, moment, eventNumber as number, version, wordsOrNull } from "@/lib/http/fields";
import { newPassage, passageView } from "@/lib/passages/schema";
import { commentBody } from "./comment-schema";
import { reactionEmoji } from "./reactions";

export const about = z.enum(["attribution", "accuracy", "other"]);
export const threadState = z.enum(["open", "resolved"]);

export type About = z.output<typeof about>;
export type ThreadState = z.output<typeof threadState>;

export const reactionParam = z.enum(reactionEmoji, { error: "This reaction is not one of those on offer." });

export const commentView = z
  .strictObject({
    id,
    threadId: id,
    author: id,
    /** Null when the comment was deleted: it stays as a hole, so that replies keep their place. */
    body: commentBody.nullable(),
    /** The same in plain text; empty when deleted. */
    text: z.string(),
    mentions: z.array(id),
    createdAt: moment,
    editedAt: moment.nullable(),
    deletedAt: moment.nullable(),
    deletedBy: id.nullable(),
    version,
    createdNumber: number,
    number,
    reactions: z.array(z.strictObject({ emoji: reactionParam, by: z.array(id) })),
  })
  .meta({ id: "Comment" });

export type CommentView = z.output<typeof commentView>;

/** Enough to count it and to say who wrote: without its words. */
export type CommentOutline = Pick<CommentView, "id" | "threadId" | "author" | "createdNumber" | "deletedAt">;

export const stateChange = z.strictObject({
  id,
  state: threadState,
  by: id,
  why: z.string().nullable(),
  at: moment,
});

export type StateChange = z.output<typeof stateChange>;

export const threadView = z
  .strictObject({
    id,
    /** Without a passage and a source the thread is about the whole article. */
    passageId: id.nullable(),
    sourceId: id.nullable(),
    /** The assessment of the passage that it discusses. */
    assessmentId: id.nullable(),
    about,
    state: threadState,
    createdBy: id,
    createdAt: moment,
    assignee: id.nullable(),
    version,
    createdNumber: number,
    number,
    /** Who resolved and reopened it, oldest first. */
    changes: z.array(stateChange),
  })
  .meta({ id: "Thread" });

export type ThreadView = z.output<typeof threadView>;

/** Enough to count it and to say how it stands: without its history. */
export type ThreadOutline = Omit<ThreadView, "createdAt" | "version" | "number" | "changes">;

const threadParams = z.strictObject({ threadId: id });
const commentParams = z.strictObject({ commentId: id });
const reactionParams = z.strictObject({ commentId: id, emoji: reactionParam });

/** A new comment. The id is made by the browser, so that a retry makes no second one. */
export const newComment = z.strictObject({ id, body: commentBody });

export type NewComment = z.output<typeof newComment>;

export const newThread = z
  .strictObject({
    id,
    /** On a passage that exists, on one made together with the thread, or on a source; none for the whole article. */
    passageId: id.optional(),
    passage: newPassage.optional(),
    sourceId: id.optional(),
    /** With `passageId`: an assessment of that passage, which I may see. */
    assessmentId: id.optional(),
    about,
    comment: newComment,
  })
  .refine((given) => [given.passageId, given.passage, given.sourceId].filter(Boolean).length <= 1, {
    error: "A thread hangs on one thing: a passage that exists, a new one, or a source.",
    path: ["passage"],
  })
  .refine((given) => !given.assessmentId || given.passageId, {
    error: "A thread on an assessment names the passage that was judged.",
    path: ["assessmentId"],
  });

export type NewThread = z.output<typeof newThread>;

export const createThread = endpoint({
  method: "POST",
  path: "/api/articles/[articleId]/threads",
  summary: "Start a thread with its first comment, and its passage when that is new: all of it, or nothing.",
  action: "thread.create",
  params: z.strictObject({ articleId: id }),
  body: newThread,
  size: "comment",
  answer: z.strictObject({ thread: threadView, comment: commentView, passage: passageView.nullable() }),
  status: 201,
});

export const patchThread = endpoint({
  method: "PATCH",
  path: "/api/threads/[threadId]",
  summary: "Assign a thread to a colleague, or to nobody. 409 with the current thread when it has moved on.",
  action: "thread.assign",
  params: threadParams,
  body: z.strictObject({ version, assignee: id.nullable() }),
  answer: threadView,
});

export const changeThreadState = endpoint({
  method: "POST",
  path: "/api/threads/[threadId]/state",
  summary: "Resolve or reopen a thread. 409 with the current thread when it is in that state already.",
  action: "thread.resolve",
  params: threadParams,
  body: z.strictObject({
    /** Of this change, made by the browser. */
    id,
    state: threadState,
    why: wordsOrNull(500, "The reason").optional(),
  }),
  answer: threadView,
});

export const readThread = endpoint({
  method: "PUT",
  path: "/api/threads/[threadId]/read",
  summary: "Say that I have read a thread up to an event number. It never goes back.",
  action: "article.read",
  params: threadParams,
  body: z.strictObject({ number }),
  answer: z.strictObject({ threadId: id, number, at: moment }),
  isAutomatic: true,
});

export const createComment = endpoint({
  method: "POST",
  path: "/api/threads/[threadId]/comments",
  summary: "Reply in a thread. Sending the same id again answers with the comment that exists.",
  action: "comment.create",
  params: threadParams,
  body: newComment,
  size: "comment",
  answer: commentView,
  status: 201,
});

export const editComment = endpoint({
  method: "PATCH",
  path: "/api/comments/[commentId]",
  summary:
    "Change the wording of my comment; the old wording is kept. 409 with the current comment when it has moved on.",
  action: "comment.edit",
  params: commentParams,
  body: z.strictObject({ body: commentBody, version }),
  size: "comment",
  answer: commentView,
});

export const deleteComment = endpoint({
  method: "DELETE",
  path: "/api/comments/[commentId]",
  summary: "Delete a comment. Replies stay, and it can be restored.",
  action: "comment.delete",
  params: commentParams,
  answer: commentView,
});

export const restoreComment = endpoint({
  method: "POST",
  path: "/api/comments/[commentId]/restore",
  summary: "Bring a deleted comment back.",
  action: "comment.delete",
  params: commentParams,
  answer: commentView,
});

export const commentRevision = z.strictObject({
  version,
  body: commentBody,
  text: z.string(),
  /** When this wording was written. */
  at: moment,
});

export type CommentRevisionView = z.output<typeof commentRevision>;

export const listCommentRevisions = endpoint({
  method: "GET",
  path: "/api/comments/[commentId]/revisions",
  summary: "What a comment said before its edits, oldest first. The present wording is not in the list.",
  action: "article.read",
  params: commentParams,
  answer: z.strictObject({ revisions: z.array(commentRevision) }),
});

export const addReaction = endpoint({
  method: "PUT",
  path: "/api/comments/[commentId]/reactions/[emoji]",
  summary: "React to a comment.",
  action: "comment.react",
  params: reactionParams,
  answer: commentView,
});

export const removeReaction = endpoint({
  method: "DELETE",
  path: "/api/comments/[commentId]/reactions/[emoji]",
  summary: "Take my reaction back.",
  action: "comment.react",
  params: reactionParams,
  answer: commentView,
});
