import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createAssessment } from "@/lib/assessments/mutations";
import { createAttribution, editAttribution } from "@/lib/attributions/mutations";
import { reportersOwn } from "@/lib/attributions/reporters-own";
import type { AttributionContent } from "@/lib/attributions/schema";
import { createSettlement } from "@/lib/attributions/settlements";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { useTestDatabase } from "@/lib/db/test-database";
import { deletePassage, restorePassage } from "@/lib/passages/mutations";
import { readPassage } from "@/lib/passages/readings";
import { readCursor } from "@/lib/text/cursor";
import { deleteComment, editComment } from "@/lib/threads/comment-mutations";
import { bodyOfText, type CommentBody } from "@/lib/threads/comment-schema";
import { createComment } from "@/lib/threads/create-comment";
import { assignThread, createThread, readThread } from "@/lib/threads/mutations";
import { makeArticle, makeNewsroom, makeNotification, makePassage } from "@/prisma/factories";
import { changeNotifications, putWatch, putWatchLevel } from "./mutations";
import { countUnread, listNotifications, readWatch } from "./queries";
import type { NotificationShow, WatchLevel } from "./schema";

useTestDatabase();

let room: Awaited<ReturnType<typeof makeNewsroom>>;
let article: Awaited<ReturnType<typeof makeArticle>>;
let passageId: string;

beforeAll(async () => {
  room = await makeNewsroom(db());
});

beforeEach(async () => {
  await db().notification.deleteMany();
  await db().user.updateMany({ data: { watchLevel: "participating" } });
  const place = { workspaceId: room.workspace.id, createdById: room.owner.userId };
  article = await makeArticle(db(), place);
  const marked = { articleId: article.id, createdById: room.member.userId, words: "two winters" };
  passageId = (await makePassage(db(), marked)).id;
});

const mention = ({ userId, name }: Viewer): CommentBody => ({
  type: "doc",
  content: [{ type: "paragraph", content: [{ type: "mention", attrs: { id: userId, label: name } }] }],
});

type Over = { body?: CommentBody; assessmentId?: string };

async function discuss(viewer: Viewer, { body = bodyOfText("Which?"), ...over }: Over = {}): Promise<string> {
  const id = randomUUID();
  const about = { id, about: "accuracy", passageId, comment: { id: randomUUID(), body }, ...over } as const;
  await createThread(viewer, article.id, about);
  return id;
}

const reply = (viewer: Viewer, threadId: string, body = bodyOfText("That one.")) =>
  createComment(viewer, threadId, { id: randomUUID(), body });

/** Somebody whom the text leaves unnamed said it. */
const unnamed: AttributionContent = { ...reportersOwn, voice: "source", directness: "indirect" };

async function toldTo(viewer: Viewer, show?: NotificationShow): Promise<string[]> {
  const { notifications } = await listNotifications(viewer, show ? { show } : {});
  return notifications.map(({ kind, by }) => `${kind} by ${by}`);
}

const watch = (viewer: Viewer, level: WatchLevel) => putWatch(viewer, article.id, level);

