import "server-only";
import { findArticle } from "@/lib/articles/queries";
import { can } from "@/lib/auth/permissions";
import { type Viewer, workspaceIds } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { notFound } from "@/lib/errors";
import type { Prisma } from "@/prisma/generated/client";
import type { DeletedPassage, PassageView } from "./schema";

/** What leaves the server of a passage. */
export const passageSelect = {
  id: true,
  start: true,
  end: true,
  exact: true,
  prefix: true,
  suffix: true,
  claimKinds: true,
  assigneeId: true,
  createdById: true,
  createdAt: true,
  version: true,
  createdNumber: true,
  number: true,
} satisfies Prisma.PassageSelect;

type PassageRow = Prisma.PassageGetPayload<{ select: typeof passageSelect }>;

export function toPassageView({ assigneeId, createdById, createdAt, ...row }: PassageRow): PassageView {
  return { ...row, assignee: assigneeId, createdBy: createdById, createdAt: createdAt.toISOString() };
}

/** A passage with what rights are asked about, deleted or not, when this viewer may see its article; 404 otherwise. */
export async function findPassage(viewer: Viewer, passageId: string) {
  const passage = await db().passage.findFirst({
    where: { id: passageId, article: { workspaceId: { in: workspaceIds(viewer) } } },
    select: {
      ...passageSelect,
      articleId: true,
      revisionId: true,
      deletedAt: true,
      article: { select: { workspaceId: true, language: true, title: true } },
    },
  });
  if (!passage) throw notFound("passage");
  const { articleId, revisionId, deletedAt, article, ...row } = passage;
  return {
    row,
    articleId,
    revisionId,
    deletedAt,
    language: article.language,
    title: article.title,
    rights: { workspaceId: article.workspaceId, madeBy: row.createdById },
  };
}

const mostDeleted = 50;
/** So many are looked at: of one's own some may have been deleted by an editor. */
const mostSearched = 200;

/**
 * What people deleted in an article, as far as this viewer may bring it back; the latest first, at most 50. Undoing is
 * not deleting.
 */
export async function listDeletedPassages(
  viewer: Viewer,
  articleId: string,
): Promise<{ passages: DeletedPassage[] }> {
  const { workspaceId } = await findArticle(viewer, articleId);
  const mayAny = can(viewer, "passage.delete", { workspaceId });
  // The deletion is the last event of a passage that is deleted. What went with an acceptance that its maker undid
  // (lib/suggestions/mutations.ts) has another: the suggestion is what stands there again.
  const events = await db().event.findMany({
    where: { articleId, kind: "passage.deleted" },
    select: { number: true, actorId: true },
  });
  const rows = await db().passage.findMany({
    where: {
      articleId,
      deletedAt: { not: null },
      number: { in: events.map((event) => event.number) },
      ...(mayAny ? {} : { createdById: viewer.userId }),
    },
    orderBy: [{ number: "desc" }, { id: "asc" }],
    take: mostSearched,
    select: {
      ...{ id: true, start: true, end: true, exact: true },
      ...{ createdById: true, deletedAt: true, number: true },
      // Not those on verdicts: that there are any is not for everybody to know.
      threads: { where: { assessmentId: null }, select: { id: true } },
    },
  });
  const deleters = new Map(events.map((event) => [event.number, event.actorId]));
  const passages = rows.flatMap(({ createdById, deletedAt, number, threads, ...row }): DeletedPassage[] => {
    const deletedBy = deleters.get(number) ?? null;
    // As in restorePassage (mutations.ts): whoever may only delete their own cannot undo an editor's deletion.
    const mayRestore = [createdById, deletedBy ?? createdById].every((madeBy) =>
      can(viewer, "passage.delete", { workspaceId, madeBy }),
    );
    if (!mayRestore || !deletedAt) return [];
    return [
      { ...row, deletedBy, deletedAt: deletedAt.toISOString(), threads: threads.map((thread) => thread.id) },
    ];
  });
  return { passages: passages.slice(0, mostDeleted) };
}
