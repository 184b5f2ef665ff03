"use client";

import { useKept } from "@/components/ui/use-kept";
import type { AssessmentView, Confidence, Reason, Verdict } from "@/lib/assessments/schema";
import type { CommentBody } from "@/lib/threads/comment-schema";

/** What a person is about to judge. */
export type AssessmentDraft = {
  verdict: Verdict | null;
  confidence: Confidence;
  reasons: Reason[];
  rationale: CommentBody | null;
  /** Evidence that it rests on. */
  evidence: string[];
  changeNote: string;
};

/** What somebody has judged, to be judged anew; or nothing yet. */
export function draftOf(mine: AssessmentView | null): AssessmentDraft {
  if (!mine || mine.verdict === null) {
    return {
      verdict: null,
      confidence: "medium",
      reasons: [],
      rationale: null,
      evidence: [],
      changeNote: "",
    };
  }
  const { verdict, confidence, reasons, rationale, evidence } = mine;
  return { verdict, confidence, reasons, rationale, evidence, changeNote: "" };
}

/** A verdict half given, kept in this browser until it is saved or given up. */
export function useAssessmentDraft(key: string, first: AssessmentDraft) {
  const { value, change, ...kept } = useKept(`sayso:assessment:${key}`, first, readDraft);
  return {
    ...kept,
    draft: value,
    change: (next: Partial<AssessmentDraft>) => change((before) => ({ ...before, ...next })),
  };
}

function readDraft(value: unknown): AssessmentDraft | null {
  const draft = value as Partial<AssessmentDraft> | null;
  const isOurs = draft && Array.isArray(draft.reasons) && Array.isArray(draft.evidence) && "verdict" in draft;
  return isOurs ? (draft as AssessmentDraft) : null;
}