describe("who is told", () => {
  it("of a deletion: whoever wrote, judged or said who said it there, as long as the passage is gone", async () => {
    await discuss(room.owner);
    await db().notification.deleteMany();
    await deletePassage(room.editor, passageId);
    expect(await toldTo(room.member)).toEqual([`deleted by ${room.editor.name}`]);
    expect(await toldTo(room.owner)).toEqual([`deleted by ${room.editor.name}`]);
    expect(await toldTo(room.viewer)).toEqual([]);
    await restorePassage(room.editor, passageId);
    expect(await toldTo(room.owner)).toEqual([]);
  });

  it("of a settlement and of opening it again: whoever recorded who said it, and whose passage it is", async () => {
    const id = randomUUID();
    await createAttribution(room.owner, article.id, { id, passageId, content: reportersOwn });
    await db().notification.deleteMany();
    const settle = (attribution: { id: string; version: number } | null, replaces: string | null) =>
      createSettlement(room.editor, passageId, { id: randomUUID(), attribution, replaces });
    const { settlement } = await settle({ id, version: 1 }, null);
    expect(await toldTo(room.owner)).toEqual([`settled by ${room.editor.name}`]);
    expect(await toldTo(room.member)).toEqual([`settled by ${room.editor.name}`]);
    await settle(null, settlement.id);
    expect(await toldTo(room.owner)).toEqual([
      `unsettled by ${room.editor.name}`,
      `settled by ${room.editor.name}`,
    ]);
    // Who has settled has a part in the passage, too.
    await deletePassage(room.owner, passageId);
    expect(await toldTo(room.editor)).toEqual([`deleted by ${room.owner.name}`]);
  });

  it("of who has it otherwise: whoever recorded who said it, once for each other speaker", async () => {
    const ids = { owner: randomUUID(), editor: randomUUID() };
    const say = (viewer: Viewer, id: string, content: AttributionContent) =>
      createAttribution(viewer, article.id, { id, passageId, content });
    await say(room.owner, ids.owner, reportersOwn);
    await say(room.editor, ids.editor, reportersOwn);
    expect([await toldTo(room.owner), await toldTo(room.member)]).toEqual([[], []]);
    const change = (version: number, content: AttributionContent) =>
      editAttribution(room.editor, ids.editor, { version, content });
    await change(1, unnamed);
    const once = [`differed by ${room.editor.name}`];
    expect([await toldTo(room.owner), await toldTo(room.member)]).toEqual([once, once]);
    expect([await toldTo(room.editor), await toldTo(room.viewer)]).toEqual([[], []]);
    await change(2, { ...unnamed, directness: "direct" });
    expect(await toldTo(room.owner)).toHaveLength(1);
    await change(3, { ...unnamed, cueClass: "denying", polarity: "negative" });
    expect(await toldTo(room.owner)).toHaveLength(2);
    await change(4, reportersOwn);
    expect(await toldTo(room.owner)).toHaveLength(2);
    // What was settled is in question again, though by the same speaker as before.
    await change(5, unnamed);
    await createSettlement(room.owner, passageId, {
      ...{ id: randomUUID(), attribution: { id: ids.owner, version: 1 }, replaces: null },
    });
    await change(6, { ...unnamed, directness: "direct" });
    expect(await toldTo(room.owner)).toHaveLength(4);
    await change(7, unnamed);
    expect(await toldTo(room.owner)).toHaveLength(4);
  });

  it("of a comment: whom it names, who is in the thread, whose passage it is; each once, and not its author", async () => {
    const threadId = await discuss(room.editor);
    expect(await toldTo(room.member)).toEqual([`commented by ${room.editor.name}`]);
    await reply(room.member, threadId, mention(room.owner));
    expect(await toldTo(room.owner)).toEqual([`mentioned by ${room.member.name}`]);
    expect(await toldTo(room.editor)).toEqual([`replied by ${room.member.name}`]);
    await reply(room.editor, threadId);
    expect(await toldTo(room.member)).toHaveLength(2);
    expect(await toldTo(room.editor)).toHaveLength(1);
    expect(await toldTo(room.viewer)).toEqual([]);
  });

  it("goes by the level of the article, and where there is none by the person's own", async () => {
    await putWatchLevel(room.viewer, "everything");
    await watch(room.member, "mentions");
    await watch(room.owner, "muted");
    const threadId = await discuss(room.editor, { body: mention(room.owner) });
    expect(await toldTo(room.viewer)).toEqual([`commented by ${room.editor.name}`]);
    expect(await toldTo(room.member)).toEqual([]);
    expect(await db().notification.count({ where: { userId: room.owner.userId } })).toBe(0);
    expect(await watch(room.viewer, "participating")).toEqual({ level: "participating", was: "everything" });
    await reply(room.editor, threadId, mention(room.member));
    expect(await toldTo(room.viewer)).toHaveLength(1);
    expect(await toldTo(room.member)).toEqual([`mentioned by ${room.editor.name}`]);
    expect(await readWatch(room.editor, article.id)).toEqual({ level: "participating" });
  });

  it("of everything in one article whoever chose that for it, and not of the article beside it", async () => {
    await watch(room.viewer, "everything");
    await discuss(room.editor);
    expect(await toldTo(room.viewer)).toEqual([`commented by ${room.editor.name}`]);
    const beside = { workspaceId: room.workspace.id, createdById: room.owner.userId };
    article = await makeArticle(db(), beside);
    const marked = { articleId: article.id, createdById: room.member.userId, words: "two winters" };
    passageId = (await makePassage(db(), marked)).id;
    await discuss(room.editor);
    expect(await toldTo(room.viewer)).toHaveLength(1);
  });

  it("of what discusses a verdict whoever gave it", async () => {
    const assessmentId = randomUUID();
    const given = { axis: "so", verdict: "2", replaces: null, exact: "two winters", sourceId: null } as const;
    await createAssessment(room.owner, passageId, { id: assessmentId, ...given });
    await createAssessment(room.editor, passageId, { id: randomUUID(), ...given });
    await discuss(room.editor, { assessmentId });
    expect(await toldTo(room.owner)).toEqual([`answered by ${room.editor.name}`]);
  });

  it("of an edit only whom it names anew", async () => {
    const threadId = await discuss(room.editor);
    const { id } = await reply(room.editor, threadId, mention(room.owner));
    const both = { type: "doc", content: [room.owner, room.viewer].flatMap((one) => mention(one).content) };
    await editComment(room.editor, id, { body: both as CommentBody, version: 1 });
    expect(await toldTo(room.owner)).toHaveLength(1);
    expect(await toldTo(room.viewer)).toEqual([`mentioned by ${room.editor.name}`]);
  });

  it("of a thread whoever it is given to", async () => {
    const threadId = await discuss(room.member);
    await assignThread(room.member, threadId, { version: 1, assignee: room.editor.userId });
    expect(await toldTo(room.editor, "assigned")).toEqual([`assigned by ${room.member.name}`]);
  });
});

