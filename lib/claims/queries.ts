import "server-only";
import {
  assessmentSelect,
  resolutionSelect,
  toAssessmentView,
  toResolutionView,
} from "@/lib/assessments/queries";
import { evidenceSelect, showEvidence } from "@/lib/assessments/read-evidence";
import { assessmentInSight } from "@/lib/auth/in-sight";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { groupBy } from "@/lib/group-by";
import { readCursor } from "@/lib/text/cursor";
import { agreementsOf, boardSections, mostInSection } from "./board";
import { filterClaims } from "./filter-claims";
import { findNumbers } from "./find-numbers";
import { matrixOf } from "./matrix";
import { numberRows } from "./number-rows";
import { readClaims } from "./read-claims";
import type { ClaimsAddress } from "./read-claims-address";
import type { ClaimRow } from "./row-schema";
import type { BoardItem, ClaimsBoard, ClaimsMatrix, ClaimsNumbers, ClaimsQuery, ClaimsTable } from "./schema";
import { pageOf } from "./sort-claims";

/** A page of an article's claims as this viewer may see them; 404 where they may not see the article. */
export async function listClaims(
  viewer: Viewer,
  articleId: string,
  { sort = "text", cursor, ...asked }: ClaimsQuery,
): Promise<ClaimsTable> {
  const { rows, overview } = await readClaims(viewer, articleId);
  const found = filterClaims(rows, asked, viewer.userId);
  const page = pageOf(found, sort, cursor);
  return {
    ...overview,
    rows: await withTimes(articleId, page.rows),
    nextCursor: page.nextCursor,
    total: found.length,
  };
}

/** The claims with the moment of what happened to them last. */
export async function withTimes(articleId: string, rows: readonly ClaimRow[]): Promise<ClaimRow[]> {
  const numbers = [...new Set(rows.map((one) => one.updated.number))];
  const events = await db().event.findMany({
    where: { articleId, number: { in: numbers } },
    select: { number: true, createdAt: true },
  });
  const at = new Map(events.map((one) => [one.number, one.createdAt.toISOString()]));
  return rows.map(({ updated: { number }, ...row }) => ({
    ...row,
    updated: { number, at: at.get(number) ?? null },
  }));
}

/** What is split, judged by one and judged by nobody, with reasons and evidence, and how far colleagues agree. */
export async function getClaimsBoard(viewer: Viewer, articleId: string): Promise<ClaimsBoard> {
  const { rows, overview } = await readClaims(viewer, articleId);
  const sections = boardSections(rows).map(({ state, rows: all }) => ({
    state,
    total: all.length,
    rows: all.slice(0, mostInSection),
  }));
  const items = await readItems(
    viewer,
    sections.flatMap((one) => one.rows),
  );
  return {
    ...overview,
    sections: sections.map(({ rows: listed, ...section }) => ({
      ...section,
      items: listed.flatMap((row) => items.get(row.id) ?? []),
    })),
    ...agreementsOf(rows),
  };
}

/** The claims with everything that stands on them in this viewer's sight, by id. */
async function readItems(viewer: Viewer, rows: readonly ClaimRow[]): Promise<Map<string, BoardItem>> {
  const passageId = { in: rows.map((one) => one.id) };
  const assessments = await db().assessment.findMany({
    where: { passageId, replacedBy: null, verdict: { not: null }, ...assessmentInSight(viewer) },
    orderBy: [{ number: "asc" }, { id: "asc" }],
    select: assessmentSelect,
  });
  const evidence = await db().evidence.findMany({
    where: { passageId, deletedAt: null },
    orderBy: [{ addedAt: "asc" }, { id: "asc" }],
    select: evidenceSelect,
  });
  const resolutions = await db().resolution.findMany({
    where: { passageId, replacedBy: null, verdict: { not: null } },
    orderBy: [{ number: "asc" }, { id: "asc" }],
    select: resolutionSelect,
  });
  const judged = groupBy(assessments.map(toAssessmentView), (one) => one.passageId);
  const shown = groupBy(await showEvidence(db(), viewer, evidence), (one) => one.passageId);
  const decided = groupBy(resolutions.map(toResolutionView), (one) => one.passageId);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        row,
        assessments: judged.get(row.id) ?? [],
        evidence: shown.get(row.id) ?? [],
        resolutions: decided.get(row.id) ?? [],
      },
    ]),
  );
}

/** How many claims have which level on both questions. */
export async function getClaimsMatrix(viewer: Viewer, articleId: string): Promise<ClaimsMatrix> {
  const { rows, overview } = await readClaims(viewer, articleId);
  return { ...overview, ...matrixOf(rows) };
}

const numbersAtOnce = 200;

/** Every quantity and date of the text, from a place in it on. */
export async function getClaimsNumbers(
  viewer: Viewer,
  articleId: string,
  { from = 0 }: { from?: number | undefined },
): Promise<ClaimsNumbers> {
  const { article, text, blocks, rows, overview } = await readClaims(viewer, articleId);
  const all = numberRows(text, findNumbers(text, blocks, article.language), rows);
  const behind = all.filter((one) => one.start >= from);
  return {
    ...overview,
    numbers: behind.slice(0, numbersAtOnce),
    nextFrom: behind[numbersAtOnce]?.start ?? null,
    total: all.length,
    uncovered: all.filter((one) => one.claim === null).length,
  };
}

/** What a page of claims shows at its address. */
export async function readClaimsPage(
  viewer: Viewer,
  articleId: string,
  { view = "table", from, cursor, ...asked }: ClaimsAddress,
) {
  switch (view) {
    case "board":
      return { view, answer: await getClaimsBoard(viewer, articleId) };
    case "matrix":
      return { view, answer: await getClaimsMatrix(viewer, articleId) };
    case "numbers":
      return { view, answer: await getClaimsNumbers(viewer, articleId, { from }) };
    case "table": {
      const place = (cursor && readCursor(cursor)) || undefined;
      return { view, answer: await listClaims(viewer, articleId, { ...asked, cursor: place }) };
    }
  }
}
