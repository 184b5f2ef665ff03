import { beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { useTestDatabase } from "@/lib/db/test-database";
import type { AnnotationCollection } from "@/lib/export/web-annotation";
import {
  makeArticle,
  makeAssessment,
  makeAttribution,
  makeComment,
  makeNewsroom,
  makePassage,
  makeSource,
  makeThread,
} from "@/prisma/factories";
import { exportAnnotations } from "./export-annotations";

useTestDatabase();

let room: Awaited<ReturnType<typeof makeNewsroom>>;
let articleId: string;

/** A passage that the editor has judged, with a talk about it and one about the hidden verdict. */
beforeEach(async () => {
  room = await makeNewsroom(db());
  const made = { workspaceId: room.workspace.id, createdById: room.owner.userId };
  articleId = (await makeArticle(db(), made)).id;
  const at = { articleId, createdById: room.owner.userId };
  const passage = await makePassage(db(), { ...at, words: "We lost two winters", claimKinds: ["quantity"] });
  const gone = await makePassage(db(), { ...at, words: "half of the boats", deletedAt: new Date() });
  const ida = await makeSource(db(), { ...made, name: "Ida Holm" });
  await makeAttribution(db(), { passageId: passage.id, byId: room.owner.userId, sourceId: ida.id });
  const verdict = { passageId: passage.id, byId: room.editor.userId, verdict: "2", text: "Hidden-Rationale" };
  const judged = await makeAssessment(db(), verdict);
  const talk = await makeThread(db(), { ...at, passageId: passage.id });
  const mention = { type: "mention" as const, attrs: { id: room.editor.userId, label: "Marker-Label" } };
  const words = { type: "text" as const, text: "Ask mail@example.org" };
  const content = [{ type: "paragraph" as const, content: [words, mention] }];
  await makeComment(db(), { threadId: talk.id, authorId: room.owner.userId, body: { type: "doc", content } });
  await makeComment(db(), { threadId: talk.id, authorId: room.editor.userId, text: "A reply." });
  const dead = { threadId: talk.id, authorId: room.owner.userId, text: "Deleted", deletedAt: new Date() };
  await makeComment(db(), dead);
  const about = await makeThread(db(), { ...at, passageId: passage.id, assessmentId: judged.id });
  await makeComment(db(), { threadId: about.id, authorId: room.editor.userId, text: "Hidden-Talk" });
  const lost = await makeThread(db(), { ...at, passageId: gone.id });
  await makeComment(db(), { threadId: lost.id, authorId: room.editor.userId, text: "Lost-Talk" });
});

const take = async (viewer: Viewer, show?: string[]) => {
  const { text } = await exportAnnotations(viewer, articleId, show);
  return { text, collection: JSON.parse(text) as AnnotationCollection };
};

describe("exportAnnotations", () => {
  it("holds passages and comments, with names when they are asked for", async () => {
    const { collection } = await take(room.member, ["names"]);
    const items = collection.first.items.map(({ motivation, body, creator }) => [
      motivation,
      body?.map((one) => one.value),
      creator?.name,
    ]);
    expect(items).toEqual([
      ["highlighting", ["Figure", "Said by: Ida Holm"], room.owner.name],
      ["commenting", ["Ask (e-mail address)@Marker-Label"], room.owner.name],
      ["replying", ["A reply."], room.editor.name],
    ]);
  });

  it("says who denies it, and makes nobody say what they deny", async () => {
    await db().attribution.updateMany({ where: { articleId }, data: { polarity: "negative" } });
    const { text } = await take(room.member);
    expect(text).toContain("Denied by Ida Holm");
    expect(text).not.toContain("Said by");
  });

  it("leaves out names as the report does", async () => {
    const usual = await take(room.member);
    for (const name of [room.owner.name, room.editor.name, "Marker-Label"])
      expect(usual.text).not.toContain(`"${name}"`);
    expect(usual.text).toContain("a colleague");
    expect(usual.text).not.toContain("Marker-Label");
    expect(usual.collection.total).toBe(3);
  });

  it("never holds a verdict, nor what is said of one that is hidden", async () => {
    const all = ["names", "discussion", "unresolved", "evidence"];
    for (const viewer of [room.member, room.viewer, room.owner]) {
      const { text } = await take(viewer, all);
      for (const hidden of [
        "Hidden-Rationale",
        "Hidden-Talk",
        "Lost-Talk",
        "Deleted",
        "verdict",
        "Misleading",
      ])
        expect(text).not.toContain(hidden);
    }
    // Whoever has judged may read the thread, so may take it along; the verdict itself is in no file.
    const { text } = await take(room.editor, all);
    expect(text).toContain("Hidden-Talk");
    expect(text).not.toContain("Hidden-Rationale");
  });

  it("is for members, and stands in the history", async () => {
    await expect(take(room.outsider)).rejects.toMatchObject({ code: "not-found" });
    await take(room.viewer);
    const entries = await db().auditEntry.count({
      where: { workspaceId: room.workspace.id, action: "report.exported" },
    });
    expect(entries).toBe(1);
  });
});
