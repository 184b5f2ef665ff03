import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { createAssessment } from "@/lib/assessments/mutations";
import { createReveal } from "@/lib/assessments/reveals";
import { startSession } from "@/lib/auth/mutations";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { useTestDatabase } from "@/lib/db/test-database";
import { Hub } from "@/lib/live/hub";
import { openStream } from "@/lib/live/stream";
import { deletePassage } from "@/lib/passages/mutations";
import { bodyOfText } from "@/lib/threads/comment-schema";
import { createComment } from "@/lib/threads/create-comment";
import { createThread } from "@/lib/threads/mutations";
import { makeArticle, makeNewsroom, makePassage } from "@/prisma/factories";
import { mergeDiscussion, mergeStreamed } from "./merge-discussion";
import { getDiscussion } from "./queries";
import { readSharedChange } from "./read-replies";
import { discussionChange } from "./schema";

// What goes along the stream is what each reader would get by asking, or nothing.

useTestDatabase();

let room: Awaited<ReturnType<typeof makeNewsroom>>;
let article: Awaited<ReturnType<typeof makeArticle>>;
let passage: Awaited<ReturnType<typeof makePassage>>;
let hub: Hub;
const open: AbortController[] = [];

beforeAll(async () => {
  room = await makeNewsroom(db());
  article = await makeArticle(db(), { workspaceId: room.workspace.id, createdById: room.owner.userId });
  const made = { articleId: article.id, createdById: room.owner.userId, words: "two winters" };
  passage = await makePassage(db(), made);
  hub = new Hub(process.env.DATABASE_URL ?? "", { readShared: readSharedChange });
});

afterEach(() => {
  for (const one of open.splice(0)) one.abort();
});

afterAll(() => hub.close());

/** Everything that a signed-in person's stream says, as it comes. */
async function listen(viewer: Viewer) {
  const { sid: sessionId } = await startSession({
    userId: viewer.userId,
    way: "credentials",
    replaced: null,
  });
  const controller = new AbortController();
  open.push(controller);
  const watched = new Map([[article.id, room.workspace.id]]);
  const readAgain = async () => viewer;
  const options = { viewer, sessionId, watched, readAgain, address: viewer.userId };
  const stream = openStream(hub, { ...options, signal: controller.signal });
  const heard = { text: "" };
  (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of stream) heard.text += decoder.decode(chunk, { stream: true });
  })().catch(() => undefined);
  await hub.ready();
  const until = (words: string) =>
    vi.waitFor(() => expect(heard.text).toContain(words), { timeout: 10_000, interval: 20 });
  await until("event: article");
  const changes = () =>
    [...heard.text.matchAll(/^event: change\ndata: (.*)$/gm)].map(([, data = ""]) =>
      discussionChange.parse(JSON.parse(data)),
    );
  return { sessionId, heard, until, changes };
}

const say = (viewer: Viewer, threadId: string, text: string) =>
  createComment(viewer, threadId, { id: randomUUID(), body: bodyOfText(text) });

async function startThread(viewer: Viewer, over: { assessmentId?: string } = {}) {
  const comment = { id: randomUUID(), body: bodyOfText("Who says so?") };
  const given = { id: randomUUID(), passageId: passage.id, about: "accuracy" as const, comment, ...over };
  return (await createThread(viewer, article.id, given)).thread.id;
}

const rung = (number: number) => `event: article\ndata: {"articleId":"${article.id}","number":${number}}`;

it("a reply is held by whoever listens, as if they had asked", async () => {
  const threadId = await startThread(room.member);
  const held = await getDiscussion(room.viewer, article.id);
  const reader = await listen(room.viewer);
  const { number } = await say(room.editor, threadId, "The harbour master.");
  await reader.until(rung(number));
  const changes = reader.changes();
  expect(changes.map((one) => [one.since, one.number])).toEqual([[number - 1, number]]);
  const asked = mergeDiscussion(
    held,
    await getDiscussion(room.viewer, article.id, held.number, held.peopleMark),
  );
  expect(changes.reduce(mergeStreamed, held)).toEqual(asked);
  expect(asked.comments.at(-1)?.text).toBe("The harbour master.");
});

it("replies that come at once are all told, without a gap", async () => {
  const threadId = await startThread(room.member);
  const held = await getDiscussion(room.viewer, article.id);
  const reader = await listen(room.viewer);
  const said = await Promise.all(
    Array.from({ length: 8 }, (_, index) => say(room.editor, threadId, `Word ${index}`)),
  );
  await reader.until(rung(Math.max(...said.map((one) => one.number))));
  const got = reader.changes().reduce(mergeStreamed, held);
  expect(got.comments).toEqual((await getDiscussion(room.viewer, article.id)).comments);
});

it("says nothing along the stream of what discusses a verdict, nor of more than comments", async () => {
  const given = { axis: "so", verdict: "1", rationale: null, replaces: null } as const;
  const assessment = await createAssessment(room.editor, passage.id, {
    ...given,
    reasons: [],
    id: randomUUID(),
    exact: passage.exact,
    sourceId: null,
  });
  await createReveal(room.owner, article.id, {});
  const threadId = await startThread(room.owner, { assessmentId: assessment.id });
  const blind = await listen(room.viewer);
  const author = await listen(room.editor);
  const { number } = await say(room.owner, threadId, "Zanzibar-Secret");
  await Promise.all([blind.until(rung(number)), author.until(rung(number))]);
  await startThread(room.member);
  await blind.until(rung(number + 1));
  expect([...blind.changes(), ...author.changes()]).toEqual([]);
  expect(blind.heard.text).not.toContain("Zanzibar");
});

it("is told to nobody whose session or membership has ended without a word", async () => {
  const threadId = await startThread(room.member);
  const [stays, out, gone] = [await listen(room.owner), await listen(room.viewer), await listen(room.editor)];
  await db().session.update({ where: { id: out.sessionId }, data: { endedAt: new Date() } });
  const membership = { workspaceId: room.workspace.id, userId: room.editor.userId };
  await db().membership.delete({ where: { workspaceId_userId: membership } });
  const { number } = await say(room.member, threadId, "Only for those who may read");
  await Promise.all([stays.until(rung(number)), out.until(rung(number)), gone.until(rung(number))]);
  expect(stays.changes()).toHaveLength(1);
  expect([...out.changes(), ...gone.changes()]).toEqual([]);
  await db().membership.create({ data: { ...membership, role: "editor" } });
});

it("says nothing of a passage that was deleted meanwhile", async () => {
  const threadId = await startThread(room.member);
  const { number } = await say(room.member, threadId, "Still here");
  await deletePassage(room.owner, passage.id);
  const span = { articleId: article.id, since: number - 1, number };
  expect(await db().$transaction((tx) => readSharedChange(tx, span))).toBeNull();
});
