import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createAssessment } from "@/lib/assessments/mutations";
import { createReveal } from "@/lib/assessments/reveals";
import type { Verdict } from "@/lib/assessments/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { listArticles } from "@/lib/claims/list-articles";
import { db } from "@/lib/db/client";
import { useTestDatabase } from "@/lib/db/test-database";
import { listNotifications } from "@/lib/notifications/queries";
import { deletePassage, restorePassage } from "@/lib/passages/mutations";
import * as comments from "@/lib/threads/comment-mutations";
import { bodyOfText, type CommentBody } from "@/lib/threads/comment-schema";
import { createComment } from "@/lib/threads/create-comment";
import { createThread } from "@/lib/threads/mutations";
import { readWaiting } from "@/lib/threads/waiting";
import { makeArticle, makeNewsroom, makePassage } from "@/prisma/factories";
import { listPassages } from "./list-passages";
import { mergeDiscussion } from "./merge-discussion";
import { markVisit } from "./mutations";
import { getDiscussion } from "./queries";

// Colleagues' verdicts, and what is said of them, leave the server only for those who have judged or asked for it.

useTestDatabase();

let room: Awaited<ReturnType<typeof makeNewsroom>>;
let article: Awaited<ReturnType<typeof makeArticle>>;
let passage: Awaited<ReturnType<typeof makePassage>>;

const secret = "Zanzibar-Secret";

beforeAll(async () => {
  room = await makeNewsroom(db());
});

beforeEach(async () => {
  article = await makeArticle(db(), { workspaceId: room.workspace.id, createdById: room.owner.userId });
  passage = await makePassage(db(), {
    articleId: article.id,
    createdById: room.owner.userId,
    words: "two winters",
  });
});

function judge(viewer: Viewer, verdict: Verdict, text = secret) {
  return createAssessment(viewer, passage.id, {
    id: randomUUID(),
    axis: "so",
    verdict,
    rationale: bodyOfText(text),
    reasons: ["cherryPicked"],
    replaces: null,
    exact: passage.exact,
    sourceId: null,
  });
}

async function discuss(viewer: Viewer, assessmentId: string) {
  const id = randomUUID();
  const comment = { id: randomUUID(), body: bodyOfText(`${secret}: you say it is false.`) };
  await createThread(viewer, article.id, {
    id,
    passageId: passage.id,
    assessmentId,
    about: "accuracy",
    comment,
  });
  return { threadId: id, commentId: comment.id };
}

const mentioning = ({ userId, name }: Viewer): CommentBody => ({
  type: "doc",
  content: [{ type: "paragraph", content: [{ type: "mention", attrs: { id: userId, label: name } }] }],
});

const count = (held: Awaited<ReturnType<typeof getDiscussion>>) => held.judged[0];

describe("before one has judged", () => {
  it("tells how many have, and not a word of what", async () => {
    const { id } = await judge(room.editor, "1");
    await discuss(room.editor, id);
    for (const viewer of [room.member, room.viewer, room.owner]) {
      const held = await getDiscussion(viewer, article.id);
      expect(held.assessments).toEqual([]);
      expect(count(held)).toMatchObject({ passageId: passage.id, axis: "so", count: 1, revealed: false });
      expect(JSON.stringify(held)).not.toContain(secret);
      expect(JSON.stringify(held)).not.toContain("cherryPicked");
      const [entry] = listPassages(held, viewer.userId);
      expect(entry?.verdicts.so).toMatchObject({ state: "hidden", count: 1, judgements: [] });
      expect(entry).toMatchObject({ unread: 0, newUpTo: null });
    }
  });

  it("holds back threads about verdicts from their addresses too", async () => {
    const { id } = await judge(room.editor, "1");
    const { threadId, commentId } = await discuss(room.editor, id);
    const body = bodyOfText("What?");
    const hidden = { code: "not-found" };
    await expect(createComment(room.member, threadId, { id: randomUUID(), body })).rejects.toMatchObject(
      hidden,
    );
    await expect(comments.react(room.member, commentId, "👍", true)).rejects.toMatchObject(hidden);
    await expect(discuss(room.member, id)).rejects.toMatchObject(hidden);
  });

  it("counts them nowhere, and calls them new when they come into sight", async () => {
    const { id } = await judge(room.editor, "1");
    const listed = async () =>
      (await listArticles(room.member, {})).articles.find((one) => one.id === article.id);
    await getDiscussion(room.member, article.id);
    const thread = await createThread(room.editor, article.id, {
      id: randomUUID(),
      passageId: passage.id,
      assessmentId: id,
      about: "accuracy",
      comment: { id: randomUUID(), body: mentioning(room.member) },
    });
    expect(await listed()).toMatchObject({ openThreads: 0, newComments: 0, judged: 1, split: 0 });
    expect(await readWaiting(room.member)).toEqual([]);
    await markVisit(room.member, article.id, 1_000);
    const later = await judge(room.owner, "2");
    const entry = async () =>
      listPassages(await getDiscussion(room.member, article.id), room.member.userId)[0];
    expect(await entry()).toMatchObject({ unread: 0, newUpTo: null });
    await judge(room.member, "3", "Mine");
    expect(await entry()).toMatchObject({ newUpTo: later.number });
    expect(await listed()).toMatchObject({ openThreads: 1 });
    expect(await readWaiting(room.member)).toMatchObject([{ threadId: thread.thread.id, kind: "mentioned" }]);
  });

  it("does not count a verdict that was taken back", async () => {
    const { id } = await judge(room.editor, "1");
    await createAssessment(room.editor, passage.id, {
      id: randomUUID(),
      axis: "so",
      verdict: null,
      replaces: id,
      exact: passage.exact,
      sourceId: null,
    });
    expect(count(await getDiscussion(room.member, article.id))).toMatchObject({ count: 0 });
  });
});

