import { beforeAll, expect, it } from "vitest";
import { editArticle } from "@/lib/articles/mutations";
import { createReveal } from "@/lib/assessments/reveals";
import { db } from "@/lib/db/client";
import { useTestDatabase } from "@/lib/db/test-database";
import { snapshot } from "@/lib/db/transaction";
import { deleteComment, editComment, react } from "@/lib/threads/comment-mutations";
import { bodyOfText } from "@/lib/threads/comment-schema";
import { createComment } from "@/lib/threads/create-comment";
import { readThread } from "@/lib/threads/mutations";
import {
  makeArticle,
  makeAssessment,
  makeMembership,
  makeNewsroom,
  makePassage,
  makeThread,
  makeViewer,
} from "@/prisma/factories";
import { readDiscussion } from "./read-discussion";
import { readReplies } from "./read-replies";

// The short way and the long one answer alike, whatever has been said.

useTestDatabase();

let room: Awaited<ReturnType<typeof makeNewsroom>>;
let articleId: string;
let threadId: string;
let hiddenId: string;

beforeAll(async () => {
  room = await makeNewsroom(db());
  const createdById = room.owner.userId;
  articleId = (await makeArticle(db(), { workspaceId: room.workspace.id, createdById })).id;
  const passage = await makePassage(db(), { articleId, createdById, words: "two winters" });
  threadId = (await makeThread(db(), { articleId, createdById, passageId: passage.id })).id;
  const verdict = await makeAssessment(db(), { passageId: passage.id, byId: room.editor.userId });
  const about = { articleId, createdById: room.editor.userId, passageId: passage.id };
  hiddenId = (await makeThread(db(), { ...about, assessmentId: verdict.id })).id;
});

let said = 0;

function say(by = room.member, thread = threadId, body = bodyOfText("Who counted them?")) {
  const id = `00000000-0000-4000-8000-${String(++said).padStart(12, "0")}`;
  return createComment(by, thread, { id, body });
}

async function standing() {
  const { number, peopleMark } = await snapshot((tx) => readDiscussion(tx, room.owner, articleId));
  return { number, peopleMark };
}

/** What both ways answer to the owner; the same, or this throws. */
async function readBoth(since: { number: number; peopleMark?: string }) {
  const short = await readReplies(room.owner, articleId, since);
  const long = await snapshot((tx) => readDiscussion(tx, room.owner, articleId, since));
  expect(short).toEqual(long);
  return short;
}

it("of replies that were written, changed, taken back, liked and read", async () => {
  const first = await say();
  const second = await say(room.editor);
  const third = await say();
  const since = await standing();
  await say();
  await editComment(room.member, first.id, { body: bodyOfText("Who counted, and when?"), version: 1 });
  await react(room.editor, second.id, "👍", true);
  await react(room.owner, second.id, "👍", true);
  await deleteComment(room.member, third.id);
  await readThread(room.owner, threadId, since.number);
  const read = await readBoth(since);
  expect(read?.comments.map((one) => [one.text, one.reactions.length])).toEqual([
    ["Who counted, and when?", 0],
    ["Who counted them?", 1],
    ["", 0],
    ["Who counted them?", 0],
  ]);
  expect(read?.people).toEqual([]);
  expect(read?.threadsRead[threadId]?.number).toBe(since.number);
});

it("of nothing, and of somebody who does not say whom they know", async () => {
  const { number, peopleMark } = await standing();
  expect(await readBoth({ number, peopleMark })).toMatchObject({ comments: [], people: [] });
  expect((await readBoth({ number }))?.people).toHaveLength(4);
});

it("of those who are members no more: who wrote, was named, or liked", async () => {
  const [writer, named, liker, silent] = await Promise.all(
    ["member", "member", "member", "member"].map(() => makeViewer(db(), room.workspace, "member")),
  );
  if (!writer || !named || !liker || !silent) throw new Error("They were not made.");
  const { number } = await standing();
  const comment = await say(writer);
  const mention = { type: "mention", attrs: { id: named.userId, label: named.name } } as const;
  await say(room.member, threadId, {
    type: "doc",
    content: [{ type: "paragraph", content: [mention] }],
  });
  await react(liker, comment.id, "👍", true);
  const gone = [writer, named, liker, silent].map((one) => one.userId);
  await db().membership.deleteMany({ where: { userId: { in: gone } } });
  const { peopleMark } = await standing();
  const read = await readBoth({ number, peopleMark });
  const ids = read?.people.map((one) => one.id).sort();
  expect(ids).toEqual([writer.userId, named.userId, liker.userId].sort());
  expect(read?.people.every((one) => one.role === null)).toBe(true);
  await makeMembership(db(), { workspaceId: room.workspace.id, userId: silent.userId, role: "viewer" });
  const people = (await readBoth({ number, peopleMark }))?.people;
  expect(people?.find((one) => one.id === silent.userId)?.role).toBe("viewer");
});

it("of what discusses a verdict that is not to be seen yet", async () => {
  const since = await standing();
  await say(room.editor, hiddenId);
  expect(await readBoth(since)).toMatchObject({ comments: [], number: since.number + 1 });
});

it("of verdicts that somebody else has looked at, and of an article that has another name", async () => {
  const since = await standing();
  await say();
  await createReveal(room.editor, articleId, {});
  await editArticle(room.owner, articleId, { version: 1, metadata: { title: "The harbour, in winter" } });
  expect((await readBoth(since))?.comments).toHaveLength(1);
});

it("leaves the verdicts that I look at to the long way", async () => {
  const since = await standing();
  await createReveal(room.owner, articleId, {});
  expect(await readReplies(room.owner, articleId, since)).toBeNull();
});

it("leaves what happened unseen, and more than is quickly told, to the long way", async () => {
  const since = await standing();
  await db().article.update({ where: { id: articleId }, data: { eventNumber: { increment: 1 } } });
  expect(await readReplies(room.owner, articleId, since)).toBeNull();
  const { number } = await standing();
  for (let one = 0; one < 201; one++) await say();
  expect((await readReplies(room.owner, articleId, { number: number + 1 }))?.comments).toHaveLength(200);
  expect(await readReplies(room.owner, articleId, { number })).toBeNull();
});

it("leaves what is more than replies, or from the future, to the long way", async () => {
  const since = await standing();
  const ahead = { ...since, number: since.number + 1 };
  expect(await readReplies(room.owner, articleId, ahead)).toBeNull();
  await say();
  const created = { articleId, createdById: room.owner.userId, words: "harbour" };
  await makePassage(db(), created);
  expect(await readReplies(room.owner, articleId, since)).toBeNull();
  await expect(readReplies(room.outsider, articleId, since)).rejects.toMatchObject({ code: "not-found" });
});
