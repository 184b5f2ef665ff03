import { describe, expect, it } from "vitest";
import type { AxisStanding, Judgement } from "@/lib/assessments/standing";
import { stateWords } from "./state-words";

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
