import "server-only";
import { whoDid, whoOvertook } from "@/lib/accounts/queries";
import { subjectOf } from "@/lib/accounts/subject-of";
import { mustBeAble } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { storeOnce } from "@/lib/db/store-once";
import { type Tx, transaction } from "@/lib/db/transaction";
import { AppError, idTaken } from "@/lib/errors";
import { countTry } from "@/lib/http/rate-limit";
import { runInWorker, type Task } from "@/lib/http/worker";
import { lockArticle, storeEvent } from "@/lib/live/events";
import { inQuotes } from "@/lib/text/in-quotes";
import { storeAudit } from "@/lib/workspaces/audit";
import { type ArticleDocument, documentSchema } from "./document-schema";
import { hashWords } from "./hash-words";
import { blockTexts, coversOriginal } from "./import/block-text";
import { type ArticleDraft, type DraftResult, makeDraft } from "./import/make-draft";
import { describeTextRefusal, type ImportRefusal, refuseText } from "./import/refuse-text";
import { toDocument, toPlainText } from "./plain-text";
import {
  findArticle,
  findSameAddress,
  findSameTitle,
  findSameWords,
  metadataSelect,
  toEditedArticle,
} from "./queries";
import type {
  ArticleAfterEdit,
  ArticleMetadata,
  ArticlePreview,
  EditedArticle,
  NewArticle,
  SameArticle,
} from "./schema";

/**
 * What a text would become, and the article that has the same words, the address it names or its headline already.
 * Stores nothing.
 */
export async function previewArticle(
  viewer: Viewer,
  given: Pick<NewArticle, "workspaceId" | "text" | "format">,
): Promise<ArticlePreview> {
  mustBeAble(viewer, "article.import", given);
  await countTry("preview", viewer.userId);
  const draft = await readDraft(given);
  const { text } = toPlainText(toDocument(draft.blocks));
  const { url, title } = draft.metadata;
  const same = await findSame(db(), given.workspaceId, await hashWords(text), url?.value);
  // Two articles may well have one headline: it is told, and nothing is refused for it.
  const existing = same ?? (title ? await findSameTitle(db(), given.workspaceId, title.value) : null);
  return { ...draft, existing };
}

async function findSame(
  database: Tx,
  workspaceId: string,
  sha256: string,
  url: string | null | undefined,
): Promise<SameArticle | null> {
  const words = await findSameWords(database, workspaceId, sha256);
  return words ?? (url ? findSameAddress(database, workspaceId, url) : null);
}

type Stored = { id: string; workspaceId: string; title: string; version: number };

/**
 * Imports an article: article, first revision and the entry in the workspace's history, all of it or nothing. The same
 * id sent again by the same person answers with what exists; 409 with the existing article when another one has the
 * same words, or comes from the same address, unless `evenSo`.
 */
