import { describe, expect, it } from "vitest";
import { toCsv } from "./csv";

describe("toCsv", () => {
  it.each([
    ["plain", "plain"],
    ["a, b", '"a, b"'],
    ['He said "no"', '"He said ""no"""'],
    ["two\nlines", '"two\nlines"'],
    ["=HYPERLINK(1)", "'=HYPERLINK(1)"],
    ["+1", "'+1"],
    ["-2", "'-2"],
    ["@me", "'@me"],
    ['=1,"2"', '"\'=1,""2"""'],
    [-3.5, "-3.5"],
    [null, ""],
  ])("writes %j as %j", (value, expected) => {
    expect(toCsv([[value]])).toBe(`\ufeff${expected}\r\n`);
  });

  it("keeps rows and cells apart", () => {
    expect(
      toCsv([
        ["a", "b"],
        [1, null],
      ]),
    ).toBe("\ufeffa,b\r\n1,\r\n");
  });
});
