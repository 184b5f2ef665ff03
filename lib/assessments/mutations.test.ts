import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createAttribution, editAttribution } from "@/lib/attributions/mutations";
import { saysOf } from "@/lib/attributions/test-content";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { useTestDatabase } from "@/lib/db/test-database";
import { listNotifications } from "@/lib/notifications/queries";
import { reselectPassage } from "@/lib/passages/mutations";
import { bodyOfText } from "@/lib/threads/comment-schema";
import { makeArticle, makeNewsroom, makePassage, makeSource } from "@/prisma/factories";
import { createEvidence, deleteEvidence, editEvidence, restoreEvidence } from "./evidence";
import { createAssessment } from "./mutations";
import { listAssessments, searchEvidence } from "./queries";
import { createResolution } from "./resolutions";
import { createReveal } from "./reveals";
import type { Axis, NewAssessment, NewResolution, Verdict } from "./schema";

useTestDatabase();

let room: Awaited<ReturnType<typeof makeNewsroom>>;
let article: Awaited<ReturnType<typeof makeArticle>>;
let passageId: string;
let exact: string;

beforeAll(async () => {
  room = await makeNewsroom(db());
});

beforeEach(async () => {
  const made = { workspaceId: room.workspace.id, createdById: room.owner.userId };
  article = await makeArticle(db(), made);
  const passage = await makePassage(db(), {
    articleId: article.id,
    createdById: room.member.userId,
    words: "two winters",
  });
  passageId = passage.id;
  exact = passage.exact;
  await db().notification.deleteMany();
});

const verdictOf = (verdict: Verdict | null, over: Partial<NewAssessment> = {}): NewAssessment => ({
  id: randomUUID(),
  axis: "so",
  verdict,
  replaces: null,
  exact,
  sourceId: null,
  ...over,
});

const judge = (viewer: Viewer, verdict: Verdict | null, over: Partial<NewAssessment> = {}) =>
  createAssessment(viewer, passageId, verdictOf(verdict, over));

const resolve = (verdict: Verdict | null, over: Partial<NewResolution> = {}) =>
  createResolution(room.editor, passageId, {
    id: randomUUID(),
    axis: "so",
    verdict,
    replaces: null,
    exact,
    sourceId: null,
    ...over,
  });

async function sayWho(name: string, viewer = room.member): Promise<string> {
  const { id } = await makeSource(db(), {
    workspaceId: room.workspace.id,
    createdById: room.owner.userId,
    name,
  });
  await createAttribution(viewer, article.id, { id: randomUUID(), passageId, content: saysOf(id) });
  return id;
}

const evidence = {
  url: "https://records.example.net/ice",
  title: "Ice register",
  excerpt: "Closed 2023/24 and 2024/25.",
  bearing: "supports" as const,
  primary: true,
};

const addEvidence = (viewer = room.member, over: Partial<typeof evidence> = {}) =>
  createEvidence(viewer, passageId, { id: randomUUID(), ...evidence, ...over });

const read = ({ id, version }: { id: string; version: number }) => ({ id, version });

