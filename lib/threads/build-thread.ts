import type { CommentOutline, CommentView } from "./schema";

/** How far the viewer has read: what has a higher number than both is new. */
export type ReadUpTo = { floor: number; floorAt: string; thread: { number: number; at: string } | null };

export type ThreadItem =
  | { kind: "comment"; comment: CommentView; isNew: boolean }
  /** A deleted comment, shown because later ones stand or because the viewer may bring it back. */
  | { kind: "hole"; comment: CommentView }
  /** The middle of a long thread, out of sight until asked for. */
  | { kind: "fold"; count: number }
  /** Above the first new comment. */
  | { kind: "divider"; since: string; count: number };

export type BuiltThread = {
  items: ThreadItem[];
  /** Comments that are not deleted, held ones included. */
  standing: number;
  /** New comments of others, held ones included. */
  unread: number;
  /** Comments of others that arrived while the viewer was reading or writing: behind the "2 new" button. */
  held: CommentView[];
  lastAt: string | null;
};

export type BuildOptions = {
  viewerId: string;
  seen: ReadUpTo;
  /** Hold back others' comments with a higher number; null holds nothing back. */
  holdAfter: number | null;
  /** Show the middle of a long thread too. */
  unfolded: boolean;
  /** A comment that a link points to: it is never folded away. */
  linkedId: string | null;
  /** Whether the viewer may bring this deleted comment back. */
  mayRestore: (comment: CommentView) => boolean;
};

const shownFirst = 2;
const shownLast = 5;
/** Fewer than this are not worth a fold. */
const fewestFolded = 4;

/**
 * Puts a thread's comments in their order, oldest first, with holes for deleted ones, the divider above what is new
 * and the fold in the middle. Says the same for the same arguments; `comments` may be in any order.
 */
export function buildThread(comments: readonly CommentView[], options: BuildOptions): BuiltThread {
  const ordered = [...comments].sort(byNumber);
  const held = ordered.filter((one) => isHeld(one, options));
  const shown = ordered.filter((one) => !held.includes(one));
  const standing = ordered.filter((one) => !one.deletedAt);
  const lastStanding = shown.findLastIndex((one) => !one.deletedAt);
  const readUpTo = Math.max(options.seen.floor, options.seen.thread?.number ?? 0);

  const lines = shown
    .filter((one, at) => !one.deletedAt || at < lastStanding || options.mayRestore(one))
    .map(
      (comment): ThreadItem =>
        comment.deletedAt
          ? { kind: "hole", comment }
          : { kind: "comment", comment, isNew: isUnread(comment, readUpTo, options.viewerId) },
    );
  return {
    items: withDivider(withFold(lines, options), options.seen),
    standing: standing.length,
    unread: standing.filter((one) => isUnread(one, readUpTo, options.viewerId)).length,
    held,
    lastAt: standing.at(-1)?.createdAt ?? null,
  };
}

/** True when somebody else wrote this after the event up to which the viewer has read. A deleted comment is nothing new. */
export function isUnread(comment: CommentOutline, readUpTo: number, viewerId: string): boolean {
  return comment.author !== viewerId && !comment.deletedAt && comment.createdNumber > readUpTo;
}

/** The viewer's last comment that still stands, which ↑ in an empty composer edits. */
export function lastOwn(comments: readonly CommentView[], viewerId: string): CommentView | null {
  return [...comments].sort(byNumber).findLast((one) => one.author === viewerId && !one.deletedAt) ?? null;
}

function byNumber(a: CommentView, b: CommentView): number {
  if (a.createdNumber !== b.createdNumber) return a.createdNumber - b.createdNumber;
  return a.id < b.id ? -1 : 1;
}

function isHeld(comment: CommentView, { holdAfter, viewerId }: BuildOptions): boolean {
  if (holdAfter === null || comment.deletedAt) return false;
  return comment.author !== viewerId && comment.createdNumber > holdAfter;
}

function withFold(lines: ThreadItem[], { unfolded, linkedId }: BuildOptions): ThreadItem[] {
  const firstNew = lines.findIndex((line) => line.kind === "comment" && line.isNew);
  const end = Math.min(lines.length - shownLast, firstNew < 0 ? lines.length : firstNew);
  const folded = lines.slice(shownFirst, Math.max(shownFirst, end));
  const hidesLinked = folded.some((line) => "comment" in line && line.comment.id === linkedId);
  if (unfolded || hidesLinked || folded.length < fewestFolded) return lines;
  return [...lines.slice(0, shownFirst), { kind: "fold", count: folded.length }, ...lines.slice(end)];
}

function withDivider(lines: ThreadItem[], seen: ReadUpTo): ThreadItem[] {
  const at = lines.findIndex((line) => line.kind === "comment" && line.isNew);
  // A thread that is wholly new needs no line that says so.
  if (at <= 0) return lines;
  const count = lines.filter((line) => line.kind === "comment" && line.isNew).length;
  const since = seen.thread && seen.thread.number >= seen.floor ? seen.thread.at : seen.floorAt;
  return [...lines.slice(0, at), { kind: "divider", since, count }, ...lines.slice(at)];
}
