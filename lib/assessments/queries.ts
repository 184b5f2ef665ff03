import "server-only";
import { assessmentInSight } from "@/lib/auth/in-sight";
import { can, mustBeAble } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { escapeLike } from "@/lib/db/like";
import type { Tx } from "@/lib/db/transaction";
import { notFound } from "@/lib/errors";
import { findPassage } from "@/lib/passages/queries";
import { rootOf } from "@/lib/sources/merged";
import { readWithRoots } from "@/lib/sources/queries";
import { parseBody } from "@/lib/threads/rows";
import { Prisma } from "@/prisma/generated/client";
import { type EvidenceRow, evidenceSelect, showEvidence } from "./read-evidence";
import { verdictOrder } from "./scale";
import type { AssessmentView, Axis, EvidenceView, JudgedView, ResolutionView, Verdict } from "./schema";

/** What leaves the server of an assessment. */
export const assessmentSelect = {
  id: true,
  passageId: true,
  axis: true,
  byId: true,
  verdict: true,
  confidence: true,
  reasons: true,
  rationale: true,
  text: true,
  blind: true,
  exact: true,
  sourceId: true,
  replacesId: true,
  changeNote: true,
  at: true,
  number: true,
  replaces: {
    select: { verdict: true, exact: true, sourceId: true, replaces: { select: { verdict: true } } },
  },
  evidence: {
    select: { evidenceId: true },
    orderBy: [{ evidence: { addedAt: "asc" } }, { evidenceId: "asc" }],
  },
} satisfies Prisma.AssessmentSelect;

type AssessmentRow = Prisma.AssessmentGetPayload<{ select: typeof assessmentSelect }>;

export function toAssessmentView({
  byId,
  rationale,
  replacesId,
  replaces,
  evidence,
  at,
  ...row
}: AssessmentRow): AssessmentView {
  return {
    ...row,
    verdict: readVerdict(row.verdict),
    rationale: rationale === null ? null : parseBody({ body: rationale, text: row.text }),
    by: byId,
    replaces: replacesId,
    was: otherThan(row.verdict, readVerdict(verdictBefore(row, replaces))),
    evidence: evidence.map((one) => one.evidenceId),
    at: at.toISOString(),
  };
}

const letters = new Map<string, Verdict>(verdictOrder.map((one) => [one, one]));

/** A stored letter; the table holds no others (a check of the migration). */
function readVerdict(letter: string | null): Verdict | null {
  return letters.get(letter ?? "") ?? null;
}

/** To say the same again, with more behind it, is no change of mind. */
function otherThan(now: string | null, before: Verdict | null): Verdict | null {
  return before === now ? null : before;
}

/**
 * What the person said before, through one that they took back; null where that was of other words or another source. A
 * reason for a change is only asked for on the same ground, so where there is one, two sources were one by then.
 */
function verdictBefore(
  row: Pick<AssessmentRow, "exact" | "sourceId" | "changeNote">,
  replaced: AssessmentRow["replaces"],
): string | null {
  if (replaced?.exact !== row.exact) return null;
  const isSameSource = replaced.sourceId === row.sourceId || row.changeNote !== null;
  return isSameSource ? (replaced.verdict ?? replaced.replaces?.verdict ?? null) : null;
}

export const resolutionSelect = {
  id: true,
  passageId: true,
  axis: true,
  verdict: true,
  rationale: true,
  text: true,
  byId: true,
  exact: true,
  sourceId: true,
  replacesId: true,
  at: true,
  number: true,
} satisfies Prisma.ResolutionSelect;

type ResolutionRow = Prisma.ResolutionGetPayload<{ select: typeof resolutionSelect }>;

export function toResolutionView({ byId, rationale, replacesId, at, ...row }: ResolutionRow): ResolutionView {
  return {
    ...row,
    verdict: readVerdict(row.verdict),
    rationale: rationale === null ? null : parseBody({ body: rationale, text: row.text }),
    by: byId,
    replaces: replacesId,
    at: at.toISOString(),
  };
}

/**
 * Ids of passages on which, for this viewer, something about verdicts is other than before this event: somebody has
 * judged or resolved, the viewer has come to see it, or the passage came back or is of other words. By the indexes on
 * event numbers, so that it costs the size of the change.
 */
export async function passagesJudgedSince(
  tx: Tx,
  viewer: Viewer,
  articleId: string,
  since: number,
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ passageId: string }[]>`
    SELECT "passageId" FROM "Assessment" WHERE "articleId" = ${articleId}::uuid AND number > ${since}
    UNION
    SELECT "passageId" FROM "Reveal"
    WHERE "articleId" = ${articleId}::uuid AND "userId" = ${viewer.userId}::uuid AND number > ${since}
    UNION
    SELECT "passageId" FROM "Resolution" WHERE "articleId" = ${articleId}::uuid AND number > ${since}
    UNION
    SELECT id FROM "Passage" WHERE "articleId" = ${articleId}::uuid AND number > ${since}`;
  return rows.map((row) => row.passageId);
}

