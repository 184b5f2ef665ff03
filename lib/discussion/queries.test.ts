import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { countQueries, useTestDatabase } from "@/lib/db/test-database";
import { createPassage, deletePassage, restorePassage } from "@/lib/passages/mutations";
import { readPassage } from "@/lib/passages/readings";
import * as comments from "@/lib/threads/comment-mutations";
import { bodyOfText } from "@/lib/threads/comment-schema";
import { createComment } from "@/lib/threads/create-comment";
import { changeThreadState, createThread, readThread } from "@/lib/threads/mutations";
import {
  makeArticle,
  makeAssessment,
  makeComment,
  makeNewsroom,
  makePassage,
  makeThread,
  makeViewer,
} from "@/prisma/factories";
import { listPassages } from "./list-passages";
import { mergeDiscussion } from "./merge-discussion";
import { markVisit } from "./mutations";
import { getDiscussion, lookAtDiscussion, lookAtOutline } from "./queries";
import { type Discussion, discussion as discussionSchema } from "./schema";

useTestDatabase();

let room: Awaited<ReturnType<typeof makeNewsroom>>;
let article: Awaited<ReturnType<typeof makeArticle>>;

beforeAll(async () => {
  room = await makeNewsroom(db());
});

beforeEach(async () => {
  article = await makeArticle(db(), { workspaceId: room.workspace.id, createdById: room.owner.userId });
});

async function makeDiscussed(createdBy = room.member) {
  const place = { articleId: article.id, createdById: createdBy.userId };
  const passage = await makePassage(db(), { ...place, words: "two winters" });
  const thread = await makeThread(db(), { ...place, passageId: passage.id });
  const comment = await makeComment(db(), { threadId: thread.id, authorId: createdBy.userId });
  return { passage, thread, comment };
}

const rows = ({ passages, threads, comments: said }: Discussion) => ({ passages, threads, comments: said });

describe("lookAtOutline", () => {
  it("counts and names as the whole does, and has nobody's words", async () => {
    const { passage, thread } = await makeDiscussed();
    const by = { threadId: thread.id, authorId: room.editor.userId };
    await makeComment(db(), { ...by, text: "Zanzibar" });
    await makeComment(db(), { ...by, deletedAt: new Date() });
    const place = { articleId: article.id, createdById: room.owner.userId };
    const gone = await makePassage(db(), { ...place, words: "harbour", deletedAt: new Date() });
    const hidden = await makeThread(db(), { ...place, passageId: gone.id });
    await makeComment(db(), { threadId: hidden.id, authorId: room.owner.userId });
    // A thread on a verdict that the viewer may not see yet.
    const verdict = await makeAssessment(db(), { passageId: passage.id, byId: room.owner.userId });
    const about = await makeThread(db(), { ...place, passageId: passage.id, assessmentId: verdict.id });
    await makeComment(db(), { threadId: about.id, authorId: room.owner.userId });
    await markVisit(room.member, article.id, 2);

    const said = async (look: typeof lookAtOutline) =>
      listPassages(await look(room.member, article.id), room.member.userId).map(
        ({ passage, threads, standing: _, ...rest }) => ({
          ...rest,
          passage: { ...passage, prefix: undefined, suffix: undefined },
          threads: threads.map(({ id, state }) => [id, state]),
        }),
      );
    const outlined = await said(lookAtOutline);
    expect(outlined).toEqual(await said(lookAtDiscussion));
    expect(outlined).toMatchObject([{ comments: 2, threads: [[thread.id, "open"]] }]);
    expect(JSON.stringify(await lookAtOutline(room.member, article.id))).not.toContain("Zanzibar");
  });
});

