import { describe, expect, it } from "vitest";
import { viewSuggestion } from "@/lib/discussion/test-views";
import { takenTogether } from "./take-together";

const of = (id: string, name: string, confidence = 0.9) =>
  viewSuggestion(
    id,
    { start: 0, end: 9 },
    {
      confidence,
      speaker: {
        start: 0,
        end: 3,
        name,
        kind: name === "Somebody unnamed" ? "unknown" : "person",
        names: [],
      },
    },
  );

const all = [
  of("holm", "Ida Holm"),
  of("again", "Ida Holm"),
  of("doubtful", "Ida Holm", 0.55),
  of("lund", "Peter Lund"),
  of("she", "Somebody unnamed", 0.5),
  of("he", "Somebody unnamed", 0.5),
];

describe("takenTogether", () => {
  it.each([
    ["a source’s, without the doubtful ones", "holm", ["holm", "again"]],
    ["a doubtful one that somebody looks at, too", "doubtful", ["holm", "again", "doubtful"]],
    ["a source’s only one", "lund", ["lund"]],
    ["one of whom the text leaves open who it is, alone", "she", ["she"]],
  ])("takes %s", (_, id, expected) => {
    const [one] = all.filter((each) => each.id === id);
    expect(one && takenTogether(one, all).map((each) => each.id)).toEqual(expected);
  });
});
