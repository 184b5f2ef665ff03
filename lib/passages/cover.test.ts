import { describe, expect, it } from "vitest";
import { cover, type Stretch } from "./cover";

const stretch = (id: string, start: number, end: number): Stretch => ({ id, start, end });

const cases: { name: string; passages: Stretch[]; segments: [number, number, string][] }[] = [
  { name: "nothing", passages: [], segments: [] },
  { name: "an empty passage covers nothing", passages: [stretch("a", 3, 3)], segments: [] },
  { name: "one", passages: [stretch("a", 2, 5)], segments: [[2, 5, "a"]] },
  {
    name: "two that touch do not join",
    passages: [stretch("b", 5, 9), stretch("a", 2, 5)],
    segments: [
      [2, 5, "a"],
      [5, 9, "b"],
    ],
  },
  {
    name: "two that overlap",
    passages: [stretch("a", 0, 10), stretch("b", 6, 12)],
    segments: [
      [0, 6, "a"],
      [6, 10, "b a"],
      [10, 12, "b"],
    ],
  },
  {
    name: "one inside another: the shorter first",
    passages: [stretch("a", 0, 10), stretch("b", 4, 6)],
    segments: [
      [0, 4, "a"],
      [4, 6, "b a"],
      [6, 10, "a"],
    ],
  },
  {
    name: "the same place three times",
    passages: [stretch("c", 1, 4), stretch("a", 1, 4), stretch("b", 1, 4)],
    segments: [[1, 4, "a b c"]],
  },
];

/** A small generator with a seed, so that a failure can be repeated. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

describe("cover", () => {
  it.each(cases)("$name", ({ passages, segments }) => {
    expect(cover(passages).map((one) => [one.start, one.end, one.passages.join(" ")])).toEqual(segments);
  });

  it("agrees with looking at every character, 300 times at random", () => {
    for (let seed = 1; seed <= 300; seed++) {
      const roll = dice(seed);
      const passages = Array.from({ length: roll(12) }, (_, index) => {
        const start = roll(30);
        return stretch(`p${index}`, start, start + roll(12));
      });
      const segments = cover(passages);
      for (let at = 0; at < 45; at++) {
        const expected = passages.filter((one) => one.start <= at && at < one.end).map((one) => one.id);
        const here = segments.filter((one) => one.start <= at && at < one.end);
        expect(here.length).toBe(expected.length > 0 ? 1 : 0);
        expect([...(here[0]?.passages ?? [])].sort()).toEqual(expected.sort());
      }
      for (const [index, one] of segments.entries()) {
        const next = segments[index + 1];
        if (next) expect(next.start).toBeGreaterThanOrEqual(one.end);
      }
    }
  });

  it("comes to an end with 20,000 passages", { timeout: 30_000 }, () => {
    const roll = dice(7);
    const passages = Array.from({ length: 20_000 }, (_, index) => {
      const start = roll(500_000);
      return stretch(`p${index}`, start, start + 20 + roll(300));
    });
    expect(cover(passages).length).toBeGreaterThan(20_000);
  });
});