describe("getDiscussion", () => {
  it("gives members everything, in the shape that is promised", async () => {
    const { passage, thread, comment } = await makeDiscussed();
    const read = await getDiscussion(room.viewer, article.id);
    expect(discussionSchema.parse(read)).toEqual(read);
    // Three writes, and the machine's suggestions.
    expect(read.number).toBe(4);
    expect(read.removed).toBeUndefined();
    expect(read.passages.map((one) => one.id)).toEqual([passage.id]);
    expect(read.threads.map((one) => one.id)).toEqual([thread.id]);
    expect(read.comments.map((one) => one.id)).toEqual([comment.id]);
    expect(read.people.map((one) => one.role).sort()).toEqual(["editor", "member", "owner", "viewer"]);
  });

  it("does not exist for others, and holds nothing of other articles", async () => {
    await makeDiscussed();
    await expect(getDiscussion(room.outsider, article.id)).rejects.toMatchObject({ code: "not-found" });
    const other = await makeArticle(db(), { workspaceId: room.workspace.id, createdById: room.owner.userId });
    expect(rows(await getDiscussion(room.owner, other.id))).toEqual({
      passages: [],
      threads: [],
      comments: [],
    });
  });

  it("calls nothing new at the first opening, and what comes later new", async () => {
    await makeDiscussed();
    const first = await getDiscussion(room.viewer, article.id);
    expect([first.firstTime, first.seen.number]).toEqual([true, 4]);
    await makeDiscussed();
    const second = await getDiscussion(room.viewer, article.id);
    expect([second.firstTime, second.seen.number]).toEqual([false, 4]);
    expect(second.seen.at >= first.seen.at).toBe(true);
    expect(await markVisit(room.viewer, article.id, 5)).toMatchObject({ number: 5 });
    expect(await markVisit(room.viewer, article.id, 2)).toMatchObject({ number: 5 });
    expect(await markVisit(room.viewer, article.id, 99)).toMatchObject({ number: 7 });
  });

  it("survives many first openings at once", async () => {
    await makeDiscussed();
    const all = await Promise.all(Array.from({ length: 8 }, () => getDiscussion(room.editor, article.id)));
    expect(all.every((one) => one.seen.number === 4)).toBe(true);
  });

  it("since N gives what changed after N and the ids of what went", async () => {
    const one = await makeDiscussed();
    const two = await makeDiscussed();
    const held = await getDiscussion(room.owner, article.id);
    await deletePassage(room.owner, one.passage.id);
    await comments.react(room.editor, two.comment.id, "👍", true);
    const delta = await getDiscussion(room.owner, article.id, held.number);
    expect(delta).toMatchObject({ removed: { passages: [one.passage.id] }, passages: [], threads: [] });
    expect(delta.comments.map((said) => said.id)).toEqual([two.comment.id]);
    expect(rows(mergeDiscussion(held, delta))).toEqual(rows(await getDiscussion(room.owner, article.id)));
    expect(rows(await getDiscussion(room.owner, article.id, delta.number))).toEqual({
      passages: [],
      threads: [],
      comments: [],
    });
  });

  it("answers a number from the future with the whole", async () => {
    await makeDiscussed();
    const read = await getDiscussion(room.owner, article.id, 1_000);
    expect([read.removed, read.passages.length, read.number]).toEqual([undefined, 1, 3]);
  });

  it("names members again only when they, their names or roles have changed", async () => {
    const { number, peopleMark, people } = await getDiscussion(room.owner, article.id);
    const again = await getDiscussion(room.owner, article.id, number, peopleMark);
    expect([again.peopleMark, again.people]).toEqual([peopleMark, []]);
    const guest = await makeViewer(db(), room.workspace, "viewer");
    const after = await getDiscussion(room.owner, article.id, number, peopleMark);
    expect(after.people).toHaveLength(people.length + 1);
    const membership = { workspaceId: room.workspace.id, userId: guest.userId };
    await db().membership.update({ where: { workspaceId_userId: membership }, data: { role: "member" } });
    const later = await getDiscussion(room.owner, article.id, number, after.peopleMark);
    expect(later.people.find((one) => one.id === guest.userId)?.role).toBe("member");
    await db().membership.delete({ where: { workspaceId_userId: membership } });
  });

  it("names those who wrote and left without a role", async () => {
    await makeDiscussed(room.outsider);
    const { people } = await getDiscussion(room.owner, article.id);
    expect(people.find((one) => one.id === room.outsider.userId)).toMatchObject({ role: null });
    const delta = await getDiscussion(room.owner, article.id, 4);
    expect(delta.people.some((one) => one.id === room.outsider.userId)).toBe(false);
  });

  it("tells how far I read, to me alone", async () => {
    const { thread } = await makeDiscussed();
    await readThread(room.member, thread.id, 3);
    const mine = await getDiscussion(room.member, article.id);
    expect(mine.seen.threads[thread.id]?.number).toBe(3);
    expect((await getDiscussion(room.owner, article.id)).seen.threads).toEqual({});
    expect((await getDiscussion(room.member, article.id, 4)).seen.threads).toEqual({});
  });

  it("tells how far I read the card of a passage, to me alone and in the whole", async () => {
    const { passage } = await makeDiscussed();
    expect(await readPassage(room.member, passage.id, 2)).toEqual({ passageId: passage.id, number: 2 });
    expect((await readPassage(room.member, passage.id, 1)).number).toBe(2);
    expect((await readPassage(room.member, passage.id, 999)).number).toBe(3);
    expect((await getDiscussion(room.member, article.id)).seen.passages).toEqual({ [passage.id]: 3 });
    expect((await getDiscussion(room.owner, article.id)).seen.passages).toEqual({});
    expect((await getDiscussion(room.member, article.id, 4)).seen.passages).toEqual({});
    await deletePassage(room.owner, passage.id);
    await expect(readPassage(room.member, passage.id, 4)).rejects.toMatchObject({ code: "not-found" });
  });

  it("needs no more queries for a thousand than for one", async () => {
    await makeDiscussed();
    const few = await countQueries(() => getDiscussion(room.owner, article.id));
    expect(few).toBeGreaterThan(5);
    await addMany(1_000);
    const many = await countQueries(() => getDiscussion(room.owner, article.id));
    expect(many).toBeLessThanOrEqual(few + 2);
  });
});