describe("what is seen", () => {
  it("leaves out what discusses a verdict until one has judged, what was deleted, and what was left", async () => {
    const verdict = {
      axis: "so",
      verdict: "2",
      replaces: null,
      exact: "two winters",
      sourceId: null,
    } as const;
    const assessmentId = randomUUID();
    const ids = { userId: room.member.userId, workspaceId: article.workspaceId };
    await createAssessment(room.editor, passageId, { id: assessmentId, ...verdict });
    await db().notification.deleteMany();
    await discuss(room.editor, { assessmentId, body: mention(room.member) });
    expect([await toldTo(room.member), await countUnread(room.member)]).toEqual([[], 0]);
    await createAssessment(room.member, passageId, { id: randomUUID(), ...verdict });
    expect(await toldTo(room.member)).toEqual([`mentioned by ${room.editor.name}`]);
    const left = await db().membership.delete({ where: { workspaceId_userId: ids } });
    expect([await toldTo(room.member), await countUnread(room.member)]).toEqual([[], 0]);
    await db().membership.create({ data: left });
    const threadId = await discuss(room.editor);
    const { id } = await reply(room.editor, threadId, mention(room.member));
    expect(await countUnread(room.member)).toBe(3);
    // What the list puts together is one there, and one on the bell.
    await reply(room.owner, threadId, mention(room.member));
    expect(await toldTo(room.member)).toHaveLength(4);
    expect(await countUnread(room.member)).toBe(3);
    await deleteComment(room.editor, id);
    expect(await countUnread(room.member)).toBe(3);
    await watch(room.member, "muted");
    expect([await toldTo(room.member), await countUnread(room.member)]).toEqual([[], 0]);
    await watch(room.member, "mentions");
    await db().article.update({ where: { id: article.id }, data: { archivedAt: new Date() } });
    expect(await toldTo(room.member)).toEqual([]);
  });

  it("counts as read what tells of a thread, as far as it was read", async () => {
    const threadId = await discuss(room.editor);
    const { createdNumber } = await reply(room.editor, threadId);
    await readThread(room.member, threadId, createdNumber - 1);
    expect(await toldTo(room.member, "unread")).toHaveLength(1);
    await readThread(room.member, threadId, createdNumber);
    expect(await toldTo(room.member, "unread")).toEqual([]);
    expect(await toldTo(room.member)).toHaveLength(2);
  });
});

