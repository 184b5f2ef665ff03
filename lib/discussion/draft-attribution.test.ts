import { describe, expect, it } from "vitest";
import { attributionContent } from "@/lib/attributions/schema";
import { readVoices } from "@/lib/attributions/voices";
import type { SuggestedSpeaker, SuggestionView } from "@/lib/suggestions/schema";
import type { Span } from "@/lib/text/offsets";
import {
  type AttributionDraft,
  contentOf,
  draftOf,
  goingWith,
  guessAttribution,
  nearestSuggestion,
  whyNoLink,
  withoutItself,
} from "./draft-attribution";
import { blocksOf, placeOf, viewAttribution, viewPassage, viewSource, viewSuggestion } from "./test-views";

const { text, blocks } = blocksOf([
  ["title", "Ferry skipped checks"],
  [
    "body",
    "The Courier reported that Norline had said the test was done. “We lost two winters,” Ida Holm said.",
  ],
  ["body", "Norline denied that the log had gaps."],
]);

const sources = [
  viewSource("courier", { name: "The Courier", kind: "organisation" }),
  viewSource("norline", { name: "Norline", kind: "organisation" }),
  viewSource("line", {
    name: "the Line",
    mergedInto: "norline",
    aliases: [{ id: "x", text: "Norline Ferries", articleId: null }],
  }),
];

const whole = "Norline had said the test was done";
const test = "the test was done";
const passages = [viewPassage("whole", placeOf(text, whole)), viewPassage("log", placeOf(text, "the log"))];
const attributions = [viewAttribution("outer", "whole", "courier"), viewAttribution("examined", "log", null)];
const voices = readVoices({ attributions, settlements: [], sources });

const speaker = (name: string, words: string, names: string[] = []): SuggestedSpeaker => ({
  ...placeOf(text, words),
  name,
  kind: "organisation",
  names,
});

const newId = () => "new";

function guess(words: string, suggestions: SuggestionView[] = []): AttributionDraft {
  const scene = { text, language: "en", blocks, passages, suggestions, voices };
  return guessAttribution(placeOf(text, words), scene, newId);
}

const said = (place: Span | null) => place && text.slice(place.start, place.end);

describe("guessAttribution", () => {
  it("reads manner and cue from the text where nothing is suggested", () => {
    const draft = guess("We lost two winters");
    expect(draft).toMatchObject({ voice: "source", source: null, directness: "direct", mention: null });
    expect([said(draft.cue), draft.cueClass, draft.polarity]).toEqual(["said", "neutral", "positive"]);
    expect(guess("the log had gaps")).toMatchObject({
      directness: "indirect",
      cueClass: "denying",
      polarity: "negative",
    });
  });

  it("takes the suggestion that lies on the same words", () => {
    const cue = {
      ...placeOf(text, "had said"),
      class: "asserting" as const,
      polarity: "negative" as const,
      channel: "interview" as const,
    };
    const draft = guess(test, [
      viewSuggestion("s", placeOf(text, test), { speaker: speaker("Norline", "Norline had"), cue }),
    ]);
    expect(draft).toMatchObject({
      source: { type: "known", id: "norline" },
      cueClass: "asserting",
      polarity: "negative",
      channel: "interview",
    });
    expect([said(draft.mention), said(draft.cue)]).toEqual(["Norline had", "had said"]);
  });

  it("does not name a passage by itself", () => {
    const place = placeOf(text, test);
    const suggestion = viewSuggestion("s", place, { speaker: speaker("Norline", test) });
    expect(guess(test, [suggestion])).toMatchObject({ source: { id: "norline" }, mention: null });
  });

  it.each<[string, string, string[], AttributionDraft["source"]]>([
    ["a source of the article by its name", "the norline", [], { type: "known", id: "norline" }],
    ["what was merged, as what it speaks as", "The Line", [], { type: "known", id: "norline" }],
    ["an alias", "Norline Ferries", [], { type: "known", id: "norline" }],
    [
      "another of its names in several words",
      "Ferries Ltd",
      ["Norline Ferries"],
      { type: "known", id: "norline" },
    ],
    [
      "a single word among its other names, which may be anybody's",
      "Ferries Ltd",
      ["Norline"],
      { type: "new", id: "new", name: "Ferries Ltd", kind: "organisation" },
    ],
  ])("knows %s", (_, name, names, source) => {
    const suggestion = viewSuggestion("s", placeOf(text, test), { speaker: speaker(name, "Norline", names) });
    expect(guess(test, [suggestion]).source).toEqual(source);
  });

  it.each([
    ["inside a source's words: that source reports it", test, "outer"],
    ["on the very same words: nobody reports it", whole, null],
    ["inside the reporter's own words", "log", null],
    ["anywhere else", "Ida Holm", null],
  ])("%s", (_, words, parentId) => {
    expect(guess(words).parentId).toBe(parentId);
  });

  it("takes the nearest of several around it", () => {
    const near = [...passages, viewPassage("near", placeOf(text, "had said the test was done."))];
    const held = [...attributions, viewAttribution("inner", "near", "norline")];
    const scene = {
      text,
      language: "en",
      blocks,
      passages: near,
      suggestions: [],
      voices: readVoices({ attributions: held, settlements: [], sources }),
    };
    expect(guessAttribution(placeOf(text, test), scene, newId).parentId).toBe("inner");
  });
});

