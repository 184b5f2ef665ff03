import { expect, it } from "vitest";
import { readVoices } from "@/lib/attributions/voices";
import { proposedIn, wordsSaidBy } from "./proposed-in";
import { viewAttribution, viewPassage, viewSource, viewSuggestion } from "./test-views";

const suggestions = [
  viewSuggestion("same", { start: 10, end: 20 }),
  viewSuggestion("wider", { start: 10, end: 21 }),
  viewSuggestion("bare", { start: 30, end: 40 }),
  viewSuggestion("reported", { start: 10, end: 20 }, { parentId: "accepted" }),
  viewSuggestion("claim", { start: 50, end: 60 }, { kind: "claim" }),
];
const passages = [
  viewPassage("p1", { start: 10, end: 20 }),
  viewPassage("p2", { start: 30, end: 40 }),
  viewPassage("p3", { start: 50, end: 60 }),
];
const proposed = (...attributions: ReturnType<typeof viewAttribution>[]) => {
  const voices = readVoices({ attributions, settlements: [], sources: [viewSource("holm")] });
  return proposedIn({ suggestions, passages }, voices).map((one) => one.id);
};

it("proposes nothing on the very words of which somebody has said who said them", () => {
  const all = suggestions.map((one) => one.id);
  expect(proposed()).toEqual(all);
  expect(proposed(viewAttribution("a", "p1", "holm"), viewAttribution("b", "p3", null))).toEqual([
    "wider",
    "bare",
    "reported",
  ]);
});

it("knows the words of which a person has said who said them", () => {
  const said = wordsSaidBy("ana", {
    passages,
    attributions: [
      { passageId: "p1", by: "ana" },
      { passageId: "p2", by: "ben" },
    ],
  });
  expect(suggestions.filter(said).map((one) => one.id)).toEqual(["same", "reported"]);
});
