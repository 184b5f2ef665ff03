import { describe, expect, it } from "vitest";
import { meantPassage } from "./meant-passage";

const entries = ["a", "b", "c"].map((id, index) => ({ place: index + 1, passage: { id } }));

const cases: [string | null, string | null][] = [
  [null, null],
  ["b", "b"],
  ["1", "a"],
  ["3", "c"],
  ["4", "4"],
  ["0", "0"],
  ["01", "01"],
  ["2 ", "2 "],
  ["99999999999", "99999999999"],
];

describe("an address means", () => {
  it.each(cases)("%s: %s", (wanted, meant) => expect(meantPassage(wanted, entries)).toBe(meant));
});
