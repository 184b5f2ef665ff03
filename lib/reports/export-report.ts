import "server-only";
import { findArticle } from "@/lib/articles/queries";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { claimReview } from "@/lib/export/claim-review";
import { toScriptJson } from "@/lib/export/script-json";
import { type File, fileName } from "@/lib/http/file";
import { ownOrigin } from "@/lib/http/own-origin";
import { toCsv } from "@/lib/text/csv";
import { choicesIn, usualChoices } from "./choices";
import { type Published, reportRows, reviewedClaims } from "./export-rows";
import { findPublishedReport, getPublishedReport, getReport } from "./queries";
import { reportMarkdown } from "./report-markdown";
import type { ReportChoices, ReportView } from "./schema";
import { tellOfReport } from "./tell";

type Show = Parameters<typeof choicesIn>[0];

/**
 * The claims of a report, as this viewer sees it, as ClaimReview; their addresses are those of the published report,
 * since nobody else could open the members' page. That they took it out is kept in the history.
 */
export async function exportClaimReview(viewer: Viewer, articleId: string, show: Show): Promise<File> {
  const choices = choicesIn(show) ?? usualChoices;
  const report = await takeOut(viewer, articleId, choices);
  const published = await findPublishedReport(articleId);
  return claimReviewFile(report, published && withWholeAddress(published));
}

/** The notes of a report, as this viewer sees it, as CSV. That they took it out is kept in the history. */
export async function exportReportCsv(viewer: Viewer, articleId: string, show: Show): Promise<File> {
  return csvFile(await takeOut(viewer, articleId, choicesIn(show) ?? usualChoices));
}

/** The whole of a report, as this viewer sees it, as Markdown. That they took it out is kept in the history. */
export async function exportReportMarkdown(viewer: Viewer, articleId: string, show: Show): Promise<File> {
  return markdownFile(await takeOut(viewer, articleId, choicesIn(show) ?? usualChoices));
}

async function takeOut(viewer: Viewer, articleId: string, choices: ReportChoices): Promise<ReportView> {
  const report = await getReport(viewer, articleId, choices, new Date());
  await tellOfReport(db(), viewer, await findArticle(viewer, articleId), "report.exported");
  return report;
}

export async function exportPublishedClaimReview(address: string): Promise<File> {
  const report = await getPublishedReport(address);
  return claimReviewFile(report, withWholeAddress({ report, address }));
}

export async function exportPublishedCsv(address: string): Promise<File> {
  return csvFile(await getPublishedReport(address));
}

export async function exportPublishedMarkdown(address: string): Promise<File> {
  return markdownFile(await getPublishedReport(address));
}

/** What the page of a published report shows; `claimReviews` can stand in a script tag, null when there are none. */
export async function openPublishedReport(address: string) {
  const report = await getPublishedReport(address);
  const published = withWholeAddress({ report, address });
  const reviews = claimReviewsOf(report, published);
  return { report, url: published.address, claimReviews: reviews.length > 0 ? toScriptJson(reviews) : null };
}

function withWholeAddress({ report, address }: Published): Published {
  return { report, address: `${ownOrigin()}/reports/${address}` };
}

function claimReviewsOf(report: ReportView, published: Published | null) {
  return reviewedClaims(report, published).flatMap((claim) => claimReview(claim) ?? []);
}

function claimReviewFile(report: ReportView, published: Published | null): File {
  return {
    name: fileName(`${report.article.title} ClaimReview`, "jsonld"),
    text: toScriptJson(claimReviewsOf(report, published), 2),
  };
}

function csvFile(report: ReportView): File {
  return { name: fileName(`${report.article.title} report`, "csv"), text: toCsv(reportRows(report)) };
}

function markdownFile(report: ReportView): File {
  return { name: fileName(`${report.article.title} report`, "md"), text: reportMarkdown(report) };
}
