import "server-only";
import { z } from "zod";
import { type Viewer, workspaceIds } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { escapeLike } from "@/lib/db/like";
import { notFound } from "@/lib/errors";
import type { Prisma } from "@/prisma/generated/client";
import { addressHost, addressKey } from "./address-key";
import { blockPlaceSchema, documentSchema } from "./document-schema";
import type { ArticleText, ArticleView, EditedArticle, SameArticle } from "./schema";

/** What rights on an article are asked about. */
type ArticleScope = { id: string; workspaceId: string };

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
  const article = await readArticleText(viewer, articleId);
  const { document } = await db().revision.findUniqueOrThrow({
    where: { id: article.revision.id },
    select: { document: true },
  });
  return { ...article, revision: { ...article.revision, document: documentSchema.parse(document) } };
}

/** As `getArticle`, for whoever draws the text by its blocks. */
export async function readArticleText(viewer: Viewer, articleId: string): Promise<ArticleText> {
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
        select: { id: true, number: true, text: true, blocks: true },
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

/** The article in this workspace whose words are the same, whatever its blocks; null when there is none. */
export async function findSameWords(
  database: Prisma.TransactionClient,
  workspaceId: string,
  sha256: string,
): Promise<SameArticle | null> {
  const same = await database.revision.findFirst({
    where: { sha256, article: { workspaceId } },
    orderBy: { article: { createdAt: "asc" } },
    select: { article: { select: sameSelect } },
  });
  return same && toSameArticle(same.article, "words");
}

/** The first article in this workspace from the same address; null when there is none. */
export async function findSameAddress(
  database: Prisma.TransactionClient,
  workspaceId: string,
  address: string,
): Promise<SameArticle | null> {
  const [key, host] = [addressKey(address), addressHost(address)];
  if (!key || !host) return null;
  const rows = await database.article.findMany({
    where: { workspaceId, url: { contains: escapeLike(host), mode: "insensitive" } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { ...sameSelect, url: true },
  });
  const found = rows.find((row) => addressKey(row.url ?? "") === key);
  if (!found) return null;
  const { url: _, ...article } = found;
  return toSameArticle(article, "address");
}

/** The latest article in this workspace under the same headline, in whatever letters; null when there is none. */
export async function findSameTitle(
  database: Prisma.TransactionClient,
  workspaceId: string,
  title: string,
): Promise<SameArticle | null> {
  const found = await database.article.findFirst({
    where: { workspaceId, title: { equals: escapeLike(title), mode: "insensitive" } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: sameSelect,
  });
  return found && toSameArticle(found, "title");
}

const sameSelect = {
  id: true,
  title: true,
  createdAt: true,
  archivedAt: true,
} satisfies Prisma.ArticleSelect;

function toSameArticle(
  { archivedAt, createdAt, ...article }: Prisma.ArticleGetPayload<{ select: typeof sameSelect }>,
  same: SameArticle["same"],
): SameArticle {
  return { ...article, createdAt: createdAt.toISOString(), archived: archivedAt !== null, same };
}
