import "server-only";
import type { Asker } from "@/lib/db/bare";
import { type Columns, columnsSql, rowsOf } from "@/lib/db/columns";
import { isoSql } from "@/lib/db/iso";
import { Prisma } from "@/prisma/generated/client";
import type { PassageView } from "./schema";

/**
 * Passages of an article in text order, and the ids of those that were deleted: all that stand, or with `since` what
 * changed after that event. For an outline without the words around them, which are a third of what is read.
 */
export async function readPassages(
  tx: Asker,
  articleId: string,
  since: number | null,
  isOutline = false,
): Promise<{ standing: PassageView[]; removed: string[] }> {
  const those = Prisma.sql`FROM "Passage" p WHERE p."articleId" = ${articleId}::uuid
    ${since === null ? Prisma.empty : Prisma.sql`AND p.number > ${since}::int`}`;
  const standing = columnsSql(
    isOutline ? outlineFields : { ...outlineFields, ...surroundings },
    Prisma.sql`${those} AND p."deletedAt" IS NULL ORDER BY p.start, p."end", p.id`,
  );
  const removed = Prisma.sql`SELECT coalesce(json_agg(p.id), '[]') ${those} AND p."deletedAt" IS NOT NULL`;
  const [read] = await tx.$queryRaw<{ standing: Columns<PassageView>; removed: string[] }[]>(
    Prisma.sql`SELECT (${standing}) AS standing, (${since === null ? Prisma.sql`'[]'::json` : removed}) AS removed`,
  );
  if (!read) return { standing: [], removed: [] };
  const passages = rowsOf(read.standing);
  return { ...read, standing: isOutline ? passages.map(withoutSurroundings) : passages };
}

const surroundings = { prefix: Prisma.sql`p.prefix`, suffix: Prisma.sql`p.suffix` };

function withoutSurroundings(passage: PassageView): PassageView {
  passage.prefix = "";
  passage.suffix = "";
  return passage;
}

const outlineFields: Record<Exclude<keyof PassageView, keyof typeof surroundings>, Prisma.Sql> = {
  id: Prisma.sql`p.id`,
  start: Prisma.sql`p.start`,
  end: Prisma.sql`p."end"`,
  exact: Prisma.sql`p.exact`,
  claimKinds: Prisma.sql`p."claimKinds"`,
  assignee: Prisma.sql`p."assigneeId"`,
  createdBy: Prisma.sql`p."createdById"`,
  createdAt: isoSql(Prisma.sql`p."createdAt"`),
  version: Prisma.sql`p.version`,
  createdNumber: Prisma.sql`p."createdNumber"`,
  number: Prisma.sql`p.number`,
};
