import { expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { useTestDatabase } from "@/lib/db/test-database";
import { makeArticle, makeAttribution, makeNewsroom, makePassage } from "@/prisma/factories";

useTestDatabase();

it.each([
  ["none", null, null, true],
  ["a place", 0, 4, true],
  ["half of one", 0, null, false],
  ["its other half", null, 4, false],
  ["one before the text", -1, 4, false],
  ["an empty one", 4, 4, false],
])("the database takes %s for mention, cue and core: %s–%s", async (_, start, end, isTaken) => {
  const room = await makeNewsroom(db());
  const made = { workspaceId: room.workspace.id, createdById: room.owner.userId };
  const article = await makeArticle(db(), made);
  const place = { articleId: article.id, createdById: room.owner.userId };
  const { id: passageId } = await makePassage(db(), place);
  const held = { passageId, byId: room.owner.userId };
  const writes = [
    () => makeAttribution(db(), { ...held, mentionStart: start, mentionEnd: end }),
    () => makeAttribution(db(), { ...held, cueStart: start, cueEnd: end }),
    () => makePassage(db(), { ...place, coreStart: start, coreEnd: end }),
  ];
  for (const write of writes) {
    if (isTaken) await expect(write()).resolves.toBeDefined();
    else await expect(write()).rejects.toThrow(/check/);
  }
});
