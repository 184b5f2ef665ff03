import "server-only";
import { createHash } from "node:crypto";
import { mustBeAble } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { storeOnce } from "@/lib/db/store-once";
import { type Tx, transaction } from "@/lib/db/transaction";
import { AppError, idTaken } from "@/lib/errors";
import { countTry } from "@/lib/http/rate-limit";
import { lockArticle, storeEvent } from "@/lib/live/events";
import { withoutWhiteSpace } from "@/lib/text/white-space";
import { storeAudit } from "@/lib/workspaces/audit";
import { blockText, coversOriginal, readSource } from "./block-text";
import { type ArticleDocument, documentSchema } from "./document-schema";
import { type Draft, makeDraft } from "./make-draft";
import { toDocument, toPlainText } from "./plain-text";
import { findArticle, findSameWords, metadataSelect, toEditedArticle } from "./queries";
import { describeTextRefusal, refuseText } from "./refuse-text";
import type { ArticleMetadata, ArticlePreview, EditedArticle, NewArticle } from "./schema";

/** What a text would become, and the article that has the same words already. Stores nothing. */
export async function previewArticle(
  viewer: Viewer,
  given: Pick<NewArticle, "workspaceId" | "text" | "format">,
): Promise<ArticlePreview> {
  mustBeAble(viewer, "article.import", given);
  await countTry("preview", viewer.userId);
  const draft = readDraft(given);
  const { text } = toPlainText(toDocument(draft.blocks));
  return { ...draft, existing: await findSameWords(db(), given.workspaceId, hashWords(text)) };
}

type Stored = { id: string; workspaceId: string; title: string; version: number };

/**
 * Imports an article: article, first revision and the entry in the workspace's history, all of it or nothing. The same
 * id sent again by the same person answers with what exists; 409 with the existing article when another one has the
 * same words, unless `evenSo`.
 */
export async function createArticle(viewer: Viewer, given: NewArticle): Promise<Stored> {
  mustBeAble(viewer, "article.import", given);
  return storeOnce({
    find: () => findOwnArticle(viewer, given),
    async prepare() {
      await countTry("import", viewer.userId);
      const document = readDocument(given);
      return { document, ...toPlainText(document) };
    },
    async store(tx, { document, text, blocks }) {
      const sha256 = hashWords(text);
      if (!given.evenSo) await refuseSameWords(tx, given, sha256);
      const { publishedAt, ...metadata } = given.metadata;
      const article = await tx.article.create({
        data: {
          id: given.id,
          workspaceId: given.workspaceId,
          ...metadata,
          publishedAt: publishedAt ? new Date(publishedAt) : null,
          createdById: viewer.userId,
        },
        select: storedSelect,
      });
      await tx.revision.create({
        data: {
          articleId: given.id,
          number: 1,
          document,
          text,
          sha256,
          blocks,
          original: given.text,
          createdById: viewer.userId,
        },
        select: { id: true },
      });
      await storeAudit(tx, {
        workspaceId: given.workspaceId,
        actor: viewer,
        action: "article.imported",
        detail: { articleId: given.id, title: article.title },
      });
      return article;
    },
  });
}

const storedSelect = { id: true, workspaceId: true, title: true, version: true } as const;

/** What this viewer imported under this id; null when it is free, refused when it belongs to something else. */
async function findOwnArticle(viewer: Viewer, given: NewArticle): Promise<Stored | null> {
  const row = await db().article.findUnique({
    where: { id: given.id },
    select: { ...storedSelect, createdById: true },
  });
  if (!row) return null;
  const { createdById, ...article } = row;
  if (createdById !== viewer.userId || article.workspaceId !== given.workspaceId) throw idTaken();
  return article;
}

async function refuseSameWords(tx: Tx, { id, workspaceId }: NewArticle, sha256: string): Promise<void> {
  // Two colleagues may import the same story in the same second: the second waits and then sees the first's.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${workspaceId} ${sha256}`}, 0))`;
  const existing = await findSameWords(tx, workspaceId, sha256);
  // The same id is a retry of this very import; the insert below finds that out.
  if (!existing || existing.id === id) return;
  throw new AppError("conflict", `This text is here already, as “${existing.title}”.`, {
    details: { existing },
  });
}

