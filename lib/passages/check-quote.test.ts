import { describe, expect, it } from "vitest";
import { checkQuote } from "./check-quote";

const text = "“Taxes will fall,” she said.\n\nA 👩‍👩‍👧 came; caf\u0065\u0301 too.";

const cases: { name: string; start: number; end: number; exact?: string; says: RegExp | null }[] = [
  { name: "a plain stretch", start: 1, end: 6, says: null },
  { name: "over a block's border", start: 19, end: 31, says: null },
  { name: "a whole emoji family", start: 32, end: 40, says: null },
  { name: "the whole text", start: 0, end: text.length, says: null },
  { name: "other words", start: 1, end: 6, exact: "Rents", says: /says “Taxes”, not “Rents”/ },
  { name: "the right words at the wrong place", start: 2, end: 7, exact: "Taxes", says: /says “axes ”/ },
  { name: "nothing", start: 5, end: 5, exact: "x", says: /empty/ },
  { name: "backwards", start: 6, end: 1, exact: "Taxes", says: /empty/ },
  { name: "beyond the end", start: 1, end: 9_000, exact: "Taxes", says: /only \d+ characters long/ },
  { name: "white space at the end", start: 1, end: 7, says: /white space at an end. From 1 to 6/ },
  { name: "only white space", start: 28, end: 30, says: /only white space/ },
  { name: "half an emoji family", start: 32, end: 34, says: /From 32 to 40/ },
  { name: "a letter without its accent", start: 47, end: 51, says: /cuts a character/ },
];

describe("checkQuote", () => {
  it.each(cases)("$name", ({ start, end, exact, says }) => {
    const checked = checkQuote(text, { start, end, exact: exact ?? text.slice(start, end) });
    if (says) expect(checked).toEqual({ ok: false, message: expect.stringMatching(says) });
    else expect(checked).toEqual({ ok: true, span: { start, end } });
  });

  it("shortens what it quotes in the message", () => {
    const long = "word ".repeat(400);
    const checked = checkQuote(long, { start: 0, end: 1_999, exact: "x".repeat(1_999) });
    expect(checked).toMatchObject({ ok: false });
    expect(checked.ok ? "" : checked.message.length).toBeLessThan(300);
  });
});
