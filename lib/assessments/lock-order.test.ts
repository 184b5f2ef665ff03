import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { countWaiting, useTestDatabase } from "@/lib/db/test-database";
import { transaction } from "@/lib/db/transaction";
import { lockArticle } from "@/lib/live/events";
import { makeSource } from "@/prisma/factories";
import { article, judge, passageId, resolve, room, sayWho, useOnePassage } from "./test-one-passage";

useTestDatabase();
useOnePassage();

describe("a word on whether they said so", () => {
  let sourceId = "";
  beforeEach(async () => {
    sourceId = await sayWho("Ida Holm");
  });

  /** Says it while somebody changes the source: as every change does, first the source, then what names it. */
  async function sayMeanwhile(say: () => Promise<unknown>): Promise<unknown> {
    let said: Promise<unknown> | undefined;
    await transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "Source" WHERE id = ${sourceId}::uuid FOR UPDATE`;
      said = say();
      said.catch(() => undefined);
      await expect.poll(countWaiting).toBe(1);
      await lockArticle(tx, article.id);
    });
    return said;
  }

  it("waits for whoever is changing the source, and does not make them wait: a verdict", async () => {
    const judging = () => judge(room.editor, "4", { axis: "said", sourceId });
    expect(await sayMeanwhile(judging)).toMatchObject({ verdict: "4", sourceId });
  });

  it("does so when it is taken back", async () => {
    const { id } = await judge(room.editor, "4", { axis: "said", sourceId });
    const takingBack = () => judge(room.editor, null, { axis: "said", replaces: id, changeNote: "No." });
    expect(await sayMeanwhile(takingBack)).toMatchObject({ verdict: null, sourceId });
  });

  it("does so as a resolution", async () => {
    const resolving = () => resolve("4", { axis: "said", sourceId });
    expect(await sayMeanwhile(resolving)).toMatchObject({ verdict: "4", sourceId });
  });

  it.each([
    ["a resolution", resolve],
    ["a verdict", (verdict, over) => judge(room.editor, verdict, over)],
  ] satisfies [string, typeof resolve][])("waits for no source that it is not about: %s", async (_, say) => {
    const { id: replaces } = await judge(room.editor, "4", { axis: "said", sourceId });
    const made = { workspaceId: room.workspace.id, createdById: room.owner.userId };
    const { id: other } = await makeSource(db(), { ...made, name: "The Courier" });
    await db().attribution.updateMany({ where: { passageId }, data: { sourceId: other } });
    await transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "Source" WHERE id = ${sourceId}::uuid FOR UPDATE`;
      const before = say === resolve ? {} : { replaces };
      expect(await say("2", { axis: "said", sourceId: other, ...before })).toMatchObject({ sourceId: other });
    });
  });
});
