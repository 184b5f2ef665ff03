import { afterFailure, awake, type Failure, ready } from "@/lib/outbox/attempt";
import type { Queued } from "@/lib/outbox/queue";
import type { Span } from "@/lib/text/offsets";

/** A passage on its way, kept in the browser until the server has it; or taken back, until the server has it not. */
export type MarkedPassage = Span &
  Queued & {
    exact: string;
    /** A try has gone out and was not refused: it may have arrived although no answer came. */
    mayBeStored: boolean;
    /** Taken back by the person: out of sight, and to be deleted wherever it has arrived. */
    isUndone: boolean;
  };

type NewMark = Pick<MarkedPassage, "id" | "articleId" | "start" | "end" | "exact" | "at">;

export type MarkEvent =
  | { type: "add"; mark: NewMark }
  | { type: "load"; all: readonly MarkedPassage[] }
  | { type: "send"; id: string }
  /** The server has stored it. */
  | { type: "stored"; id: string }
  /** The server has deleted it, or never had it. */
  | { type: "deleted"; id: string }
  | ({ type: "fail"; id: string; wasDeleting: boolean } & Failure)
  | { type: "retry"; id: string }
  | { type: "discard"; id: string }
  /** Another window has sent it, or taken it back. */
  | { type: "gone"; id: string }
  /** The connection is back. */
  | { type: "wake" };

export function newMark(given: NewMark): MarkedPassage {
  return { ...given, ...ready, mayBeStored: false, isUndone: false };
}

/** The next state of what I marked. Nothing leaves before the server has said what has become of it. */
export function markedPassages(marks: readonly MarkedPassage[], event: MarkEvent): readonly MarkedPassage[] {
  switch (event.type) {
    case "add":
      return [...marks, newMark(event.mark)];
    case "load":
      return [...event.all.filter((one) => !marks.some(({ id }) => id === one.id)).map(again), ...marks];
    case "wake":
      return marks.map(woken);
    default:
      return marks.flatMap((one) => (one.id === event.id ? (next(one, event) ?? []) : one));
  }
}

type OfOne = Exclude<MarkEvent, { type: "add" } | { type: "load" } | { type: "wake" }>;

/** What becomes of the passage that the event is about; null when nothing is left to do about it. */
function next(one: MarkedPassage, event: OfOne): MarkedPassage | null {
  switch (event.type) {
    case "send":
      return { ...one, state: "sending", mayBeStored: true };
    case "stored":
      return one.isUndone ? { ...one, ...ready } : null;
    case "deleted":
      // It stays in memory, so that a late answer that still has it does not bring it back to the screen.
      return { ...one, ...ready, state: "sent" };
    case "fail":
      return one.isUndone
        ? undoneAfter(one, event)
        : { ...afterFailure(one, event), mayBeStored: event.passing };
    case "gone":
      return null;
    case "retry":
      return one.state === "failed" || one.state === "waiting" ? { ...one, ...ready } : one;
    case "discard":
      if (!one.mayBeStored) return null;
      // What is being sent is answered first: a deletion that overtakes it would find nothing to delete.
      return { ...one, ...(one.state === "sending" ? {} : ready), isUndone: true };
  }
}

/** After a failed try to store it, the deletion comes; a deletion that was refused leaves the passage standing. */
function undoneAfter(one: MarkedPassage, event: Extract<MarkEvent, { type: "fail" }>): MarkedPassage | null {
  if (!event.passing) return null;
  return event.wasDeleting ? afterFailure(one, event) : { ...one, ...ready };
}

/** What was being sent when the page closed may or may not have arrived; sending it again finds out. */
function again(one: MarkedPassage): MarkedPassage {
  return one.state === "failed" && !one.isUndone ? one : { ...one, ...ready };
}

function woken(one: MarkedPassage): MarkedPassage {
  // Nobody sees it, so nobody could press "Try again".
  return one.isUndone && one.state === "failed" ? { ...one, ...ready } : awake(one);
}
