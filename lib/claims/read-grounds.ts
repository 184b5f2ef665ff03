import "server-only";
import { z } from "zod";
import { readJudged, resolutionSelect } from "@/lib/assessments/queries";
import { plainEvidenceSelect, toPlainEvidenceView } from "@/lib/assessments/read-evidence";
import {
  type AssessmentView,
  axis,
  confidence,
  type ResolutionView,
  verdict,
} from "@/lib/assessments/schema";
import {
  attributionInSight,
  attributionSelect,
  settlementSelect,
  toAttributionView,
  toSettlementView,
} from "@/lib/attributions/queries";
import { readVoices, type Voices } from "@/lib/attributions/voices";
import { assessmentInSightSql, threadInSight } from "@/lib/auth/in-sight";
import type { Viewer } from "@/lib/auth/viewer";
import type { Tx } from "@/lib/db/transaction";
import { groupBy } from "@/lib/group-by";
import { passageSelect, toPassageView } from "@/lib/passages/queries";
import { readWithRoots } from "@/lib/sources/queries";
import type { ClaimThread } from "./rows";

/** What claims are made of, as far as this viewer may see it, and whom it names. */
export async function readGrounds(tx: Tx, viewer: Viewer, articleId: string) {
  const passages = await tx.passage.findMany({
    where: { articleId, deletedAt: null },
    select: passageSelect,
  });
  const assessments = await readAssessments(tx, viewer, articleId);
  const resolutions = await readResolutions(tx, articleId);
  const evidence = await tx.evidence.findMany({
    where: { articleId, deletedAt: null, passage: { deletedAt: null } },
    select: { ...plainEvidenceSelect, excerpt: false },
  });
  const views = passages.map(toPassageView);
  const named = [
    ...views.flatMap((one) => one.assignee ?? []),
    ...[...assessments, ...resolutions].map((one) => one.by),
  ];
  return {
    passages: views,
    voices: await readAllVoices(tx, articleId),
    assessments,
    judged: await readJudged(tx, viewer, articleId, null),
    evidence: evidence.map((row) => toPlainEvidenceView({ ...row, excerpt: "" })),
    resolutions,
    threads: await readThreads(tx, viewer, articleId),
    named: new Set(named),
  };
}

const lastWords = z.array(
  z.tuple([
    z.string(),
    z.string(),
    axis,
    z.string(),
    verdict.nullable(),
    confidence,
    z.boolean(),
    z.string(),
    z.string().nullable(),
    z.number(),
    z.string(),
  ]),
);

/**
 * Everybody's last word as far as it is in sight, without its reasons and rationale: no table counts those. One value of
 * JSON, since twenty thousand rows take the client three times as long.
 */
async function readAssessments(tx: Tx, viewer: Viewer, articleId: string): Promise<AssessmentView[]> {
  const [found] = await tx.$queryRaw<{ all: unknown }[]>`
    SELECT coalesce(json_agg(json_build_array(
      a.id, a."passageId", a.axis, a."byId", a.verdict, a.confidence, a.blind, a.exact, a."sourceId", a.number, a.at)), '[]') AS all
    FROM "Assessment" a
    JOIN "Passage" p ON p.id = a."passageId" AND p."deletedAt" IS NULL
    WHERE a."articleId" = ${articleId}::uuid AND ${assessmentInSightSql(viewer)}
      AND NOT EXISTS (SELECT 1 FROM "Assessment" later WHERE later."replacesId" = a.id)`;
  // Of all verdicts, which is quicker; those that are out of sight are not among the others.
  const links = await tx.assessmentEvidence.findMany({ where: { evidence: { articleId } } });
  const evidenceOf = groupBy(links, (one) => one.assessmentId);
  const nothing: never[] = [];
  return lastWords
    .parse(found?.all)
    .map(([id, passageId, axis, by, verdict, confidence, blind, exact, sourceId, number, at]) => ({
      id,
      passageId,
      axis,
      by,
      verdict,
      confidence,
      reasons: nothing,
      rationale: null,
      text: "",
      blind,
      exact,
      sourceId,
      evidence: evidenceOf.get(id)?.map((one) => one.evidenceId) ?? nothing,
      replaces: null,
      was: null,
      changeNote: null,
      at,
      number,
    }));
}

async function readResolutions(tx: Tx, articleId: string): Promise<ResolutionView[]> {
  const rows = await tx.resolution.findMany({
    where: { articleId, passage: { deletedAt: null }, replacedBy: null },
    select: { ...resolutionSelect, rationale: false, text: false },
  });
  return rows.map(({ byId, replacesId, at, ...row }) => ({
    ...row,
    verdict: verdict.nullable().parse(row.verdict),
    rationale: null,
    text: "",
    by: byId,
    replaces: replacesId,
    at: at.toISOString(),
  }));
}

async function readAllVoices(tx: Tx, articleId: string): Promise<Voices> {
  const attributions = await tx.attribution.findMany({
    where: { articleId, deletedAt: null, ...attributionInSight },
    select: attributionSelect,
  });
  const settlements = await tx.settlement.findMany({
    where: { articleId, passage: { deletedAt: null } },
    select: settlementSelect,
  });
  const ids = new Set(attributions.flatMap((one) => one.sourceId ?? []));
  return readVoices({
    attributions: attributions.map(toAttributionView),
    settlements: settlements.map(toSettlementView),
    sources: await readWithRoots(tx, [...ids]),
  });
}

async function readThreads(tx: Tx, viewer: Viewer, articleId: string): Promise<ClaimThread[]> {
  const threads = await tx.thread.findMany({
    where: { articleId, passageId: { not: null }, ...threadInSight(viewer) },
    select: { id: true, passageId: true, state: true, number: true },
  });
  const comments = await tx.comment.groupBy({
    by: "threadId",
    where: { articleId, deletedAt: null, thread: { passageId: { not: null }, ...threadInSight(viewer) } },
    _count: true,
    _max: { number: true },
  });
  const of = new Map(comments.map((one) => [one.threadId, one]));
  return threads.flatMap(({ id, passageId, state, number }) => {
    if (passageId === null) return [];
    const said = of.get(id);
    return {
      passageId,
      state,
      comments: said?._count ?? 0,
      number: Math.max(number, said?._max.number ?? 0),
    };
  });
}