function readDraft({ text, format }: Pick<NewArticle, "text" | "format">): Draft {
  const result = makeDraft(text, format);
  if (result.ok) return result.draft;
  const code = result.reason === "tooLarge" ? "too-large" : "invalid";
  const message = describeTextRefusal(result.reason);
  throw new AppError(code, message, { fields: { text: message } });
}

/** The document of the blocks that were sent. Their words are read from the text that was sent, never believed. */
function readDocument(given: NewArticle): ArticleDocument {
  const { blocks, text, format } = given;
  if (!blocks) return toDocument(readDraft(given).blocks);
  const refused = refuseText(text);
  if (refused)
    throw new AppError(refused === "tooLarge" ? "too-large" : "invalid", describeTextRefusal(refused));
  if (!coversOriginal(text, blocks)) {
    const message = "The blocks do not hold the whole text. Show the preview again.";
    throw new AppError("invalid", message, { fields: { blocks: message } });
  }
  const source = readSource(text, format);
  const document = documentSchema.safeParse(
    toDocument(blocks.map((block) => ({ ...block, text: blockText(source, block) }))),
  );
  if (!document.success) {
    const message = document.error.issues[0]?.message ?? "The blocks are not valid.";
    throw new AppError("invalid", message, { fields: { blocks: message } });
  }
  return document.data;
}

function hashWords(text: string): string {
  return createHash("sha256").update(withoutWhiteSpace(text)).digest("hex");
}

type Change = {
  version: number;
  archived?: boolean | undefined;
  metadata?: Partial<ArticleMetadata> | undefined;
};

/** Changes what an article is beside its text, or archives and restores it; 409 when `version` has moved on. */
export async function editArticle(viewer: Viewer, articleId: string, change: Change): Promise<EditedArticle> {
  const scope = await findArticle(viewer, articleId);
  mustBeAble(viewer, "article.edit", scope);
  return transaction(async (tx) => {
    await lockArticle(tx, articleId);
    const current = await tx.article.findUniqueOrThrow({ where: { id: articleId }, select: metadataSelect });
    const data = changesOf(toEditedArticle(current), change);
    // Whoever asks for what is so already gets it: a retry must not meet a conflict with itself.
    if (Object.keys(data).length === 0) return toEditedArticle(current);
    if (current.version !== change.version) {
      throw new AppError(
        "conflict",
        "Somebody changed this article meanwhile. Look at it and choose again.",
        {
          details: toEditedArticle(current),
        },
      );
    }
    await storeEvent(tx, {
      articleId,
      kind: "article.edited",
      ids: { article: articleId },
      actorId: viewer.userId,
    });
    const row = await tx.article.update({
      where: { id: articleId },
      data: { ...data, version: { increment: 1 } },
      select: metadataSelect,
    });
    await storeAudit(tx, {
      workspaceId: scope.workspaceId,
      actor: viewer,
      action:
        data.archivedAt === undefined
          ? "article.edited"
          : data.archivedAt === null
            ? "article.restored"
            : "article.archived",
      detail: { articleId, title: row.title },
    });
    return toEditedArticle(row);
  });
}

type Data = Partial<Omit<ArticleMetadata, "publishedAt">> & {
  publishedAt?: Date | null;
  archivedAt?: Date | null;
};

/** Only what differs from the article as it is. */
function changesOf(current: EditedArticle, { archived, metadata = {} }: Change): Data {
  const { publishedAt, ...rest } = metadata;
  const data: Data = {};
  for (const key of ["title", "author", "publisher", "url", "language"] as const) {
    const value = rest[key];
    if (value !== undefined && value !== current[key]) Object.assign(data, { [key]: value });
  }
  if (publishedAt !== undefined && publishedAt !== current.publishedAt) {
    data.publishedAt = publishedAt ? new Date(publishedAt) : null;
  }
  if (archived !== undefined && archived !== (current.archivedAt !== null)) {
    data.archivedAt = archived ? new Date() : null;
  }
  return data;
}
