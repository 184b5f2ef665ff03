import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import type { Tx } from "@/lib/db/transaction";
import { Prisma } from "@/prisma/generated/client";

/** Marks new sources as made by an acceptance: they bear its moment, as the attribution does that they were made for. */
export async function stampSources(tx: Tx, ids: string[], now: Date): Promise<void> {
  if (ids.length > 0) await tx.source.updateMany({ where: { id: { in: ids } }, data: { createdAt: now } });
}

/** Of a source `s`: this person's acceptance has made it, and nobody has changed it since. */
const isMadeBy = ({ userId }: Viewer) => Prisma.sql`s."createdById" = ${userId}::uuid AND s.version = 1
  AND EXISTS (SELECT 1 FROM "Attribution" m WHERE m."sourceId" = s.id AND m."byId" = s."createdById"
    AND m."createdAt" = s."createdAt")`;

/** Of an attribution `a`: it is what this person has made of these suggestions of the article, or a link of it. */
const isMadeOf = ({ userId }: Viewer, articleId: string, suggestionIds: readonly string[]) => Prisma.sql`
  a."byId" = ${userId}::uuid AND a."passageId" IN (SELECT g."passageId" FROM "Suggestion" g
    WHERE g.id = ANY(${[...suggestionIds]}::uuid[]) AND g."articleId" = ${articleId}::uuid
      AND g."decidedById" = ${userId}::uuid)`;

/**
 * The sources that this person's acceptance of these suggestions has made, kept from being used or changed until the
 * transaction ends. No others are locked: colleagues use those. Call it before the article is locked.
 */
export async function lockMadeSources(
  tx: Tx,
  viewer: Viewer,
  articleId: string,
  suggestionIds: readonly string[],
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT s.id FROM "Source" s
    WHERE s.id IN (SELECT a."sourceId" FROM "Attribution" a WHERE ${isMadeOf(viewer, articleId, suggestionIds)})
      AND ${isMadeBy(viewer)}
    ORDER BY s.id FOR UPDATE OF s`;
  return rows.map((row) => row.id);
}

/** All sources that what this person has made of these suggestions names, also those that were there before. */
export async function readNamedSources(
  tx: Tx,
  viewer: Viewer,
  articleId: string,
  suggestionIds: readonly string[],
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT a."sourceId" AS id FROM "Attribution" a
    WHERE a."sourceId" IS NOT NULL AND ${isMadeOf(viewer, articleId, suggestionIds)}`;
  return rows.map((row) => row.id);
}

/**
 * Of a row of an attribution or a passage: it went when the acceptance that had made it was undone. Nothing brings it
 * back, while what its person has taken back or deleted can come back as it was.
 */
const wentUndone = (table: "a" | "p") => {
  const row = Prisma.raw(table);
  return Prisma.sql`(${row}."deletedAt" IS NOT NULL AND EXISTS (SELECT 1 FROM "Event" e
    WHERE e."articleId" = ${row}."articleId" AND e.number = ${row}.number AND e.kind = 'suggestion.decided'))`;
};

/**
 * Takes away those of these sources that accepting a suggestion has made, as far as nothing rests on them: no words, no
 * thread, no verdict, no merge, and nothing that people have changed or noted. Words that are gone count where they can
 * come back; accepting anew what was undone makes the source anew. Call it when what is undone has gone.
 */
export async function takeSources(tx: Tx, viewer: Viewer, sourceIds: readonly string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT s.id FROM "Source" s
    WHERE s.id = ANY(${[...sourceIds]}::uuid[]) AND ${isMadeBy(viewer)} AND s."mergedIntoId" IS NULL
      AND NOT EXISTS (SELECT 1 FROM "Attribution" a JOIN "Passage" p ON p.id = a."passageId"
        WHERE a."sourceId" = s.id AND NOT ${wentUndone("a")} AND NOT ${wentUndone("p")})
      -- Any article may have named it. Only what was changed since it is there is looked at, by clocks that differ.
      AND NOT EXISTS (SELECT 1 FROM "Article" w
        JOIN "Attribution" a ON a."articleId" = w.id AND a."changedAt" > s."createdAt" - interval '1 minute'
        JOIN "AttributionRevision" r ON r."attributionId" = a.id
        WHERE w."workspaceId" = s."workspaceId" AND w."lastActivityAt" > s."createdAt" - interval '1 minute'
          AND r.at > s."createdAt" - interval '1 minute' AND r.was ->> 'sourceId' = s.id::text)
      AND NOT EXISTS (SELECT 1 FROM "Source" o WHERE o."mergedIntoId" = s.id)
      AND NOT EXISTS (SELECT 1 FROM "Thread" t WHERE t."sourceId" = s.id)
      AND NOT EXISTS (SELECT 1 FROM "Assessment" v WHERE v."sourceId" = s.id)
      AND NOT EXISTS (SELECT 1 FROM "Resolution" v WHERE v."sourceId" = s.id)
      AND NOT EXISTS (SELECT 1 FROM "DistinctSources" d WHERE s.id IN (d."lowId", d."highId"))`;
  const ids = rows.map((row) => row.id);
  // What went before with an undoing, and never comes back, points to them still.
  await tx.attribution.updateMany({ where: { sourceId: { in: ids } }, data: { sourceId: null } });
  await tx.source.deleteMany({ where: { id: { in: ids } } });
  return ids;
}
