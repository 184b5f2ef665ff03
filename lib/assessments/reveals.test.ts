import { describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { useTestDatabase } from "@/lib/db/test-database";
import { makeArticle, makePassage } from "@/prisma/factories";
import { createAssessment } from "./mutations";
import { listAssessments } from "./queries";
import { createReveal } from "./reveals";
import type { Axis } from "./schema";
import {
  article,
  judge,
  passageId,
  resolve,
  room,
  sayWho,
  useOnePassage,
  verdictOf,
} from "./test-one-passage";

useTestDatabase();
useOnePassage();

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
