import { expect, it } from "vitest";
import { collapseWhiteSpace, isWhiteSpace, trimWhiteSpace, withoutWhiteSpace } from "./white-space";

it.each([
  ["line breaks of all kinds become one space", "a\r\nb\rc\n\nd\u2028e\ff", "a b c d e f"],
  ["tabs and double spaces too", "a\tb  c", "a b c"],
  ["ends are trimmed", " \n a \u00a0", "a"],
  ["a single no-break space stays", "«\u00a0oui\u202f»", "«\u00a0oui\u202f»"],
  ["a no-break space beside a space does not", "a\u00a0 b", "a b"],
  ["zero-width characters stay", "\ufeffa\u200bb\u200d\ufeff", "\ufeffa\u200bb\u200d\ufeff"],
  ["accents are not composed", "e\u0301", "e\u0301"],
])("%s", (_name, text, expected) => {
  expect(collapseWhiteSpace(text)).toBe(expected);
  expect(collapseWhiteSpace(expected)).toBe(expected);
});

it("knows white space from characters that only look like it", () => {
  expect(isWhiteSpace("\u00a0")).toBe(true);
  expect(isWhiteSpace("\ufeff")).toBe(false);
  expect(trimWhiteSpace("\ufeff a ")).toBe("\ufeff a");
  expect(withoutWhiteSpace(" a\u00a0b\n\ufeffc")).toBe("ab\ufeffc");
});
