import { describe, expect, it } from "vitest";
import { viewSuggestion } from "@/lib/discussion/test-views";
import { reportingOf, takenTogether } from "./take-together";

const of = (id: string, name: string, confidence = 0.9, parentId: string | null = null) =>
  viewSuggestion(
    id,
    { start: 0, end: 9 },
    {
      confidence,
      parentId,
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

// "The boats had left, she said, citing two port officials."
const chain = [
  of("officials", "port officials"),
  of("hers", "port officials", 0.9, "she"),
  of("from hers", "port officials", 0.9, "hers"),
  of("courier’s", "port officials", 0.9, "courier"),
  of("of one decided", "port officials", 0.9, "decided"),
  of("she", "Somebody unnamed", 0.5),
  of("courier", "Courier"),
];

describe("takenTogether", () => {
  it.each([
    ["those that nobody or somebody sure reports", "officials", ["officials", "courier’s", "of one decided"]],
    [
      "one with what reports it, when somebody looks at it",
      "hers",
      ["officials", "hers", "from hers", "courier’s", "of one decided"],
    ],
  ])("takes of a chain %s", (_, id, expected) => {
    const [one] = chain.filter((each) => each.id === id);
    expect(one && takenTogether(one, { proposed: chain, undecided: chain }).map((each) => each.id)).toEqual(
      expected,
    );
  });

  it.each([
    ["a source’s, without the doubtful ones", "holm", ["holm", "again"]],
    ["a doubtful one that somebody looks at, too", "doubtful", ["holm", "again", "doubtful"]],
    ["a source’s only one", "lund", ["lund"]],
    ["one of whom the text leaves open who it is, alone", "she", ["she"]],
  ])("takes %s", (_, id, expected) => {
    const [one] = all.filter((each) => each.id === id);
    expect(one && takenTogether(one, { proposed: all, undecided: all }).map((each) => each.id)).toEqual(
      expected,
    );
  });
});

describe("reportingOf", () => {
  it("finds who reports, and who reports that, each once and none that is accepted itself", () => {
    const idsOf = (...ids: string[]) =>
      reportingOf(
        chain.filter((one) => ids.includes(one.id)),
        chain,
      ).map((one) => one.id);
    expect(idsOf("officials")).toEqual([]);
    expect(idsOf("from hers")).toEqual(["hers", "she"]);
    expect(idsOf("from hers", "hers")).toEqual(["she"]);
    expect(idsOf("of one decided")).toEqual([]);
  });
});

it("leaves out what a doubtful one reports that is not shown, because its words have their source", () => {
  const hers = of("hers", "Ministry", 0.9, "doubtful");
  const undecided = [of("ministry", "Ministry"), of("doubtful", "Peter Lund", 0.55), hers];
  const proposed = undecided.filter((one) => one.id !== "doubtful");
  const taken = takenTogether(undecided[0] ?? hers, { proposed, undecided });
  expect(taken.map((one) => one.id)).toEqual(["ministry"]);
});

it("takes the one that somebody looks at, though it is not proposed any more", () => {
  const proposed = all.filter((one) => one.id !== "holm");
  const [holm] = all;
  const taken = holm ? takenTogether(holm, { proposed, undecided: all }) : [];
  expect(taken.map((one) => one.id)).toEqual(["holm", "again"]);
});
