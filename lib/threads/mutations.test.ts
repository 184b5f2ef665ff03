import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { countWaiting, useTestDatabase } from "@/lib/db/test-database";
import { transaction } from "@/lib/db/transaction";
import { lockArticle } from "@/lib/live/events";
import { makeArticle, makePassage, makeSource } from "@/prisma/factories";
import { assignThread, changeThreadState, createThread, readThread } from "./mutations";
import { article, lastNumber, makeDiscussed, mention, newThread, room, useArticle } from "./test-article";

useTestDatabase();
useArticle();

describe("createThread", () => {
  it("stores passage, thread and first comment under one number", async () => {
    const before = await lastNumber();
    const given = newThread("Ida Holm");
    const { thread, comment, passage } = await createThread(room.member, article.id, given);
    expect(passage).toMatchObject({ id: given.passage?.id, exact: "Ida Holm", number: before + 1 });
    expect(thread).toMatchObject({ passageId: passage?.id, about: "attribution", number: before + 1 });
    expect(comment).toMatchObject({ threadId: thread.id, text: "Who says so?", number: before + 1 });
    expect(await lastNumber()).toBe(before + 1);
  });

  it("waits for whoever is changing the source, and does not make them wait", async () => {
    const made = { workspaceId: room.workspace.id, createdById: room.owner.userId };
    const { id: sourceId } = await makeSource(db(), made);
    let started: ReturnType<typeof createThread> | undefined;
    // As every change of a source does: first the source, then the articles that name it.
    await transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "Source" WHERE id = ${sourceId}::uuid FOR UPDATE`;
      started = createThread(room.member, article.id, { ...newThread(), sourceId });
      await expect.poll(countWaiting).toBe(1);
      await lockArticle(tx, article.id);
    });
    expect((await started)?.thread.sourceId).toBe(sourceId);
  });

  it("knows no source that is taken away meanwhile", async () => {
    const made = { workspaceId: room.workspace.id, createdById: room.owner.userId };
    const { id: sourceId } = await makeSource(db(), made);
    let refused: Promise<unknown> | undefined;
    await transaction(async (tx) => {
      await tx.source.delete({ where: { id: sourceId } });
      const started = createThread(room.member, article.id, { ...newThread(), sourceId });
      refused = expect(started).rejects.toMatchObject({ code: "not-found" });
      await expect.poll(countWaiting).toBe(1);
    });
    await refused;
  });

  it("makes one of five tries at once, and of one more later", async () => {
    const given = newThread("the fish market");
    const before = await lastNumber();
    const tries = Array.from({ length: 5 }, () => createThread(room.member, article.id, given));
    const answers = await Promise.all(tries);
    answers.push(await createThread(room.member, article.id, given));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await lastNumber()).toBe(before + 1);
    expect(await db().comment.count({ where: { threadId: given.id } })).toBe(1);
  });

  it("stores nothing when the comment mentions a stranger", async () => {
    const before = await lastNumber();
    const given = newThread("two winters");
    const body = mention(room.outsider.userId, "Nosy");
    const refused = createThread(room.member, article.id, { ...given, comment: { ...given.comment, body } });
    await expect(refused).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringContaining("@Nosy is not in this workspace"),
      fields: { "comment.body": expect.any(String) },
    });
    expect(await db().passage.count({ where: { id: given.passage?.id ?? "" } })).toBe(0);
    expect(await lastNumber()).toBe(before);
  });

  it("stands on a passage that exists, but not on a deleted one or one of another article", async () => {
    const passage = await makePassage(db(), { articleId: article.id, createdById: room.owner.userId });
    const given = { ...newThread(), passageId: passage.id };
    expect((await createThread(room.member, article.id, given)).passage?.id).toBe(passage.id);
    await db().passage.update({ where: { id: passage.id }, data: { deletedAt: new Date() } });
    const again = { ...newThread(), passageId: passage.id };
    await expect(createThread(room.member, article.id, again)).rejects.toMatchObject({ code: "not-found" });
    const other = await makeArticle(db(), {
      workspaceId: room.elsewhere.id,
      createdById: room.outsider.userId,
    });
    const theirs = await makePassage(db(), { articleId: other.id, createdById: room.outsider.userId });
    const crossing = { ...newThread(), passageId: theirs.id };
    await expect(createThread(room.owner, article.id, crossing)).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it("refuses the id of somebody else's thread", async () => {
    const { thread } = await makeDiscussed(room.editor);
    const refused = createThread(room.member, article.id, { ...newThread(), id: thread.id });
    await expect(refused).rejects.toMatchObject({ code: "conflict", details: undefined });
  });
});

describe("assignThread", () => {
  it("assigns members only, and shows who won a conflict", async () => {
    const { thread } = await makeDiscussed();
    const assigned = await assignThread(room.member, thread.id, {
      version: 1,
      assignee: room.editor.userId,
    });
    expect(assigned).toMatchObject({ assignee: room.editor.userId, version: 2 });
    // The same again is a retry, another choice on the old version is a conflict.
    expect(await assignThread(room.member, thread.id, { version: 1, assignee: room.editor.userId })).toEqual(
      assigned,
    );
    const late = assignThread(room.owner, thread.id, { version: 1, assignee: null });
    await expect(late).rejects.toMatchObject({
      code: "conflict",
      message: `${room.member.name} changed this thread meanwhile. Look at it and choose again.`,
      details: assigned,
    });
    const stranger = { version: 2, assignee: room.outsider.userId };
    await expect(assignThread(room.owner, thread.id, stranger)).rejects.toMatchObject({ code: "invalid" });
  });
});

describe("changeThreadState", () => {
  it("keeps who, when and why; a retry changes nothing; the second of two is told", async () => {
    const { thread } = await makeDiscussed();
    const change = { id: randomUUID(), state: "resolved" as const, why: "The court has said so." };
    const resolved = await changeThreadState(room.member, thread.id, change);
    expect(resolved).toMatchObject({
      state: "resolved",
      changes: [{ by: room.member.userId, why: "The court has said so." }],
    });
    expect(await changeThreadState(room.member, thread.id, change)).toEqual(resolved);
    const second = changeThreadState(room.editor, thread.id, { id: randomUUID(), state: "resolved" });
    await expect(second).rejects.toMatchObject({
      code: "conflict",
      message: `${room.member.name} has resolved this thread already.`,
      details: resolved,
    });
    const reopened = await changeThreadState(room.editor, thread.id, { id: randomUUID(), state: "open" });
    expect(reopened.changes.map((one) => one.state)).toEqual(["resolved", "open"]);
  });

  it("makes one change of five tries at once", async () => {
    const { thread } = await makeDiscussed();
    const change = { id: randomUUID(), state: "resolved" as const };
    const tries = Array.from({ length: 5 }, () => changeThreadState(room.member, thread.id, change));
    const answers = await Promise.all(tries);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]?.changes).toHaveLength(1);
  });

  it("is for who started it, editors and owners", async () => {
    const { thread } = await makeDiscussed(room.editor);
    const change = { id: randomUUID(), state: "resolved" as const };
    await expect(changeThreadState(room.member, thread.id, change)).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("readThread", () => {
  it("goes forward only, and no further than there is to read", async () => {
    const { thread, comment } = await makeDiscussed();
    const { number } = await readThread(room.viewer, thread.id, comment.number);
    expect(number).toBe(comment.number);
    expect((await readThread(room.viewer, thread.id, 1)).number).toBe(comment.number);
    expect((await readThread(room.viewer, thread.id, 999_999)).number).toBe(await lastNumber());
  });
});
