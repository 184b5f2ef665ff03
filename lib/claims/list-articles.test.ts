import { randomUUID } from "node:crypto";
import { describe, expect, it, vi } from "vitest";
import { listArticles as door } from "@/lib/articles/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { db, pool } from "@/lib/db/client";
import { countQueries, useTestDatabase } from "@/lib/db/test-database";
import { bodyOfText } from "@/lib/threads/comment-schema";
import { createComment } from "@/lib/threads/create-comment";
import {
  makeArticle,
  makeAssessment,
  makeAttribution,
  makeComment,
  makeEvidence,
  makeNewsroom,
  makePassage,
  makeResolution,
  makeSource,
  makeThread,
} from "@/prisma/factories";
import { listArticles } from "./list-articles";
import { listClaims } from "./queries";

useTestDatabase();

async function desk(): Promise<{ workspaceId: string; editor: Viewer; viewer: Viewer; outsider: Viewer }> {
  const { workspace, editor, viewer, outsider } = await makeNewsroom(db());
  return { workspaceId: workspace.id, editor, viewer, outsider };
}

describe("listArticles", () => {
  it("tells the state of the work and what is new", async () => {
    const { workspaceId, editor, viewer } = await desk();
    const made = await makeArticle(db(), { workspaceId, createdById: editor.userId });
    const at = { articleId: made.id, createdById: editor.userId };
    const passage = await makePassage(db(), { ...at, words: "two winters" });
    const gone = await makePassage(db(), { ...at, words: "harbour", deletedAt: new Date() });
    const thread = await makeThread(db(), { ...at, passageId: passage.id });
    const hidden = await makeThread(db(), { ...at, passageId: gone.id });
    await makeThread(db(), { ...at, state: "resolved" });
    await makeComment(db(), { threadId: thread.id, authorId: editor.userId });
    const seen = await db().article.findUniqueOrThrow({ where: { id: made.id } });
    await db().visit.create({
      data: { userId: viewer.userId, articleId: made.id, number: seen.eventNumber },
    });
    await makeComment(db(), { threadId: thread.id, authorId: editor.userId });
    await makeComment(db(), { threadId: thread.id, authorId: editor.userId, deletedAt: new Date() });
    await makeComment(db(), { threadId: thread.id, authorId: viewer.userId });
    await makeComment(db(), { threadId: hidden.id, authorId: editor.userId });
    const [mine] = (await listArticles(viewer, {})).articles;
    expect(mine).toMatchObject({ passages: 1, openThreads: 1, newComments: 1 });
    const [theirs] = (await listArticles(editor, {})).articles;
    expect(theirs?.newComments).toBeNull();
  });

  it("counts the work on each article of a page, and on no other", async () => {
    const { workspaceId, editor, outsider } = await desk();
    const by = { workspaceId, createdById: editor.userId };
    const elsewhere = outsider.memberships[0]?.workspaceId ?? "";
    const [busy, quiet, other] = await Promise.all([
      makeArticle(db(), { ...by, title: "Busy" }),
      makeArticle(db(), { ...by, title: "Quiet" }),
      makeArticle(db(), { workspaceId: elsewhere, createdById: outsider.userId }),
    ]);
    for (const { id: articleId } of [busy, busy, other]) {
      const at = { articleId, createdById: editor.userId };
      const passage = await makePassage(db(), { ...at, words: "two winters" });
      await makeThread(db(), { ...at, passageId: passage.id });
      const gone = await makePassage(db(), { ...at, words: "harbour", deletedAt: new Date() });
      await makeThread(db(), { ...at, passageId: gone.id });
      await makeThread(db(), at);
      await makeThread(db(), { ...at, state: "resolved" });
    }
    const { articles } = await listArticles(editor, {});
    const counts = articles.map(({ id, passages, openThreads }) => [id, passages, openThreads]);
    expect(counts).toHaveLength(2);
    expect(counts).toContainEqual([busy.id, 2, 4]);
    expect(counts).toContainEqual([quiet.id, 0, 0]);
    expect((await listArticles(editor, { q: "nothing such" })).articles).toEqual([]);
  });

  it("asks for the page first and counts for its articles only", async () => {
    const { workspaceId, editor } = await desk();
    await makeArticle(db(), { workspaceId, createdById: editor.userId });
    const asked = vi.spyOn(pool(), "query");
    try {
      await listArticles(editor, {});
      const counting = asked.mock.calls
        .map(([query]) => JSON.stringify(query))
        .filter((sql) => /COUNT\(/i.test(sql));
      expect(counting.length).toBeGreaterThan(0);
      expect(counting.filter((sql) => !/"articleId\\" (?:IN|= ANY|=)/.test(sql))).toEqual([]);
    } finally {
      asked.mockRestore();
    }
  });

  it("finds words of the title in any order, and takes none of them for a pattern", async () => {
    const { workspaceId, editor } = await desk();
    for (const title of ["Harbour costs 100% more", "Harbour_bridge closes", "Élan vital"]) {
      await makeArticle(db(), { workspaceId, createdById: editor.userId, title });
    }
    const titles = async (q: string) => (await listArticles(editor, { q })).articles.map((one) => one.title);
    expect(await titles("more harbour")).toEqual(["Harbour costs 100% more"]);
    expect(await titles("100%")).toEqual(["Harbour costs 100% more"]);
    expect(await titles("r_b")).toEqual(["Harbour_bridge closes"]);
    expect(await titles("%")).toEqual(["Harbour costs 100% more"]);
    expect(await titles("\\")).toEqual([]);
    expect(await titles("élan")).toEqual(["Élan vital"]);
  });

  it.each([
    ["“We measured the wrong thing”", ['"We measured', "“We measured", "measured the", "'we"]],
    ["Mayor's well-known dinner", ["Mayor’s", "mayor's", "well–known", "‘Mayor’s"]],
    ["L’eau du lac – reste « impropre »", ["l'eau", "lac - reste", '"impropre"', "«impropre»"]],
  ])("finds %j whatever its marks look like", async (title, queries) => {
    const { workspaceId, editor } = await desk();
    await makeArticle(db(), { workspaceId, createdById: editor.userId, title });
    await makeArticle(db(), { workspaceId, createdById: editor.userId, title: "Another" });
    for (const q of queries) {
      const { articles } = await listArticles(editor, { q });
      expect([q, ...articles.map((one) => one.title)]).toEqual([q, title]);
    }
  });

  it("gives every article once over its pages, also when many share a moment", async () => {
    const { workspaceId, editor, outsider } = await desk();
    const lastActivityAt = new Date("2024-05-03T10:00:00.123Z");
    for (let count = 0; count < 65; count++) {
      await makeArticle(db(), { workspaceId, createdById: editor.userId, lastActivityAt });
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listArticles(editor, door.query.parse({ workspace: workspaceId, cursor }));
      seen.push(...page.articles.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toHaveLength(65);
    expect(new Set(seen).size).toBe(65);
    expect(door.query.safeParse({ cursor: "nonsense" }).success).toBe(false);
    await expect(listArticles(outsider, { workspace: workspaceId })).rejects.toMatchObject({
      code: "not-found",
    });
    expect((await listArticles(outsider, {})).articles).toEqual([]);
  });
});

describe("how far an article is judged", () => {
  /** An article with one passage for each of these words, by whom it is listed. */
  async function judgedArticle() {
    const room = await makeNewsroom(db());
    const made = { workspaceId: room.workspace.id, createdById: room.owner.userId };
    const article = await makeArticle(db(), { ...made, url: "https://sound-post.example.org/harbour" });
    const ida = await makeSource(db(), { ...made, name: "Ida Holm" });
    const mark = (words: string, over = {}) =>
      makePassage(db(), { articleId: article.id, createdById: room.owner.userId, words, ...over });
    const judge = (passage: { id: string }, by: Viewer, over = {}) =>
      makeAssessment(db(), { passageId: passage.id, byId: by.userId, ...over });
    const listed = async (viewer: Viewer) => {
      const [one] = (await listArticles(viewer, {})).articles;
      const { progress } = await listClaims(viewer, article.id, {});
      // The list and the page of claims never tell it differently.
      expect(one).toMatchObject({
        passages: progress.passages,
        judged: progress.judged,
        split: progress.split,
      });
      return [one?.judged, one?.passages, one?.split];
    };
    return { room, article, ida, mark, judge, listed };
  }

  it("counts what anybody has judged, and calls split what the viewer sees to be", async () => {
    const { room, mark, judge, listed } = await judgedArticle();
    const split = await mark("will reopen in March");
    await mark("runs the fish market");
    const gone = await mark("half of the boats", { deletedAt: new Date() });
    await judge(gone, room.owner, { verdict: "2" });
    await judge(split, room.owner, { verdict: "U" });
    expect(await listed(room.member)).toEqual([1, 2, 0]);
    await judge(split, room.editor, { verdict: "2" });
    expect(await listed(room.owner)).toEqual([1, 2, 1]);
    expect(await listed(room.editor)).toEqual([1, 2, 1]);
    // Whoever has not judged learns that it is judged, and not that it is split.
    expect(await listed(room.member)).toEqual([1, 2, 0]);
    await makeResolution(db(), { passageId: split.id, byId: room.editor.userId, verdict: "2" });
    expect(await listed(room.owner)).toEqual([1, 2, 0]);
  });

  it("calls nothing split for verdicts that do not count, or were taken back", async () => {
    const { room, mark, judge, listed } = await judgedArticle();
    const hollow = await mark("will reopen in March");
    await judge(hollow, room.owner, { verdict: "4" });
    await judge(hollow, room.editor, { verdict: "2" });
    const stale = await mark("runs the fish market");
    await judge(stale, room.owner, { verdict: "3" });
    await judge(stale, room.editor, { verdict: "O", exact: "ran the fish market" });
    const taken = await mark("We lost two winters");
    const first = await judge(taken, room.owner, { verdict: "U" });
    await judge(taken, room.owner, { verdict: null, replacesId: first.id });
    await judge(taken, room.editor, { verdict: "2" });
    const near = await mark("half of the boats");
    await judge(near, room.owner, { verdict: "3" });
    await judge(near, room.editor, { verdict: "2" });
    expect(await listed(room.owner)).toEqual([4, 4, 0]);
    const evidence = await makeEvidence(db(), { passageId: hollow.id, addedById: room.owner.userId });
    const [own] = await db().assessment.findMany({ where: { passageId: hollow.id, verdict: "4" } });
    await judge(hollow, room.owner, { verdict: "4", replacesId: own?.id, restsOn: [evidence.id] });
    expect(await listed(room.owner)).toEqual([4, 4, 1]);
  });

  it("counts what only an editor has decided, for as long as that holds", async () => {
    const { room, ida, mark, judge, listed } = await judgedArticle();
    const passage = await mark("will reopen in March");
    await makeResolution(db(), { passageId: passage.id, byId: room.editor.userId, verdict: "2" });
    expect(await listed(room.member)).toEqual([1, 1, 0]);
    await db().resolution.updateMany({ where: { passageId: passage.id }, data: { exact: "other words" } });
    await db().article.updateMany({
      where: { workspaceId: room.workspace.id },
      data: { eventNumber: { increment: 1 } },
    });
    expect(await listed(room.member)).toEqual([0, 1, 0]);
    await makeAttribution(db(), { passageId: passage.id, byId: room.owner.userId, sourceId: ida.id });
    await judge(passage, room.owner, { axis: "said", verdict: "2", sourceId: ida.id });
    await judge(passage, room.editor, { axis: "said", verdict: "U", sourceId: ida.id });
    expect(await listed(room.owner)).toEqual([1, 1, 1]);
  });

  it("asks the same number of questions for many articles as for one", async () => {
    const { room, mark, judge } = await judgedArticle();
    const passage = await mark("will reopen in March");
    await judge(passage, room.owner, { verdict: "U" });
    await judge(passage, room.editor, { verdict: "2" });
    const one = await countQueries(() => listArticles(room.owner, {}));
    for (let more = 0; more < 3; more++) {
      const made = { workspaceId: room.workspace.id, createdById: room.owner.userId };
      const { id: articleId } = await makeArticle(db(), made);
      const other = await makePassage(db(), { articleId, createdById: room.owner.userId });
      await judge(other, room.owner, { verdict: "U" });
      await judge(other, room.editor, { verdict: "2" });
    }
    expect((await listArticles(room.owner, {})).articles.map((article) => article.split)).toEqual([
      1, 1, 1, 1,
    ]);
    expect(await countQueries(() => listArticles(room.owner, {}))).toBe(one);
  });
});

describe("what of the list is shown, and in which order", () => {
  it("answers in the shape that is promised, with who worked on it last", async () => {
    const { workspaceId, editor, viewer } = await desk();
    const article = await makeArticle(db(), { workspaceId, createdById: editor.userId });
    const thread = await makeThread(db(), { articleId: article.id, createdById: editor.userId });
    await createComment(editor, thread.id, { id: randomUUID(), body: bodyOfText("Who counted?") });
    await createComment(editor, thread.id, { id: randomUUID(), body: bodyOfText("Nobody.") });
    const list = await listArticles(viewer, {});
    expect(door.answer.parse(list)).toEqual(list);
    expect(list.articles[0]?.people).toEqual([{ id: editor.userId, name: editor.name }]);
  });

  it("narrows to what is assigned to the viewer, and to what is new for them", async () => {
    const { workspaceId, editor, viewer } = await desk();
    const by = { workspaceId, createdById: editor.userId };
    const make = (title: string) => makeArticle(db(), { ...by, title });
    const [passage, thread, seen] = [await make("Passage"), await make("Thread"), await make("Seen")];
    const at = (articleId: string) => ({ articleId, createdById: editor.userId });
    await makePassage(db(), { ...at(passage.id), assigneeId: viewer.userId });
    await makePassage(db(), { ...at(seen.id), assigneeId: viewer.userId, deletedAt: new Date() });
    await makeThread(db(), { ...at(thread.id), assigneeId: viewer.userId });
    const talk = await makeThread(db(), { ...at(seen.id), assigneeId: viewer.userId, state: "resolved" });
    const { eventNumber } = await db().article.findUniqueOrThrow({ where: { id: seen.id } });
    await db().visit.create({ data: { userId: viewer.userId, articleId: seen.id, number: eventNumber } });
    const titles = async (show: "assigned" | "new") =>
      (await listArticles(viewer, { show })).articles.map((one) => one.title).sort();
    expect(await titles("assigned")).toEqual(["Passage", "Thread"]);
    expect(await titles("new")).toEqual(["Passage", "Thread"]);
    await makeComment(db(), { threadId: talk.id, authorId: editor.userId });
    expect(await titles("new")).toEqual(["Passage", "Seen", "Thread"]);
  });

  it("puts the newest first where that is asked for, over all pages", async () => {
    const { workspaceId, editor } = await desk();
    const day = 86_400_000;
    for (let count = 0; count < 35; count++) {
      await makeArticle(db(), {
        workspaceId,
        createdById: editor.userId,
        title: String(count),
        createdAt: new Date(day * (count + 1)),
        lastActivityAt: new Date(day * (100 - count)),
      });
    }
    const first = await listArticles(editor, { sort: "newest" });
    const second = await listArticles(editor, door.query.parse({ sort: "newest", cursor: first.nextCursor }));
    const all = [...first.articles, ...second.articles].map((one) => Number(one.title));
    expect(all).toEqual(Array.from({ length: 35 }, (_, at) => 34 - at));
    expect((await listArticles(editor, {})).articles[0]?.title).toBe("0");
  });
});
