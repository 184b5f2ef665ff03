import { describe, expect, it } from "vitest";
import { isDue, nextDue } from "@/lib/outbox/attempt";
import { type MarkEvent, type MarkedPassage, markedPassages } from "./unsaved-passages";

const now = 1_000_000;
const id = "a";
const mark = { id, articleId: "x", start: 4, end: 9, exact: "boats", at: "2026-11-23T09:00:00.000Z" };
const add: MarkEvent = { type: "add", mark };
const send: MarkEvent = { type: "send", id };
const discard: MarkEvent = { type: "discard", id };
const fail = (kind: "refused" | "busy" | "offline", wasDeleting = false): MarkEvent => ({
  type: "fail",
  id,
  wasDeleting,
  message: kind,
  isGroundless: false,
  passing: kind !== "refused",
  offline: kind === "offline",
  now,
  retryAfter: null,
});
const times = (count: number, ...events: MarkEvent[]) => Array.from({ length: count }, () => events).flat();

const run = (...events: MarkEvent[]) => events.reduce(markedPassages, [] as readonly MarkedPassage[]);
const draw = (marks: readonly MarkedPassage[]) =>
  marks.map((one) => `${one.isUndone ? "undo " : ""}${one.state}`).join(" ");

const cases: [string, MarkEvent[], string][] = [
  ["a new one is ready", [add], "queued"],
  ["a stored one leaves", [add, send, { type: "stored", id }], ""],
  ["a lost connection is waited for", [add, send, fail("offline")], "waiting"],
  ["for ever", [add, ...times(50, send, fail("offline"))], "waiting"],
  ["a busy server is waited for", [add, ...times(9, send, fail("busy"))], "waiting"],
  ["for some minutes", [add, ...times(10, send, fail("busy"))], "failed"],
  ["a refusal is for the person", [add, send, fail("refused")], "failed"],
  ["who can try again", [add, send, fail("refused"), { type: "retry", id }], "queued"],
  ["nothing is tried twice at once", [add, send, { type: "retry", id }], "sending"],
  ["what never left is simply gone", [add, discard], ""],
  ["so is what was refused", [add, send, fail("refused"), discard], ""],
  ["what is being sent is answered first", [add, send, discard], "undo sending"],
  ["and deleted when it has arrived", [add, send, discard, { type: "stored", id }], "undo queued"],
  ["or may have arrived", [add, send, discard, fail("offline")], "undo queued"],
  ["but not when it was refused", [add, send, discard, fail("refused")], ""],
  ["what waits may have arrived", [add, send, fail("offline"), discard], "undo queued"],
  [
    "a deletion waits for the connection too",
    [add, send, fail("offline"), discard, send, fail("offline", true)],
    "undo waiting",
  ],
  [
    "a refused one leaves the passage standing",
    [add, send, fail("offline"), discard, send, fail("refused", true)],
    "",
  ],
  [
    "a deleted one stays out of sight",
    [add, send, fail("offline"), discard, send, { type: "deleted", id }],
    "undo sent",
  ],
  [
    "a deletion that gave up starts again with the connection",
    [add, send, discard, { type: "stored", id }, ...times(10, send, fail("busy", true)), { type: "wake" }],
    "undo queued",
  ],
];

describe("what I marked", () => {
  it.each(cases)("%s", (_, events, state) => {
    expect(draw(run(...events))).toBe(state);
  });

  it("goes at once when the connection is back", () => {
    const waiting = run(add, send, fail("offline"));
    expect(nextDue(waiting)).toBe(now + 5_000);
    expect(waiting.map((one) => isDue(one, now))).toEqual([false]);
    expect(run(add, send, fail("offline"), { type: "wake" }).map((one) => isDue(one, now))).toEqual([true]);
  });

  it("is asked about again after a reload, unless it was refused", () => {
    const load = (...events: MarkEvent[]) => run({ type: "load", all: [...run(...events)] });
    expect(draw(load(add, send))).toBe("queued");
    expect(draw(load(add, send, discard))).toBe("undo queued");
    expect(draw(load(add, send, fail("refused")))).toBe("failed");
    expect(draw(run(add, { type: "load", all: [...run(add)] }))).toBe("queued");
  });
});
