import { describe, expect, test } from "vitest";
import type { PassageView } from "@/lib/passages/schema";
import type { CommentView, ThreadView } from "@/lib/threads/schema";
import { countConditions, filterPassages, noFilter, type PassageFilter, stepTo } from "./filter-passages";
import { articleThreads, listPassages, passageLabel } from "./list-passages";
import type { Discussion } from "./schema";

const at = "2026-11-20T10:00:00.000Z";

function passage(id: string, start: number, end: number, createdBy = "ana"): PassageView {
  const numbers = { version: 1, createdNumber: 1, number: 1 };
  return {
    id,
    start,
    end,
    exact: "",
    prefix: "",
    suffix: "",
    claimKinds: [],
    createdBy,
    createdAt: at,
    ...numbers,
  };
}

function thread(id: string, passageId: string | null, more: Partial<ThreadView> = {}): ThreadView {
  const numbers = { version: 1, createdNumber: 1, number: 1 };
  const who = { createdBy: "ana", createdAt: at, assignee: null, changes: [] };
  return { id, passageId, sourceId: null, about: "other", state: "open", ...who, ...numbers, ...more };
}

function comment(
  id: string,
  threadId: string,
  author: string,
  createdNumber: number,
  deletedAt: string | null = null,
): CommentView {
  const times = { createdAt: at, editedAt: null, deletedAt, deletedBy: null };
  const rest = { body: null, text: "", mentions: [], version: 1, number: createdNumber, reactions: [] };
  return { id, threadId, author, createdNumber, ...times, ...rest };
}

const discussion: Discussion = {
  articleId: "a",
  number: 20,
  archived: false,
  firstTime: false,
  passages: [
    passage("late", 50, 60, "ben"),
    passage("inner", 0, 5),
    passage("outer", 0, 30),
    passage("bare", 40, 45, "ben"),
  ],
  threads: [
    thread("t1", "outer", { about: "accuracy", state: "resolved" }),
    thread("t2", "outer", { about: "attribution", createdNumber: 3 }),
    thread("t3", "late", { about: "accuracy", state: "resolved", assignee: "ana" }),
    thread("whole", null),
  ],
  comments: [
    comment("c1", "t1", "ana", 2),
    comment("c2", "t1", "ben", 4),
    comment("c3", "t2", "cleo", 12),
    comment("c4", "t3", "cleo", 14),
    comment("c5", "t3", "cleo", 15, at),
  ],
  people: [],
  attributions: [],
  settlements: [],
  sources: [],
  suggestions: [],
  seen: { number: 10, at, threads: { t2: { number: 12, at } } },
};

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
  test("says in words what it is", () => {
    expect(entries.map(passageLabel)).toEqual([
      "Passage 1, open, 3 comments",
      "Passage 2",
      "Passage 3",
      "Passage 4, resolved, 1 comment, 1 new",
    ]);
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
