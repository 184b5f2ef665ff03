import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { countQueries, countWaiting, useTestDatabase } from "@/lib/db/test-database";
import { transaction } from "@/lib/db/transaction";
import { lockArticle } from "@/lib/live/events";
import { makeArticle, makeNewsroom, makePassage, makeThread } from "@/prisma/factories";
import { bodyOfText } from "./comment-schema";
import { createComment } from "./create-comment";
import { createThread } from "./mutations";
import { article, lastNumber, makeDiscussed, mention, newThread, room, useArticle } from "./test-article";

useTestDatabase();
useArticle();

const words = (text: string) => ({ id: randomUUID(), body: bodyOfText(text) });

describe("a comment", () => {
  it("asks two statements to be stored: one waits for the article, one stores and tells", async () => {
    const { thread } = await createThread(room.member, article.id, newThread());
    const given = words("The harbour master.");
    expect(await countQueries(() => createComment(room.editor, thread.id, given))).toBe(2);
  });

  it("is refused to whoever may only read, and whoever has become so since they were read", async () => {
    const { thread } = await makeDiscussed();
    await expect(createComment(room.viewer, thread.id, words("x"))).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(createComment(room.outsider, thread.id, words("x"))).rejects.toMatchObject({
      code: "not-found",
    });
    const lowered = { ...room.viewer, memberships: room.member.memberships };
    await expect(createComment(lowered, thread.id, words("x"))).rejects.toMatchObject({
      code: "unavailable",
    });
    expect(await db().comment.count({ where: { threadId: thread.id } })).toBe(1);
  });

  it("leave nothing behind that is refused after all has been sent", async () => {
    const { thread } = await makeDiscussed();
    await db().article.update({ where: { id: article.id }, data: { archivedAt: new Date() } });
    const stored = async () => [
      await lastNumber(),
      await db().comment.count(),
      await db().event.count(),
      await db().notification.count(),
    ];
    const before = await stored();
    const said = createComment(room.editor, thread.id, { id: randomUUID(), body: bodyOfText("Late") });
    await expect(said).rejects.toMatchObject({ code: "conflict" });
    expect(await stored()).toEqual(before);
    await db().article.update({ where: { id: article.id }, data: { archivedAt: null } });
  });

  it("are refused as not there when their passage is deleted while they wait", async () => {
    const passage = await makePassage(db(), { articleId: article.id, createdById: room.member.userId });
    const { id: threadId } = await makeThread(db(), {
      articleId: article.id,
      createdById: room.member.userId,
      passageId: passage.id,
    });
    const waiting = () => db().$queryRaw<unknown[]>`SELECT 1 FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    const said = await transaction(async (tx) => {
      await lockArticle(tx, article.id);
      const said = createComment(room.editor, threadId, { id: randomUUID(), body: bodyOfText("Late") });
      said.catch(() => undefined);
      await vi.waitUntil(async () => (await waiting()).length > 0);
      await tx.passage.update({ where: { id: passage.id }, data: { deletedAt: new Date() } });
      return { said };
    });
    await expect(said.said).rejects.toMatchObject({ code: "not-found" });
    expect(await db().comment.count({ where: { threadId } })).toBe(0);
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

  it("are answered to another try also when whom they name has left since", async () => {
    const { thread } = await makeDiscussed();
    const { member } = await makeNewsroom(db());
    const place = { workspaceId: room.workspace.id, userId: member.userId };
    await db().membership.create({ data: { ...place, role: "member" } });
    const given = { id: randomUUID(), body: mention(member.userId, member.name) };
    const said = await createComment(room.editor, thread.id, given);
    await db().membership.delete({ where: { workspaceId_userId: place } });
    expect(await createComment(room.editor, thread.id, given)).toEqual(said);
  });

  it("carry the member's own name in a mention, whatever label was sent", async () => {
    const { thread } = await makeDiscussed();
    const body = mention(room.editor.userId, "The Boss");
    const said = await createComment(room.member, thread.id, { id: randomUUID(), body });
    expect(said.text).toBe(`ask @${room.editor.name}`);
    expect(said.mentions).toEqual([room.editor.userId]);
    expect(JSON.stringify(said.body)).not.toContain("The Boss");
  });
});

describe("comments of one turn", () => {
  let second: typeof article;

  beforeAll(async () => {
    second = await makeArticle(db(), { workspaceId: room.workspace.id, createdById: room.owner.userId });
  });

  const numberOf = async (id: string) =>
    (await db().article.findUniqueOrThrow({ where: { id } })).eventNumber;
  const threadIn = ({ id: articleId }: typeof article) =>
    makeThread(db(), { articleId, createdById: room.owner.userId });

  it("are stored together, each under its author, its thread and a number of its own", async () => {
    const threads = [await threadIn(article), await threadIn(second), await threadIn(article)];
    const authors = [room.member, room.editor, room.owner];
    const before = [await numberOf(article.id), await numberOf(second.id)] as const;
    const given = Array.from({ length: 12 }, (_, index) => ({
      author: authors[index % 3] as Viewer,
      // Each of them in each thread.
      thread: threads[Math.floor(index / 3) % 3] as (typeof threads)[number],
      ...words(`Comment ${index}`),
    }));
    const views: Awaited<ReturnType<typeof createComment>>[] = [];
    const count = await countQueries(async () => {
      views.push(
        ...(await Promise.all(
          given.map(({ author, thread, id, body }) => createComment(author, thread.id, { id, body })),
        )),
      );
    });
    // How long it waits, the wait, the write.
    expect(count).toBe(3);
    for (const [index, { id, author, thread }] of given.entries()) {
      const shown = { author: author.userId, threadId: thread.id, text: `Comment ${index}` };
      expect(views[index]).toMatchObject({ id, ...shown });
      const row = await db().comment.findUniqueOrThrow({ where: { id } });
      expect(row).toMatchObject({
        authorId: author.userId,
        threadId: thread.id,
        articleId: thread.articleId,
        text: `Comment ${index}`,
        body: bodyOfText(`Comment ${index}`),
        createdNumber: views[index]?.number,
      });
      const at = { articleId: thread.articleId, number: row.createdNumber };
      const event = await db().event.findUniqueOrThrow({ where: { articleId_number: at } });
      expect(event).toMatchObject({ actorId: author.userId, ids: { thread: thread.id, comment: id } });
    }
    for (const [place, { id }] of [article, second].entries()) {
      const numbers = given.flatMap(({ thread }, index) =>
        thread.articleId === id ? [views[index]?.number ?? 0] : [],
      );
      const first = (before[place] ?? 0) + 1;
      expect(numbers).toEqual(numbers.map((_, index) => first + index));
      expect(await numberOf(id)).toBe(numbers.at(-1));
    }
  });

  it("tell each other: whoever wrote before in the same turn takes part", async () => {
    const thread = await threadIn(article);
    const [first, then] = [words("First"), words("Then")];
    await Promise.all([
      createComment(room.member, thread.id, first),
      createComment(room.editor, thread.id, then),
    ]);
    const told = await db().notification.findMany({ where: { threadId: thread.id } });
    const { owner, member, editor } = room;
    expect(
      new Set(told.map(({ userId, commentId, kind, byId }) => [userId, commentId, kind, byId].join(" "))),
    ).toEqual(
      new Set([
        [owner.userId, first.id, "replied", member.userId].join(" "),
        [owner.userId, then.id, "replied", editor.userId].join(" "),
        [member.userId, then.id, "replied", editor.userId].join(" "),
      ]),
    );
  });

  it("name only whom each of them names", async () => {
    const thread = await threadIn(article);
    const [naming, plain] = [
      { id: randomUUID(), body: mention(room.viewer.userId, room.viewer.name) },
      words("Plain"),
    ];
    await Promise.all([
      createComment(room.member, thread.id, naming),
      createComment(room.editor, thread.id, plain),
    ]);
    const told = await db().notification.findMany({
      where: { threadId: thread.id, userId: room.viewer.userId },
    });
    expect(told).toMatchObject([{ kind: "mentioned", commentId: naming.id, byId: room.member.userId }]);
  });

  it("are not refused for what another sent", async () => {
    const thread = await threadIn(article);
    const taken = words("Mine");
    await createComment(room.member, thread.id, taken);
    const hidden = await makePassage(db(), { articleId: second.id, createdById: room.owner.userId });
    const gone = await makeThread(db(), {
      articleId: second.id,
      createdById: room.owner.userId,
      passageId: hidden.id,
    });
    await db().passage.update({ where: { id: hidden.id }, data: { deletedAt: new Date() } });
    const good = words("Good");
    const settled = await Promise.allSettled([
      createComment(room.editor, thread.id, { ...words("Theirs"), id: taken.id }),
      createComment(room.viewer, thread.id, words("May not")),
      createComment(room.editor, gone.id, words("Gone")),
      createComment(room.editor, thread.id, good),
    ]);
    expect(
      settled.map((one) => (one.status === "rejected" ? (one.reason.code ?? one.reason) : one.value.id)),
    ).toEqual(["conflict", "forbidden", "not-found", good.id]);
    expect(await db().comment.count({ where: { threadId: thread.id } })).toBe(2);
  });

  it("do not wait for an article in which somebody else is writing for long, however many do", async () => {
    const [busy, free] = [await threadIn(article), await threadIn(second)];
    const { waiting } = await transaction(async (tx) => {
      await lockArticle(tx, article.id);
      const waiting = Promise.all(
        Array.from({ length: 15 }, (_, index) =>
          createComment(room.member, busy.id, words(`Waits ${index}`)),
        ),
      );
      const { text } = await createComment(room.editor, free.id, words("Goes on"));
      expect(text).toBe("Goes on");
      await vi.waitUntil(async () => (await countWaiting()) > 0);
      expect(await db().comment.count({ where: { threadId: busy.id } })).toBe(0);
      return { waiting };
    });
    expect((await waiting).map((one) => one.text)).toEqual(
      Array.from({ length: 15 }, (_, index) => `Waits ${index}`),
    );
  });
});