describe("createAssessment", () => {
  it("keeps all of it, and answers a retry with the same", async () => {
    const { id: evidenceId, version } = await addEvidence();
    const given = verdictOf("4", {
      confidence: "high",
      reasons: ["outdated", "wrongNumber"],
      rationale: bodyOfText("The register says so."),
      evidence: [
        { id: evidenceId, version },
        { id: evidenceId, version },
      ],
    });
    const first = await createAssessment(room.member, passageId, given);
    expect(first).toMatchObject({
      id: given.id,
      verdict: "4",
      confidence: "high",
      reasons: ["outdated", "wrongNumber"],
      text: "The register says so.",
      evidence: [evidenceId],
      blind: true,
      exact,
      replaces: null,
      was: null,
    });
    expect(await createAssessment(room.member, passageId, given)).toEqual(first);
    expect(await db().assessment.count({ where: { passageId } })).toBe(1);
    await expect(createAssessment(room.editor, passageId, given)).rejects.toMatchObject({ code: "conflict" });
  });

  it("keeps the verdict before, and asks why the mind was changed", async () => {
    const first = await judge(room.member, "2");
    await expect(judge(room.member, "3", { replaces: first.id })).rejects.toMatchObject({
      code: "invalid",
      fields: { changeNote: expect.any(String) },
    });
    const second = await judge(room.member, "3", { replaces: first.id, changeNote: "The log says more." });
    expect(second).toMatchObject({ was: "2", replaces: first.id, changeNote: "The log says more." });
    // To be surer of the same, or to name more evidence, is no change of mind.
    const third = await judge(room.member, "3", { replaces: second.id, confidence: "high" });
    const { assessments } = await listAssessments(room.member, passageId);
    expect(assessments.map((one) => one.id)).toEqual([first.id, second.id, third.id]);
  });

  it("refuses to judge past what another window has judged", async () => {
    const first = await judge(room.member, "2");
    await expect(judge(room.member, "3")).rejects.toMatchObject({ code: "conflict", details: first });
    const second = await judge(room.member, "3", { replaces: first.id, changeNote: "x" });
    await expect(judge(room.member, "1", { replaces: first.id, changeNote: "y" })).rejects.toMatchObject({
      code: "conflict",
      details: second,
    });
  });

  it("has one winner among several at once", async () => {
    const tries = await Promise.allSettled(
      ["1", "2", "3", "U"].map((one) => judge(room.member, one as Verdict)),
    );
    expect(tries.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(await db().assessment.count({ where: { passageId } })).toBe(1);
  });

  it("is taken back by a row that says so", async () => {
    await expect(judge(room.member, null)).rejects.toMatchObject({ code: "conflict" });
    const first = await judge(room.member, "1");
    const back = await judge(room.member, null, { replaces: first.id });
    expect(back).toMatchObject({ verdict: null, was: "1" });
    await expect(judge(room.member, null, { replaces: back.id })).rejects.toMatchObject({ code: "conflict" });
    // What was taken back was said all the same.
    await expect(judge(room.member, "4", { replaces: back.id })).rejects.toMatchObject({ code: "invalid" });
    const anew = await judge(room.member, "4", { replaces: back.id, changeNote: "I read the log." });
    // Nobody else has judged, so there was nothing to be swayed by.
    expect(anew).toMatchObject({ blind: true, was: "1" });
  });

  it("is stored once, however many tries come at the same moment", async () => {
    const given = verdictOf("3");
    const tries = await Promise.all(
      [1, 2, 3, 4, 5].map(() => createAssessment(room.member, passageId, given)),
    );
    expect(new Set(tries.map((one) => one.number)).size).toBe(1);
    const end = {
      id: randomUUID(),
      axis: "so",
      verdict: "3",
      replaces: null,
      exact,
      sourceId: null,
    } as const;
    const ends = await Promise.all([1, 2, 3].map(() => createResolution(room.editor, passageId, end)));
    expect(new Set(ends.map((one) => one.number)).size).toBe(1);
  });

  it("of other words is no change of mind, and is never told as one", async () => {
    const first = await judge(room.member, "2");
    await db().passage.update({ where: { id: passageId }, data: { exact: "two" } });
    const second = await judge(room.member, "3", { replaces: first.id, exact: "two" });
    expect(second).toMatchObject({ was: null, replaces: first.id });
    // Taking it back keeps what it was given on.
    await db().passage.update({ where: { id: passageId }, data: { exact: "three" } });
    const back = await judge(room.member, null, { replaces: second.id, exact: "three" });
    expect(back).toMatchObject({ exact: "two", was: "3" });
  });

  it("is refused on words that stand there no more", async () => {
    await expect(judge(room.member, "2", { exact: "three winters" })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("asks who said it before it asks whether they did, and holds to that source", async () => {
    const said = (sourceId: string | null, over: Partial<NewAssessment> = {}) =>
      judge(room.member, "2", { axis: "said", sourceId, ...over });
    await expect(said(null)).rejects.toMatchObject({ code: "invalid" });
    const ida = await sayWho("Ida Holm");
    await expect(said(null)).rejects.toMatchObject({ code: "conflict" });
    const courier = await makeSource(db(), {
      workspaceId: room.workspace.id,
      createdById: room.owner.userId,
      name: "Courier",
    });
    await expect(said(courier.id)).rejects.toMatchObject({ code: "conflict" });
    expect(await said(ida)).toMatchObject({ sourceId: ida });
    // While colleagues differ on who said it, nobody can have said so.
    await sayWho("The Courier", room.editor);
    await expect(judge(room.editor, "2", { axis: "said", sourceId: ida })).rejects.toMatchObject({
      code: "invalid",
    });
  });

  it("goes on under a merged name", async () => {
    const ida = await sayWho("Ida Holm");
    const root = await makeSource(db(), {
      workspaceId: room.workspace.id,
      createdById: room.owner.userId,
      name: "Ida Maria Holm",
    });
    await db().source.update({ where: { id: ida }, data: { mergedIntoId: root.id } });
    await expect(judge(room.member, "2", { axis: "said", sourceId: ida })).rejects.toMatchObject({
      code: "conflict",
    });
    expect(await judge(room.member, "2", { axis: "said", sourceId: root.id })).toMatchObject({
      sourceId: root.id,
    });
  });

  it("rests only on evidence of its own passage that stands", async () => {
    const mine = await addEvidence();
    const other = await makePassage(db(), { articleId: article.id, createdById: room.member.userId });
    const elsewhere = await createEvidence(room.member, other.id, { id: randomUUID(), ...evidence });
    await expect(judge(room.member, "4", { evidence: [read(elsewhere)] })).rejects.toMatchObject({
      code: "conflict",
    });
    await deleteEvidence(room.member, mine.id);
    await expect(judge(room.member, "4", { evidence: [read(mine)] })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("tells whoever marked the passage that somebody has judged, never what", async () => {
    await judge(room.editor, "1");
    const { notifications } = await listNotifications(room.member);
    expect(notifications).toMatchObject([
      { kind: "judged", passageId, words: exact, by: room.editor.name, readAt: null },
    ]);
    expect(JSON.stringify(notifications)).not.toMatch(/verdict|Inaccurate/);
    expect((await listNotifications(room.editor)).notifications).toEqual([]);
  });

  it("keeps a passage on the words that colleagues judged", async () => {
    await judge(room.editor, "3");
    const text = article.revision.text;
    const start = text.indexOf("Ida Holm");
    const away = { start, end: start + 8, exact: "Ida Holm", version: 1 };
    await expect(reselectPassage(room.member, passageId, away)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("blind", () => {
  const seenBy = async (viewer: Viewer, axis: Axis = "so") =>
    (await listAssessments(viewer, passageId)).assessments.filter((one) => one.axis === axis).length;

  it("is whoever judges before they have seen, on each axis by itself", async () => {
    const ida = await sayWho("Ida Holm");
    await judge(room.editor, "1");
    await judge(room.editor, "4", { axis: "said", sourceId: ida });
    expect(await seenBy(room.member)).toBe(0);
    expect(await judge(room.member, "3")).toMatchObject({ blind: true });
    expect(await seenBy(room.member)).toBe(2);
    expect(await seenBy(room.member, "said")).toBe(0);
    await createReveal(room.member, article.id, { passageId, axis: "said" });
    expect(await seenBy(room.member, "said")).toBe(1);
    expect(await judge(room.member, "3", { axis: "said", sourceId: ida })).toMatchObject({ blind: false });
  });

  it("is nobody after an editor's word", async () => {
    await resolve("2");
    expect(await judge(room.member, "3")).toMatchObject({ blind: false });
  });

  it("ends wherever somebody has judged when all is revealed, and nowhere else", async () => {
    const other = await makePassage(db(), { articleId: article.id, createdById: room.member.userId });
    await judge(room.editor, "1");
    expect(await createReveal(room.member, article.id, {})).toMatchObject({ revealed: 1 });
    expect(await createReveal(room.member, article.id, {})).toMatchObject({ revealed: 0 });
    expect(await judge(room.member, "3")).toMatchObject({ blind: false });
    const fresh = await createAssessment(room.member, other.id, verdictOf("3", { exact: other.exact }));
    expect(fresh.blind).toBe(true);
  });

  it("can be looked up in an archived article, and looking is no activity", async () => {
    await judge(room.editor, "1");
    const archivedAt = new Date();
    const before = await db().article.update({ where: { id: article.id }, data: { archivedAt } });
    await createReveal(room.member, article.id, {});
    expect(await seenBy(room.member)).toBe(1);
    const after = await db().article.findUniqueOrThrow({ where: { id: article.id } });
    expect(after.lastActivityAt).toEqual(before.lastActivityAt);
  });

  it("reveals nothing of other articles", async () => {
    const made = { workspaceId: room.workspace.id, createdById: room.owner.userId };
    const other = await makeArticle(db(), made);
    await expect(createReveal(room.member, other.id, { passageId, axis: "so" })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(createReveal(room.outsider, article.id, {})).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("evidence", () => {
  it("is changed by whoever added it, and not past what another window has changed", async () => {
    const first = await addEvidence();
    expect(first).toMatchObject({ site: "example.net", version: 1 });
    const second = await editEvidence(room.member, first.id, { ...evidence, title: "Register", version: 1 });
    expect(second).toMatchObject({ title: "Register", version: 2 });
    await expect(
      editEvidence(room.member, first.id, { ...evidence, title: "Other", version: 1 }),
    ).rejects.toMatchObject({ code: "conflict", details: second });
    // A retry of what came through.
    expect(await editEvidence(room.member, first.id, { ...evidence, title: "Register", version: 1 })).toEqual(
      second,
    );
  });

  it("stays as it is once a colleague has judged, on whatever their verdict rests", async () => {
    const { id } = await addEvidence();
    await judge(room.member, "4", { evidence: [{ id, version: 1 }] });
    const second = await editEvidence(room.member, id, { ...evidence, title: "Mine alone", version: 1 });
    // What was changed after somebody read it is not what they judge on.
    await expect(judge(room.editor, "4", { evidence: [{ id, version: 1 }] })).rejects.toMatchObject({
      code: "conflict",
      details: second,
    });
    await judge(room.editor, "4", { evidence: [read(second)] });
    await expect(
      editEvidence(room.member, id, { ...evidence, title: "Quite another", version: 2 }),
    ).rejects.toMatchObject({ code: "forbidden" });
    await expect(deleteEvidence(room.member, id)).rejects.toMatchObject({ code: "forbidden" });
    await deleteEvidence(room.editor, id);
    await expect(restoreEvidence(room.member, id)).rejects.toMatchObject({ code: "forbidden" });
    const { evidence: gone, takenAway } = await listAssessments(room.editor, passageId);
    expect(gone).toMatchObject([{ id, title: "Mine alone" }]);
    expect(takenAway).toEqual(gone);
    // Nobody is offered what they would be refused.
    for (const viewer of [room.member, room.viewer])
      expect((await listAssessments(viewer, passageId)).takenAway).toEqual([]);
    expect(await restoreEvidence(room.editor, id)).toMatchObject({ id });
    expect((await listAssessments(room.editor, passageId)).takenAway).toEqual([]);
  });

  it("tells by a refusal no more than everybody knows: that somebody has judged", async () => {
    const { id } = await addEvidence();
    const told = async () =>
      editEvidence(room.member, id, { ...evidence, title: "Other", version: 1 }).catch(
        (error) => error.message,
      );
    await judge(room.editor, "U");
    const withoutIt = await told();
    const latest = await db().assessment.findFirstOrThrow({ where: { passageId } });
    const strong = { replaces: latest.id, changeNote: "x", evidence: [{ id, version: 1 }] };
    await judge(room.editor, "1", strong);
    expect(await told()).toBe(withoutIt);
  });

  it("is found all over the workspace by its words as they are, and nowhere else", async () => {
    await addEvidence(room.member, { title: "100%_sure" });
    await addEvidence(room.member, { title: "1000 other things" });
    const found = await searchEvidence(room.viewer, room.workspace.id, "0%_s");
    expect(found.evidence.map((one) => one.title)).toEqual(["100%_sure"]);
    await expect(searchEvidence(room.outsider, room.workspace.id, "")).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

describe("createResolution", () => {
  it("is superseded, never overwritten", async () => {
    await judge(room.member, "4");
    const first = await resolve("2", { rationale: bodyOfText("The register.") });
    expect(first).toMatchObject({ verdict: "2", text: "The register.", replaces: null });
    await expect(resolve("3")).rejects.toMatchObject({ code: "conflict", details: first });
    const second = await resolve("3", { replaces: first.id });
    const open = await resolve(null, { replaces: second.id });
    await expect(resolve(null, { replaces: open.id })).rejects.toMatchObject({ code: "conflict" });
    const { resolutions, assessments } = await listAssessments(room.member, passageId);
    expect(resolutions.map((one) => one.verdict)).toEqual(["2", "3", null]);
    const { notifications } = await listNotifications(room.member);
    expect(notifications.map((one) => one.kind)).toEqual(["reopened", "resolved", "resolved"]);
    expect(assessments.map((one) => one.verdict)).toEqual(["4"]);
  });

  it("tells those who judged, and whoever marked the passage", async () => {
    await judge(room.owner, "4");
    await resolve("2");
    const kinds = async (viewer: Viewer) =>
      (await listNotifications(viewer)).notifications.map((one) => one.kind);
    expect(await kinds(room.owner)).toEqual(["resolved"]);
    expect(await kinds(room.member)).toEqual(["resolved", "judged"]);
    expect(await kinds(room.editor)).toEqual([]);
  });

  it("is refused to members, and on words that stand there no more", async () => {
    const given = {
      id: randomUUID(),
      axis: "so",
      verdict: "2",
      replaces: null,
      exact,
      sourceId: null,
    } as const;
    await expect(createResolution(room.member, passageId, given)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(resolve("2", { exact: "other" })).rejects.toMatchObject({ code: "conflict" });
  });

  it("holds to the source that it was said of", async () => {
    const ida = await sayWho("Ida Holm");
    const first = await resolve("4", { axis: "said", sourceId: ida });
    expect(first.sourceId).toBe(ida);
    const attribution = await db().attribution.findFirstOrThrow({ where: { passageId } });
    const courier = await makeSource(db(), {
      workspaceId: room.workspace.id,
      createdById: room.owner.userId,
      name: "Courier",
    });
    await editAttribution(room.member, attribution.id, { version: 1, content: saysOf(courier.id) });
    await expect(resolve("3", { axis: "said", sourceId: ida, replaces: first.id })).rejects.toMatchObject({
      code: "conflict",
    });
  });
});
