import "server-only";
import type { Asker } from "@/lib/db/bare";
import { type Columns, columnsSql, rowsOf } from "@/lib/db/columns";
import { isoSql } from "@/lib/db/iso";
import { Prisma } from "@/prisma/generated/client";
import type { PassageOutline, PassageView } from "./schema";

/**
 * Passages of an article in text order, and the ids of those that were deleted: all that stand, or with `since` what
 * changed after that event.
 */
export async function readPassages(
  tx: Asker,
  articleId: string,
  since: number | null,
): Promise<{ standing: PassageView[]; removed: string[] }> {
  const those = Prisma.sql`FROM "Passage" p WHERE p."articleId" = ${articleId}::uuid
    ${since === null ? Prisma.empty : Prisma.sql`AND p.number > ${since}::int`}`;
  const standing = standingSql(fields, those);
  const removed = Prisma.sql`SELECT coalesce(json_agg(p.id), '[]') ${those} AND p."deletedAt" IS NOT NULL`;
  const [read] = await tx.$queryRaw<{ standing: Columns<PassageView>; removed: string[] }[]>(
    Prisma.sql`SELECT (${standing}) AS standing, (${since === null ? Prisma.sql`'[]'::json` : removed}) AS removed`,
  );
  return read ? { ...read, standing: rowsOf(read.standing) } : { standing: [], removed: [] };
}

/** All that stand in an article, in text order. */
export async function outlinePassages(tx: Asker, articleId: string): Promise<PassageOutline[]> {
  const those = Prisma.sql`FROM "Passage" p WHERE p."articleId" = ${articleId}::uuid`;
  const [read] = await tx.$queryRaw<{ standing: Columns<PassageOutline> }[]>(
    Prisma.sql`SELECT (${standingSql(outlineFields, those)}) AS standing`,
  );
  return read ? rowsOf(read.standing) : [];
}

function standingSql(wanted: Record<string, Prisma.Sql>, those: Prisma.Sql): Prisma.Sql {
  return columnsSql(wanted, Prisma.sql`${those} AND p."deletedAt" IS NULL ORDER BY p.start, p."end", p.id`);
}

const outlineFields: Record<keyof PassageOutline, Prisma.Sql> = {
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

const fields: Record<keyof PassageView, Prisma.Sql> = {
  ...outlineFields,
  prefix: Prisma.sql`p.prefix`,
  suffix: Prisma.sql`p.suffix`,
};