it("counts as read what tells of a passage beside its threads, once its card was read", async () => {
  const verdict = { axis: "so", verdict: "2", replaces: null, exact: "two winters", sourceId: null } as const;
  await discuss(room.editor);
  const { number } = await createAssessment(room.editor, passageId, { id: randomUUID(), ...verdict });
  expect(await toldTo(room.member, "unread")).toHaveLength(2);
  await readPassage(room.member, passageId, number - 1);
  expect(await toldTo(room.member, "unread")).toHaveLength(2);
  await readPassage(room.member, passageId, number);
  expect(await toldTo(room.member, "unread")).toEqual([`commented by ${room.editor.name}`]);
});

it("leaves unread who named me beside a verdict, as long as that is hidden from me", async () => {
  const verdict = { axis: "so", verdict: "2", replaces: null, exact: "two winters", sourceId: null } as const;
  const judge = (viewer: Viewer, rationale: CommentBody | null) =>
    createAssessment(viewer, passageId, { id: randomUUID(), ...verdict, rationale });
  const { number } = await judge(room.editor, mention(room.member));
  const told = [`mentioned by ${room.editor.name}`];
  await readPassage(room.member, passageId, number);
  expect(await toldTo(room.member, "unread")).toEqual(told);
  await judge(room.member, null);
  await readPassage(room.member, passageId, number);
  expect(await toldTo(room.member, "unread")).toEqual([]);
});

describe("how they stand", () => {
  const now = new Date("2026-11-26T10:00:00.000Z");
  const before = new Date("2026-11-26T09:00:00.000Z");
  const tell = (number: number) =>
    makeNotification(db(), {
      userId: room.viewer.userId,
      articleId: article.id,
      byId: room.editor.userId,
      number,
      at: before,
      dueAt: before,
    });
  const numbered = async (show: NotificationShow, at = now) =>
    (await listNotifications(room.viewer, { show }, at)).notifications.length;

  it("is changed by whom they belong to, and nobody else", async () => {
    const { id } = await tell(1);
    const change = (viewer: Viewer, over: object) => changeNotifications(viewer, { ids: [id], ...over }, now);
    expect(await change(room.member, { done: true })).toEqual({ changed: 0, unread: 0 });
    expect(await numbered("all")).toBe(1);
    expect(await change(room.viewer, { done: true })).toEqual({ changed: 1, unread: 0 });
    expect([await numbered("all"), await numbered("done")]).toEqual([0, 1]);
    expect(await change(room.viewer, { done: false, read: false })).toEqual({ changed: 1, unread: 1 });
    await change(room.viewer, { read: true });
    expect([await numbered("all"), await numbered("unread")]).toEqual([1, 0]);
  });

  it("comes back by itself, unread and on top, when it was put off", async () => {
    const { id } = await tell(1);
    const until = "2026-11-26T11:00:00.000Z";
    await changeNotifications(room.viewer, { ids: [id], read: true }, now);
    await changeNotifications(room.viewer, { ids: [id], until }, now);
    expect([await numbered("all"), await numbered("unread"), await numbered("later")]).toEqual([0, 0, 1]);
    const then = new Date(until);
    expect([await numbered("unread", then), await numbered("later", then)]).toEqual([1, 0]);
    await tell(2);
    const { notifications } = await listNotifications(room.viewer, {}, then);
    expect(notifications.map((one) => one.id === id)).toEqual([true, false]);
    await changeNotifications(room.viewer, { ids: [id], until: null }, now);
    expect(await numbered("all")).toBe(2);
    const late = changeNotifications(room.viewer, { ids: [id], until: before.toISOString() }, now);
    await expect(late).rejects.toMatchObject({ code: "invalid" });
  });

  it("comes in pages without a gap, also where moments are the same", async () => {
    for (let number = 0; number < 85; number++) await tell(number);
    const seen = new Set<string>();
    const sizes: number[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const query = cursor ? { cursor: readBack(cursor) } : {};
      const page = await listNotifications(room.viewer, query, now);
      for (const { id } of page.notifications) seen.add(id);
      sizes.push(page.notifications.length);
      cursor = page.nextCursor;
    }
    expect([sizes, seen.size]).toEqual([[40, 40, 5], 85]);
  });
});

function readBack(word: string) {
  const found = readCursor(word);
  if (!found) throw new Error("The cursor cannot be read.");
  return found;
}
