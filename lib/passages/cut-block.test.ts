import { expect, test } from "vitest";
import { cutBlock } from "./cut-block";

const segments = [
  { start: 2, end: 5, passages: ["a"] },
  { start: 5, end: 6, passages: ["b", "a"] },
  { start: 8, end: 14, passages: ["c"] },
];

test.each([
  [0, 2, "0-2"],
  [0, 10, "0-2 2-5a 5-6ba 6-8 8-10c"],
  [2, 6, "2-5a 5-6ba"],
  [9, 12, "9-12c"],
  [12, 20, "12-14c 14-20"],
  [14, 20, "14-20"],
])("block %i to %i is cut into %s", (start, end, expected) => {
  const pieces = cutBlock({ start, end }, segments);
  expect(pieces.map((one) => `${one.start}-${one.end}${one.passages.join("")}`).join(" ")).toBe(expected);
});
