import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toCsv } from "./csv";

/** Reads CSV as RFC 4180 has it, by hand and without the code under test. */
function readCsv(file: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (let at = 1; at < file.length; ) {
    let cell = "";
    if (file[at] === '"') {
      for (at++; file[at] !== '"' || file[at + 1] === '"'; at++) {
        if (file[at] === '"') at++;
        cell += file[at];
      }
      at++;
    } else {
      while (file[at] !== "," && file[at] !== "\r") cell += file[at++];
    }
    row.push(cell);
    if (file[at] === ",") at++;
    else {
      expect(file.slice(at, at + 2)).toBe("\r\n");
      at += 2;
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

// Everything that CSV and spreadsheets take for more than letters, and some that they do not.
const anyCell = fc.string({
  unit: fc.constantFrom(...("=+-@＝＋－＠'\";,\t\r\n\u00a0 aé1🙂".match(/./gsu) ?? [])),
  maxLength: 8,
});

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
    ["\n=1", '"\'\n=1"'],
    ["  =1", "'  =1"],
    ["＝1", "'＝1"],
    ["a; =b", '"a; =b"'],
    ["a\t=b", '"a\t=b"'],
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

  it("comes back cell by cell, whatever is in it, and no cell of text runs as a formula", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(anyCell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
        (rows) => {
          const read = readCsv(toCsv(rows));
          const bare = (cell: string) => (cell.startsWith("'") ? cell.slice(1) : cell);
          expect(read.map((row) => row.map(bare))).toEqual(rows.map((row) => row.map(bare)));
          for (const cell of read.flat()) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u);
        },
      ),
    );
  });

  it("keeps cells whole in a program that parts them at semicolons or tabs", () => {
    expect(toCsv([["Norline; =HYPERLINK(1)", 2]])).toBe('\ufeff"Norline; =HYPERLINK(1)",2\r\n');
  });
});
