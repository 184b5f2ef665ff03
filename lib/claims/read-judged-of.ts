import "server-only";
import {
  assessmentSelect,
  resolutionSelect,
  toAssessmentView,
  toResolutionView,
} from "@/lib/assessments/queries";
import { plainEvidenceSelect, toPlainEvidenceView } from "@/lib/assessments/read-evidence";
import { readVerdicts } from "@/lib/assessments/verdicts";
import {
  attributionSelect,
  settlementSelect,
  toAttributionView,
  toSettlementView,
} from "@/lib/attributions/queries";
import { readVoices } from "@/lib/attributions/voices";
import { assessmentInSight } from "@/lib/auth/in-sight";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { groupBy } from "@/lib/group-by";
import { passageSelect, toPassageView } from "@/lib/passages/queries";
import { readWithRoots } from "@/lib/sources/queries";
import { siteOf } from "@/lib/text/site-of";

/** `judged`: passages that somebody has judged or an editor has resolved; `split`: those that the viewer knows to be. */
export type Judged = { judged: number; split: number };

/**
 * How far the passages of these articles are judged, as the page of claims counts it, by article; one on which nobody
 * has judged is left out. That somebody has judged is told to everybody, a split only to those in whose sight the
 * verdicts are. How it stands is asked of lib/assessments alone; here the database only finds the few passages that
 * can be split at all, so that a page of articles does not read every verdict on it.
 */
export async function readJudgedOf(viewer: Viewer, articleIds: string[]): Promise<Map<string, Judged>> {
  const [judged, apart, onlyResolved] = await Promise.all([
    countJudged(articleIds),
    findApart(viewer, articleIds),
    findOnlyResolved(articleIds),
  ]);
  const found = new Map<string, Judged>();
  const add = (articleId: string, { judged = 0, split = 0 }: Partial<Judged>) => {
    const known = found.get(articleId) ?? { judged: 0, split: 0 };
    found.set(articleId, { judged: known.judged + judged, split: known.split + split });
  };
  for (const { articleId, count } of judged) add(articleId, { judged: count });
  const resolvedOnly = new Set(onlyResolved);
  for (const { articleId, id, states } of await readStates(viewer, [
    ...new Set([...apart, ...onlyResolved]),
  ])) {
    if (resolvedOnly.has(id) && states.includes("resolved")) add(articleId, { judged: 1 });
    if (states.includes("split")) add(articleId, { split: 1 });
  }
  return found;
}

async function countJudged(articleIds: string[]): Promise<{ articleId: string; count: number }[]> {
  // Both tables by the index on articles: asked which verdict replaces which, the planner reads all verdicts there are.
  return db().$queryRaw`
    SELECT last."articleId", count(DISTINCT last."passageId")::int AS count
    FROM (
      SELECT DISTINCT ON (a."passageId", a.axis, a."byId") a."articleId", a."passageId", a.verdict
      FROM "Assessment" a
      WHERE a."articleId" = ANY(${articleIds}::uuid[])
      ORDER BY a."passageId", a.axis, a."byId", a.number DESC
    ) last
    JOIN "Passage" p ON p.id = last."passageId" AND p."articleId" = ANY(${articleIds}::uuid[])
    WHERE last.verdict IS NOT NULL AND p."deletedAt" IS NULL
    GROUP BY last."articleId"`;
}

/**
 * Passages on which the viewer sees verdicts that lie more than one level apart, or on the scale and off it. Some of
 * these may not count, for want of evidence or since other words stand there, so not all of them are split; but no other is.
 */
async function findApart(viewer: Viewer, articleIds: string[]): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT a."passageId" AS id
    FROM "Reveal" w
    JOIN "Assessment" a ON a."passageId" = w."passageId" AND a.axis = w.axis
    WHERE w."userId" = ${viewer.userId}::uuid AND w."articleId" = ANY(${articleIds}::uuid[])
      AND a.verdict IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM "Assessment" later WHERE later."replacesId" = a.id)
    GROUP BY a."passageId", a.axis
    -- The codes of 1 to 4 are as far apart as the levels, those of U and O further from them and from each other.
    HAVING max(ascii(a.verdict)) - min(ascii(a.verdict)) > 1`;
  return rows.map((row) => row.id);
}

/** Passages that an editor has resolved and nobody has judged. */
async function findOnlyResolved(articleIds: string[]): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT DISTINCT r."passageId" AS id
    FROM "Resolution" r
    WHERE r."articleId" = ANY(${articleIds}::uuid[]) AND r.verdict IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM "Resolution" later WHERE later."replacesId" = r.id)
      AND NOT EXISTS (
        SELECT 1 FROM "Assessment" a
        WHERE a."passageId" = r."passageId" AND a.verdict IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM "Assessment" later WHERE later."replacesId" = a.id))`;
  return rows.map((row) => row.id);
}

/** How it stands with these passages on both axes, by what is in this viewer's sight. */
async function readStates(viewer: Viewer, passageIds: string[]) {
  if (passageIds.length === 0) return [];
  const rows = await db().passage.findMany({
    where: { id: { in: passageIds }, deletedAt: null },
    select: { ...passageSelect, articleId: true, article: { select: { url: true } } },
  });
  const given = await readGiven(viewer, passageIds);
  return [...groupBy(rows, (row) => row.articleId)].flatMap(([articleId, all]) => {
    const passages = all.map(({ article: _article, articleId: _articleId, ...row }) => toPassageView(row));
    const verdicts = readVerdicts({ ...given, site: siteOf(all[0]?.article.url ?? null), passages });
    return [...verdicts].map(([id, { so, said }]) => ({ articleId, id, states: [so.state, said?.state] }));
  });
}

async function readGiven(viewer: Viewer, passageIds: string[]) {
  const passageId = { in: passageIds };
  const [assessments, resolutions, evidence, attributions, settlements] = await Promise.all([
    db().assessment.findMany({
      where: { passageId, replacedBy: null, ...assessmentInSight(viewer) },
      select: assessmentSelect,
    }),
    db().resolution.findMany({ where: { passageId, replacedBy: null }, select: resolutionSelect }),
    db().evidence.findMany({ where: { passageId, deletedAt: null }, select: plainEvidenceSelect }),
    db().attribution.findMany({ where: { passageId, deletedAt: null }, select: attributionSelect }),
    db().settlement.findMany({ where: { passageId }, select: settlementSelect }),
  ]);
  const sourceIds = new Set(attributions.flatMap((one) => one.sourceId ?? []));
  return {
    assessments: assessments.map(toAssessmentView),
    resolutions: resolutions.map(toResolutionView),
    evidence: evidence.map(toPlainEvidenceView),
    // Of verdicts out of sight nothing is asked: without them no axis is split, and none is resolved by them.
    judged: [],
    voices: readVoices({
      attributions: attributions.map(toAttributionView),
      settlements: settlements.map(toSettlementView),
      sources: await readWithRoots(db(), [...sourceIds]),
    }),
  };
}
