import { expect, it } from "vitest";
import { shorten } from "./shorten";

it.each([
  ["", 3, ""],
  ["abc", 3, "abc"],
  ["abcd", 3, "abc…"],
  ["😀😀😀", 3, "😀😀😀"],
  ["😀😀😀😀", 3, "😀😀😀…"],
  ["a😀😀😀", 3, "a😀😀…"],
])("shortens %j to %i: %j", (text, most, expected) => {
  expect(shorten(text, most)).toBe(expected);
});
