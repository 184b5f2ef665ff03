import { expect, it } from "vitest";
import { listPassages } from "@/lib/discussion/list-passages";
import type { Discussion } from "@/lib/discussion/schema";
import {
  viewAssessment,
  viewComment,
  viewDiscussion,
  viewPassage,
  viewResolution,
  viewThread,
} from "@/lib/discussion/test-views";
import { newsSince } from "./news-since";

const person = (id: string, name: string) => ({ id, name, role: "editor" as const });
const before = viewDiscussion({
  number: 20,
  people: [person("me", "Me"), person("ines", "Ines"), person("sam", "Sam")],
  passages: [viewPassage("p", { start: 0, end: 4 }), viewPassage("q", { start: 6, end: 9 })],
  threads: [viewThread("t", "p"), viewThread("u", "q")],
  comments: [viewComment("c", "t"), viewComment("d", "u")],
  judged: [{ id: "p so", passageId: "p", axis: "so", count: 1, revealed: false, number: 3 }],
});

/** What I hear of a change while the passage "p" is open, or another one. */
function heard(change: Partial<Discussion>, passageId: string | null = "p"): string[] {
  const after = { ...before, number: 30, ...change };
  const opened = passageId === null ? null : { passageId, sourceId: null, suggestionId: null };
  return newsSince(before, after, { entries: listPassages(after, "me"), opened, userId: "me" });
}

const by = { by: "ines", number: 25 };
const judged = (count: number, revealed: boolean) => [
  { id: "p so", passageId: "p", axis: "so" as const, count, revealed, number: 25 },
];
const begun = viewThread("n", "p", { createdBy: "ines", createdNumber: 24, about: "accuracy" });
const first = viewComment("e", "n", { author: "ines", createdNumber: 24 });
const reply = viewComment("f", "t", { author: "sam", createdNumber: 26 });
const resolved = viewThread("t", "p", {
  state: "resolved",
  changes: [{ id: "x", state: "resolved", why: null, by: "ines", at: "2026-11-20T10:00:00.000Z" }],
});

it.each<[string, Partial<Discussion>, string[]]>([
  [
    "a new thread, once, with its first comment",
    { threads: [...before.threads, begun], comments: [...before.comments, first] },
    ["Ines began a thread here: Is it so?"],
  ],
  ["a reply", { comments: [...before.comments, reply] }, ["Sam replied."]],
  ["a resolved thread", { threads: [resolved, viewThread("u", "q")] }, ["Ines resolved a thread here."]],
  [
    "a verdict, when I may know it",
    { assessments: [viewAssessment("ines", "p", by)], judged: judged(2, true) },
    ["Ines judged: Is it so? mostly accurate."],
  ],
  [
    "a changed verdict",
    { assessments: [viewAssessment("ines", "p", { ...by, replaces: "old", verdict: "1" })] },
    ["Ines changed a verdict: Is it so? inaccurate."],
  ],
  [
    "that there is a verdict, when I may not",
    { judged: judged(2, false) },
    ["A colleague has judged: Is it so?"],
  ],
  ["nothing of how many there were before", { judged: judged(1, false) }, []],
  [
    "nothing of what I have revealed",
    { assessments: [viewAssessment("ines", "p")], judged: judged(1, true) },
    [],
  ],
  [
    "a resolution",
    { resolutions: [viewResolution("p", by)] },
    ["Ines resolved it: Is it so? mostly accurate."],
  ],
  [
    "nothing of mine",
    {
      comments: [...before.comments, { ...reply, author: "me" }],
      assessments: [viewAssessment("me", "p", { number: 25 })],
    },
    [],
  ],
])("tells of the open passage: %s", (_, change, told) => {
  expect(heard(change)).toEqual(told);
});

it("tells of other places that somebody wrote or marked there, and no verdicts", () => {
  const change = {
    comments: [...before.comments, reply],
    passages: [
      ...before.passages,
      viewPassage("r", { start: 12, end: 14 }, { createdBy: "ines", createdNumber: 27 }),
    ],
    assessments: [viewAssessment("ines", "p", by)],
  };
  const told = ["Sam commented on passage 1.", "Ines marked a passage."];
  expect(heard(change, "q")).toEqual(told);
  expect(heard(change, null)).toEqual(told);
});
