import { describe, expect, it } from "vitest";
import { readVoices } from "@/lib/attributions/voices";
import { colleaguesWords, ownWords } from "./colleagues-words";
import { listPassages } from "./list-passages";
import {
  viewAssessment,
  viewAttribution,
  viewComment,
  viewDiscussion,
  viewEvidence,
  viewPassage,
  viewSource,
  viewThread,
} from "./test-views";

const whole = viewDiscussion({
  passages: [viewPassage("p", { start: 0, end: 4 }, { exact: "Rain" })],
  threads: [viewThread("t", "p")],
  comments: [
    viewComment("c", "t", { author: "ana" }),
    viewComment("d", "t", { author: "ben" }),
    viewComment("e", "t", { author: "ben", deletedAt: "2026-11-20T10:00:00.000Z" }),
  ],
  sources: [viewSource("s")],
  attributions: [
    viewAttribution("a", "p", "s", { by: "ben" }),
    viewAttribution("b", "p", "s", { by: "ben", parentId: "a" }),
  ],
  assessments: [viewAssessment("ana", "p"), viewAssessment("ben", "p"), viewAssessment("eve", "p")],
  evidence: [viewEvidence("x", "p", { addedBy: "ben" })],
});

function wordsFor(userId: string, discussion = whole, count = colleaguesWords): string[] {
  const [entry] = listPassages(discussion, userId);
  if (!entry) throw new Error("There is a passage.");
  const { comments } = discussion;
  const attributions = [...readVoices(discussion).attributions.values()];
  return count({ entry, comments, attributions, userId });
}

describe("colleaguesWords", () => {
  it("counts what others have said, and each who said who said it once", () => {
    expect(wordsFor("ana")).toEqual(["1 comment", "2 verdicts", "1 evidence item", "1 attribution"]);
    expect(wordsFor("ben")).toEqual(["1 comment", "2 verdicts"]);
  });

  it("counts verdicts that may not be seen yet", () => {
    const judged = [
      { id: "p so", passageId: "p", axis: "so" as const, count: 2, revealed: false, number: 3 },
    ];
    const hidden = { ...whole, comments: [], attributions: [], assessments: [], evidence: [], judged };
    expect(wordsFor("zoe", hidden)).toEqual(["2 verdicts"]);
  });

  it("is silent where only this person has said anything", () => {
    const own = {
      ...whole,
      comments: [],
      attributions: [],
      evidence: [],
      assessments: [viewAssessment("ana", "p")],
    };
    expect(wordsFor("ana", own)).toEqual([]);
  });
});

describe("ownWords", () => {
  it("counts what this person has said", () => {
    expect(wordsFor("ana", whole, ownWords)).toEqual(["1 comment", "1 verdict"]);
    expect(wordsFor("ben", whole, ownWords)).toEqual([
      ...["1 comment", "1 verdict", "1 evidence item", "1 attribution"],
    ]);
    expect(wordsFor("zoe", whole, ownWords)).toEqual([]);
  });
});
