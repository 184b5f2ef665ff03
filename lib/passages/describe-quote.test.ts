import { describe, expect, it } from "vitest";
import { describeQuote, longestContext } from "./describe-quote";

const long = "word ".repeat(40);

const cases: { name: string; text: string; exact: string; nth?: number; prefix: string; suffix: string }[] = [
  {
    name: "stops at the sentence's edges",
    text: "It rained. The mayor said taxes will fall in June. Nobody clapped.",
    exact: "taxes will fall",
    prefix: "The mayor said ",
    suffix: " in June.",
  },
  {
    name: "a whole sentence takes its neighbours",
    text: "It rained. Taxes will fall. Nobody clapped. Then he left.",
    exact: "Taxes will fall.",
    prefix: "It rained. ",
    suffix: " Nobody clapped.",
  },
  {
    name: "the same sentence said twice is told apart",
    text: "First he spoke. No comment. Later she spoke. No comment. The end came.",
    exact: "No comment.",
    nth: 1,
    prefix: "Later she spoke. ",
    suffix: " The end came.",
  },
  {
    name: "the whole text has no context",
    text: "Taxes fall.",
    exact: "Taxes fall.",
    prefix: "",
    suffix: "",
  },
  {
    name: "reaches over a block's border",
    text: "A title\n\nTaxes will fall.\n\nThe end.",
    exact: "Taxes will fall.",
    prefix: "A title\n\n",
    suffix: "\n\nThe end.",
  },
  {
    name: "no longer than 64 characters",
    text: `${long}HERE ${long}`,
    exact: "HERE",
    prefix: long.slice(-longestContext),
    suffix: ` ${long}`.slice(0, longestContext),
  },
  {
    name: "does not cut an emoji in half",
    text: `👩‍👩‍👧‍👦${"a".repeat(60)}HERE${"b".repeat(63)}👩‍👩‍👧‍👦`,
    exact: "HERE",
    prefix: "a".repeat(60),
    suffix: "b".repeat(63),
  },
];

describe("describeQuote", () => {
  it.each(cases)("$name", ({ text, exact, nth = 0, prefix, suffix }) => {
    let start = -1;
    for (let count = 0; count <= nth; count++) start = text.indexOf(exact, start + 1);
    expect(describeQuote(text, { start, end: start + exact.length }, "en")).toEqual({
      exact,
      prefix,
      suffix,
    });
  });

  it("comes to an end in a block of two megabytes", { timeout: 60_000 }, () => {
    const text = "one two three. ".repeat(140_000);
    for (let at = 0; at < 100; at++) {
      const quote = describeQuote(text, { start: at * 20_000, end: at * 20_000 + 9 }, "en");
      expect(quote.exact).toHaveLength(9);
    }
  });
});
