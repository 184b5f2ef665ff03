import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { askAtRest, patienceMs, restMs } from "./ask-at-rest";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Asks for something that is answered when the test says so. */
function makeAsked() {
  let resolve: (answer: string) => void = () => {};
  let reject: (why: Error) => void = () => {};
  const answered = new Promise<string>((yes, no) => {
    [resolve, reject] = [yes, no];
  });
  const asked = vi.fn(() => answered);
  const told: (string | null)[] = [];
  const callOff = askAtRest(asked, (answer) => told.push(answer));
  return { asked, told, callOff, resolve, reject };
}

describe("askAtRest", () => {
  it("asks once the typing rests, and tells the answer", async () => {
    const { asked, told, resolve } = makeAsked();
    await vi.advanceTimersByTimeAsync(restMs - 1);
    expect(asked).not.toHaveBeenCalled();
    resolve("Jane");
    await vi.advanceTimersByTimeAsync(1);
    expect(told).toEqual(["Jane"]);
    await vi.advanceTimersByTimeAsync(2 * patienceMs);
    expect(told).toEqual(["Jane"]);
  });

  it("tells of a failure", async () => {
    const { told, reject } = makeAsked();
    await vi.advanceTimersByTimeAsync(restMs);
    reject(new Error("no connection"));
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toEqual([null]);
  });

  it("goes on without an answer that hangs, and tells it when it comes", async () => {
    const { told, resolve } = makeAsked();
    await vi.advanceTimersByTimeAsync(restMs + patienceMs - 1);
    expect(told).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(told).toEqual([null]);
    resolve("Jane");
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toEqual([null, "Jane"]);
  });

  it.each([0, restMs, restMs + 1])("tells nothing once it is called off, after %i ms", async (ms) => {
    const { told, callOff, resolve } = makeAsked();
    await vi.advanceTimersByTimeAsync(ms);
    callOff();
    resolve("Jane");
    await vi.advanceTimersByTimeAsync(2 * patienceMs);
    expect(told).toEqual([]);
  });
});