describe("withoutItself", () => {
  const known = (id: string) => ({ type: "known" as const, id });
  const link = (id: string | null) => ({ id: `link ${id}`, source: id === null ? null : known(id) });
  const held = readVoices({
    attributions: [viewAttribution("outer", "whole", "courier"), viewAttribution("of line", "log", "line")],
    settlements: [],
    sources,
  });
  it.each([
    [
      "a link that is the source, also under a merged name",
      "line",
      ["norline", "courier"],
      null,
      ["courier"],
      null,
    ],
    ["whoever reports it from around it", "courier", [], "outer", [], null],
    ["whoever reports the last link from around it", "norline", ["courier"], "outer", ["courier"], null],
    ["nobody else", "norline", ["courier", null], "outer", ["courier", null], "outer"],
    ["nobody else from around it, merged or not", "courier", ["norline"], "of line", ["norline"], null],
  ])("takes out %s", (_, source, links, parentId, left, parent) => {
    const chain = withoutItself(known(source), { links: links.map(link), parentId }, held);
    expect(chain).toEqual({ links: left.map(link), parentId: parent });
  });
});

describe("whyNoLink", () => {
  const known = (id: string) => ({ type: "known" as const, id });
  const made = (name: string) => ({
    type: "new" as const,
    id: crypto.randomUUID(),
    name,
    kind: "person" as const,
  });
  const itself = "These are the words of Norline: nobody reports their own words.";
  it.each([
    ["whoever said it", "norline", [], known("norline"), itself],
    ["whoever said it, under a merged name", "norline", [], known("line"), itself],
    ["a new source called like whoever said it", "norline", ["courier"], made("norline"), itself],
    [
      "whoever reports it already",
      "norline",
      ["courier"],
      known("courier"),
      "The Courier reports it already.",
    ],
    ["anybody else", "norline", ["courier"], made("Ida Holm"), null],
    ["somebody unnamed", "norline", ["courier"], null, null],
  ])("tells of %s", (_, source, links, link, why) => {
    const draft = { source: known(source), links: links.map((id) => ({ id, source: known(id) })) };
    expect(whyNoLink(link, draft, voices)).toBe(why);
  });
  it("knows a source that is new itself by its name", () => {
    const draft = { source: made("Ida Holm"), links: [] };
    expect(whyNoLink(made("ida holm"), draft, voices)).toBe(
      "These are the words of Ida Holm: nobody reports their own words.",
    );
  });
});

