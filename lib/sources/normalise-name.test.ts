import { describe, expect, it } from "vitest";
import { acronymOf, normaliseName, normaliseWords } from "./normalise-name";

describe("normaliseName", () => {
  it.each([
    ["The U.K. government", "uk government"],
    ["UK Government’s", "uk government"],
    ["Gen. Christopher Cavoli", "christopher cavoli"],
    ["Prime Minister Sir Ida Holm", "ida holm"],
    ["Éva Nagy", "eva nagy"],
    ["  O’Brien\u00a0 & Sons, Ltd.", "obrien & sons ltd"],
    ["The Saltmarsh Courier", "saltmarsh courier"],
    ["…", ""],
  ])("%s becomes %s", (name, key) => expect(normaliseName(name)).toBe(key));

  it("leaves a name alone that is nothing but a title", () => {
    expect(normaliseName("The President")).toBe("president");
  });
});

describe("normaliseWords", () => {
  it.each([
    ["Mr. Holm", "mr holm"],
    ["The Mayor’s", "mayor"],
    ["Éva Nagy", "eva nagy"],
  ])("%s becomes %s", (name, key) => expect(normaliseWords(name)).toBe(key));
});

describe("acronymOf", () => {
  it.each([
    ["Maritime Safety Office", "mso"],
    ["Institute for Coastal Transport", "ict"],
    ["the Organization for Security and Co-operation in Europe", "osce"],
    ["Mediterranean", "m"],
  ])("%s gives %s", (name, letters) => expect(acronymOf(name)).toBe(letters));
});
