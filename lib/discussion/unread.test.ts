import { describe, expect, it } from "vitest";
import type { CommentView } from "@/lib/threads/schema";
import type { Discussion, Seen } from "./schema";
import { countNew, isNewComment, isNewPassage, lastNumberIn } from "./unread";

const me = "me";
const at = "2026-11-23T10:00:00.000Z";
const seen: Seen = { number: 10, at, threads: { read: { number: 20, at }, old: { number: 3, at } } };

function comment(over: Partial<CommentView>): CommentView {
  return {
    id: "c",
    threadId: "other",
    author: "sam",
    body: null,
    text: "",
    mentions: [],
    createdAt: at,
    editedAt: null,
    deletedAt: null,
    deletedBy: null,
    version: 1,
    createdNumber: 11,
    number: 11,
    reactions: [],
    ...over,
  };
}

const cases: { name: string; over: Partial<CommentView>; isNew: boolean }[] = [
  { name: "after the floor", over: {}, isNew: true },
  { name: "at the floor", over: { createdNumber: 10 }, isNew: false },
  { name: "mine", over: { author: me }, isNew: false },
  { name: "deleted", over: { deletedAt: at }, isNew: false },
  { name: "old, changed since", over: { createdNumber: 9, number: 30 }, isNew: false },
  { name: "in a thread that I read further", over: { threadId: "read", createdNumber: 20 }, isNew: false },
  { name: "after what I read of its thread", over: { threadId: "read", createdNumber: 21 }, isNew: true },
  { name: "in a thread read before the floor", over: { threadId: "old", createdNumber: 9 }, isNew: false },
];

describe("what is new to me", () => {
  it.each(cases)("a comment $name", ({ over, isNew }) => {
    expect(isNewComment(comment(over), seen, me)).toBe(isNew);
  });

  it("a passage of somebody else after the floor", () => {
    const passage = {
      id: "p",
      start: 0,
      end: 1,
      exact: "a",
      prefix: "",
      suffix: "",
      claimKinds: [],
      assignee: null,
      createdBy: "sam",
    };
    const rest = { createdAt: at, version: 1, createdNumber: 11, number: 11 };
    expect(isNewPassage({ ...passage, ...rest }, seen, me)).toBe(true);
    expect(isNewPassage({ ...passage, ...rest, createdNumber: 10, number: 40 }, seen, me)).toBe(false);
    expect(isNewPassage({ ...passage, ...rest, createdBy: me }, seen, me)).toBe(false);
  });

  it("is counted by thread", () => {
    const comments = cases.map(({ over }, index) => comment({ id: `c${index}`, ...over }));
    const discussion: Discussion = {
      articleId: "a",
      number: 40,
      site: null,
      archived: false,
      assessments: [],
      judged: [],
      evidence: [],
      resolutions: [],
      firstTime: false,
      peopleMark: "m",
      passages: [],
      threads: [],
      comments,
      people: [],
      attributions: [],
      settlements: [],
      sources: [],
      suggestions: [],
      seen,
    };
    expect(Object.fromEntries(countNew(discussion, me))).toEqual({ other: 1, read: 1 });
    expect(lastNumberIn(discussion, "read")).toBe(21);
    expect(lastNumberIn(discussion, "none")).toBe(0);
  });
});
