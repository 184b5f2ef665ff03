import "server-only";
import { evidenceBlindSql } from "@/lib/auth/in-sight";
import { type Viewer, workspaceIds } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import type { Tx } from "@/lib/db/transaction";
import { notFound } from "@/lib/errors";
import { siteOf } from "@/lib/text/site-of";
import type { Prisma } from "@/prisma/generated/client";
import type { EvidenceView } from "./schema";

/** Evidence without which way it is taken: for what only counts it. */
export const plainEvidenceSelect = {
  id: true,
  passageId: true,
  url: true,
  title: true,
  excerpt: true,
  primary: true,
  addedById: true,
  addedAt: true,
  version: true,
  number: true,
} satisfies Prisma.EvidenceSelect;

export const evidenceSelect = { ...plainEvidenceSelect, bearing: true } satisfies Prisma.EvidenceSelect;

type PlainRow = Prisma.EvidenceGetPayload<{ select: typeof plainEvidenceSelect }>;
export type EvidenceRow = Prisma.EvidenceGetPayload<{ select: typeof evidenceSelect }>;

/** Evidence that is only counted; it tells nobody which way it is taken. */
export function toPlainEvidenceView(row: PlainRow): EvidenceView {
  return toEvidenceView({ ...row, bearing: null });
}

function toEvidenceView({
  addedById,
  addedAt,
  ...row
}: PlainRow & Pick<EvidenceView, "bearing">): EvidenceView {
  return { ...row, site: siteOf(row.url), addedBy: addedById, addedAt: addedAt.toISOString() };
}

/**
 * Evidence as this viewer may see it: which way a colleague takes it would tell how they judged, so it is left out
 * where colleagues' verdicts are hidden. The only way of such rows out of the server.
 */
export async function showEvidence(
  tx: Tx,
  viewer: Viewer,
  rows: readonly EvidenceRow[],
): Promise<EvidenceView[]> {
  const isOwn = (row: EvidenceRow) => row.addedById === viewer.userId;
  const passageIds = new Set(rows.flatMap((row) => (isOwn(row) ? [] : row.passageId)));
  const blind = await findBlind(tx, viewer, [...passageIds]);
  return rows.map((row) =>
    blind.has(row.passageId) && !isOwn(row) ? toPlainEvidenceView(row) : toEvidenceView(row),
  );
}

/** One piece of evidence as this viewer may see it. */
export async function showOneEvidence(tx: Tx, viewer: Viewer, row: EvidenceRow): Promise<EvidenceView> {
  const [view = toPlainEvidenceView(row)] = await showEvidence(tx, viewer, [row]);
  return view;
}

/** Those of these passages on which the viewer may not know yet which way colleagues take evidence. */
async function findBlind(tx: Tx, viewer: Viewer, passageIds: string[]): Promise<Set<string>> {
  if (passageIds.length === 0) return new Set();
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT p.id FROM "Passage" p WHERE p.id = ANY(${passageIds}::uuid[]) AND ${evidenceBlindSql(viewer)}`;
  return new Set(rows.map((row) => row.id));
}

/** Evidence with what rights are asked about, deleted or not, when this viewer may see its passage; 404 otherwise. */
export async function findEvidence(viewer: Viewer, evidenceId: string) {
  const row = await db().evidence.findFirst({
    where: {
      id: evidenceId,
      article: { workspaceId: { in: workspaceIds(viewer) } },
      passage: { deletedAt: null },
    },
    select: { articleId: true, passageId: true, addedById: true, article: { select: { workspaceId: true } } },
  });
  if (!row) throw notFound("evidence");
  const { articleId, passageId, addedById, article } = row;
  return { articleId, passageId, rights: { workspaceId: article.workspaceId, madeBy: addedById } };
}
