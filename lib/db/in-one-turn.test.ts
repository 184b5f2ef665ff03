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

/** Refuses whatever holds a "bad", is never done with "slow", and keeps what was stored together. */
function strict(refusal: Error) {
  const tried: string[] = [];
  const store = storeInOneTurn<string, string>(
    async (all) => {
      tried.push(all.join(" "));
      if (all.some((one) => one.startsWith("bad"))) throw refusal;
      return all.some((one) => one.startsWith("slow")) ? new Promise(() => {}) : [...all];
    },
    (one) => one.at(-1) ?? "",
  );
  return { store, tried };
}

it("stores what is of one place by itself where one is refused, and lets nobody wait for another place", async () => {
  const { store, tried } = strict(new pg.DatabaseError("Refused.", 0, "error"));
  void store("slow A");
  const settled = await Promise.allSettled(["bad B", "good B", "good C", "fine C"].map(store));
  expect(settled).toMatchObject([
    { reason: { message: "Refused." } },
    { value: "good B" },
    { value: "good C" },
    { value: "fine C" },
  ]);
  expect(tried).toEqual([
    "slow A bad B good B good C fine C",
    ...["slow A", "bad B good B", "good C fine C"],
    ...["bad B", "good B"],
  ]);
});

it.each([
  ["nobody knows what was stored", new Error("Connection terminated.")],
  ["it took too long", Object.assign(new pg.DatabaseError("Too long.", 0, "error"), { code: "57014" })],
])("tries nothing again where %s", async (_, refusal) => {
  const { store, tried } = strict(refusal);
  const settled = await Promise.allSettled([store("bad A"), store("good B")]);
  expect(settled.map((one) => one.status)).toEqual(["rejected", "rejected"]);
  expect(tried).toEqual(["bad A good B"]);
});
