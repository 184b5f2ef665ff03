import "server-only";
import { assessmentInSight } from "@/lib/auth/in-sight";
import type { Viewer } from "@/lib/auth/viewer";
import type { Tx } from "@/lib/db/transaction";
import {
  assessmentSelect,
  passagesJudgedSince,
  readJudged,
  resolutionSelect,
  toAssessmentView,
  toResolutionView,
} from "./queries";
import { evidenceSelect, showEvidence } from "./read-evidence";

/**
 * Verdicts that the viewer may see, how many there are where they may not, evidence and resolutions; with `since` those
 * that changed after it, came into sight after it, or whose passage came back. Evidence comes with every verdict: which
 * way it is taken goes out of sight with the first of a colleague, and comes into sight with one's own.
 */
export async function readVerdictsSince(
  tx: Tx,
  viewer: Viewer,
  articleId: string,
  scope: { since: number; passageIds: string[] } | null,
) {
  const isChanged = scope && {
    OR: [{ number: { gt: scope.since } }, { passageId: { in: scope.passageIds } }],
  };
  const changed = scope && (await passagesJudgedSince(tx, viewer, articleId, scope.since));
  const assessments = await tx.assessment.findMany({
    where: {
      articleId,
      replacedBy: null,
      ...assessmentInSight(viewer),
      ...(changed ? { passageId: { in: changed } } : {}),
    },
    orderBy: [{ number: "asc" }, { id: "asc" }],
    select: assessmentSelect,
  });
  const evidenceRows = await tx.evidence.findMany({
    where: {
      articleId,
      passage: { deletedAt: null },
      ...(scope && changed
        ? { OR: [{ number: { gt: scope.since } }, { passageId: { in: changed } }] }
        : { deletedAt: null }),
    },
    orderBy: [{ addedAt: "asc" }, { id: "asc" }],
    select: { ...evidenceSelect, deletedAt: true },
  });
  const resolutions = await tx.resolution.findMany({
    where: { articleId, passage: { deletedAt: null }, replacedBy: null, ...isChanged },
    orderBy: [{ number: "asc" }, { id: "asc" }],
    select: resolutionSelect,
  });
  return {
    assessments: assessments.map(toAssessmentView),
    judged: await readJudged(tx, viewer, articleId, changed),
    evidence: await showEvidence(
      tx,
      viewer,
      evidenceRows.flatMap(({ deletedAt, ...row }) => (deletedAt ? [] : [row])),
    ),
    removed: evidenceRows.filter((row) => row.deletedAt).map((row) => row.id),
    resolutions: resolutions.map(toResolutionView),
  };
}
