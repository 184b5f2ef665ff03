import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { countQueries, useTestDatabase } from "@/lib/db/test-database";
import { transaction } from "@/lib/db/transaction";
import { lockArticle } from "@/lib/live/events";
import {
  makeArticle,
  makeComment,
  makeNewsroom,
  makePassage,
  makeSource,
  makeThread,
} from "@/prisma/factories";
import * as comments from "./comment-mutations";
import { bodyOfText, type CommentBody } from "./comment-schema";
import { createComment } from "./create-comment";
import { assignThread, changeThreadState, createThread, readThread } from "./mutations";
import { listCommentRevisions } from "./queries";

useTestDatabase();

let room: Awaited<ReturnType<typeof makeNewsroom>>;
let article: Awaited<ReturnType<typeof makeArticle>>;

beforeAll(async () => {
  room = await makeNewsroom(db());
  article = await makeArticle(db(), { workspaceId: room.workspace.id, createdById: room.owner.userId });
});

const lastNumber = async () =>
  (await db().article.findUniqueOrThrow({ where: { id: article.id } })).eventNumber;

function mention(id: string, label: string): CommentBody {
  const content = [
    { type: "text" as const, text: "ask " },
    { type: "mention" as const, attrs: { id, label } },
  ];
  return { type: "doc", content: [{ type: "paragraph", content }] };
}

function newThread(words?: string) {
  const start = words ? article.revision.text.indexOf(words) : 0;
  return {
    id: randomUUID(),
    about: "attribution" as const,
    comment: { id: randomUUID(), body: bodyOfText("Who says so?") },
    ...(words ? { passage: { id: randomUUID(), start, end: start + words.length, exact: words } } : {}),
  };
}

async function makeDiscussed(author = room.member) {
  const thread = await makeThread(db(), { articleId: article.id, createdById: author.userId });
  const comment = await makeComment(db(), { threadId: thread.id, authorId: author.userId, text: "First" });
  return { thread, comment };
}

