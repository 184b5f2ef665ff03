import { describe, expect, test } from "vitest";
import type { JudgedView } from "@/lib/assessments/schema";
import {
  besideText,
  countConditions,
  filterPassages,
  isResolved,
  noFilter,
  type PassageFilter,
  stepTo,
} from "./filter-passages";
import { articleThreads, isBare, listPassages, passageLabel, threadsOfSources } from "./list-passages";
import type { Discussion } from "./schema";
import {
  viewAttribution,
  viewComment,
  viewDiscussion,
  viewPassage,
  viewResolution,
  viewSettlement,
  viewSource,
  viewThread,
} from "./test-views";

const at = "2026-11-20T10:00:00.000Z";

const passage = (id: string, start: number, end: number, createdBy = "ana") =>
  viewPassage(id, { start, end }, { createdBy });

const comment = (
  id: string,
  threadId: string,
  author: string,
  createdNumber: number,
  deletedAt: string | null = null,
) => viewComment(id, threadId, { author, createdNumber, deletedAt, number: createdNumber });

const discussion = viewDiscussion({
  passages: [
    passage("late", 50, 60, "ben"),
    passage("inner", 0, 5),
    passage("outer", 0, 30),
    passage("bare", 40, 45, "ben"),
  ],
  threads: [
    viewThread("t1", "outer", { about: "accuracy", state: "resolved" }),
    viewThread("t2", "outer", { about: "attribution", createdNumber: 3 }),
    viewThread("t3", "late", { about: "accuracy", state: "resolved", assignee: "ana" }),
    viewThread("whole", null),
  ],
  comments: [
    comment("c1", "t1", "ana", 2),
    comment("c2", "t1", "ben", 4),
    comment("c3", "t2", "cleo", 12),
    comment("c4", "t3", "cleo", 14),
    comment("c5", "t3", "cleo", 15, at),
  ],
  seen: { number: 10, at, threads: { t2: { number: 12, at } }, passages: {} },
});

const entries = listPassages(discussion, "ana");
const ids = (list: typeof entries) => list.map((entry) => entry.passage.id);

describe("listPassages", () => {
  test("stands in text order, the longer first", () => {
    expect(ids(entries)).toEqual(["outer", "inner", "bare", "late"]);
    expect(entries.map((entry) => entry.place)).toEqual([1, 2, 3, 4]);
  });
  test("counts comments, unread ones, people and state", () => {
    expect(
      entries.map((entry) => [entry.state, entry.comments, entry.unread, entry.people.join(" ")]),
    ).toEqual([
      ["open", 3, 0, "ana ben cleo"],
      ["none", 0, 0, "ana"],
      ["none", 0, 0, "ben"],
      ["resolved", 1, 1, "ben cleo ana"],
    ]);
  });
  test("knows on which nothing stands", () => {
    expect(ids(entries.filter(isBare))).toEqual(["inner", "bare"]);
    const said = { ...discussion, attributions: [viewAttribution("a", "bare", null)] };
    expect(ids(listPassages(said, "ana").filter(isBare))).toEqual(["inner"]);
    const id = { id: "bare so", passageId: "bare", axis: "so" as const, number: 2 };
    const judged = { ...discussion, judged: [{ ...id, count: 1, revealed: false }] };
    expect(ids(listPassages(judged, "ana").filter(isBare))).toEqual(["inner"]);
  });
  test("says in words what it is", () => {
    expect(entries.map(passageLabel)).toEqual([
      "Passage 1, open, 3 comments",
      "Passage 2",
      "Passage 3",
      "Passage 4, resolved, 1 comment, 1 new",
    ]);
  });
  test("counts what colleagues did beside commenting, each act once", () => {
    const marked = viewPassage("late", { start: 50, end: 60 }, { createdBy: "ben", createdNumber: 14 });
    const said = viewAttribution("a", "late", "ida", { by: "ben", contentNumber: 17 });
    const late = (over: Partial<Discussion>) =>
      listPassages({ ...discussion, passages: [marked], attributions: [said], ...over }, "ana")[0];
    // The comment came with the passage.
    expect(late({})).toMatchObject({ unread: 2, newUpTo: 17 });
    expect(late({ seen: { ...discussion.seen, passages: { late: 17 } } })).toMatchObject({
      ...{ unread: 1, newUpTo: null },
    });
    expect(late({ seen: { ...discussion.seen, passages: { late: 14 } } })).toMatchObject({ newUpTo: 17 });
  });
  test("keeps threads on the whole article apart", () => {
    expect(articleThreads(discussion).map((one) => one.id)).toEqual(["whole"]);
  });
});

