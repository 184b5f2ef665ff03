import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { useTestDatabase } from "@/lib/db/test-database";
import { makeComment, makeNewsroom, makePassage } from "@/prisma/factories";
import * as comments from "./comment-mutations";
import { bodyOfText } from "./comment-schema";
import { createComment } from "./create-comment";
import { assignThread, readThread } from "./mutations";
import { listCommentRevisions } from "./queries";
import { article, makeDiscussed, mention, room, useArticle } from "./test-article";

useTestDatabase();
useArticle();

describe("comments", () => {
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
