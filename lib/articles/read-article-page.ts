import "server-only";
import { threadInSight, threadInSightSql } from "@/lib/auth/in-sight";
import { type Viewer, workspaceIds } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { searchPatterns } from "@/lib/db/search-patterns";
import { notFound } from "@/lib/errors";
import { groupBy } from "@/lib/group-by";
import { accentPattern } from "@/lib/text/accent-pattern";
import { writeCursor } from "@/lib/text/cursor";
import { Prisma } from "@/prisma/generated/client";
import { metadataSelect, toEditedArticle } from "./queries";
import type { ArticleListQuery, ArticleSummary } from "./schema";

const pageSize = 30;

/** What the list tells of an article, but for how far its claims are judged. */
type ListedArticle = Omit<ArticleSummary, "judged" | "split">;

/**
 * A page of the articles that this viewer may see, in the order that is asked for, with the state of the work on each.
 * First their ids alone, then everything about those: as many queries for thirty articles as for one.
 */
export async function readArticlePage(
  viewer: Viewer,
  query: ArticleListQuery,
): Promise<{ articles: ListedArticle[]; nextCursor: string | null }> {
  const workspaces = workspaceIds(viewer).filter((one) => !query.workspace || one === query.workspace);
  if (query.workspace && workspaces.length === 0) throw notFound("workspace");
  const found = await readPlaces(viewer, query, workspaces);
  const page = found.slice(0, pageSize);
  const ids = page.map(({ id }) => id);
  const [rows, work, news, people] = await Promise.all([
    readRows(ids),
    countWork(viewer, ids),
    countNewComments(viewer, ids),
    readPeople(ids),
  ]);
  const last = page.at(-1);
  return {
    articles: ids.flatMap((id) => {
      const row = rows.get(id);
      if (!row) return [];
      return {
        ...row,
        passages: work.passages.get(id) ?? 0,
        openThreads: work.openThreads.get(id) ?? 0,
        newComments: news.get(id) ?? null,
        people: people.get(id) ?? [],
      };
    }),
    nextCursor:
      found.length > pageSize && last ? writeCursor({ key: last.at.toISOString(), id: last.id }) : null,
  };
}

/** Where the articles of a page stand in the order that is asked for, and one more to tell whether there are others. */
async function readPlaces(
  viewer: Viewer,
  { q, archived, cursor, show, sort }: ArticleListQuery,
  workspaces: string[],
): Promise<{ id: string; at: Date }[]> {
  if (workspaces.length === 0) return [];
  const at = sort === "newest" ? Prisma.sql`a."createdAt"` : Prisma.sql`a."lastActivityAt"`;
  const asked = [
    Prisma.sql`a."workspaceId" IN (${Prisma.join(workspaces.map((one) => Prisma.sql`${one}::uuid`))})`,
    archived === "true" ? Prisma.sql`a."archivedAt" IS NOT NULL` : Prisma.sql`a."archivedAt" IS NULL`,
    ...searchPatterns(q ?? "").map((pattern) => Prisma.sql`a.title ~* ${accentPattern(pattern)}`),
    ...(cursor
      ? [Prisma.sql`(${at}, a.id) < (${new Date(cursor.key)}::timestamptz, ${cursor.id}::uuid)`]
      : []),
    ...(show === "assigned" ? [assignedTo(viewer)] : []),
    ...(show === "new" ? [hasNewFor(viewer)] : []),
  ];
  return db().$queryRaw`
    SELECT a.id, ${at} AS at FROM "Article" a
    WHERE ${Prisma.join(asked, " AND ")}
    ORDER BY ${at} DESC, a.id DESC LIMIT ${pageSize + 1}`;
}

/** An article "a" with a passage that this person is asked to check, or an open thread that is theirs. */
function assignedTo(viewer: Viewer): Prisma.Sql {
  return Prisma.sql`a.id IN (
    SELECT p."articleId" FROM "Passage" p
    WHERE p."assigneeId" = ${viewer.userId}::uuid AND p."deletedAt" IS NULL
    UNION ALL
    SELECT t."articleId" FROM "Thread" t
    WHERE t."assigneeId" = ${viewer.userId}::uuid AND t.state = 'open' AND ${threadInSightSql(viewer)})`;
}

/** An article "a" that this person never opened, or in which colleagues have written since. */
function hasNewFor(viewer: Viewer): Prisma.Sql {
  return Prisma.sql`coalesce((
    SELECT EXISTS (SELECT 1 ${newComments(viewer)}) FROM "Visit" v
    WHERE v."articleId" = a.id AND v."userId" = ${viewer.userId}::uuid), true)`;
}

