import { expect, it } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { useTestDatabase } from "@/lib/db/test-database";
import {
  makeArticle,
  makeAssessment,
  makeComment,
  makeMembership,
  makePassage,
  makeResolution,
  makeThread,
  makeUser,
  makeWorkspace,
} from "@/prisma/factories";
import { readWaiting } from "./waiting";

useTestDatabase();

async function scene() {
  const workspace = await makeWorkspace(db());
  const [ida, sam] = [await makeUser(db(), { name: "Ida" }), await makeUser(db(), { name: "Sam" })];
  for (const { id } of [ida, sam]) await makeMembership(db(), { workspaceId: workspace.id, userId: id });
  const article = await makeArticle(db(), { workspaceId: workspace.id, createdById: sam.id });
  const membership = { workspaceId: workspace.id, workspaceName: workspace.name, role: "member" as const };
  const viewer: Viewer = { userId: ida.id, name: ida.name, email: ida.email, memberships: [membership] };
  return { viewer, ida, sam, article, by: { articleId: article.id, createdById: sam.id } };
}

it("tells of open threads given to me and of mentions not read yet", async () => {
  const { viewer, ida, sam, article, by } = await scene();
  const passage = await makePassage(db(), { ...by, words: "two winters" });
  const given = await makeThread(db(), { ...by, passageId: passage.id, assigneeId: ida.id });
  const told = await makeThread(db(), by);
  await makeComment(db(), { threadId: told.id, authorId: sam.id, text: "Ida?", mentions: [ida.id] });
  expect(await readWaiting(viewer)).toMatchObject([
    { kind: "mentioned", threadId: told.id, words: "Ida?", by: "Sam", articleTitle: article.title },
    { kind: "assigned", threadId: given.id, words: "two winters", by: "Sam" },
  ]);
});

it("leaves out what is settled, read, deleted, archived, my own or elsewhere", async () => {
  const { viewer, ida, sam, article, by } = await scene();
  const gone = await makePassage(db(), { ...by, words: "harbour", deletedAt: new Date() });
  await makeThread(db(), { ...by, assigneeId: ida.id, state: "resolved" });
  const hidden = await makeThread(db(), { ...by, assigneeId: ida.id, passageId: gone.id });
  const thread = await makeThread(db(), by);
  const mention = { threadId: thread.id, mentions: [ida.id] };
  await makeComment(db(), { ...mention, authorId: sam.id, deletedAt: new Date() });
  await makeComment(db(), { ...mention, authorId: ida.id });
  await makeComment(db(), { ...mention, threadId: hidden.id, authorId: sam.id });
  expect(await readWaiting(viewer)).toEqual([]);
  const fresh = await makeComment(db(), { ...mention, authorId: sam.id });
  expect(await readWaiting(viewer)).toHaveLength(1);
  expect(await readWaiting({ ...viewer, memberships: [] })).toEqual([]);
  const read = { userId: ida.id, threadId: thread.id, number: fresh.createdNumber };
  await db().threadRead.create({ data: read });
  expect(await readWaiting(viewer)).toEqual([]);
  await makeComment(db(), { ...mention, authorId: sam.id });
  expect(await readWaiting(viewer)).toHaveLength(1);
  await db().article.update({ where: { id: article.id }, data: { archivedAt: new Date() } });
  expect(await readWaiting(viewer)).toEqual([]);
});

it("tells of passages to check, until they are judged or decided", async () => {
  const { viewer, ida, sam, article, by } = await scene();
  const mine = await makePassage(db(), { ...by, words: "two winters", assigneeId: ida.id });
  const decided = await makePassage(db(), { ...by, words: "harbour", assigneeId: ida.id });
  await makePassage(db(), { ...by, words: "in March", assigneeId: sam.id });
  await makeResolution(db(), { passageId: decided.id, byId: sam.id });
  await makeAssessment(db(), { passageId: mine.id, byId: sam.id });
  expect(await readWaiting(viewer)).toMatchObject([
    { kind: "toCheck", passageId: mine.id, words: "two winters", articleTitle: article.title },
  ]);
  await makeAssessment(db(), { passageId: mine.id, byId: ida.id });
  expect(await readWaiting(viewer)).toEqual([]);
  // Other words stand there now, and nobody has judged those.
  await db().passage.update({ where: { id: mine.id }, data: { exact: "three winters" } });
  expect(await readWaiting(viewer)).toMatchObject([{ passageId: mine.id, words: "three winters" }]);
});