it("sends no report of one's own words, and keeps it for another source", () => {
  const draft = { ...guess(test), source: { type: "known" as const, id: "courier" } };
  expect(draft.parentId).toBe("outer");
  expect(contentOf(draft, text, voices).parentId).toBeNull();
  const other = { ...draft, source: { type: "known" as const, id: "norline" } };
  expect(contentOf(other, text, voices).parentId).toBe("outer");
});

describe("nearestSuggestion", () => {
  const passage = { start: 100, end: 160 };
  it.each<[string, [string, number, number, Partial<SuggestionView>?][], string | null]>([
    ["the same words", [["a", 100, 160]], "a"],
    [
      "the one that shares most",
      [
        ["a", 90, 160],
        ["b", 100, 150],
        ["c", 100, 161],
      ],
      "c",
    ],
    ["a third of both together", [["a", 100, 120]], "a"],
    ["less than a third", [["a", 100, 119]], null],
    ["much more than the passage", [["a", 0, 200]], null],
    [
      "what only touches it",
      [
        ["a", 60, 100],
        ["b", 160, 200],
      ],
      null,
    ],
    ["a claim, which has no speaker", [["a", 100, 160, { kind: "claim" }]], null],
  ])("%s", (_, list, id) => {
    const suggestions = list.map(([one, start, end, over]) => viewSuggestion(one, { start, end }, over));
    expect(nearestSuggestion(passage, suggestions)?.id ?? null).toBe(id);
  });
});

describe("draftOf and contentOf", () => {
  const ids = {
    head: "0190a5a0-0000-7000-8000-000000000001",
    link: "0190a5a0-0000-7000-8000-000000000002",
    outer: "0190a5a0-0000-7000-8000-000000000003",
    source: "0190a5a0-0000-7000-8000-000000000004",
  };
  const head = viewAttribution(ids.head, "p", ids.source, {
    directness: "mixed",
    mention: placeOf(text, "Ida Holm"),
    cue: placeOf(text, "said"),
    cueClass: "hedging",
    channel: "speech",
    polarity: "negative",
    saidAt: "2026-03-01",
    parentId: ids.link,
  });
  const all = [
    head,
    viewAttribution(ids.link, "p", null, { voice: "source", parentId: ids.outer }),
    viewAttribution(ids.outer, "q", ids.source),
  ];
  const held = { attributions: new Map(all.map((one) => [one.id, one])) };

  it("brings back what was recorded, with its chain, as the server takes it", () => {
    const draft = draftOf(head, held);
    expect(draft).toMatchObject({ links: [{ id: ids.link, source: null }], parentId: ids.outer });
    const content = contentOf(draft, text, voices);
    expect(attributionContent.parse(content)).toEqual({
      voice: "source",
      source: { sourceId: ids.source },
      directness: "mixed",
      mention: { ...placeOf(text, "Ida Holm"), exact: "Ida Holm" },
      cue: { ...placeOf(text, "said"), exact: "said" },
      cueClass: "hedging",
      channel: "speech",
      polarity: "negative",
      saidAt: "2026-03-01",
      links: [{ id: ids.link, source: null }],
      parentId: ids.outer,
    });
  });

  it("sends of the reporter's voice nothing that a source would have", () => {
    const content = contentOf({ ...draftOf(head, held), voice: "reporter" }, text, voices);
    expect(attributionContent.parse(content)).toEqual({
      voice: "reporter",
      source: null,
      directness: null,
      mention: null,
      cue: null,
      cueClass: null,
      channel: "unknown",
      polarity: "positive",
      saidAt: null,
      links: [],
      parentId: null,
    });
  });

  it("sends a new source whole, and no class without a cue", () => {
    const source = { type: "new", id: ids.source, name: "Eve", kind: "person" } as const;
    const content = contentOf({ ...draftOf(head, held), source, cue: null, saidAt: "" }, text, voices);
    expect(content).toMatchObject({
      source: { newSource: { id: ids.source, name: "Eve", kind: "person" } },
      cue: null,
      cueClass: null,
      saidAt: null,
    });
  });

  it("has something to choose where nothing was recorded", () => {
    const bare = viewAttribution(ids.head, "p", ids.source, { directness: null });
    expect(draftOf(bare, held)).toMatchObject({
      directness: "indirect",
      cueClass: "neutral",
      saidAt: "",
      links: [],
      parentId: null,
    });
  });
});

