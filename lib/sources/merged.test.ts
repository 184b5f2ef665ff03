import { describe, expect, it } from "vitest";
import { rootOf, speakingAs } from "./merged";

const sources = [
  { id: "uk", mergedInto: "government" },
  { id: "government", mergedInto: "ministry" },
  { id: "ministry", mergedInto: null },
  { id: "court", mergedInto: null },
];
const byId = new Map(sources.map((one) => [one.id, one]));

describe("rootOf", () => {
  it.each([
    ["uk", "ministry"],
    ["government", "ministry"],
    ["ministry", "ministry"],
    ["court", "court"],
    ["nobody", "nobody"],
  ])("%s speaks as %s", (id, root) => expect(rootOf(id, byId)).toBe(root));

  it("ends in a circle", () => {
    const circle = new Map([
      ["a", { id: "a", mergedInto: "b" }],
      ["b", { id: "b", mergedInto: "a" }],
    ]);
    expect(["a", "b"]).toContain(rootOf("a", circle));
  });
});

describe("speakingAs", () => {
  it("names the source itself first, then what was merged into it", () => {
    expect(speakingAs("ministry", sources).map((one) => one.id)).toEqual(["ministry", "uk", "government"]);
    expect(speakingAs("uk", sources)).toEqual([]);
  });
});
