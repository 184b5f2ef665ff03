import { expect, it } from "vitest";
import { dayWithoutYear } from "./day-without-year";

it.each([
  ["HALDEN, March 14 (Reuters) — The dam broke.", "March 14"],
  ["HALDEN, Norway, Sept. 3 (AP) - The dam broke.", "Sept. 3"],
  ["Halden, 14 March – The dam broke.", "14 March"],
  ["HALDEN, March 14, 2025 (Reuters) — The dam broke.", null],
  ["HALDEN (Reuters) — The dam broke on March 14.", null],
  ["The dam broke on March 14.", null],
  ["HALDEN, March 41 (Reuters) — The dam broke.", null],
  ["HALDEN, May (Reuters) — The dam broke.", null],
])("%s", (text, expected) => {
  expect(dayWithoutYear([{ role: "body", text }])).toBe(expected);
});

it("reads the line with the date, and no caption", () => {
  expect(dayWithoutYear([{ role: "byline", text: "By Ida Holm, 3 May, 10:15" }])).toBe("3 May");
  expect(dayWithoutYear([{ role: "byline", text: "By Ida Holm, 3 May 2024" }])).toBeNull();
  expect(dayWithoutYear([{ role: "caption", text: "HALDEN, March 14 (Reuters) — The dam." }])).toBeNull();
});
