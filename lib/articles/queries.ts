import "server-only";
import { z } from "zod";
import { threadInSight, threadInSightSql } from "@/lib/auth/in-sight";
import { type Viewer, workspaceIds } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { notFound } from "@/lib/errors";
import type { Prisma } from "@/prisma/generated/client";
import { blockPlaceSchema, documentSchema } from "./document-schema";
import { readCursor, writeCursor } from "./list-cursor";
import type {
  ArticleList,
  ArticleListQuery,
  ArticleSummary,
  ArticleView,
  EditedArticle,
  SameArticle,
} from "./schema";
import { searchPatterns } from "./search-patterns";

/** What rights on an article are asked about. */
export type ArticleScope = { id: string; workspaceId: string };

/** The article's workspace, when this viewer may see it; 404 otherwise. */
export async function findArticle(viewer: Viewer, articleId: string): Promise<ArticleScope> {
  const article = await db().article.findFirst({
    where: { id: articleId, workspaceId: { in: workspaceIds(viewer) } },
    select: { id: true, workspaceId: true },
  });
  if (!article) throw notFound("article");
  return article;
}

/** The article with its latest text, when this viewer may see it; 404 otherwise. */
export async function getArticle(viewer: Viewer, articleId: string): Promise<ArticleView> {
  const article = await db().article.findFirst({
    where: { id: articleId, workspaceId: { in: workspaceIds(viewer) } },
    select: {
      id: true,
      workspaceId: true,
      title: true,
      url: true,
      author: true,
      publisher: true,
      publishedAt: true,
      language: true,
      archivedAt: true,
      version: true,
      createdById: true,
      createdAt: true,
      workspace: { select: { name: true } },
      revisions: {
        orderBy: { number: "desc" },
        take: 1,
        select: { id: true, number: true, document: true, text: true, blocks: true },
      },
    },
  });
  const [revision] = article?.revisions ?? [];
  if (!article || !revision) throw notFound("article");
  return {
    id: article.id,
    workspaceId: article.workspaceId,
    workspaceName: article.workspace.name,
    title: article.title,
    url: article.url,
    author: article.author,
    publisher: article.publisher,
    publishedAt: article.publishedAt?.toISOString().slice(0, 10) ?? null,
    language: article.language,
    archivedAt: article.archivedAt?.toISOString() ?? null,
    version: article.version,
    createdBy: article.createdById,
    createdAt: article.createdAt.toISOString(),
    revision: {
      id: revision.id,
      number: revision.number,
      document: documentSchema.parse(revision.document),
      text: revision.text,
      blocks: z.array(blockPlaceSchema).parse(revision.blocks),
    },
  };
}

/** The latest text of an article, which a new selection is held against. */
export async function latestRevision(articleId: string) {
  const revision = await db().revision.findFirst({
    where: { articleId },
    orderBy: { number: "desc" },
    select: { id: true, article: { select: { language: true } } },
  });
  if (!revision) throw notFound("article");
  return { id: revision.id, text: await revisionText(revision.id), language: revision.article.language };
}

// A revision's text never changes, may be 2 MB long, and is needed for every passage that is marked in it.
const texts = new Map<string, string>();
const mostTexts = 8;

/** The text of a revision; the last few asked for are kept in memory. The caller has checked who asks. */
export async function revisionText(revisionId: string): Promise<string> {
  const kept = texts.get(revisionId);
  const text =
    kept ??
    (await db().revision.findUniqueOrThrow({ where: { id: revisionId }, select: { text: true } })).text;
  texts.delete(revisionId);
  texts.set(revisionId, text);
  for (const oldest of texts.keys()) if (texts.size > mostTexts) texts.delete(oldest);
  return text;
}

/** What leaves the server of an article beside its text. */
export const metadataSelect = {
  id: true,
  title: true,
  author: true,
  publisher: true,
  publishedAt: true,
  url: true,
  language: true,
  version: true,
  archivedAt: true,
} satisfies Prisma.ArticleSelect;

export function toEditedArticle({
  publishedAt,
  archivedAt,
  ...row
}: Prisma.ArticleGetPayload<{ select: typeof metadataSelect }>): EditedArticle {
  return {
    ...row,
    publishedAt: publishedAt?.toISOString().slice(0, 10) ?? null,
    archivedAt: archivedAt?.toISOString() ?? null,
  };
}

