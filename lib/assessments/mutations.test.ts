import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { useTestDatabase } from "@/lib/db/test-database";
import { listNotifications } from "@/lib/notifications/queries";
import { reselectPassage } from "@/lib/passages/mutations";
import { mergeSource } from "@/lib/sources/mutations";
import { bodyOfText, type CommentBody } from "@/lib/threads/comment-schema";
import { makePassage, makeSource } from "@/prisma/factories";
import { createEvidence, deleteEvidence } from "./evidence";
import { createAssessment } from "./mutations";
import { listAssessments } from "./queries";
import { createResolution } from "./resolutions";
import type { NewAssessment, Verdict } from "./schema";
import {
  addEvidence,
  article,
  evidence,
  exact,
  judge,
  passageId,
  read,
  room,
  sayWho,
  useOnePassage,
  verdictOf,
} from "./test-one-passage";

useTestDatabase();
useOnePassage();

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

  it("stays blind when it is put back as it was, and only then", async () => {
    const why = { rationale: bodyOfText("I read the log."), reasons: ["outdated" as const] };
    const first = await judge(room.member, "1", why);
    await judge(room.editor, "4");
    const back = await judge(room.member, null, { replaces: first.id });
    const again = await judge(room.member, "1", { ...why, replaces: back.id });
    expect(again).toMatchObject({ verdict: "1", was: null, blind: true, text: "I read the log." });
    const gone = await judge(room.member, null, { replaces: again.id });
    const other = { ...why, rationale: bodyOfText("Ben is right."), replaces: gone.id };
    expect(await judge(room.member, "1", other)).toMatchObject({ verdict: "1", blind: false });
  });

  it("stays blind when it is put back under the name into which its source was merged", async () => {
    const ida = await sayWho("Ida Holm");
    const first = await judge(room.member, "2", { axis: "said", sourceId: ida });
    await judge(room.editor, "4", { axis: "said", sourceId: ida });
    const { id: root } = await makeSource(db(), {
      workspaceId: room.workspace.id,
      createdById: room.owner.userId,
      name: "Ida Maria Holm",
    });
    await mergeSource(room.editor, ida, root);
    const back = await judge(room.member, null, { axis: "said", sourceId: root, replaces: first.id });
    const other = { axis: "said", sourceId: root, replaces: back.id } as const;
    await expect(judge(room.member, "3", other)).rejects.toMatchObject({ code: "invalid" });
    expect(await judge(room.member, "2", other)).toMatchObject({ sourceId: root, blind: true });
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

  it("tells of a change of mind with its reason, also of a source that was merged in between", async () => {
    const ida = await sayWho("Ida Holm");
    const first = await judge(room.member, "2", { axis: "said", sourceId: ida });
    const made = { workspaceId: room.workspace.id, createdById: room.owner.userId };
    const { id: sourceId } = await makeSource(db(), { ...made, name: "Ida Maria Holm" });
    await mergeSource(room.editor, ida, sourceId);
    const now = { axis: "said" as const, sourceId, replaces: first.id };
    await expect(judge(room.member, "3", now)).rejects.toMatchObject({ code: "invalid" });
    expect(await judge(room.member, "3", { ...now, changeNote: "New evidence" })).toMatchObject({
      was: "2",
      changeNote: "New evidence",
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

  it("tells whom the reason mentions, once, and of a change only those whom it names anew", async () => {
    const because = (...people: { userId: string; name: string }[]): CommentBody => {
      const mentions = people.map(({ userId: id, name: label }) => ({
        type: "mention" as const,
        attrs: { id, label },
      }));
      return { type: "doc", content: [{ type: "paragraph", content: mentions }] };
    };
    const { id } = await judge(room.editor, "3", { rationale: because(room.owner, room.member) });
    const changed = {
      replaces: id,
      changeNote: "Counted again.",
      rationale: because(room.owner, room.viewer),
    };
    const second = await judge(room.editor, "2", changed);
    // Put back as it was, it names nobody anew.
    const back = await judge(room.editor, null, { replaces: second.id });
    await judge(room.editor, "2", { ...changed, replaces: back.id, changeNote: null });
    for (const one of [room.owner, room.member, room.viewer]) {
      const { notifications } = await listNotifications(one, { show: "mentions" });
      expect(notifications).toMatchObject([
        { kind: "mentioned", passageId, comment: "", by: room.editor.name },
      ]);
    }
    // Not of the same once more, as whoever marked the passage.
    expect((await listNotifications(room.member)).notifications).toHaveLength(1);
  });

  it("keeps a passage on the words that colleagues judged", async () => {
    await judge(room.editor, "3");
    const text = article.revision.text;
    const start = text.indexOf("Ida Holm");
    const away = { start, end: start + 8, exact: "Ida Holm", version: 1 };
    await expect(reselectPassage(room.member, passageId, away)).rejects.toMatchObject({ code: "forbidden" });
  });
});
