import "server-only";
import { type Viewer, workspaceIds } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { notFound } from "@/lib/errors";
import type { Prisma } from "@/prisma/generated/client";
import type { PassageView } from "./schema";

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
