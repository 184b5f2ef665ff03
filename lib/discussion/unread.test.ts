import { describe, expect, it } from "vitest";
import type { AssessmentView, ResolutionView } from "@/lib/assessments/schema";
import type { CommentView } from "@/lib/threads/schema";
import type { Seen } from "./schema";
import {
  viewAssessment,
  viewAttribution,
  viewComment,
  viewPassage,
  viewResolution,
  viewSettlement,
} from "./test-views";
import { isNewComment, newOnCards } from "./unread";

const me = "me";
const at = "2026-11-23T10:00:00.000Z";
const seen: Seen = {
  number: 10,
  at,
  threads: { read: { number: 20, at }, old: { number: 3, at } },
  passages: { p: 20 },
};

const comment = (over: Partial<CommentView>) =>
  viewComment("c", "other", { createdNumber: 11, number: 11, ...over });

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
});

describe("what is new on a card", () => {
  const nothing = { passages: [], attributions: [], settlements: [], assessments: [], resolutions: [], seen };
  const judged = (over: Partial<AssessmentView>) =>
    viewAssessment("sam", "q", { verdict: "2", number: 11, ...over });
  const resolved = (over: Partial<ResolutionView>) =>
    viewResolution("q", { verdict: "2", by: "sam", number: 11, ...over });
  const place = { start: 0, end: 1 };
  const marked = (id: string, createdBy: string, createdNumber: number) =>
    viewPassage(id, place, { createdBy, createdNumber, number: 40 });
  const said = (passageId: string, by: string, contentNumber: number) =>
    viewAttribution("a", passageId, "ida", { by, contentNumber, number: 40 });
  const cards: [what: string, rows: Partial<Parameters<typeof newOnCards>[0]>, expected: number[]][] = [
    ["a passage after the floor", { passages: [marked("q", "sam", 11)] }, [11]],
    ["one at the floor, changed since", { passages: [marked("q", "sam", 10)] }, []],
    ["mine", { passages: [marked("q", me, 11)] }, []],
    ["one whose card was read", { passages: [marked("p", "sam", 20)] }, []],
    ["one that came after its card was read", { passages: [marked("p", "sam", 21)] }, [21]],
    ["who said it", { attributions: [said("q", "sam", 12)] }, [12]],
    [
      "who said it, of which nothing but its place was changed since",
      { attributions: [said("q", "sam", 9)] },
      [],
    ],
    ["mine of who said it", { attributions: [said("q", me, 12)] }, []],
    ["a settlement", { settlements: [viewSettlement("q", "a", { by: "sam", number: 13 })] }, [13]],
    ["a verdict", { assessments: [judged({})] }, [11]],
    ["a verdict that was taken back", { assessments: [judged({ verdict: null })] }, []],
    ["my verdict", { assessments: [judged({ by: me })] }, []],
    [
      "an editor's word, and that it was taken back",
      { resolutions: [resolved({}), resolved({ id: "s", verdict: null, number: 14 })] },
      [11, 14],
    ],
    [
      "all that one act has made, once",
      { passages: [marked("q", "sam", 11)], attributions: [said("q", "sam", 11)] },
      [11],
    ],
  ];
  it.each(cards)("%s", (_, rows, expected) => {
    const news = newOnCards({ ...nothing, ...rows }, me);
    expect([...news.values()].flatMap((numbers) => [...numbers])).toEqual(expected);
  });
});