const pageSize = 30;

/** A page of the articles that this viewer may see, the latest activity first, with the state of the work on each. */
export async function listArticles(viewer: Viewer, query: ArticleListQuery): Promise<ArticleList> {
  const workspaces = workspaceIds(viewer).filter((one) => !query.workspace || one === query.workspace);
  if (query.workspace && workspaces.length === 0) throw notFound("workspace");
  const after = query.cursor ? readCursor(query.cursor) : null;
  const patterns = searchPatterns(query.q ?? "");
  const rows = await db().article.findMany({
    where: {
      workspaceId: { in: workspaces },
      archivedAt: query.archived === "true" ? { not: null } : null,
      AND: [
        ...patterns.map((contains) => ({ title: { contains, mode: "insensitive" as const } })),
        ...(after
          ? [
              {
                OR: [
                  { lastActivityAt: { lt: after.at } },
                  { lastActivityAt: after.at, id: { lt: after.id } },
                ],
              },
            ]
          : []),
      ],
    },
    orderBy: [{ lastActivityAt: "desc" }, { id: "desc" }],
    take: pageSize + 1,
    select: {
      ...metadataSelect,
      workspaceId: true,
      createdAt: true,
      lastActivityAt: true,
      workspace: { select: { name: true } },
    },
  });
  const page = rows.slice(0, pageSize);
  const ids = page.map(({ id }) => id);
  const [work, news] = await Promise.all([countWork(viewer, ids), countNewComments(viewer, ids)]);
  const last = page.at(-1);
  return {
    articles: page.map(
      ({ workspace, createdAt, lastActivityAt, workspaceId, ...row }): ArticleSummary => ({
        ...toEditedArticle(row),
        workspaceId,
        workspaceName: workspace.name,
        createdAt: createdAt.toISOString(),
        lastActivityAt: lastActivityAt.toISOString(),
        passages: work.passages.get(row.id) ?? 0,
        openThreads: work.openThreads.get(row.id) ?? 0,
        newComments: news.get(row.id) ?? null,
      }),
    ),
    nextCursor: rows.length > pageSize && last ? writeCursor(last.lastActivityAt, last.id) : null,
  };
}

/**
 * Passages and open threads that this viewer may see, by article; an article without any is left out. Counted for the articles of one page:
 * Prisma's `_count` groups the whole tables before it looks at the page.
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

/** Colleagues' comments that this viewer has not read yet, by article; an article never opened is left out. */
async function countNewComments(viewer: Viewer, articleIds: string[]): Promise<Map<string, number>> {
  // The same rule as lib/discussion/unread, as one query for a page of articles.
  const rows = await db().$queryRaw<{ articleId: string; count: number }[]>`
    SELECT v."articleId", count(c.id)::int AS count
    FROM "Visit" v
    LEFT JOIN (
      "Comment" c
      JOIN "Thread" t ON t.id = c."threadId"
      LEFT JOIN "ThreadRead" r ON r."threadId" = t.id AND r."userId" = ${viewer.userId}::uuid
    ) ON c."articleId" = v."articleId"
      AND c."createdNumber" > greatest(v.number, coalesce(r.number, 0))
      AND c."authorId" <> ${viewer.userId}::uuid
      AND c."deletedAt" IS NULL
      AND ${threadInSightSql(viewer)}
    WHERE v."userId" = ${viewer.userId}::uuid AND v."articleId" = ANY(${articleIds}::uuid[])
    GROUP BY v."articleId"`;
  return new Map(rows.map((row) => [row.articleId, row.count]));
}

/** The article in this workspace whose words are the same, whatever its blocks; null when there is none. */
export async function findSameWords(
  database: Prisma.TransactionClient,
  workspaceId: string,
  sha256: string,
): Promise<SameArticle | null> {
  const same = await database.revision.findFirst({
    where: { sha256, article: { workspaceId } },
    orderBy: { article: { createdAt: "asc" } },
    select: { article: { select: { id: true, title: true, createdAt: true, archivedAt: true } } },
  });
  if (!same) return null;
  const { archivedAt, createdAt, ...article } = same.article;
  return { ...article, createdAt: createdAt.toISOString(), archived: archivedAt !== null };
}
