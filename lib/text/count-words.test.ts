import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countWords } from "./count-words";

describe("countWords", () => {
  it.each([
    ["", 0],
    ["   \n\t", 0],
    ["word", 1],
    ["two words", 2],
    ["  “Two  words,”\n\nhe said ", 4],
    ["one — two – three", 3],
    ["… ” — !", 0],
    ["1.8 million", 2],
    ["co-operate isn't 41%", 3],
    ["Éva 東京 Москва", 3],
    ["a\u00a0b", 2],
    ["👍 yes", 1],
  ])("%j has %i", (text, words) => expect(countWords(text)).toBe(words));

  it("counts two texts with white space between them as the sum of both", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(countWords(`${a} ${b}`)).toBe(countWords(a) + countWords(b));
      }),
    );
  });
});
