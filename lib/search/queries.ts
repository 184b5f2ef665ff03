import "server-only";
import { type Viewer, workspaceIds } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { escapeLike } from "@/lib/db/like";
import { searchPatterns } from "@/lib/db/search-patterns";
import { transaction } from "@/lib/db/transaction";
import { searchSources } from "@/lib/sources/queries";
import { accentPattern } from "@/lib/text/accent-pattern";
import { Prisma } from "@/prisma/generated/client";
import { rankHits } from "./rank-hits";
import type { SearchHits } from "./schema";

const mostShown = 6;
/** Looked at, so that what fits best is among them. */
const mostRead = 40;

/**
 * What this viewer may see under these words. Each word has to be in the name; where that finds no article, titles that
 * are only nearly so are taken, for words are mistyped. Articles that the viewer opened lately come first.
 */
export async function searchAll(viewer: Viewer, q: string | undefined): Promise<SearchHits> {
  if (!q) return { articles: await listOpened(viewer), sources: [], people: [] };
  const [articles, sources, people] = await Promise.all([
    findArticles(viewer, q),
    findSources(viewer, q),
    findPeople(viewer, q),
  ]);
  return { articles, sources, people };
}

const articleSelect = {
  id: true,
  workspaceId: true,
  title: true,
  publisher: true,
  archivedAt: true,
  workspace: { select: { name: true } },
} satisfies Prisma.ArticleSelect;

function toHit({
  workspace,
  archivedAt,
  ...row
}: Prisma.ArticleGetPayload<{ select: typeof articleSelect }>): SearchHits["articles"][number] {
  return { ...row, workspaceName: workspace.name, isArchived: archivedAt !== null };
}

async function listOpened(viewer: Viewer): Promise<SearchHits["articles"]> {
  const visits = await db().visit.findMany({
    where: { userId: viewer.userId, article: { workspaceId: { in: workspaceIds(viewer) } } },
    orderBy: { at: "desc" },
    take: mostShown,
    select: { article: { select: articleSelect } },
  });
  return visits.map((one) => toHit(one.article));
}

async function findArticles(viewer: Viewer, q: string): Promise<SearchHits["articles"]> {
  const exact = await exactly(viewer, q);
  const found = await readArticles(viewer, exact.length > 0 ? exact : await nearly(viewer, q));
  const opened = found.toSorted(
    (a, b) => (b.visits[0]?.at.getTime() ?? 0) - (a.visits[0]?.at.getTime() ?? 0),
  );
  return rankHits(opened, q, (one) => one.title)
    .slice(0, mostShown)
    .map(({ visits: _, ...row }) => toHit(row));
}

function readArticles(viewer: Viewer, ids: string[]) {
  return db().article.findMany({
    where: { workspaceId: { in: workspaceIds(viewer) }, id: { in: ids } },
    orderBy: [{ lastActivityAt: "desc" }, { id: "desc" }],
    select: { ...articleSelect, visits: { where: { userId: viewer.userId }, select: { at: true } } },
  });
}

/** Articles with each of the words in their title, those with the latest activity first. */
async function exactly(viewer: Viewer, q: string): Promise<string[]> {
  const asked = [
    Prisma.sql`"workspaceId" = ANY(${workspaceIds(viewer)}::uuid[])`,
    ...searchPatterns(q).map((pattern) => Prisma.sql`title ~* ${accentPattern(pattern)}`),
  ];
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT id FROM "Article" WHERE ${Prisma.join(asked, " AND ")}
    ORDER BY "lastActivityAt" DESC, id DESC LIMIT ${mostRead}`;
  return rows.map((row) => row.id);
}

/** Articles with a title that is like the words, as far as three letters in a row go. */
function nearly(viewer: Viewer, q: string): Promise<string[]> {
  return transaction(async (tx) => {
    // Postgres asks for 0.6 otherwise, which two swapped letters in a short word do not reach.
    await tx.$executeRaw`SET LOCAL pg_trgm.word_similarity_threshold = 0.4`;
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM "Article"
      WHERE "workspaceId" = ANY(${workspaceIds(viewer)}::uuid[]) AND ${q} <% title
      ORDER BY ${q} <<-> title LIMIT ${mostShown}`;
    return rows.map((row) => row.id);
  });
}

async function findSources(viewer: Viewer, q: string): Promise<SearchHits["sources"]> {
  const { sources } = await searchSources(viewer, workspaceIds(viewer), q);
  const found = sources.map(({ id, name, kind, workspaceId }) => {
    const workspaceName = viewer.memberships.find((one) => one.workspaceId === workspaceId)?.workspaceName;
    return { id, name, kind, workspaceId, workspaceName: workspaceName ?? "" };
  });
  return rankHits(found, q, (one) => one.name).slice(0, mostShown);
}

async function findPeople(viewer: Viewer, q: string): Promise<SearchHits["people"]> {
  const words = q.split(/\s+/u).filter(Boolean);
  const asked = [
    Prisma.sql`m."workspaceId" = ANY(${workspaceIds(viewer)}::uuid[])`,
    ...words.map((word) => Prisma.sql`u.name ~* ${accentPattern(escapeLike(word))}`),
  ];
  const people = await db().$queryRaw<SearchHits["people"]>`
    SELECT u.id, u.name, w.id AS "workspaceId", w.name AS "workspaceName"
    FROM "Membership" m JOIN "User" u ON u.id = m."userId" JOIN "Workspace" w ON w.id = m."workspaceId"
    WHERE ${Prisma.join(asked, " AND ")}
    ORDER BY m."createdAt" DESC, u.id LIMIT ${mostRead}`;
  return rankHits(people, q, (one) => one.name).slice(0, mostShown);
}