/** How many have judged each passage and axis of an article; with `passageIds` only of these. */
export async function readJudged(
  tx: Tx,
  viewer: Viewer,
  articleId: string,
  passageIds: readonly string[] | null,
): Promise<JudgedView[]> {
  if (passageIds?.length === 0) return [];
  const only = passageIds ? Prisma.sql`AND a."passageId" = ANY(${[...passageIds]}::uuid[])` : Prisma.empty;
  const rows = await tx.$queryRaw<
    { passageId: string; axis: Axis; count: number; number: number; revealed: number | null }[]
  >`
    SELECT a."passageId", a.axis, count(*) FILTER (WHERE a.verdict IS NOT NULL)::int AS count,
      greatest(max(a.number), max(p.number))::int AS number, max(r.number)::int AS revealed
    FROM "Assessment" a
    JOIN "Passage" p ON p.id = a."passageId" AND p."deletedAt" IS NULL
    LEFT JOIN "Reveal" r ON r."passageId" = a."passageId" AND r.axis = a.axis AND r."userId" = ${viewer.userId}::uuid
    WHERE a."articleId" = ${articleId}::uuid ${only}
      AND NOT EXISTS (SELECT 1 FROM "Assessment" later WHERE later."replacesId" = a.id)
    GROUP BY a."passageId", a.axis
    ORDER BY a."passageId", a.axis`;
  return rows.map(({ passageId, revealed, number, ...row }) => ({
    ...row,
    id: judgedId(passageId, row.axis),
    passageId,
    revealed: revealed !== null,
    number: Math.max(number, revealed ?? 0),
  }));
}

/** One row a passage and axis. */
export function judgedId(passageId: string, of: Axis): string {
  return `${passageId} ${of}`;
}

/**
 * Whose word a passage is, for the question whether they said so: the source that everybody who counts names, through
 * all merges; null where nobody is named, or colleagues differ.
 */
export async function readSpeaker(tx: Tx, passageId: string): Promise<string | null> {
  const rows = await tx.attribution.findMany({
    where: { passageId, deletedAt: null, stands: true },
    select: { sourceId: true },
  });
  const ids = rows.flatMap((row) => row.sourceId ?? []);
  if (ids.length === 0 || ids.length < rows.length) return null;
  const sources = new Map((await readWithRoots(tx, ids)).map((one) => [one.id, one]));
  const roots = new Set(ids.map((id) => rootOf(id, sources)));
  const [only] = roots;
  return roots.size === 1 && only !== undefined ? only : null;
}

/** Every verdict on a passage that this viewer may see, also replaced ones, and every resolution, oldest first. */
export async function listAssessments(viewer: Viewer, passageId: string) {
  const found = await findPassage(viewer, passageId);
  if (found.deletedAt) throw notFound("passage");
  const [assessments, resolutions] = await Promise.all([
    db().assessment.findMany({
      where: { passageId, ...assessmentInSight(viewer) },
      orderBy: [{ number: "asc" }, { id: "asc" }],
      select: assessmentSelect,
    }),
    db().resolution.findMany({
      where: { passageId },
      orderBy: [{ number: "asc" }, { id: "asc" }],
      select: resolutionSelect,
    }),
  ]);
  const gone = await db().evidence.findMany({
    where: {
      id: { in: assessments.flatMap((row) => row.evidence.map((one) => one.evidenceId)) },
      deletedAt: { not: null },
    },
    select: evidenceSelect,
  });
  return {
    assessments: assessments.map(toAssessmentView),
    resolutions: resolutions.map(toResolutionView),
    evidence: await showEvidence(db(), viewer, gone),
    takenAway: await readTakenAway(viewer, passageId, found),
  };
}

/** Evidence that was taken away from a passage, as far as this viewer may bring it back; the latest first. */
async function readTakenAway(
  viewer: Viewer,
  passageId: string,
  { articleId, rights: { workspaceId } }: Awaited<ReturnType<typeof findPassage>>,
): Promise<EvidenceView[]> {
  const rows = await db().evidence.findMany({
    where: { passageId, deletedAt: { not: null } },
    orderBy: [{ number: "desc" }, { id: "asc" }],
    select: evidenceSelect,
  });
  const events = await db().event.findMany({
    where: { articleId, kind: "evidence.deleted", number: { in: rows.map((row) => row.number) } },
    select: { number: true, actorId: true },
  });
  const takers = new Map(events.map((event) => [event.number, event.actorId]));
  // Its own it has to be, and taken away by oneself: restoreEvidence (evidence.ts) asks the same.
  const mayRestore = ({ addedById, number }: EvidenceRow) =>
    [addedById, takers.get(number) ?? addedById].every((madeBy) =>
      can(viewer, "evidence.delete", { workspaceId, madeBy }),
    );
  return showEvidence(db(), viewer, rows.filter(mayRestore));
}

const mostFound = 20;

/** Evidence of a workspace by any part of its title, address or excerpt, the latest first, at most 20. */
export async function searchEvidence(
  viewer: Viewer,
  workspaceId: string,
  q: string | undefined,
): Promise<{ evidence: EvidenceView[] }> {
  mustBeAble(viewer, "source.read", { workspaceId });
  const words = { contains: escapeLike(q ?? ""), mode: "insensitive" as const };
  const rows = await db().evidence.findMany({
    where: {
      article: { workspaceId },
      deletedAt: null,
      passage: { deletedAt: null },
      ...(q ? { OR: [{ title: words }, { url: words }, { excerpt: words }] } : {}),
    },
    orderBy: [{ addedAt: "desc" }, { id: "desc" }],
    take: mostFound,
    select: evidenceSelect,
  });
  return { evidence: await showEvidence(db(), viewer, rows) };
}
