import { describe, expect, it } from "vitest";
import { isNationWord, nationOf } from "./nations";

describe("nationOf", () => {
  it.each<[string, ReturnType<typeof nationOf>]>([
    ["UK", { nation: "uk", rest: [] }],
    ["the U.K. government", { nation: "uk", rest: ["government"] }],
    ["United Kingdom", { nation: "uk", rest: [] }],
    ["British Defense Ministry", { nation: "uk", rest: ["defense", "ministry"] }],
    ["Saudi Arabia’s ministry", { nation: "saudi", rest: ["ministry"] }],
    ["Harbour Office", null],
    ["", null],
    // Words that every object of JavaScript answers to.
    ["constructor", null],
    ["__proto__", null],
  ])("of “%s” is %j", (words, found) => {
    expect(nationOf(words.split(" "))).toEqual(found);
  });

  it("knows a word for a state or its people", () => {
    expect(["Russia", "russian", "Georgia's"].map(isNationWord)).toEqual([true, true, true]);
    expect(["harbour", "Constructor", "toString"].map(isNationWord)).toEqual([false, false, false]);
  });
});
