import pg from "pg";
import { expect, it } from "vitest";
import { inOneTurn, storeInOneTurn } from "./in-one-turn";

/** Answers each with ten times itself, and keeps what was asked for together. */
function tenfold() {
  const asked: (readonly number[])[] = [];
  const ask = inOneTurn<number, number>(async (all) => {
    asked.push(all);
    return all.map((one) => (one < 0 ? new Error(`${one} is refused.`) : one * 10));
  });
  return { ask, asked };
}

it("asks at once for what comes in one turn, and answers each in its place", async () => {
  const { ask, asked } = tenfold();
  expect(await Promise.all([ask(3), ask(1), ask(3)])).toEqual([30, 10, 30]);
  expect(asked).toEqual([[3, 1, 3]]);
});

it("lets nobody wait for what was asked before", async () => {
  const never = new Promise<number[]>(() => {});
  const ask = inOneTurn<number, number>((all) => (all.includes(1) ? never : Promise.resolve([...all])));
  void ask(1);
  await new Promise((resolve) => setImmediate(resolve));
  expect(await ask(2)).toBe(2);
});

it("refuses one without the others, and keeps nothing", async () => {
  const { ask, asked } = tenfold();
  const [refused, answered] = await Promise.allSettled([ask(-1), ask(2)]);
  expect(refused).toMatchObject({ status: "rejected", reason: { message: "-1 is refused." } });
  expect(answered).toMatchObject({ value: 20 });
  await ask(2);
  expect(asked).toEqual([[-1, 2], [2]]);
});

it("asks for more than fifty in several goes", async () => {
  const { ask, asked } = tenfold();
  const all = Array.from({ length: 120 }, (_, index) => index);
  expect(await Promise.all(all.map(ask))).toEqual(all.map((one) => one * 10));
  expect(asked.map((one) => one.length)).toEqual([50, 50, 20]);
});

it("stores each by itself where one is refused, and lets nobody wait for another", async () => {
  const tried: (readonly string[])[] = [];
  const never = new Promise<string[]>(() => {});
  const store = storeInOneTurn<string, string>(async (all) => {
    tried.push(all);
    if (all.length > 1 || all.includes("bad")) throw new pg.DatabaseError("Refused.", 0, "error");
    return all.includes("slow") ? never : [...all];
  });
  void store("slow");
  const [bad, good] = await Promise.allSettled([store("bad"), store("good")]);
  expect(bad).toMatchObject({ reason: { message: "Refused." } });
  expect(good).toMatchObject({ value: "good" });
  expect(tried).toEqual([["slow", "bad", "good"], ["slow"], ["bad"], ["good"]]);
});

it("tries nothing again where nobody knows what was stored", async () => {
  let tries = 0;
  const store = storeInOneTurn<string, string>(async () => {
    tries++;
    throw new Error("Connection terminated.");
  });
  const settled = await Promise.allSettled([store("a"), store("b")]);
  expect(settled.map((one) => one.status)).toEqual(["rejected", "rejected"]);
  expect(tries).toBe(1);
});
