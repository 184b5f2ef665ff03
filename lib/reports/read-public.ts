import "server-only";
import { getArticle } from "@/lib/articles/queries";
import { assessmentSelect, toAssessmentView } from "@/lib/assessments/queries";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { lookAtDiscussion } from "@/lib/discussion/queries";
import { buildReport } from "./build-report";
import type { ReportChoices, ReportView } from "./schema";

/**
 * The report as it would be published now. What is resolved is resolved for everybody, so dissent is taken from all
 * verdicts there, also those that the publishing owner has not revealed; what is not resolved stays as blind as it is.
 * For whoever may publish: the caller asks.
 */
export async function readPublicReport(
  viewer: Viewer,
  articleId: string,
  choices: ReportChoices,
  now: Date,
): Promise<ReportView> {
  const article = await getArticle(viewer, articleId);
  const discussion = await lookAtDiscussion(viewer, articleId);
  const resolved = discussion.resolutions.filter((one) => one.verdict !== null);
  const rows = await db().assessment.findMany({
    where: {
      // As it was at the moment of the discussion: nothing that came between the two reads.
      number: { lte: discussion.number },
      OR: resolved.map(({ passageId, axis }) => ({ passageId, axis })),
    },
    orderBy: [{ number: "asc" }, { id: "asc" }],
    select: assessmentSelect,
  });
  const judged = discussion.judged.map((one) => ({ ...one, revealed: true }));
  return buildReport({
    article,
    discussion: { ...discussion, judged, assessments: rows.map(toAssessmentView) },
    choices,
    now,
    isPublic: true,
  });
}