describe("goingWith", () => {
  const text =
    "Its chair, Piet van der Meer, said: “We lost two winters.” Ida Holm heard it. The outlet, Mediazona, did not.";
  const passage = placeOf(text, "“We lost two winters.”");
  const goes = (names: string[], words: string | null, { isOfAnother = false, of = passage } = {}) => {
    const draft = { mention: words === null ? null : placeOf(text, words) };
    const next = goingWith(names, { draft, passage: of, text, isOfAnother });
    return [next.mention ? text.slice(next.mention.start, next.mention.end) : null, "cue" in next];
  };
  const last = placeOf(text, "did not");

  it.each<[string, string[], string | null]>([
    ["a name beside the passage, in any case", ["ida holm"], "Ida Holm"],
    ["the nearest of several names", ["Ida Holm", "Piet van der Meer"], "Ida Holm"],
    ["of two at one place the longer", ["Ida", "Ida Holm"], "Ida Holm"],
    ["no name at all", ["Peter Vance", "", "  "], null],
    ["not the passage itself", ["“We lost two winters.”"], null],
  ])("finds %s", (_, names, words) => {
    expect(goes(names, null)).toEqual([words, false]);
  });

  it("keeps what says more, or less, of the same name, whoever recorded it, with the verb", () => {
    const more = "Its chair, Piet van der Meer";
    expect(goes(["Piet van der Meer"], more, { isOfAnother: true })).toEqual([more, false]);
    expect(goes(["Piet van der Meer"], "Piet", { isOfAnother: true })).toEqual(["Piet", false]);
  });

  it("takes a name out of what a colleague recorded of somebody else who bears it along", () => {
    const text = "Anna Berg of Norline said: “We lost.” The police chief, Ida Holm, did not.";
    const goes = (name: string, words: string) => {
      const draft = { mention: placeOf(text, words) };
      const next = goingWith([name], {
        draft,
        passage: placeOf(text, "“We lost.”"),
        text,
        isOfAnother: true,
      });
      return [next.mention && text.slice(next.mention.start, next.mention.end), "cue" in next];
    };
    expect(goes("Norline", "Anna Berg of Norline")).toEqual(["Norline", true]);
    expect(goes("police", "The police chief, Ida Holm")).toEqual(["police", true]);
  });

  it("lets the name of another go, and with it what a colleague recorded of them", () => {
    expect(goes(["Ida Holm"], "Piet van der Meer")).toEqual(["Ida Holm", false]);
    expect(goes(["Ida Holm"], "Piet van der Meer", { isOfAnother: true })).toEqual(["Ida Holm", true]);
    expect(goes(["Peter Vance"], "Piet van der Meer", { isOfAnother: true })).toEqual([null, true]);
    // Part of a word is no part of a name.
    expect(goes(["Pie"], "Piet", { isOfAnother: true })).toEqual([null, true]);
  });

  it("keeps a description that stands nearer than the name, of nobody else's record", () => {
    expect(goes(["Peter Vance"], "The outlet", { of: last })).toEqual(["The outlet", false]);
    expect(goes(["Ida Holm"], "The outlet", { of: last })).toEqual(["The outlet", false]);
    expect(goes(["Mediazona"], "The outlet", { of: last })).toEqual(["Mediazona", false]);
    expect(goes(["Peter Vance"], "The outlet", { of: last, isOfAnother: true })).toEqual([null, true]);
    expect(goes(["Peter Vance"], "it", { of: last })).toEqual(["it", false]);
    expect(goes(["Peter Vance"], "Mediazona", { of: last })).toEqual([null, false]);
  });
});