it("catching up while eight people write ends with what a full read gives", {
  timeout: 60_000,
}, async () => {
  let held = await getDiscussion(room.owner, article.id);
  let writing = true;
  const reader = (async () => {
    while (writing) held = mergeDiscussion(held, await getDiscussion(room.owner, article.id, held.number));
  })();
  const people = [room.owner, room.editor, room.member];
  await Promise.all(
    Array.from({ length: 8 }, async (_, index) => {
      const viewer = people[index % 3] ?? room.owner;
      for (let count = 0; count < 3; count++) await writeSome(viewer, index);
    }),
  );
  writing = false;
  await reader;
  held = mergeDiscussion(held, await getDiscussion(room.owner, article.id, held.number));
  const whole = await getDiscussion(room.owner, article.id);
  expect(held.number).toBe(whole.number);
  expect(rows(held)).toEqual(rows(whole));
  expect(whole.passages.length).toBe(24);
});

/** What one person does in a minute, on words of their own: marks, asks, replies, edits, deletes, restores, resolves. */
async function writeSome(viewer: typeof room.owner, writer: number): Promise<void> {
  const exact = "two winters".slice(writer % 2, 11 - Math.floor(writer / 2));
  const start = article.revision.text.indexOf("two winters") + (writer % 2);
  const passage = { id: randomUUID(), start, end: start + exact.length, exact };
  const { thread } = await createThread(viewer, article.id, {
    id: randomUUID(),
    about: "accuracy",
    passage,
    comment: { id: randomUUID(), body: bodyOfText("Is it so?") },
  });
  const reply = await createComment(viewer, thread.id, {
    id: randomUUID(),
    body: bodyOfText("Yes"),
  });
  await comments.editComment(viewer, reply.id, { body: bodyOfText("No"), version: 1 });
  await comments.deleteComment(viewer, reply.id);
  await changeThreadState(viewer, thread.id, { id: randomUUID(), state: "resolved" });
  // Deleting and restoring takes the thread out of every reader's sight and back.
  const marked = await createPassage(room.owner, article.id, { ...passage, id: randomUUID() });
  await deletePassage(room.owner, marked.id);
  if (viewer !== room.member) {
    await deletePassage(viewer, passage.id);
    await restorePassage(viewer, passage.id);
  }
}

async function addMany(count: number): Promise<void> {
  const by = room.member.userId;
  await db().$executeRaw`
    INSERT INTO "Passage" (id, "articleId", "revisionId", start, "end", exact, prefix, suffix, "createdById", "createdNumber", number)
    SELECT gen_random_uuid(), ${article.id}::uuid, ${article.revision.id}::uuid, i, i + 5, 'words', '', '', ${by}::uuid, i, i
    FROM generate_series(1, ${count}::int) i`;
  await db().$executeRaw`
    INSERT INTO "Thread" (id, "articleId", "passageId", about, "createdById", "createdNumber", number)
    SELECT gen_random_uuid(), "articleId", id, 'other', "createdById", number, number
    FROM "Passage" WHERE "articleId" = ${article.id}::uuid`;
  await db().$executeRaw`
    INSERT INTO "Comment" (id, "articleId", "threadId", "authorId", body, text, mentions, "createdNumber", number)
    SELECT gen_random_uuid(), "articleId", id, "createdById", ${bodyOfText("words")}::jsonb, 'words', '{}', number, number
    FROM "Thread" WHERE "articleId" = ${article.id}::uuid`;
}

it("reads ten thousand passages with threads and comments, and only what is new of them", {
  timeout: 60_000,
}, async () => {
  // The machine reads it first: what comes before that is always answered with the whole.
  await getDiscussion(room.owner, article.id);
  await addMany(10_000);
  await db().$executeRaw`ANALYZE`;
  await db().article.update({ where: { id: article.id }, data: { eventNumber: 10_000 } });
  const whole = await getDiscussion(room.owner, article.id);
  expect([whole.passages.length, whole.threads.length, whole.comments.length]).toEqual([
    10_000, 10_000, 10_000,
  ]);
  expect((await getDiscussion(room.owner, article.id, 9_999)).passages.length).toBe(1);
});
