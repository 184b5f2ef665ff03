import { describe, expect, it } from "vitest";
import { nextDue, ready } from "./attempt";
import { heldUp, type Order, type Queued, type QueueEvent, queue, readyToSend } from "./queue";

type Post = Queued & { line: string; isGate: boolean; needs: string };
type OutboxEvent = QueueEvent<Post>;

const now = 1_000_000;

function post(id: string, line = "t", more: Partial<Post> = {}): Post {
  const at = `2026-11-23T09:00:0${id.charCodeAt(0) % 10}.000Z`;
  return { id, articleId: "a", at, line, isGate: false, needs: "", ...ready, ...more };
}

/** They stand in lines by name; one that needs another is held until that is gone or sent. */
const order = (all: readonly Post[]): Order<Post> => ({
  lineOf: ({ line }) => line,
  isGate: ({ isGate }) => isGate,
  isHeld: ({ needs }) => all.some((one) => one.id === needs && one.state !== "sent"),
});

const start: Partial<Post> = { isGate: true };
const add = (id: string, line?: string, more?: Partial<Post>): OutboxEvent => ({
  type: "add",
  one: post(id, line, more),
});
const send = (id: string): OutboxEvent => ({ type: "send", id });
const sent = (id: string): OutboxEvent => ({ type: "sent", id });
const fail = (
  id: string,
  kind: "refused" | "busy" | "offline",
  retryAfter: number | null = null,
): OutboxEvent => ({
  type: "fail",
  id,
  message: kind,
  isGroundless: false,
  passing: kind !== "refused",
  offline: kind === "offline",
  now,
  retryAfter,
});

const needing = (id: string, needs: string) => add(id, "u", { needs });
const refused = (id: string) => [send(id), fail(id, "refused")];

const run = (...events: OutboxEvent[]) => events.reduce(queue<Post>, []);
const draw = (posts: readonly Post[]) => posts.map((one) => `${one.id}:${one.state}`).join(" ");

const cases: [string, OutboxEvent[], string, string][] = [
  ["nothing", [], "", ""],
  ["a new post is ready", [add("a")], "a:queued", "a"],
  ["a double click adds one", [add("a"), add("a")], "a:queued", "a"],
  ["what is being sent is not sent again", [add("a"), send("a")], "a:sending", ""],
  ["sending twice sends once", [add("a"), send("a"), send("a")], "a:sending", ""],
  ["a second reply waits for the first", [add("a"), add("b"), send("a")], "a:sending b:queued", ""],
  ["and goes when the first has arrived", [add("a"), add("b"), send("a"), sent("a")], "a:sent b:queued", "b"],
  ["threads do not wait for each other", [add("a", "t"), add("b", "u")], "a:queued b:queued", "a b"],
  ["a refused reply fails", [add("a"), send("a"), fail("a", "refused")], "a:failed", ""],
  ["and lets the next pass", [add("a"), add("b"), send("a"), fail("a", "refused")], "a:failed b:queued", "b"],
  [
    "a refused start of a thread lets nothing pass",
    [add("a", "t", start), add("b"), send("a"), fail("a", "refused")],
    "a:failed b:queued",
    "",
  ],
  [
    "retry queues it again",
    [add("a"), send("a"), fail("a", "refused"), { type: "retry", id: "a" }],
    "a:queued",
    "a",
  ],
  [
    "retry does nothing to what is being sent",
    [add("a"), send("a"), { type: "retry", id: "a" }],
    "a:sending",
    "",
  ],
  [
    "retry does nothing to what was sent",
    [add("a"), send("a"), sent("a"), { type: "retry", id: "a" }],
    "a:sent",
    "",
  ],
  [
    "a failed one can be thrown away",
    [add("a"), send("a"), fail("a", "refused"), { type: "discard", id: "a" }],
    "",
    "",
  ],
  ["one on its way cannot", [add("a"), send("a"), { type: "discard", id: "a" }], "a:sending", ""],
  ["a busy server is tried again later", [add("a"), send("a"), fail("a", "busy")], "a:waiting", ""],
  ["a lost connection is waited for", [add("a"), send("a"), fail("a", "offline")], "a:waiting", ""],
  [
    "order is kept while waiting",
    [add("a"), add("b"), send("a"), fail("a", "offline")],
    "a:waiting b:queued",
    "",
  ],
  [
    "it goes when the connection is back",
    [add("a"), send("a"), fail("a", "offline"), { type: "wake" }],
    "a:waiting",
    "a",
  ],
  [
    "a late failure does not undo an arrival",
    [add("a"), send("a"), sent("a"), fail("a", "offline")],
    "a:sent",
    "",
  ],
  [
    "a sent one stays until it is shown",
    [add("a"), send("a"), sent("a"), { type: "shown", ids: new Set(["b"]) }],
    "a:sent",
    "",
  ],
  ["and leaves then", [add("a"), send("a"), sent("a"), { type: "shown", ids: new Set(["a"]) }], "", ""],
  [
    "one that is shown before its answer came has arrived",
    [add("a"), send("a"), { type: "shown", ids: new Set(["a"]) }, sent("a")],
    "",
    "",
  ],
  [
    "one that is shown although its answer was lost is not sent again",
    [add("a"), send("a"), fail("a", "offline"), { type: "shown", ids: new Set(["a"]) }, { type: "wake" }],
    "",
    "",
  ],
];

