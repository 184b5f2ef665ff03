import { expect, it } from "vitest";
import { readVoices } from "@/lib/attributions/voices";
import { acceptableBy, proposedIn } from "./proposed-in";
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

const speaker = (name: string) => ({ start: 0, end: 3, name, kind: "person" as const, names: [] });
const words = { start: 10, end: 20 };
const she = viewSuggestion("she", words, { speaker: speaker("Ida Holm") });
const officials = viewSuggestion("officials", words, { speaker: speaker("port officials"), parentId: "she" });
const elsewhere = viewSuggestion("elsewhere", { start: 30, end: 40 }, { speaker: speaker("Ida Holm") });
const claim = viewSuggestion("claim", words, { kind: "claim" });
const holm = viewSource("holm", {
  name: "I. Holm",
  aliases: [{ id: "x", text: "Ida Holm", articleId: null }],
});
const acceptable = (open: typeof suggestions, ...attributions: ReturnType<typeof viewAttribution>[]) => {
  const sources = [holm, viewSource("officials", { name: "Port officials" })];
  const voices = readVoices({ attributions, settlements: [], sources });
  const all = [she, officials, elsewhere, claim];
  const isAcceptable = acceptableBy("ana", { suggestions: open, passages }, voices);
  return all.filter(isAcceptable).map((one) => one.id);
};
const mine = (source: string | null, over = {}) => viewAttribution("a", "p1", source, { by: "ana", ...over });

it("leaves what a person has said of the words as it is, and no colleague's word in the way", () => {
  const open = [she, officials, elsewhere, claim];
  const all = open.map((one) => one.id);
  expect(acceptable(open, viewAttribution("b", "p1", "holm", { by: "ben" }))).toEqual(all);
  expect(acceptable(open, mine("officials"))).toEqual(["elsewhere", "claim"]);
  expect(acceptable(open, mine(null, { voice: "reporter" }))).toEqual(["elsewhere", "claim"]);
});

it("lets a person who holds just who reports the words accept who said them", () => {
  const reported = ["officials", "elsewhere", "claim"];
  // Accepted before, with whatever they have changed in it since, or recorded by themselves.
  expect(acceptable([officials, elsewhere, claim], mine("holm", { origin: "rules@7" }))).toEqual(reported);
  expect(acceptable([she, officials, elsewhere, claim], mine("holm"))).toEqual(reported);
  // By their own hand it may be anybody's word, and a colleague's acceptance is not theirs.
  expect(acceptable([officials, elsewhere, claim], mine("holm"))).toEqual(["elsewhere", "claim"]);
  const changed = mine("officials", { origin: "rules@7" });
  expect(acceptable([officials, elsewhere, claim], changed)).toEqual(["elsewhere", "claim"]);
});
