import { db } from "@/lib/db/client";
import { publishReport } from "@/lib/reports/mutations";
import {
  makeAttribution,
  makeComment,
  makeEvidence,
  makePassage,
  makeSource,
  makeSuggestion,
  makeThread,
} from "@/prisma/factories";
import { article, marker, room } from "./test-room";

// What the addresses of calls name, made for each call by whoever is given.

export const articleId = () => article.id;
export const inWorkspace = async () => ({ params: { workspaceId: room.workspace.id } });
export const onArticle = async () => ({ params: { articleId: articleId() } });

async function makeThings(createdById: string) {
  const passage = await makePassage(db(), { articleId: articleId(), createdById });
  const thread = await makeThread(db(), { articleId: articleId(), passageId: passage.id, createdById });
  const comment = await makeComment(db(), { threadId: thread.id, authorId: createdById, text: marker });
  return { passage, thread, comment };
}

/** The anonymous make nothing, so somebody else did. */
export async function authorFor(madeBy: string): Promise<string> {
  const user = await db().user.findUnique({ where: { id: madeBy }, select: { id: true } });
  return user?.id ?? room.owner.userId;
}

export async function onThread(madeBy: string) {
  const { thread } = await makeThings(await authorFor(madeBy));
  return { params: { threadId: thread.id } };
}

export async function onComment(madeBy: string) {
  const { comment } = await makeThings(await authorFor(madeBy));
  return { params: { commentId: comment.id } };
}

export async function onPassage(madeBy: string) {
  const { passage } = await makeThings(await authorFor(madeBy));
  return { params: { passageId: passage.id } };
}

export async function onSource(madeBy: string) {
  const source = await makeSource(db(), {
    workspaceId: room.workspace.id,
    createdById: await authorFor(madeBy),
    name: marker,
  });
  return { params: { sourceId: source.id } };
}

export async function onAttribution(madeBy: string) {
  const byId = await authorFor(madeBy);
  const passage = await makePassage(db(), { articleId: articleId(), createdById: byId });
  const attribution = await makeAttribution(db(), { passageId: passage.id, byId });
  return { params: { attributionId: attribution.id } };
}

export async function onSuggestion() {
  const suggestion = await makeSuggestion(db(), { articleId: articleId(), words: "Ida Holm said" });
  return { params: { suggestionId: suggestion.id } };
}

export async function onEvidence(madeBy: string) {
  const addedById = await authorFor(madeBy);
  const passage = await makePassage(db(), { articleId: articleId(), createdById: addedById });
  const { id } = await makeEvidence(db(), { passageId: passage.id, addedById, excerpt: marker });
  return { params: { evidenceId: id } };
}

export const choices = { names: false, discussion: true, unresolved: true, evidence: true };

/** A report that is published, and no other. */
export async function onPublication() {
  await db().publication.deleteMany({ where: { articleId: articleId() } });
  const { publication } = await publishReport(room.owner, articleId(), { choices, version: null });
  return { params: { address: publication.address } };
}
