import { expect, it } from "vitest";
import { CallError } from "@/lib/http/client";
import { runOver, tellFailure } from "./run-over";

const rows = [1, 2, 3, 4].map((place) => ({ place }));
const conflict = new CallError({ status: 409, code: "conflict", message: "This was changed meanwhile." });
const offline = new CallError({ status: 0, code: "offline", message: "No connection." });

/** Refuses the rows at these places. */
const refusing =
  (refusals: Record<number, Error>) =>
  async ({ place }: { place: number }) => {
    const refusal = refusals[place];
    if (refusal) throw refusal;
  };

it("does one after the other and says how far it is", async () => {
  const order: string[] = [];
  const outcome = await runOver(
    rows,
    async ({ place }) => {
      order.push(`begin ${place}`);
      await Promise.resolve();
      order.push(`end ${place}`);
    },
    (behind) => order.push(`${behind} behind`),
  );
  expect(order.slice(0, 6)).toEqual(["0 behind", "begin 1", "end 1", "1 behind", "begin 2", "end 2"]);
  expect(outcome).toEqual({ done: rows, failed: [], left: [] });
});

it("goes on behind a refusal, and names what was refused", async () => {
  const outcome = await runOver(rows, refusing({ 2: conflict, 4: conflict }), () => {});
  expect(outcome.done.map((one) => one.place)).toEqual([1, 3]);
  expect(tellFailure(outcome)).toBe("2 of 4 are done. Claims 2 and 4: This was changed meanwhile.");
});

it("stops where the server cannot be reached, and says what was not tried", async () => {
  const outcome = await runOver(rows, refusing({ 2: offline }), () => {});
  expect(tellFailure(outcome)).toBe("1 of 4 is done. Claim 2: No connection. 2 were not tried.");
  expect(outcome.left.map((one) => one.place)).toEqual([3, 4]);
});

it("names a fault of ours in words for people", async () => {
  const outcome = await runOver(rows, refusing({ 2: new TypeError("x is undefined") }), () => {});
  expect(tellFailure(outcome)).toBe("3 of 4 are done. Claim 2: Something went wrong. Try again.");
});
