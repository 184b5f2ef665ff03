import { expect, it } from "vitest";
import { confidenceCountWords, countConfidence } from "./confidence";

it.each([
  [[], ""],
  [["medium"], "medium"],
  [["low", "low"], "2 low"],
  [["low", "high", "medium", "high"], "2 high, 1 medium, 1 low"],
] as const)("says how sure %j are", (given, words) => {
  expect(confidenceCountWords(countConfidence(given))).toBe(words);
});
