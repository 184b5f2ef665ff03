import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import type { Prisma } from "@/prisma/generated/client";
import { axis } from "./schema";

/**
 * Assessments that this viewer may see: those on a passage and axis where they have judged themselves or asked to see
 * what colleagues say. Everything that shows assessments, or what is said of them, asks this one condition. With
 * `since` only where that became so after this event.
 */
export function assessmentInSight(viewer: Viewer, since?: number): Prisma.AssessmentWhereInput {
  const { userId } = viewer;
  const after = since === undefined ? {} : { number: { gt: since } };
  return {
    OR: axis.options.map((one) => ({
      axis: one,
      passage: { deletedAt: null, reveals: { some: { userId, axis: one, ...after } } },
    })),
  };
}
