import "server-only";
import { findArticle } from "@/lib/articles/queries";
import { can } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import type { Tx } from "@/lib/db/transaction";
import { notFound } from "@/lib/errors";
import { ownOrigin } from "@/lib/http/own-origin";
import type { Prisma } from "@/prisma/generated/client";
import { isAddress } from "./address";
import { buildReport } from "./build-report";
import { choicesIn, usualChoices } from "./choices";
import { type ReportGround, readPublicReport, readReportGround } from "./read-public";
import {
  type PublicationView,
  type ReportChoices,
  type ReportView,
  reportChoices,
  reportView,
} from "./schema";

/** The report as this viewer may see it: verdicts that are hidden from them take no part. */
export async function getReport(
  viewer: Viewer,
  articleId: string,
  choices: ReportChoices,
  now: Date,
): Promise<ReportView> {
  return reportFor(await readReportGround(viewer, articleId), choices, now);
}

function reportFor(ground: ReportGround, choices: ReportChoices, now: Date): ReportView {
  return buildReport({ ...ground, choices, now, isPublic: false });
}

export const publicationSelect = {
  id: true,
  address: true,
  choices: true,
  publishedAt: true,
  version: true,
  publishedBy: { select: { name: true } },
} satisfies Prisma.PublicationSelect;

type PublicationRow = Prisma.PublicationGetPayload<{ select: typeof publicationSelect }>;

export function toPublicationView(row: PublicationRow, isOutdated: boolean | null): PublicationView {
  return {
    address: row.address,
    choices: reportChoices.parse(row.choices),
    publishedBy: row.publishedBy.name,
    publishedAt: row.publishedAt.toISOString(),
    version: row.version,
    isOutdated,
  };
}

/** What is published of an article now; an article has at most one publication that is not withdrawn. */
export async function findPublication(tx: Tx, articleId: string): Promise<PublicationRow | null> {
  return tx.publication.findFirst({
    where: { articleId, withdrawnAt: null },
    orderBy: { createdAt: "desc" },
    select: publicationSelect,
  });
}

/** Where the report is published, for members; whether it is outdated, for those who may publish. */
export async function getPublication(
  viewer: Viewer,
  articleId: string,
  now: Date,
): Promise<{ publication: PublicationView | null }> {
  const article = await findArticle(viewer, articleId);
  const mayPublish = can(viewer, "report.publish", article);
  const row = await findPublication(db(), articleId);
  if (!row || !mayPublish) return { publication: row && toPublicationView(row, null) };
  return { publication: await compared(row, await readReportGround(viewer, articleId), now) };
}

/** A publication, with whether it is outdated. */
async function compared(row: PublicationRow, ground: ReportGround, now: Date): Promise<PublicationView> {
  const fresh = await readPublicReport(ground, reportChoices.parse(row.choices), now);
  const { report } = await db().publication.findUniqueOrThrow({
    where: { id: row.id },
    select: { report: true },
  });
  return toPublicationView(row, !isSame(fresh, report));
}

/** Whether a stored report says the same, but for the day on which it was made. */
function isSame(fresh: ReportView, stored: unknown): boolean {
  const read = reportView.safeParse(stored);
  // The database orders keys as it likes; what was parsed has them in the schema's order.
  const said = (report: ReportView) => JSON.stringify({ ...report, madeOn: null });
  return read.success && said(read.data) === said(reportView.parse(fresh));
}

/** A published report as it was published, for anybody who knows its address; 404 for every other address. */
export async function getPublishedReport(address: string): Promise<ReportView> {
  const row = isAddress(address)
    ? await db().publication.findFirst({ where: { address, withdrawnAt: null }, select: { report: true } })
    : null;
  if (!row) throw notFound("report");
  return reportView.parse(row.report);
}

/** What is published of an article, as it was published, with the address; null where nothing is. */
export async function findPublishedReport(
  articleId: string,
): Promise<{ address: string; report: ReportView } | null> {
  const row = await db().publication.findFirst({
    where: { articleId, withdrawnAt: null },
    orderBy: { createdAt: "desc" },
    select: { address: true, report: true },
  });
  return row && { address: row.address, report: reportView.parse(row.report) };
}

/**
 * What the page of an article's report shows. Without choices of its own the address shows to those who may publish
 * what is published, so that publishing again does not change what it holds by accident.
 */
export async function openReport(
  viewer: Viewer,
  articleId: string,
  show: Parameters<typeof choicesIn>[0],
  now: Date,
) {
  const ground = await readReportGround(viewer, articleId);
  const mayPublish = can(viewer, "report.publish", ground.article);
  const row = await findPublication(db(), articleId);
  const publication = row && (mayPublish ? await compared(row, ground, now) : toPublicationView(row, null));
  const choices = choicesIn(show) ?? (mayPublish ? publication?.choices : null) ?? usualChoices;
  return {
    articleId,
    workspaceId: ground.article.workspaceId,
    report: reportFor(ground, choices, now),
    publication,
    mayPublish,
    origin: ownOrigin(),
  };
}

export type OpenedReport = Awaited<ReturnType<typeof openReport>>;
