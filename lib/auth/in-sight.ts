import "server-only";
import { Prisma } from "@/prisma/generated/client";
import type { Viewer } from "./viewer";

/**
 * Assessments that this viewer may see: those on a passage and axis where they have judged themselves or asked to see
 * what colleagues say. Everything that shows assessments, or what is said of them, asks this one condition.
 */
export function assessmentInSight({ userId }: Viewer): Prisma.AssessmentWhereInput {
  return {
    OR: (["so", "said"] as const).map((one) => ({
      axis: one,
      passage: { deletedAt: null, reveals: { some: { userId, axis: one } } },
    })),
  };
}

/** The same condition for bare SQL that calls the assessment "a"; the passage's own deletion is the caller's to ask. */
export function assessmentInSightSql(viewer: Viewer): Prisma.Sql {
  return assessmentInSightOf(idOf(viewer));
}

function assessmentInSightOf(userId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT 1 FROM "Reveal" w
    WHERE w."passageId" = a."passageId" AND w.axis = a.axis AND w."userId" = ${userId})`;
}

function idOf({ userId }: Viewer): Prisma.Sql {
  return Prisma.sql`${userId}::uuid`;
}

/**
 * For bare SQL that calls the passage "p": on it this viewer may not know yet whether colleagues take evidence for it or
 * against it, since that tells how they judge, also before their verdict is stored. So it is until the viewer sees
 * verdicts on whether it is so, or an editor's word, which all see, holds.
 */
export function evidenceBlindSql(viewer: Viewer): Prisma.Sql {
  return Prisma.sql`(
    NOT EXISTS (
      SELECT 1 FROM "Reveal" w WHERE w."passageId" = p.id AND w.axis = 'so' AND w."userId" = ${idOf(viewer)})
    AND NOT EXISTS (
      SELECT 1 FROM "Resolution" r WHERE r."passageId" = p.id AND r.axis = 'so' AND r.verdict IS NOT NULL
        AND r.exact = p.exact
        AND NOT EXISTS (SELECT 1 FROM "Resolution" later WHERE later."replacesId" = r.id)))`;
}

/**
 * Threads that this viewer may see: those of a passage that was deleted are out of sight with it, and what discusses a
 * colleague's verdict is as long out of sight as that.
 */
export function threadInSight(viewer: Viewer): Prisma.ThreadWhereInput {
  return {
    AND: [
      { OR: [{ passageId: null }, { passage: { deletedAt: null } }] },
      { OR: [{ assessmentId: null }, { assessment: assessmentInSight(viewer) }] },
    ],
  };
}

/** The same condition for bare SQL that calls the thread "t". */
export function threadInSightSql(viewer: Viewer): Prisma.Sql {
  return threadInSightOf(idOf(viewer));
}

/** The same for whoever stands in a column. */
export function threadInSightOf(userId: Prisma.Sql): Prisma.Sql {
  // Asked for each thread: Postgres may answer an EXISTS by reading all passages there are, once for all threads.
  return Prisma.sql`(
    (t."passageId" IS NULL
      OR (SELECT p."deletedAt" IS NULL FROM "Passage" p WHERE p.id = t."passageId"))
    AND (t."assessmentId" IS NULL OR (
      SELECT p."deletedAt" IS NULL AND ${assessmentInSightOf(userId)}
      FROM "Assessment" a JOIN "Passage" p ON p.id = a."passageId" WHERE a.id = t."assessmentId")))`;
}
