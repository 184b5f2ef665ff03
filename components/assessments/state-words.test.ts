import { describe, expect, it } from "vitest";
import type { AxisStanding, Judgement } from "@/lib/assessments/standing";
import { shortStanding, stateWords } from "./state-words";

const judged = (...hollow: boolean[]) =>
  hollow.map((isHollow, at) => ({ verdict: `${at + 1}`, isHollow, isStale: false })) as Judgement[];
const standing = (state: AxisStanding["state"], judgements: Judgement[]) =>
  ({ state, judgements, isReopened: false }) as AxisStanding;

describe("how it stands, in words", () => {
  it.each([
    ["one verdict", judged(false)],
    ["none counts yet", judged(true)],
    ["one of 2 counts", judged(false, true)],
  ])("is “%s”", (words, judgements) => {
    expect(stateWords(standing("one", judgements))).toBe(words);
  });
});

describe("how it stands, where there is little room", () => {
  const given = (...verdicts: string[]) =>
    verdicts.map((verdict) => ({ verdict, isHollow: false, isStale: false })) as Judgement[];
  const on = (axis: AxisStanding["axis"], state: AxisStanding["state"], over: Partial<AxisStanding>) =>
    ({ axis, state, judgements: [], median: null, resolution: null, count: 0, ...over }) as AxisStanding;

  const cases: [AxisStanding, ReturnType<typeof shortStanding>][] = [
    [on("so", "none", {}), null],
    [
      on("so", "agreed", { judgements: given("1", "1"), median: { low: 1, high: 1 } }),
      { signs: ["1"], words: "Inaccurate" },
    ],
    [on("said", "one", { judgements: given("U") }), { signs: ["U"], words: "Untraceable" }],
    [
      on("said", "agreed", { judgements: given("4", "3"), median: { low: 3, high: 4 } }),
      { signs: ["4", "3"], words: "Faithful to mostly faithful" },
    ],
    [
      on("so", "split", { judgements: given("1", "4", "4", "4"), median: { low: 4, high: 4 } }),
      { signs: ["4", "1"], words: "split 3 : 1" },
    ],
    [on("so", "split", { judgements: given("O", "2") }), { signs: ["2", "O"], words: "split 1 : 1" }],
    [on("so", "hidden", { count: 2 }), { signs: [], words: "2 judged" }],
  ];
  it.each(cases)("%#", (standing, expected) => {
    expect(shortStanding(standing)).toEqual(expected);
  });
});
