import "server-only";
import { readArticleText } from "@/lib/articles/queries";
import type { ArticleText } from "@/lib/articles/schema";
import { assessmentSelect, toAssessmentView } from "@/lib/assessments/queries";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { lookAtDiscussion } from "@/lib/discussion/queries";
import type { Discussion } from "@/lib/discussion/schema";
import { buildReport } from "./build-report";
import type { ReportChoices, ReportView } from "./schema";

/** What a report is made of, as a viewer may see it. */
export type ReportGround = { article: ArticleText; discussion: Discussion };

/** Reads the article and its discussion without opening the article; 404 where this viewer may not see it. */
export async function readReportGround(viewer: Viewer, articleId: string): Promise<ReportGround> {
  const article = await readArticleText(viewer, articleId);
  return { article, discussion: await lookAtDiscussion(viewer, articleId) };
}

/**
 * The report as it would be published now. What is resolved is resolved for everybody, so dissent is taken from all
 * verdicts there, also those that the publishing owner has not revealed; what is not resolved stays as blind as it is.
 * For whoever may publish, whose ground it is: the caller asks.
 */
export async function readPublicReport(
  { article, discussion }: ReportGround,
  choices: ReportChoices,
  now: Date,
): Promise<ReportView> {
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
