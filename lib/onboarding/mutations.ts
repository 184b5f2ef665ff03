import "server-only";
import { randomUUID } from "node:crypto";
import { samplePeople } from "@/lib/accounts/sample-people";
import { hashWords } from "@/lib/articles/hash-words";
import { editArticle } from "@/lib/articles/mutations";
import { mustBeAble } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { type Tx, transaction } from "@/lib/db/transaction";
import { storeAudit } from "@/lib/workspaces/audit";
import { findSampleOf } from "./queries";
import { sampleArticle } from "./sample-article";
import { sampleRows } from "./sample-rows";

/** Stores the sample article in a workspace, asked for by this person. Answers with its id. */
export async function storeSample(
  tx: Tx,
  actor: { userId: string; name: string },
  workspaceId: string,
  now: Date,
): Promise<string> {
  const [articleId, revisionId] = [randomUUID(), randomUUID()];
  const rows = sampleRows({ articleId, revisionId, workspaceId, now, newId: randomUUID });
  const { title, publisher, text: original } = sampleArticle;
  const createdById = samplePeople.nora.id;
  await tx.user.createMany({ data: Object.values(samplePeople), skipDuplicates: true });
  await tx.article.create({
    data: { id: articleId, workspaceId, title, publisher, createdById, eventNumber: rows.events.length },
    select: { id: true },
  });
  await tx.revision.create({
    data: {
      id: revisionId,
      articleId,
      number: 1,
      document: rows.document,
      text: rows.text,
      sha256: await hashWords(rows.text),
      blocks: rows.blocks,
      original,
      createdById,
    },
    select: { id: true },
  });
  await tx.event.createMany({ data: rows.events });
  await tx.passage.createMany({ data: rows.passages });
  await tx.source.createMany({ data: rows.sources });
  await tx.attribution.createMany({ data: rows.attributions });
  await tx.assessment.createMany({ data: rows.assessments });
  await tx.reveal.createMany({ data: rows.reveals });
  await tx.thread.createMany({ data: rows.threads });
  await tx.comment.createMany({ data: rows.comments });
  await storeAudit(tx, { workspaceId, actor, action: "article.sampled", detail: { articleId, title } });
  return articleId;
}

/** The sample article of a workspace, made or brought back from the archive where it is not in the list. */
export async function openSample(
  viewer: Viewer,
  workspaceId: string,
  now: Date,
): Promise<{ articleId: string }> {
  mustBeAble(viewer, "article.import", { workspaceId });
  const made = await transaction(async (tx) => {
    // Whoever presses twice, or at the same time as a colleague, gets the same one.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`sample ${workspaceId}`}, 0))`;
    const known = await findSampleOf(tx, workspaceId);
    return known ?? { id: await storeSample(tx, viewer, workspaceId, now), version: 1, archivedAt: null };
  });
  if (made.archivedAt) await editArticle(viewer, made.id, { version: made.version, archived: false });
  return { articleId: made.id };
}

/** Remembers that this person wants no first steps any more. */
export async function closeOnboarding(viewer: Viewer, now: Date): Promise<{ closed: true }> {
  await db().user.updateMany({ where: { id: viewer.userId, onboardedAt: null }, data: { onboardedAt: now } });
  return { closed: true };
}