/** How many connections wait for a lock that another one holds. */
async function countWaiting(): Promise<number> {
  const [row] = await db().$queryRaw<{ waiting: number }[]>`
    SELECT count(*)::int AS waiting FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  return row?.waiting ?? 0;
}

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
    await expect(late).rejects.toMatchObject({ code: "conflict", details: assigned });
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

describe("comments", () => {
  it("ask seven statements to be stored: two to begin and end, two to ask and tell whom it concerns", async () => {
    const { thread } = await createThread(room.member, article.id, newThread());
    const given = { id: randomUUID(), body: bodyOfText("The harbour master.") };
    expect(await countQueries(() => createComment(room.editor, thread.id, given))).toBe(7);
  });

  it("make one row of five tries at once", async () => {
    const { thread } = await makeDiscussed();
    const given = { id: randomUUID(), body: bodyOfText("Second") };
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => createComment(room.editor, thread.id, given)),
    );
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await db().comment.count({ where: { threadId: thread.id } })).toBe(2);
    const theirs = createComment(room.member, thread.id, given);
    await expect(theirs).rejects.toMatchObject({ code: "conflict", details: undefined });
  });

  it("carry the member's own name in a mention, whatever label was sent", async () => {
    const { thread } = await makeDiscussed();
    const body = mention(room.editor.userId, "The Boss");
    const said = await createComment(room.member, thread.id, { id: randomUUID(), body });
    expect(said.text).toBe(`ask @${room.editor.name}`);
    expect(said.mentions).toEqual([room.editor.userId]);
    expect(JSON.stringify(said.body)).not.toContain("The Boss");
  });

  it("keep every wording and let one of two hundred edits of the same version win", async () => {
    const { comment } = await makeDiscussed();
    const edits = Array.from({ length: 200 }, (_, index) => `Wording ${index}`);
    const settled = [];
    // Twenty at a time, as from twenty browsers.
    for (let from = 0; from < edits.length; from += 20) {
      const some = edits.slice(from, from + 20);
      settled.push(
        ...(await Promise.allSettled(
          some.map((text) =>
            comments.editComment(room.member, comment.id, { body: bodyOfText(text), version: 1 }),
          ),
        )),
      );
    }
    const won = settled.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    expect(won.length).toBe(1);
    for (const one of settled) {
      if (one.status === "rejected") {
        expect(one.reason).toMatchObject({ code: "conflict", details: { text: won[0]?.text, version: 2 } });
      }
    }
    const { revisions } = await listCommentRevisions(room.viewer, comment.id);
    expect(revisions).toMatchObject([{ version: 1, text: "First", at: comment.createdAt.toISOString() }]);
  });

  it("take a retried edit for what it is", async () => {
    const { comment } = await makeDiscussed();
    const edit = { body: bodyOfText("Better"), version: 1 };
    const edited = await comments.editComment(room.member, comment.id, edit);
    expect(await comments.editComment(room.member, comment.id, edit)).toEqual(edited);
  });

  it("may keep the mention of somebody who has left since, under that person's own name", async () => {
    const left = await makeNewsroom(db());
    const { thread } = await makeDiscussed();
    const comment = await makeComment(db(), {
      threadId: thread.id,
      authorId: room.member.userId,
      body: mention(left.owner.userId, left.owner.name),
    });
    const body = mention(left.owner.userId, "The Boss");
    body.content.push({ type: "paragraph", content: [{ type: "text", text: "more" }] });
    const edited = await comments.editComment(room.member, comment.id, { body, version: 1 });
    expect(edited.text).toBe(`ask @${left.owner.name}\nmore`);
    expect(JSON.stringify(edited.body)).not.toContain("The Boss");
  });

  it("leave a hole when deleted, whose words nobody gets, and come back whole", async () => {
    const { thread, comment } = await makeDiscussed();
    await comments.react(room.editor, comment.id, "👍", true);
    const hole = await comments.deleteComment(room.editor, comment.id);
    expect(hole).toMatchObject({ body: null, text: "", reactions: [], deletedBy: room.editor.userId });
    expect(await comments.deleteComment(room.editor, comment.id)).toEqual(hole);
    await expect(listCommentRevisions(room.owner, comment.id)).rejects.toMatchObject({ code: "not-found" });
    const edit = { body: bodyOfText("x"), version: 1 };
    await expect(comments.editComment(room.member, comment.id, edit)).rejects.toMatchObject({ code: "gone" });
    await expect(
      createComment(room.editor, thread.id, { id: randomUUID(), body: edit.body }),
    ).resolves.toMatchObject({
      text: "x",
    });
    // The author cannot undo an editor's deletion.
    await expect(comments.restoreComment(room.member, comment.id)).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await comments.restoreComment(room.owner, comment.id)).toMatchObject({
      text: "First",
      deletedAt: null,
      reactions: [{ emoji: "👍", by: [room.editor.userId] }],
    });
    await comments.deleteComment(room.member, comment.id);
    expect(await comments.restoreComment(room.member, comment.id)).toMatchObject({ text: "First" });
    const entries = await db().auditEntry.findMany({
      where: { detail: { path: ["commentId"], equals: comment.id } },
      orderBy: { createdAt: "asc" },
    });
    expect(entries.map(({ action, actorId }) => [action, actorId])).toEqual([
      ["comment.deleted", room.editor.userId],
      ["comment.restored", room.owner.userId],
      ["comment.deleted", room.member.userId],
      ["comment.restored", room.member.userId],
    ]);
  });

  it("count a reaction once, whoever taps twice", async () => {
    const { comment } = await makeDiscussed();
    await Promise.all([1, 2, 3].map(() => comments.react(room.editor, comment.id, "🎯", true)));
    const both = await comments.react(room.member, comment.id, "🎯", true);
    expect(both.reactions).toEqual([{ emoji: "🎯", by: [room.editor.userId, room.member.userId] }]);
    await Promise.all([1, 2].map(() => comments.react(room.editor, comment.id, "🎯", false)));
    expect((await comments.react(room.member, comment.id, "🎯", false)).reactions).toEqual([]);
  });

  it("belong to their author: nobody else edits, members delete only their own", async () => {
    const { comment } = await makeDiscussed(room.editor);
    const edit = { body: bodyOfText("x"), version: 1 };
    await expect(comments.editComment(room.owner, comment.id, edit)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(comments.deleteComment(room.member, comment.id)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(comments.deleteComment(room.outsider, comment.id)).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it("are out of reach while their passage is deleted", async () => {
    const passage = await makePassage(db(), { articleId: article.id, createdById: room.owner.userId });
    const { thread, comment } = await makeDiscussed();
    await db().thread.update({ where: { id: thread.id }, data: { passageId: passage.id } });
    await db().passage.update({ where: { id: passage.id }, data: { deletedAt: new Date() } });
    const given = { id: randomUUID(), body: bodyOfText("x") };
    for (const call of [
      () => createComment(room.owner, thread.id, given),
      () => comments.deleteComment(room.owner, comment.id),
      () => readThread(room.owner, thread.id, 1),
      () => assignThread(room.owner, thread.id, { version: 1, assignee: null }),
    ]) {
      await expect(call()).rejects.toMatchObject({ code: "not-found" });
    }
  });
});
