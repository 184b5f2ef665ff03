import { expect, it } from "vitest";
import { missingIn } from "./use-evidence";

it.each([
  ["", null, ["title", "bearing"]],
  [" ", "context", ["title"]],
  ["Register", null, ["bearing"]],
  ["Register", "refutes", []],
] as const)("asks at once for all that is missing: %j, %j", (title, bearing, expected) => {
  const filled = { url: "", title, excerpt: "", bearing, primary: false };
  expect(Object.keys(missingIn(filled))).toEqual(expected);
});
