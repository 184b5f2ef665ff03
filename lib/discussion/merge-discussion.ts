import type { PassageView } from "@/lib/passages/schema";
import type { CommentView, ThreadView } from "@/lib/threads/schema";
import type { Discussion, Person, Seen } from "./schema";

/**
 * What the browser holds, brought up to date with an answer of the server.
 *
 * The rule: `held` is whole up to its number. So an answer that is not newer adds nothing (late and repeated answers
 * are harmless), a newer whole one replaces it, and a newer delta that was asked for with `since` = any number held so
 * far is laid over it, the higher row number winning. Rows of one's own writes that are ahead of the answer stay.
 */
export function mergeDiscussion(held: Discussion, answer: Discussion): Discussion {
  if (answer.articleId !== held.articleId) return answer;
  if (answer.number <= held.number) return held;
  const isWhole = answer.removed === undefined;
  const removed = new Set(answer.removed?.passages ?? []);
  const keeps = (row: Row) => row.number > answer.number || (!isWhole && !removed.has(row.id));
  const { removed: _, ...rest } = answer;
  return tidy({
    ...rest,
    firstTime: held.firstTime,
    passages: overlay(held.passages.filter(keeps), answer.passages),
    threads: overlay(isWhole ? held.threads.filter(keeps) : held.threads, answer.threads),
    comments: overlay(isWhole ? held.comments.filter(keeps) : held.comments, answer.comments),
    people: mergePeople(held.people, answer.people),
    seen: mergeSeen(held.seen, answer.seen),
  });
}

/** What one's own write was answered with. */
export type Written = {
  passage?: PassageView | null;
  thread?: ThreadView;
  comment?: CommentView;
  /** A deleted passage; its threads go with it. */
  removedPassage?: { id: string; number: number };
};

/**
 * Lays the answer to one's own write over what is held, without waiting for the bell. The number stays, since others
 * may have written in between; the next delta brings those, and the same rows again.
 */
export function mergeWritten(held: Discussion, written: Written): Discussion {
  const { passage, thread, comment, removedPassage } = written;
  const isGone = (row: Row) => row.id === removedPassage?.id && row.number < removedPassage.number;
  return tidy({
    ...held,
    passages: overlay(
      held.passages.filter((row) => !isGone(row)),
      passage ? [passage] : [],
    ),
    threads: overlay(held.threads, thread ? [thread] : []),
    comments: overlay(held.comments, comment ? [comment] : []),
  });
}

/** Moves the marks of what was read forward, never back. */
export function mergeRead(held: Discussion, read: Partial<Seen>): Discussion {
  return { ...held, seen: mergeSeen(held.seen, { ...held.seen, ...read, at: held.seen.at }) };
}

type Row = { id: string; number: number };

function overlay<T extends Row>(below: readonly T[], above: readonly T[]): T[] {
  if (above.length === 0) return [...below];
  const rows = new Map(below.map((row) => [row.id, row]));
  for (const row of above) {
    const other = rows.get(row.id);
    if (!other || other.number <= row.number) rows.set(row.id, row);
  }
  return [...rows.values()];
}

/** Threads go with their passage and comments with their thread; all stand in the server's order. */
function tidy(discussion: Discussion): Discussion {
  const passages = new Set(discussion.passages.map((row) => row.id));
  const threads = discussion.threads.filter((row) => row.passageId === null || passages.has(row.passageId));
  const ids = new Set(threads.map((row) => row.id));
  return {
    ...discussion,
    passages: sorted(discussion.passages, (a, b) => a.start - b.start || a.end - b.end),
    threads: sorted(threads, (a, b) => a.createdNumber - b.createdNumber),
    comments: sorted(
      discussion.comments.filter((row) => ids.has(row.threadId)),
      (a, b) => a.createdNumber - b.createdNumber,
    ),
  };
}

function sorted<T extends Row>(rows: readonly T[], compare: (a: T, b: T) => number): T[] {
  return [...rows].sort((a, b) => compare(a, b) || (a.id < b.id ? -1 : 1));
}

/** Every answer names all members, so whoever is missing from it is a member no more. */
function mergePeople(held: readonly Person[], answered: readonly Person[]): Person[] {
  const named = new Set(answered.map((one) => one.id));
  const formers = held.filter((one) => !named.has(one.id)).map((one) => ({ ...one, role: null }));
  return [...answered, ...formers];
}

function mergeSeen(a: Seen, b: Seen): Seen {
  const threads = { ...a.threads };
  for (const [id, read] of Object.entries(b.threads)) {
    const other = threads[id];
    if (!other || other.number <= read.number) threads[id] = read;
  }
  return { number: Math.max(a.number, b.number), at: a.at, threads };
}
