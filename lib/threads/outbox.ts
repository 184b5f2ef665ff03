import type { CommentBody } from "./comment-schema";
import type { About, NewThread } from "./schema";

/** How far something has got on its way to the server. */
export type Attempt = {
  /**
   * queued: goes out when its turn comes. waiting: the last try did not get through, the next comes by itself.
   * failed: refused, only the person can decide. sent: stored, until the discussion shows it.
   */
  state: "queued" | "sending" | "waiting" | "failed" | "sent";
  tries: number;
  /** When the next try comes, milliseconds; null when it may come at once or only after a sign of life. */
  nextTryAt: number | null;
  /** Why the last try failed, for the person. */
  message: string | null;
};

/** Why a try failed. */
export type Failure = {
  message: string;
  /** Another try may help. */
  passing: boolean;
  /** It helps only when the connection is back. */
  offline: boolean;
  now: number;
  /** Seconds that the server asked to wait. */
  retryAfter: number | null;
};

/** A comment on its way. Its ids were made by the browser, so sending it again makes no second one. */
export type Post = Attempt & {
  /** The comment's id. */
  id: string;
  articleId: string;
  threadId: string;
  body: CommentBody;
  /** When it was written, ISO. */
  at: string;
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

export type OutboxEvent =
  | { type: "add"; post: NewPost }
  | { type: "load"; posts: Post[] }
  | { type: "send"; id: string }
  | { type: "sent"; id: string }
  | ({ type: "fail"; id: string } & Failure)
  | { type: "retry"; id: string }
  | { type: "discard"; id: string }
  /** The connection is back: whatever waits may go now. */
  | { type: "wake" }
  /** These comments are shown by the discussion now. */
  | { type: "shown"; ids: ReadonlySet<string> };

export type NewPost = Pick<Post, "id" | "articleId" | "threadId" | "body" | "at" | "start">;

/** After so many passing failures in a row, about three minutes, a busy server counts as refusing; a lost connection never does. */
const mostTries = 10;
const longestWaitMs = 30_000;
/** Browsers do not always notice that a connection is back, so a lost one is tried again after this long. */
const offlineWaitMs = 5_000;

/** The next state of the waiting posts, in the order in which they were written. Refuses nothing, forgets nothing. */
export function outbox(posts: readonly Post[], event: OutboxEvent): readonly Post[] {
  switch (event.type) {
    case "add":
      return posts.some((one) => one.id === event.post.id) ? posts : [...posts, queued(event.post)];
    case "load":
      return merge(posts, event.posts);
    case "send":
      return change(posts, event.id, ["queued", "waiting"], { state: "sending" });
    case "sent":
      return change(posts, event.id, ["sending"], { state: "sent", message: null, nextTryAt: null });
    case "fail":
      return posts.map((one) =>
        one.id === event.id && one.state === "sending" ? afterFailure(one, event) : one,
      );
    case "retry":
      return change(posts, event.id, ["failed", "waiting"], { state: "queued", tries: 0, nextTryAt: null });
    case "discard":
      // What is on its way may have been stored already: only what was refused or waits can be thrown away.
      return posts.filter((one) => one.id !== event.id || one.state === "sending" || one.state === "sent");
    case "wake":
      return posts.map((one) => (one.state === "waiting" ? { ...one, nextTryAt: null } : one));
    case "shown":
      return posts.some((one) => isShown(one, event.ids))
        ? posts.filter((one) => !isShown(one, event.ids))
        : posts;
  }
}

/**
 * Ids of the posts that may go out now: the first unfinished of each thread. A refused reply lets later ones pass, a
 * refused start of a thread does not, for the thread does not exist. Nothing passes one that waits: order is kept.
 */
export function readyToSend(posts: readonly Post[], now: number): string[] {
  const blocked = new Set<string>();
  const ready: string[] = [];
  for (const post of posts) {
    if (post.state === "sent" || blocked.has(post.threadId)) continue;
    if (post.state === "failed" && !post.start) continue;
    if (isDue(post, now)) ready.push(post.id);
    blocked.add(post.threadId);
  }
  return ready;
}

/** Ids of the posts that cannot go yet, since an earlier one of their thread waits, or its start was refused. */
export function heldUp(posts: readonly Post[]): Set<string> {
  const blocked = new Set<string>();
  const held = new Set<string>();
  for (const post of posts) {
    if (post.state === "queued" && blocked.has(post.threadId)) held.add(post.id);
    if (post.state === "waiting" || (post.state === "failed" && post.start)) blocked.add(post.threadId);
  }
  return held;
}

/** Whether it may go out now, when nothing else stands in its way. */
export function isDue(one: Attempt, now: number): boolean {
  return one.state === "queued" || (one.state === "waiting" && (one.nextTryAt ?? now) <= now);
}

/** When the next waiting one is due, milliseconds, or null when nothing waits for a time. */
export function nextDue(attempts: readonly Attempt[]): number | null {
  const times = attempts.flatMap((one) =>
    one.state === "waiting" && one.nextTryAt !== null ? [one.nextTryAt] : [],
  );
  return times.length > 0 ? Math.min(...times) : null;
}

function isShown(post: Post, ids: ReadonlySet<string>): boolean {
  return post.state === "sent" && ids.has(post.id);
}

function queued(post: NewPost): Post {
  return { ...post, state: "queued", tries: 0, nextTryAt: null, message: null };
}

function change(
  posts: readonly Post[],
  id: string,
  from: Post["state"][],
  to: Partial<Post>,
): readonly Post[] {
  return posts.map((one) => (one.id === id && from.includes(one.state) ? { ...one, ...to } : one));
}

/** What was being sent when the page closed may or may not have arrived; sending it again finds out. */
function merge(posts: readonly Post[], loaded: readonly Post[]): readonly Post[] {
  const known = new Set(posts.map((one) => one.id));
  const added = loaded
    .filter((one) => !known.has(one.id) && one.state !== "sent")
    .map((one) => (one.state === "failed" ? one : queued(one)));
  return [...posts, ...added].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** What was being sent, after a failure: it waits longer from try to try, or needs the person. */
export function afterFailure<A extends Attempt>(one: A, failure: Failure): A {
  const { message, now, offline } = failure;
  const tries = offline ? one.tries : one.tries + 1;
  if (!failure.passing || tries >= mostTries)
    return { ...one, state: "failed", tries, nextTryAt: null, message };
  const wait = offline ? offlineWaitMs : Math.max(waitAfter(tries), (failure.retryAfter ?? 0) * 1000);
  return { ...one, state: "waiting", tries, nextTryAt: now + wait, message };
}

function waitAfter(tries: number): number {
  return Math.min(longestWaitMs, 1000 * 2 ** tries);
}
