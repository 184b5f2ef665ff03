import { expect, it } from "vitest";
import type { AxisStanding } from "@/lib/assessments/standing";
import { tallyVerdicts } from "./tally-verdicts";

function standing(state: AxisStanding["state"], level?: number): AxisStanding {
  const median = level === undefined ? null : { low: level, high: level };
  return { axis: "so", state, judgements: [], count: 2, median, resolution: null, isReopened: false };
}

it("counts what passages are shown with, and tells the split, the hidden and what does not count apart", () => {
  const tally = tallyVerdicts([
    standing("agreed", 1),
    standing("one", 4),
    standing("agreed", 1),
    standing("split", 2),
    standing("hidden"),
    standing("none"),
    standing("one"),
    null,
    undefined,
  ]);
  expect(tally).toEqual({
    verdicts: [
      { verdict: "4", count: 1 },
      { verdict: "1", count: 2 },
    ],
    split: 1,
    hidden: 1,
    uncounted: 1,
    unclaimed: 0,
  });
});

it("counts a verdict on words that the source does not claim for nothing, and says that there is one", () => {
  expect(
    tallyVerdicts([standing("agreed", 4)], [standing("agreed", 1), standing("none"), undefined]),
  ).toEqual({
    verdicts: [{ verdict: "4", count: 1 }],
    split: 0,
    hidden: 0,
    uncounted: 0,
    unclaimed: 1,
  });
});

it("tells nothing of a verdict that is hidden", () => {
  const resolved = { ...standing("hidden", 3) };
  expect(tallyVerdicts([resolved]).verdicts).toEqual([]);
});