describe("filterPassages", () => {
  const cases: [Partial<PassageFilter>, string[]][] = [
    [{}, ["outer", "inner", "bare", "late"]],
    [{ about: "accuracy" }, ["outer", "late"]],
    [{ about: "accuracy", state: "open" }, []],
    [{ state: "open" }, ["outer"]],
    [{ state: "resolved" }, ["outer", "late"]],
    [{ mine: true }, ["outer", "inner", "late"]],
    [{ unread: true }, ["late"]],
    [{ person: "ben" }, ["outer", "bare", "late"]],
    [{ person: "ben", state: "resolved", unread: true }, ["late"]],
    [{ person: "nobody" }, []],
  ];
  test.each(cases)("%j leaves %j", (given, expected) => {
    const filter = { ...noFilter, ...given };
    expect(ids(filterPassages(entries, filter, "ana"))).toEqual(expected);
    expect(countConditions(filter)).toBe(Object.keys(given).length);
  });
});

describe("a resolved passage", () => {
  const read = { ...discussion, seen: { ...discussion.seen, number: 20 } };
  const [decided, other] = [
    viewPassage("decided", { start: 70, end: 80 }),
    viewAttribution("a", "decided", "ida"),
  ];
  const resolution = (axis: "so" | "said") =>
    viewResolution("decided", { id: axis, axis, sourceId: axis === "said" ? "ida" : null, number: 16 });
  const judged: JudgedView = {
    ...{ id: "decided said", passageId: "decided", axis: "said", count: 1, revealed: false, number: 15 },
  };
  const cases: [what: string, over: Partial<Discussion>, expected: string[]][] = [
    ["whose threads all are", {}, ["late"]],
    ["in which something is new", { seen: discussion.seen }, []],
    ["that an editor has decided", { passages: [decided], resolutions: [resolution("so")] }, ["decided"]],
    [
      "decided on one question, judged on the other",
      {
        ...{ passages: [decided], attributions: [other], sources: [viewSource("ida")] },
        ...{ resolutions: [resolution("so")], judged: [judged] },
      },
      [],
    ],
    [
      "decided on both",
      {
        ...{ passages: [decided], attributions: [other], sources: [viewSource("ida")] },
        resolutions: [resolution("so"), resolution("said")],
      },
      ["decided"],
    ],
    [
      "decided, and a thread is open",
      {
        ...{ passages: [decided], resolutions: [resolution("so")], threads: [viewThread("t", "decided")] },
      },
      [],
    ],
    [
      "on whose speaker colleagues differ",
      {
        attributions: [
          viewAttribution("a", "late", "ida"),
          viewAttribution("b", "late", "port", { by: "ben" }),
        ],
        sources: [viewSource("ida"), viewSource("port")],
      },
      [],
    ],
  ];
  test.each(cases)("%s", (_, over, expected) => {
    const list = listPassages({ ...read, ...over }, "ana");
    expect(ids(list.filter(isResolved))).toEqual(expected);
    const beside = ids(besideText(list, noFilter, null));
    expect(beside).toEqual(ids(list).filter((id) => !expected.includes(id)));
  });

  test("stands beside the text while it is open or asked for", () => {
    const list = listPassages(read, "ana");
    expect(ids(besideText(list, noFilter, "late"))).toContain("late");
    const asked = { ...noFilter, state: "resolved" } as const;
    expect(ids(besideText(filterPassages(list, asked, "ana"), asked, null))).toEqual(["outer", "late"]);
  });

  test("is found by its state, with or without threads", () => {
    const list = listPassages({ ...read, passages: [decided], resolutions: [resolution("so")] }, "ana");
    expect(ids(filterPassages(list, { ...noFilter, state: "resolved" }, "ana"))).toEqual(["decided"]);
    expect(filterPassages(list, { ...noFilter, state: "resolved", about: "other" }, "ana")).toEqual([]);
  });
});