describe("afterwards", () => {
  it("brings all of it with what changed, also to another window", async () => {
    const { id } = await judge(room.editor, "1");
    const { threadId } = await discuss(room.editor, id);
    const before = await getDiscussion(room.member, article.id);
    await judge(room.member, "3", "Mine");
    const answer = await getDiscussion(room.member, article.id, before.number);
    expect(answer.assessments.map((one) => one.by).sort()).toEqual(
      [room.editor.userId, room.member.userId].sort(),
    );
    expect(answer.threads.map((one) => one.id)).toEqual([threadId]);
    expect(answer.comments).toHaveLength(1);
    expect(count(answer)).toMatchObject({ count: 2, revealed: true });
    expect(mergeDiscussion(before, answer)).toEqual({
      ...(await getDiscussion(room.member, article.id)),
      firstTime: before.firstTime,
      seen: before.seen,
    });
  });

  it("does the same for whoever presses Reveal, and for nobody else", async () => {
    const { id } = await judge(room.editor, "1");
    await discuss(room.editor, id);
    const before = await getDiscussion(room.viewer, article.id);
    const others = await getDiscussion(room.member, article.id);
    await createReveal(room.viewer, article.id, { passageId: passage.id, axis: "so" });
    const answer = await getDiscussion(room.viewer, article.id, before.number);
    expect(answer.assessments).toMatchObject([{ by: room.editor.userId, verdict: "1" }]);
    expect(count(answer)).toMatchObject({ count: 1, revealed: true });
    expect(answer.comments).toHaveLength(1);
    const theirs = await getDiscussion(room.member, article.id, others.number);
    expect(JSON.stringify(theirs)).not.toContain(secret);
    expect(theirs.assessments).toEqual([]);
  });

  it("replaces a verdict by the one that came after it", async () => {
    const first = await judge(room.editor, "1");
    await judge(room.member, "3", "Mine");
    const before = await getDiscussion(room.member, article.id);
    const second = await createAssessment(room.editor, passage.id, {
      id: randomUUID(),
      axis: "so",
      verdict: "2",
      replaces: first.id,
      changeNote: "The log.",
      exact: passage.exact,
      sourceId: null,
    });
    const merged = mergeDiscussion(before, await getDiscussion(room.member, article.id, before.number));
    expect(merged.assessments.filter((one) => one.by === room.editor.userId)).toEqual([second]);
  });

  it("leaves one row of each person, however many changes came between", async () => {
    const first = await judge(room.editor, "1");
    await judge(room.member, "3", "Mine");
    const before = await getDiscussion(room.member, article.id);
    let replaces = first.id;
    for (const verdict of ["2", "3"] as const) {
      const next = { id: randomUUID(), axis: "so", verdict, replaces, changeNote: "x" } as const;
      await createAssessment(room.editor, passage.id, { ...next, exact: passage.exact, sourceId: null });
      replaces = next.id;
    }
    const merged = mergeDiscussion(before, await getDiscussion(room.member, article.id, before.number));
    const theirs = merged.assessments.filter((one) => one.by === room.editor.userId);
    expect(theirs.map((one) => one.verdict)).toEqual(["3"]);
  });

  it("comes back with a passage that comes back", async () => {
    await judge(room.editor, "1");
    await judge(room.owner, "3", "Mine");
    const before = await getDiscussion(room.owner, article.id);
    await deletePassage(room.owner, passage.id);
    const without = mergeDiscussion(before, await getDiscussion(room.owner, article.id, before.number));
    expect([without.assessments, without.judged]).toEqual([[], []]);
    await restorePassage(room.owner, passage.id);
    const after = mergeDiscussion(without, await getDiscussion(room.owner, article.id, without.number));
    expect(after.assessments).toEqual(before.assessments);
    expect(after.judged).toMatchObject([{ count: 2, revealed: true }]);
  });

  it("tells whose verdict is discussed, at every word", async () => {
    const { id } = await judge(room.editor, "1");
    await createReveal(room.member, article.id, {});
    const { threadId } = await discuss(room.member, id);
    await createComment(room.member, threadId, { id: randomUUID(), body: bodyOfText("And?") });
    await createComment(room.editor, threadId, { id: randomUUID(), body: bodyOfText("Because.") });
    const { notifications } = await listNotifications(room.editor);
    expect(notifications.filter((one) => one.kind === "answered")).toHaveLength(2);
    expect(notifications[0]).toMatchObject({ threadId, passageId: passage.id, by: room.member.name });
  });
});