const needs: [string, OutboxEvent[], string][] = [
  ["waits for what it needs, in another line", [add("a"), needing("b", "a")], "a"],
  ["goes when that has arrived", [add("a"), needing("b", "a"), send("a"), sent("a")], "b"],
  ["waits while that was refused", [add("a"), needing("b", "a"), ...refused("a")], ""],
  [
    "goes when that was thrown away",
    [add("a"), needing("b", "a"), ...refused("a"), { type: "discard", id: "a" }],
    "b",
  ],
  ["lets others of its line pass", [add("a"), needing("b", "a"), add("c", "u"), send("a")], "c"],
  ["is gone when another window has sent it", [add("a"), { type: "gone", id: "a" }], ""],
];

describe("what needs something else", () => {
  it.each(needs)("%s", (_, events, free) => {
    const after = run(...events);
    expect(readyToSend(after, now, order(after)).join(" ")).toBe(free);
  });
});

describe("posts on their way", () => {
  it.each(cases)("%s", (_, events, posts, ready) => {
    const after = run(...events);
    expect(draw(after)).toBe(posts);
    expect(readyToSend(after, now, order(after)).join(" ")).toBe(ready);
  });
});

describe("waiting", () => {
  const afterBusy = (tries: number) =>
    run(add("a"), ...Array.from({ length: tries }, () => [send("a"), fail("a", "busy")]).flat());

  it("gets longer, goes on for minutes, then asks the person", () => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((tries) => (nextDue(afterBusy(tries)) ?? 0) - now);
    expect(waits).toEqual([2000, 4000, 8000, 16000, 30000, 30000, 30000, 30000, 30000]);
    expect(draw(afterBusy(10))).toBe("a:failed");
    expect(afterBusy(10)[0]?.message).toBe("busy");
  });

  it("takes the server's word for how long, but never hurries because of it", () => {
    const asked = run(add("a"), send("a"), fail("a", "busy", 7));
    expect(nextDue(asked)).toBe(now + 7000);
    expect(readyToSend(asked, now + 6999, order(asked))).toEqual([]);
    expect(readyToSend(asked, now + 7000, order(asked))).toEqual(["a"]);
    const often = run(add("a"), ...Array.from({ length: 4 }, () => [send("a"), fail("a", "busy", 2)]).flat());
    expect(nextDue(often)).toBe(now + 16_000);
  });

  it("never gives up on a lost connection", () => {
    const posts = run(
      add("a"),
      ...Array.from({ length: 50 }, () => [send("a"), fail("a", "offline")]).flat(),
    );
    expect(draw(posts)).toBe("a:waiting");
  });
});

const held: [string, OutboxEvent[], string][] = [
  ["nothing behind one that is being sent", [add("a"), add("b"), send("a")], ""],
  ["what stands behind one that waits", [add("a"), add("b"), send("a"), fail("a", "offline")], "b"],
  ["nothing of another thread", [add("a"), add("b", "u"), send("a"), fail("a", "offline")], ""],
  ["nothing behind a refused reply", [add("a"), add("b"), send("a"), fail("a", "refused")], ""],
  [
    "what stands behind a refused start",
    [add("a", "t", start), add("b"), add("c"), send("a"), fail("a", "refused")],
    "b c",
  ],
  ["what needs something that was refused", [add("a"), needing("b", "a"), ...refused("a")], "b"],
  ["nothing that has what it needs", [add("a"), needing("b", "a"), send("a"), sent("a")], ""],
];

describe("held up is", () => {
  it.each(held)("%s", (_, events, ids) => {
    const all = run(...events);
    expect([...heldUp(all, order(all))].join(" ")).toBe(ids);
  });
});

describe("after a reload", () => {
  const stored = run(
    add("a"),
    add("b"),
    add("c"),
    add("d"),
    send("a"),
    send("b"),
    fail("b", "refused"),
    send("d"),
    sent("d"),
  );

  it("asks again for what was on its way, keeps what failed, forgets what arrived", () => {
    expect(draw(queue([], { type: "load", all: [...stored] }))).toBe("a:queued b:failed c:queued");
  });

  it("does not double what is already here, nor set it back", () => {
    const here = run(add("a"), send("a"));
    expect(draw(queue(here, { type: "load", all: [...stored] }))).toBe("a:sending b:failed c:queued");
  });

  it("keeps the order of writing", () => {
    expect(draw(queue(run(add("c")), { type: "load", all: [...run(add("a"))] }))).toBe("a:queued c:queued");
  });
});