describe("who said it", () => {
  const sources = [
    viewSource("ida", { name: "Ida Holm" }),
    viewSource("port", { name: "Port Authority" }),
    viewSource("harbour", { name: "The harbour", mergedInto: "port" }),
  ];
  const by = (person: string, createdNumber = 2) => ({ by: person, createdNumber });
  const said: Discussion = {
    ...discussion,
    sources,
    passages: ["bare", "ida", "merged", "differing", "settled", "reporter", "unnamed"].map((id, index) =>
      passage(id, index * 10, index * 10 + 5),
    ),
    threads: [
      viewThread("on a source", null, { sourceId: "ida", createdNumber: 7 }),
      viewThread("before it", null, { sourceId: "ida", createdNumber: 3 }),
      viewThread("whole", null),
    ],
    comments: [],
    attributions: [
      viewAttribution("a", "ida", "ida"),
      viewAttribution("b", "merged", "harbour"),
      viewAttribution("c", "merged", "port", by("ben")),
      viewAttribution("d", "differing", "ida"),
      viewAttribution("e", "differing", "port", by("ben")),
      viewAttribution("f", "settled", "ida"),
      viewAttribution("g", "settled", "port", by("ben")),
      viewAttribution("h", "reporter", null),
      viewAttribution("i", "unnamed", null, { voice: "source" }),
    ],
    settlements: [viewSettlement("settled", "g")],
  };
  const list = listPassages(said, "cleo");

  test("is said of each passage, in words and by id", () => {
    expect(list.map((one) => [one.standing?.state ?? null, one.speaker, one.sourceId])).toEqual([
      [null, null, null],
      ["one", "Ida Holm", "ida"],
      ["agreed", "Port Authority", "port"],
      ["differing", null, null],
      ["settled", "Port Authority", "port"],
      ["one", "The reporter’s own words", null],
      ["one", "Somebody unnamed", null],
    ]);
    expect(list.slice(0, 4).map(passageLabel)).toEqual([
      "Passage 1",
      "Passage 2, Ida Holm",
      "Passage 3, Port Authority",
      "Passage 4, speakers differ",
    ]);
  });

  test("makes whoever said so one of the passage's people, unless they were overruled", () => {
    expect(list.map((one) => one.people.join(" "))).toEqual([
      "ana",
      "ana",
      "ana ben",
      "ana ben",
      "ana ben",
      "ana",
      "ana",
    ]);
    const [only] = listPassages({ ...said, passages: [passage("settled", 0, 5, "eve")] }, "cleo");
    expect(only?.people).toEqual(["eve", "ben"]);
  });

  test.each([
    ["ida", ["ida", "differing"]],
    ["port", ["merged", "differing", "settled"]],
    ["harbour", ["merged", "differing", "settled"]],
    ["none", ["bare"]],
    ["differing", ["differing"]],
    ["somebody else", []],
  ])("can be asked for: %s", (source, expected) => {
    const filter = { ...noFilter, source };
    const byId = new Map(sources.map((one) => [one.id, one]));
    expect(ids(filterPassages(list, filter, "cleo", byId))).toEqual(expected);
    expect(countConditions(filter)).toBe(1);
  });

  test("keeps threads on sources apart, the oldest first", () => {
    expect(articleThreads(said).map((one) => one.id)).toEqual(["whole"]);
    const bySource = [...threadsOfSources(said)].map(([id, threads]) => [id, threads.map((one) => one.id)]);
    expect(bySource).toEqual([["ida", ["before it", "on a source"]]]);
  });
});

describe("stepTo", () => {
  test.each([
    ["outer", 0, 1, "inner"],
    ["outer", 0, -1, null],
    ["late", 50, 1, null],
    [null, 41, 1, "late"],
    [null, 41, -1, "bare"],
    ["filtered away", 41, 1, "late"],
  ] as const)("from %s at %i by %i to %s", (id, start, by, expected) => {
    expect(stepTo(entries, { id, start, end: start + 1 }, by)?.passage.id ?? null).toBe(expected);
  });
});
