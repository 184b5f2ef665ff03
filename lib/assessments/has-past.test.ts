import { describe, expect, it } from "vitest";
import { viewAssessment, viewEvidence, viewResolution } from "@/lib/discussion/test-views";
import { hasPast } from "./has-past";
import type { AssessmentView } from "./schema";

const judged = (over: Partial<AssessmentView> = {}) => viewAssessment("ana", "p", { verdict: "3", ...over });
const none = { axis: "so" as const, assessments: [], resolutions: [], evidence: [] };

describe("hasPast", () => {
  it.each([
    ["nothing", none, false],
    ["one verdict", { ...none, assessments: [judged()] }, false],
    ["a verdict that was changed", { ...none, assessments: [judged({ replaces: "before" })] }, true],
    ["one that was taken back", { ...none, assessments: [judged({ verdict: null })] }, true],
    [
      "one of the other question",
      { ...none, axis: "said" as const, assessments: [judged({ replaces: "a" })] },
      false,
    ],
    ["evidence that went from under it", { ...none, assessments: [judged({ evidence: ["gone"] })] }, true],
    [
      "evidence that stands",
      { ...none, assessments: [judged({ evidence: ["e"] })], evidence: [viewEvidence("e", "p")] },
      false,
    ],
    ["a resolution", { ...none, resolutions: [viewResolution("p")] }, true],
  ])("of %s", (_, given, expected) => {
    expect(hasPast(given)).toBe(expected);
  });
});
