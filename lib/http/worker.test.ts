import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { runInWorker, type Task } from "./worker";

const folder = mkdtempSync(join(tmpdir(), "sayso-worker-"));
const file = join(folder, "tasks.mjs");
writeFileSync(
  file,
  `import { threadId } from "node:worker_threads";
   export function work(what, value) {
     if (what === "throw") throw new Error("thrown");
     if (what === "spin") for (;;);
     const kept = [];
     if (what === "fill") for (;;) kept.push(new Array(1_000_000).fill(value));
     return { value, threadId };
   }`,
);
afterAll(() => rmSync(folder, { recursive: true }));

type Answer = { value: number; threadId: number };

const task: Task<[what: string, value: number], Answer> = {
  file,
  name: "work",
  run: (_what, value) => ({ value, threadId: 0 }),
  refusal: "This is too much.",
  limitMs: 1_500,
};

describe("runInWorker", () => {
  it("answers many calls in their order, in one thread that is not ours", async () => {
    const answers = await Promise.all([1, 2, 3].map((value) => runInWorker(task, "answer", value)));
    expect(answers.map(({ value }) => value)).toEqual([1, 2, 3]);
    expect(new Set(answers.map(({ threadId }) => threadId)).size).toBe(1);
    expect(answers[0]?.threadId).toBeGreaterThan(0);
  });

  it.each([
    ["spin", { code: "too-large", message: "This is too much." }],
    ["fill", { code: "too-large", message: "This is too much." }],
  ])("refuses a call that would %s, and answers the next in a new thread", async (what, refused) => {
    const before = await runInWorker(task, "answer", 0);
    const [bad, good] = await Promise.allSettled([
      runInWorker(task, what, 1),
      runInWorker(task, "answer", 2),
    ]);
    expect(bad).toMatchObject({ status: "rejected", reason: refused });
    expect(good).toMatchObject({ status: "fulfilled", value: { value: 2 } });
    expect(good.status === "fulfilled" && good.value.threadId).not.toBe(before.threadId);
  });

  it("hands on what a task throws, and keeps the thread", async () => {
    const before = await runInWorker(task, "answer", 0);
    await expect(runInWorker(task, "throw", 1)).rejects.toThrow("thrown");
    expect(await runInWorker(task, "answer", 2)).toEqual({ value: 2, threadId: before.threadId });
  });

  it("refuses a call for which the thread cannot start", async () => {
    const missing = { ...task, file: join(folder, "missing.ts") };
    await expect(runInWorker(missing, "answer", 1)).rejects.toThrow(/missing\.ts/);
  });

  it("lets nobody wait behind twenty others", async () => {
    const calls = Array.from({ length: 30 }, (_, value) => runInWorker(task, "answer", value));
    const settled = await Promise.allSettled(calls);
    const refused = settled.filter((one) => one.status === "rejected");
    expect(refused.length).toBeGreaterThanOrEqual(9);
    for (const one of refused) expect(one).toMatchObject({ reason: { code: "unavailable", retryAfter: 5 } });
  });
});
