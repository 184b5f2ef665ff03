import "server-only";
import { type Viewer, workspaceIds } from "@/lib/auth/viewer";
import type { Asker } from "@/lib/db/bare";
import { notFound } from "@/lib/errors";
import { Prisma } from "@/prisma/generated/client";

/** What kinds of rows of an article have changed after an event. */
export type Changed = {
  passages: boolean;
  threads: boolean;
  comments: boolean;
  voices: boolean;
  verdicts: boolean;
  sources: boolean;
  suggestions: boolean;
  /** The machine has read the article: it deletes what it proposed before, and no number tells of that. */
  readAnew: boolean;
};

export type Head = {
  workspaceId: string;
  url: string | null;
  number: number;
  archived: boolean;
  /** Changes whenever the workspace's people or their names and roles do. */
  peopleMark: string;
  /** When and up to where the viewer opened the article before; null for never. */
  opened: { number: number; at: Date } | null;
};

/** `headSql`'s row as Postgres gives it. */
export type HeadRow = Omit<Head, "opened"> & { openedNumber: number | null; openedAt: Date };

/**
 * Where an article stands and what has changed in it after an event (null: what there is), in one statement whose cost
 * is that of a few look-ups. 404 when this viewer may not see it.
 */
export async function readHead(
  tx: Asker,
  viewer: Viewer,
  articleId: string,
  since: number | null,
): Promise<Head & { changed: Changed }> {
  const changed = Prisma.sql`${changedSql(articleId, since, viewer.userId)} AS changed`;
  const [row] = await tx.$queryRaw<(HeadRow & { changed: Changed })[]>(headSql(viewer, articleId, changed));
  if (!row) throw notFound("article");
  return { ...toHead(row), changed: row.changed };
}

/** Where an article ("a") stands, with `more` of it; no row when this viewer may not see the article. */
export function headSql(viewer: Viewer, articleId: string, more: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT a."workspaceId", a.url, a."eventNumber" AS number, a."archivedAt" IS NOT NULL AS archived,
      -- A sum of hashes needs no order and no long text, and one of 64 bits does not meet another by chance.
      (SELECT concat(count(*), '-', sum(hashtextextended(concat_ws(' ', u.id, m.role, u.name), 0)))
       FROM "Membership" m JOIN "User" u ON u.id = m."userId"
       WHERE m."workspaceId" = a."workspaceId") AS "peopleMark",
      v.number AS "openedNumber", v.at AS "openedAt", ${more}
    FROM "Article" a
    LEFT JOIN "Visit" v ON v."articleId" = a.id AND v."userId" = ${viewer.userId}::uuid
    WHERE a.id = ${articleId}::uuid AND a."workspaceId" = ANY(${workspaceIds(viewer)}::uuid[])`;
}

/** Where it stands, without what came along in the row. */
export function toHead(row: HeadRow): Head {
  const { workspaceId, url, number, archived, peopleMark, openedNumber, openedAt: at } = row;
  const opened = openedNumber === null ? null : { number: openedNumber, at };
  return { workspaceId, url, number, archived, peopleMark, opened };
}

/**
 * `Changed` as JSON; of the verdicts that came into sight only this person's count. Without a `since` it tells of which
 * rows there are, and nothing of what happened once: that would be looked for in all events.
 */
function changedSql(articleId: string, since: number | null, userId: string): Prisma.Sql {
  const after = since === null ? Prisma.empty : Prisma.sql`AND x.number > ${since}::int`;
  const any = (table: string, more = Prisma.empty) => Prisma.sql`EXISTS (
    SELECT 1 FROM ${Prisma.raw(`"${table}"`)} x WHERE x."articleId" = ${articleId}::uuid ${after} ${more})`;
  const happened = (kind: Prisma.Sql) =>
    since === null ? Prisma.sql`false` : any("Event", Prisma.sql`AND x.kind = ${kind}`);
  const mine = Prisma.sql`AND x."userId" = ${userId}::uuid`;
  return Prisma.sql`json_build_object(
    'passages', ${any("Passage")}, 'threads', ${any("Thread")}, 'comments', ${any("Comment")},
    'voices', ${any("Attribution")} OR ${any("Settlement")},
    'verdicts', ${any("Assessment")} OR ${any("Reveal", mine)} OR ${any("Evidence")} OR ${any("Resolution")},
    'sources', ${happened(Prisma.sql`'source.changed'`)},
    'suggestions', ${any("Suggestion")}, 'readAnew', ${happened(Prisma.sql`'suggestion.made'`)})`;
}
