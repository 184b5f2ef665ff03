import { describe, expect, test } from "vitest";
import { findWords } from "./find-words";

const text = [
  "Harbour to reopen",
  "“We lost two winters,” said Ida Holm, who runs the fish\u00admarket. The café — half of it — is shut.",
  "The operator was fined 40,000 crowns. The harbour opens in March.",
].join("\n\n");

const found = (words: string, of = text) =>
  findWords(of, words, "en").map(({ start, end, isExact }) => [of.slice(start, end), isExact]);

describe("words are found as they stand", () => {
  test.each([
    ["We lost two winters", "We lost two winters"],
    ["we LOST  two\nwinters", "We lost two winters"],
    ['"We lost two winters,"', "“We lost two winters,”"],
    ["“We lost two winters”", "We lost two winters"],
    ["fishmarket", "fish\u00admarket"],
    ["the cafe - half", "The café — half"],
    ["reopen “we lost", "reopen\n\n“We lost"],
  ])("%s", (words, there) => {
    expect(found(words)).toEqual([[there, true]]);
  });

  test("everywhere, in text order, each once", () => {
    expect(found("harbour")).toEqual([
      ["Harbour", true],
      ["harbour", true],
    ]);
  });

  test("as whole words, though less was typed", () => {
    expect(found("two wint")).toEqual([["two winters", true]]);
  });
});

describe("where they stand nowhere, the nearest are found", () => {
  test("with a word misheard, one left out or one too many", () => {
    expect(found("the operator was find 40,000 crowns")).toEqual([
      ["The operator was fined 40,000 crowns", false],
    ]);
    expect(found("the harbour will open in March")[0]).toEqual(["The harbour opens in March", false]);
    expect(found("said that Ida Holm runs the fishmarket")[0]?.[0]).toContain("Ida Holm");
  });

  test("the nearest first", () => {
    const [first] = found(
      "a fish market and nothing else",
      "A fish or nothing. A fish market and nothing less.",
    );
    expect(first).toEqual(["A fish market and nothing", false]);
  });

  test("and nothing where nothing is near, or nothing was typed", () => {
    expect(found("interest rates of the central bank")).toEqual([]);
    expect(found(" \n ")).toEqual([]);
    expect(found("…")).toEqual([]);
    expect(findWords("", "word", "en")).toEqual([]);
  });
});

test("a book is searched while one waits", () => {
  const book = `${"The quick brown fox jumps over the lazy dog again and again. ".repeat(12_000)}The harbour was shut for two winters.`;
  const started = performance.now();
  const [first] = findWords(book, "the harbour was closed for two long winters", "en");
  expect(book.slice(first?.start, first?.end)).toBe("The harbour was shut for two winters");
  expect(performance.now() - started).toBeLessThan(8000);
});
