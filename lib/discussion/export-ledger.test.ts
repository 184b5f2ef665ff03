import { beforeAll, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { useTestDatabase } from "@/lib/db/test-database";
import { makeArticle, makeAttribution, makeNewsroom, makePassage, makeSource } from "@/prisma/factories";
import { exportArticleLedger } from "./export-ledger";
import { getDiscussion } from "./queries";

useTestDatabase();

let room: Awaited<ReturnType<typeof makeNewsroom>>;
let article: Awaited<ReturnType<typeof makeArticle>>;

beforeAll(async () => {
  room = await makeNewsroom(db());
  const made = { workspaceId: room.workspace.id, createdById: room.owner.userId };
  article = await makeArticle(db(), { ...made, title: "Harbour: =1 & more" });
  const ida = await makeSource(db(), { ...made, name: "Ida Holm", role: "fish market", isParty: true });
  const court = await makeSource(db(), { ...made, name: "=SUM(A1)", kind: "document" });
  const union = await makeSource(db(), { ...made, name: "The union", kind: "organisation" });
  const said = async (words: string, over: Partial<Parameters<typeof makeAttribution>[1]>) => {
    const passage = await makePassage(db(), {
      articleId: article.id,
      createdById: room.member.userId,
      words,
      claimKinds: ["quantity"],
    });
    return makeAttribution(db(), { passageId: passage.id, byId: room.member.userId, ...over });
  };
  const { id } = await said("“We lost two winters,”", { sourceId: ida.id, directness: "direct" });
  await said("runs the fish market", { sourceId: union.id, polarity: "negative", cueClass: "denying" });
  await said("half of the boats have left.", { sourceId: court.id, parentId: id, channel: "document" });
});

it("writes the ledger as the screen has it, and no cell that a spreadsheet would run", async () => {
  const file = await exportArticleLedger(room.viewer, article.id);
  expect(file.name).toBe("Harbour-1-more-sources.csv");
  expect(file.text.slice(1).split("\r\n").slice(1)).toEqual([
    `'=SUM(A1),Document,,'=SUM(A1),1,6,0.15,0,0,1,2,2,Document,"only source of a figure; second-hand",0,0,0,half of the boats have left.`,
    'Ida Holm,Person,fish market,Ida Holm,1,4,0.1,1,0,0,1,1,,"party to the matter; only source of a figure",0,0,1,"“We lost two winters,”"',
    "The union,Organisation,,The union,1,4,0.1,0,0,1,1,1,,,0,1,0,Denied by The union: runs the fish market",
    "",
  ]);
});

it("is no opening of the article: what is new to the reader stays new", async () => {
  await exportArticleLedger(room.owner, article.id);
  expect(await db().visit.count({ where: { userId: room.owner.userId } })).toBe(0);
  expect((await getDiscussion(room.owner, article.id)).firstTime).toBe(true);
});

it("is for members alone", async () => {
  await expect(exportArticleLedger(room.outsider, article.id)).rejects.toMatchObject({ code: "not-found" });
});
