import type { AssessmentView, Axis, EvidenceView, ResolutionView } from "./schema";

type Given = {
  axis: Axis;
  /** The last word of each on the passage, of both axes; taken back ones among them. */
  assessments: readonly AssessmentView[];
  resolutions: readonly ResolutionView[];
  /** What stands at the passage. */
  evidence: readonly EvidenceView[];
};

/** Whether the history of an axis tells more than the verdicts that are shown: somebody changed, took back or decided. */
export function hasPast({ axis, assessments, resolutions, evidence }: Given): boolean {
  if (resolutions.some((one) => one.axis === axis)) return true;
  const stands = new Set(evidence.map((one) => one.id));
  return assessments.some(
    (one) =>
      one.axis === axis &&
      (one.verdict === null || one.replaces !== null || one.evidence.some((id) => !stands.has(id))),
  );
}