/** From where colleagues' comments come that this viewer has not read since the visit "v". */
function newComments(viewer: Viewer): Prisma.Sql {
  // The same rule as lib/discussion/unread. A comment's number is never below that of its creation, and has an index.
  return Prisma.sql`
    FROM "Comment" c
    JOIN "Thread" t ON t.id = c."threadId"
    LEFT JOIN "ThreadRead" r ON r."threadId" = t.id AND r."userId" = ${viewer.userId}::uuid
    WHERE c."articleId" = v."articleId" AND c.number > v.number
      AND c."createdNumber" > greatest(v.number, coalesce(r.number, 0))
      AND c."authorId" <> ${viewer.userId}::uuid
      AND c."deletedAt" IS NULL
      AND ${threadInSightSql(viewer)}`;
}

/** Colleagues' comments that this viewer has not read yet, by article; an article never opened is left out. */
async function countNewComments(viewer: Viewer, articleIds: string[]): Promise<Map<string, number>> {
  const rows = await db().$queryRaw<{ articleId: string; count: number }[]>`
    SELECT v."articleId", (SELECT count(*)::int ${newComments(viewer)}) AS count
    FROM "Visit" v
    WHERE v."userId" = ${viewer.userId}::uuid AND v."articleId" = ANY(${articleIds}::uuid[])`;
  return new Map(rows.map((row) => [row.articleId, row.count]));
}

async function readRows(articleIds: string[]) {
  const rows = await db().article.findMany({
    where: { id: { in: articleIds } },
    select: {
      ...metadataSelect,
      workspaceId: true,
      createdAt: true,
      lastActivityAt: true,
      workspace: { select: { name: true } },
    },
  });
  return new Map(
    rows.map(({ workspace, createdAt, lastActivityAt, workspaceId, ...row }) => [
      row.id,
      {
        ...toEditedArticle(row),
        workspaceId,
        workspaceName: workspace.name,
        createdAt: createdAt.toISOString(),
        lastActivityAt: lastActivityAt.toISOString(),
      },
    ]),
  );
}

/**
 * Passages and open threads that this viewer may see, by article; an article without any is left out. Counted for the
 * articles of one page: Prisma's `_count` groups the whole tables before it looks at the page.
 */
async function countWork(
  viewer: Viewer,
  articleIds: string[],
): Promise<Record<"passages" | "openThreads", Map<string, number>>> {
  const articleId = { in: articleIds };
  const [passages, threads] = await Promise.all([
    db().passage.groupBy({ by: "articleId", where: { articleId, deletedAt: null }, _count: true }),
    db().thread.groupBy({
      by: "articleId",
      where: { articleId, state: "open", ...threadInSight(viewer) },
      _count: true,
    }),
  ]);
  const byArticle = (rows: { articleId: string; _count: number }[]) =>
    new Map(rows.map((row) => [row.articleId, row._count]));
  return { passages: byArticle(passages), openThreads: byArticle(threads) };
}

const mostPeople = 3;
/** How far back it is looked who worked on an article. */
const mostEvents = 60;

/** The last three people who worked on each article, the latest first. What they did is not told. */
async function readPeople(articleIds: string[]): Promise<Map<string, ArticleSummary["people"]>> {
  const rows = await db().$queryRaw<{ articleId: string; id: string; name: string }[]>`
    SELECT asked.id AS "articleId", u.id, u.name
    FROM unnest(${articleIds}::uuid[]) AS asked(id)
    CROSS JOIN LATERAL (
      SELECT latest."actorId", max(latest.number) AS number
      FROM (
        SELECT e."actorId", e.number FROM "Event" e
        -- To look at verdicts is no work, and a source may have been changed in another article.
        WHERE e."articleId" = asked.id AND e.kind NOT IN ('assessment.revealed', 'source.changed')
        ORDER BY e.number DESC LIMIT ${mostEvents}
      ) latest
      GROUP BY latest."actorId" ORDER BY 2 DESC LIMIT ${mostPeople + 1}
    ) active
    JOIN "User" u ON u.id = active."actorId"
    ORDER BY asked.id, active.number DESC`;
  const all = groupBy(rows, (row) => row.articleId);
  return new Map(
    [...all].map(([id, people]) => [
      id,
      people.slice(0, mostPeople).map((person) => ({ id: person.id, name: person.name })),
    ]),
  );
}
