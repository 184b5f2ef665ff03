import { describe, expect, it } from "vitest";
import { isSameContent, readKept } from "./use-kept";

describe("what is kept", () => {
  const at = "2026-03-01T14:02:00.000Z";
  const read = (value: unknown) => (typeof value === "object" && value && "why" in value ? value : null);

  it("says on what it was written, unless an earlier version kept it", () => {
    const on = { articleId: "a", passageId: "p" };
    const value = { why: "w" };
    expect(readKept(JSON.stringify({ value, on, at }), read)).toEqual({ value, on, at });
    expect(readKept(JSON.stringify({ why: "w", at }), read)).toEqual({ value, on: {}, at });
  });

  it.each([null, 7, "p", { articleId: 7 }])("says on nothing where that is %j", (on) => {
    const value = { why: "w" };
    expect(readKept(JSON.stringify({ value, on, at }), read)).toEqual({ value, on: {}, at });
  });

  it.each(["", "{", "7", "[]", JSON.stringify({ value: {}, at })])("is not made up from %j", (stored) => {
    expect(readKept(stored, read)).toBeNull();
  });
});

describe("the same content", () => {
  const verdict = { verdict: "4", reasons: ["outdated"], ground: { exact: "boats", sourceId: null } };
  it.each<[string, unknown, boolean]>([
    ["is so in another order", { ...verdict, ground: { sourceId: null, exact: "boats" } }, true],
    ["is so with a field that says nothing", { ...verdict, note: undefined }, true],
    [
      "is not with another value deep in it",
      { ...verdict, ground: { exact: "boat", sourceId: null } },
      false,
    ],
    ["is not with one more", { ...verdict, reasons: ["outdated", "overstated"] }, false],
    ["is not with one less", { ...verdict, reasons: [] }, false],
    ["is not with null for nothing", { ...verdict, note: null }, false],
    ["is not another kind of thing", { ...verdict, reasons: { 0: "outdated" } }, false],
    ["is not nothing", null, false],
  ])("%s", (_, other, isSame) => {
    expect(isSameContent(verdict, other)).toBe(isSame);
    expect(isSameContent(other, verdict)).toBe(isSame);
  });
});
