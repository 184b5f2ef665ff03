"use client";

import { type KeptOn, useKept } from "@/components/ui/use-kept";
import type {
  AssessmentView,
  Axis,
  Confidence,
  EvidenceView,
  Reason,
  Verdict,
} from "@/lib/assessments/schema";
import type { Ground } from "@/lib/assessments/standing";
import type { SaidVerdict } from "@/lib/discussion/outbox";
import type { CommentBody } from "@/lib/threads/comment-schema";
import { readGround } from "./use-ground";

/** Evidence as the person read it. */
export type ReadEvidence = Pick<EvidenceView, "id" | "version">;

/** What a person is about to judge. */
type AssessmentDraft = {
  verdict: Verdict | null;
  /** What the verdict was chosen on; null where that is not known any more. */
  ground: Ground | null;
  confidence: Confidence;
  reasons: Reason[];
  rationale: CommentBody | null;
  /** Evidence that it rests on. */
  evidence: ReadEvidence[];
  changeNote: string;
};

/** What somebody has judged, to be judged anew; or nothing yet. */
export function draftOf(
  mine: AssessmentView | null,
  ground: Ground,
  standing: readonly EvidenceView[],
): AssessmentDraft {
  if (!mine || mine.verdict === null) {
    return {
      verdict: null,
      ground,
      confidence: "medium",
      reasons: [],
      rationale: null,
      evidence: [],
      changeNote: "",
    };
  }
  const { verdict, confidence, reasons, rationale, exact, sourceId } = mine;
  const evidence = standing.filter((one) => mine.evidence.includes(one.id)).map(asRead);
  // On what it was given: on other words, or of another source, it is to be chosen anew.
  return { verdict, ground: { exact, sourceId }, confidence, reasons, rationale, evidence, changeNote: "" };
}

/** A verdict that has not arrived, to be given otherwise. */
export function draftOfWaiting({ given }: SaidVerdict): AssessmentDraft {
  const { verdict, exact, sourceId, confidence, reasons, rationale, evidence, changeNote } = given;
  return {
    verdict,
    ground: { exact, sourceId },
    confidence: confidence ?? "medium",
    reasons: reasons ?? [],
    rationale: rationale ?? null,
    evidence: evidence ?? [],
    changeNote: changeNote ?? "",
  };
}

export function asRead({ id, version }: EvidenceView): ReadEvidence {
  return { id, version };
}

/** The name under which a person's half given verdict is kept. */
export function draftKeyOf(of: { userId: string; articleId: string; passageId: string; axis: Axis }): string {
  return `sayso:assessment:${of.userId} ${of.articleId} ${of.passageId} ${of.axis}`;
}

/** A verdict half given, kept in this browser until it is saved or given up. */
export function useAssessmentDraft(key: string, first: AssessmentDraft, on: KeptOn) {
  const { value, change, ...kept } = useKept(key, first, readDraft, on);
  return {
    ...kept,
    draft: value,
    change: (next: Partial<AssessmentDraft>) => change((before) => ({ ...before, ...next })),
    /** Apart, because evidence is still on its way while the person ticks some more. */
    changeEvidence: (next: (before: ReadEvidence[]) => ReadEvidence[]) =>
      change((before) => ({ ...before, evidence: next(before.evidence) })),
  };
}

/** What this or an earlier version has kept; null for anything else. */
export function readDraft(value: unknown): AssessmentDraft | null {
  const draft = value as Partial<AssessmentDraft> | null;
  const isOurs = draft && Array.isArray(draft.reasons) && Array.isArray(draft.evidence) && "verdict" in draft;
  if (!isOurs) return null;
  const evidence = draft.evidence?.filter((one) => typeof one?.version === "number");
  return { ...(draft as AssessmentDraft), evidence: evidence ?? [], ground: readGround(draft.ground) };
}
