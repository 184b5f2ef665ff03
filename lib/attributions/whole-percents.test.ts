import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wholePercents } from "./whole-percents";

describe("wholePercents", () => {
  const cases: [readonly number[], number[]][] = [
    [
      [1, 1, 1],
      [34, 33, 33],
    ],
    // Rounded each for itself they are 101.
    [
      [125, 125, 750],
      [13, 12, 75],
    ],
    [
      [5, 5, 5, 985],
      [1, 1, 0, 98],
    ],
    [[7], [100]],
    [
      [0, 3],
      [0, 100],
    ],
    [
      [0, 0],
      [0, 0],
    ],
    [[], []],
  ];
  it.each(cases)("%j", (parts, expected) => {
    expect(wholePercents(parts)).toEqual(expected);
  });

  it("adds up, and is never one or more away", () => {
    const parts = fc.array(fc.nat(5000), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(parts, fc.integer({ min: 0, max: 100 }), (given, total) => {
        const sum = given.reduce((all, one) => all + one, 0);
        const whole = wholePercents(given, total);
        expect(whole.reduce((all, one) => all + one, 0)).toBe(sum === 0 ? 0 : total);
        for (const [at, one] of whole.entries()) {
          if (sum > 0) expect(Math.abs(one - ((given[at] ?? 0) * total) / sum)).toBeLessThan(1);
        }
      }),
    );
  });
});
