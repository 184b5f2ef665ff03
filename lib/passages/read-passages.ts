import "server-only";
import type { Asker } from "@/lib/db/bare";
import { isoSql } from "@/lib/db/iso";
import { Prisma } from "@/prisma/generated/client";
import type { PassageView } from "./schema";

/**
 * Passages of an article in text order, and the ids of those that were deleted: all that stand, or with `since` what
 * changed after that event. As one value that Postgres writes in JSON: a thousand rows cost a third of the time so.
 */
export async function readPassages(
  tx: Asker,
  articleId: string,
  since: number | null,
): Promise<{ standing: PassageView[]; removed: string[] }> {
  const wanted = since === null ? Prisma.sql`p."deletedAt" IS NULL` : Prisma.sql`p.number > ${since}::int`;
  const [read] = await tx.$queryRaw<{ standing: PassageView[]; removed: string[] }[]>(Prisma.sql`
    SELECT
      coalesce(json_agg(json_build_object(
        'id', p.id, 'start', p.start, 'end', p."end", 'exact', p.exact, 'prefix', p.prefix, 'suffix', p.suffix,
        'claimKinds', p."claimKinds", 'assignee', p."assigneeId", 'createdBy', p."createdById",
        'createdAt', ${isoSql(Prisma.sql`p."createdAt"`)}, 'version', p.version,
        'createdNumber', p."createdNumber", 'number', p.number
      ) ORDER BY p.start, p."end", p.id) FILTER (WHERE p."deletedAt" IS NULL), '[]') AS standing,
      coalesce(json_agg(p.id ORDER BY p.start, p."end", p.id) FILTER (WHERE p."deletedAt" IS NOT NULL), '[]') AS removed
    FROM "Passage" p WHERE p."articleId" = ${articleId}::uuid AND ${wanted}`);
  return read ?? { standing: [], removed: [] };
}