export async function createArticle(viewer: Viewer, given: NewArticle): Promise<Stored> {
  mustBeAble(viewer, "article.import", given);
  return storeOnce({
    find: () => findOwnArticle(viewer, given),
    async prepare() {
      await countTry("import", viewer.userId);
      const document = await readDocument(given);
      const plain = toPlainText(document);
      return { document, ...plain, sha256: await hashWords(plain.text) };
    },
    async store(tx, { document, text, blocks, sha256 }) {
      if (!given.evenSo) await refuseSame(tx, given, sha256);
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

async function refuseSame(tx: Tx, { id, workspaceId, metadata }: NewArticle, sha256: string): Promise<void> {
  // Two colleagues may import the same story in the same second: the second waits and then sees the first's.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${workspaceId} ${sha256}`}, 0))`;
  const existing = await findSame(tx, workspaceId, sha256, metadata.url);
  // The same id is a retry of this very import; the insert below finds that out.
  if (!existing || existing.id === id) return;
  const what = existing.same === "words" ? "This text" : "An article with this address";
  throw new AppError("conflict", `${what} is here already, as ${inQuotes(existing.title)}.`, {
    details: { existing },
  });
}

/** The longest text, in UTF-16 units, that is read in the thread that answers everybody. */
const longestInline = 64_000;
const refusal = "This text takes too long to read. Import it in parts.";
const drafting: Task<Parameters<typeof makeDraft>, DraftResult> = {
  file: "lib/articles/import/make-draft.ts",
  name: "makeDraft",
  run: makeDraft,
  refusal,
};
const reading: Task<Parameters<typeof blockTexts>, string[]> = {
  file: "lib/articles/import/block-text.ts",
  name: "blockTexts",
  run: blockTexts,
  refusal,
};

/** Runs a task on a text: where it stands for a usual article, in a worker thread for a long text. */
async function run<Given extends [text: string, ...unknown[]], Result>(
  task: Task<Given, Result>,
  ...given: Given
): Promise<Result> {
  return given[0].length < longestInline ? task.run(...given) : runInWorker(task, ...given);
}

async function readDraft({ text, format }: Pick<NewArticle, "text" | "format">): Promise<ArticleDraft> {
  const refused = refuseText(text);
  const result: DraftResult = refused ? { ok: false, reason: refused } : await run(drafting, text, format);
  if (result.ok) return result.draft;
  throw refusedText(result.reason);
}

function refusedText(reason: ImportRefusal): AppError {
  const message = describeTextRefusal(reason);
  return new AppError(reason === "tooLarge" ? "too-large" : "invalid", message, {
    fields: { text: message },
  });
}

/** The document of the blocks that were sent. Their words are read from the text that was sent, never believed. */
async function readDocument(given: NewArticle): Promise<ArticleDocument> {
  const { blocks, text, format } = given;
  if (!blocks) return toDocument((await readDraft(given)).blocks);
  const refused = refuseText(text);
  if (refused) throw refusedText(refused);
  if (!coversOriginal(text, blocks)) {
    const message = "The blocks do not hold the whole text. Show the preview again.";
    throw new AppError("invalid", message, { fields: { blocks: message } });
  }
  const spans = blocks.map(({ start, end }) => ({ start, end }));
  const texts = await run(reading, text, format, spans);
  const document = documentSchema.safeParse(
    toDocument(blocks.map((block, index) => ({ ...block, text: texts[index] ?? "" }))),
  );
  if (!document.success) {
    const message = document.error.issues[0]?.message ?? "The blocks are not valid.";
    throw new AppError("invalid", message, { fields: { blocks: message } });
  }
  return document.data;
}

type Change = {
  version: number;
  archived?: boolean | undefined;
  metadata?: Partial<ArticleMetadata> | undefined;
};

/** Changes what an article is beside its text, or archives and restores it; 409 when `version` has moved on. */
export async function editArticle(
  viewer: Viewer,
  articleId: string,
  change: Change,
): Promise<ArticleAfterEdit> {
  const scope = await findArticle(viewer, articleId);
  mustBeAble(viewer, "article.edit", scope);
  return transaction(async (tx) => {
    await lockArticle(tx, articleId);
    const current = await tx.article.findUniqueOrThrow({ where: { id: articleId }, select: metadataSelect });
    const data = changesOf(toEditedArticle(current), change);
    const isPublished = (await tx.publication.count({ where: { articleId, withdrawnAt: null } })) > 0;
    // Whoever asks for what is so already gets it: a retry must not meet a conflict with itself.
    if (Object.keys(data).length === 0) return { ...toEditedArticle(current), isPublished };
    if (current.version !== change.version) {
      const changed = await whoOvertook({ seen: change.version, current: current.version }, () =>
        whoDid(tx, viewer, { articleId, kinds: ["article.edited"] }),
      );
      const message = `${subjectOf(changed)} changed this article meanwhile. Look at it and choose again.`;
      throw new AppError("conflict", message, { details: { ...toEditedArticle(current), changed } });
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
    return { ...toEditedArticle(row), isPublished };
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
