import { type Attempt, afterFailure, awake, type Failure, isDue, ready } from "./attempt";

/** Something of mine on its way to the server. Its id was made by the browser, so sending it again makes no second one. */
export type Queued = Attempt & {
  id: string;
  articleId: string;
  /** When it was written, ISO. */
  at: string;
};

export type QueueEvent<One extends Queued> =
  | { type: "add"; one: One }
  /** What a closed page left behind. */
  | { type: "load"; all: readonly One[] }
  | { type: "send"; id: string }
  | { type: "sent"; id: string }
  | ({ type: "fail"; id: string } & Failure)
  | { type: "retry"; id: string }
  | { type: "discard"; id: string }
  /** Another window has sent it or thrown it away, or its form has it back. */
  | { type: "gone"; id: string }
  /** The connection is back: whatever waits may go now. */
  | { type: "wake" }
  /** The page shows these as stored. They have arrived then, whatever has become of the answer. */
  | { type: "shown"; ids: ReadonlySet<string> };

/** The next state of what is on its way, in the order in which it was written. Refuses nothing, forgets nothing. */
export function queue<One extends Queued>(all: readonly One[], event: QueueEvent<One>): readonly One[] {
  switch (event.type) {
    case "add":
      return all.some((one) => one.id === event.one.id) ? all : [...all, event.one];
    case "load":
      return merge(all, event.all);
    case "send":
      return change(all, event.id, ["queued", "waiting"], (one) => ({ ...one, state: "sending" }));
    case "sent":
      return change(all, event.id, ["sending"], (one) => ({
        ...one,
        state: "sent",
        message: null,
        nextTryAt: null,
      }));
    case "fail":
      return change(all, event.id, ["sending"], (one) => afterFailure(one, event));
    case "retry":
      return change(all, event.id, ["failed", "waiting"], (one) => ({
        ...one,
        ...ready,
        message: one.message,
      }));
    case "discard":
      // What is on its way may have been stored already: only what was refused or waits can be thrown away.
      return all.filter((one) => one.id !== event.id || one.state === "sending" || one.state === "sent");
    case "gone":
      return all.filter((one) => one.id !== event.id);
    case "wake":
      return all.map(awake);
    case "shown":
      return all.some((one) => event.ids.has(one.id)) ? all.filter((one) => !event.ids.has(one.id)) : all;
  }
}

/** What goes out before what. */
export type Order<One> = {
  /** Of what stands in one line, one goes out after the other, as it was written. */
  lineOf: (one: One) => string;
  /** Refused, it lets nothing of its line pass. Anything else that was refused does. */
  isGate: (one: One) => boolean;
  /** Something that is not in its line, and that it hangs on, has not arrived. */
  isHeld: (one: One) => boolean;
};

/** Ids of those that may go out now: the first unfinished of each line. Nothing passes one that waits: order is kept. */
export function readyToSend<One extends Queued>(
  all: readonly One[],
  now: number,
  { lineOf, isGate, isHeld }: Order<One>,
): string[] {
  const blocked = new Set<string>();
  const free: string[] = [];
  for (const one of all) {
    const line = lineOf(one);
    if (one.state === "sent" || blocked.has(line)) continue;
    if (one.state === "failed" && !isGate(one)) continue;
    // What is held lets others of its line pass: it is they that it may be waiting for.
    if (isHeld(one) && one.state !== "failed") continue;
    if (isDue(one, now)) free.push(one.id);
    blocked.add(line);
  }
  return free;
}

/** Ids of those that cannot go yet, since what comes before them waits, or was refused. */
export function heldUp<One extends Queued>(
  all: readonly One[],
  { lineOf, isGate, isHeld }: Order<One>,
): Set<string> {
  const blocked = new Set<string>();
  const held = new Set<string>();
  for (const one of all) {
    if (one.state === "queued" && (blocked.has(lineOf(one)) || isHeld(one))) held.add(one.id);
    if (one.state === "waiting" || (one.state === "failed" && isGate(one))) blocked.add(lineOf(one));
  }
  return held;
}

function change<One extends Queued>(
  all: readonly One[],
  id: string,
  from: One["state"][],
  to: (one: One) => One,
): readonly One[] {
  return all.map((one) => (one.id === id && from.includes(one.state) ? to(one) : one));
}

/** What was being sent when the page closed may or may not have arrived; sending it again finds out. */
function merge<One extends Queued>(all: readonly One[], loaded: readonly One[]): readonly One[] {
  const known = new Set(all.map((one) => one.id));
  const added = loaded
    .filter((one) => !known.has(one.id) && one.state !== "sent")
    .map((one) => (one.state === "failed" ? one : { ...one, ...ready }));
  return [...all, ...added].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
