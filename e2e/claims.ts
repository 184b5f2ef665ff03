import type { Page } from "@playwright/test";
import {
  makeAssessment,
  makeAttribution,
  makeEvidence,
  makePassage,
  makeResolution,
  makeSource,
} from "@/prisma/factories";
import type { PrismaClient } from "@/prisma/generated/client";
import { makeRoom } from "./reading";

const text = [
  "Harbour to reopen in spring",
  "The harbour of Lund will reopen in March, the port authority said on Monday. Work began in June 2024.",
  "“We lost two winters,” said Ida Holm, who runs the fish market. According to her, half of the boats have left.",
  "The ministry paid 40,000 crowns last year. A clerk said the money had been there all along.",
].join("\n\n");

/**
 * Six claims, judged by Ana and Ben so that one is split, one agreed as faithfully quoted and inaccurate, one judged by
 * Ana alone, one resolved, and two judged by nobody.
 */
export async function furnish(db: PrismaClient) {
  const room = await makeRoom(db, text);
  const { workspace, ana, ben, article } = room;
  const made = { workspaceId: workspace.id, createdById: ana.id };
  const port = await makeSource(db, { ...made, name: "Port authority", kind: "organisation" });
  const ida = await makeSource(db, { ...made, name: "Ida Holm" });
  const mark = (words: string, over = {}) =>
    makePassage(db, { articleId: article.id, createdById: ana.id, words, ...over });
  const judge = (passage: { id: string }, by: { id: string }, verdict: string, over = {}) =>
    makeAssessment(db, { passageId: passage.id, byId: by.id, verdict, ...over });
  const reopen = await mark("The harbour of Lund will reopen in March", { claimKinds: ["date"] });
  const winters = await mark("“We lost two winters,”");
  const boats = await mark("half of the boats have left", { claimKinds: ["quantity"] });
  const crowns = await mark("The ministry paid 40,000 crowns last year", { claimKinds: ["quantity"] });
  const money = await mark("the money had been there all along");
  const began = await mark("Work began in June 2024", { claimKinds: ["date"] });
  const say = (passage: { id: string }, over: object) =>
    makeAttribution(db, { passageId: passage.id, byId: ana.id, ...over });
  await say(reopen, { sourceId: port.id });
  await say(winters, { sourceId: ida.id, directness: "direct" });
  await say(boats, { sourceId: ida.id });
  await say(began, {});
  const register = await makeEvidence(db, { passageId: boats.id, addedById: ben.id, bearing: "refutes" });
  await judge(reopen, ana, "3");
  await judge(reopen, ben, "U", { text: "The authority’s own plan says autumn.", reasons: ["wrongDate"] });
  const said = { axis: "said", sourceId: ida.id } as const;
  await judge(boats, ana, "1", { restsOn: [register.id] });
  await judge(boats, ben, "1", { restsOn: [register.id] });
  await judge(boats, ana, "4", { ...said, restsOn: [register.id] });
  await judge(boats, ben, "4", { ...said, restsOn: [register.id] });
  await judge(winters, ana, "2", { text: "Zeppelins were there for one.", confidence: "low" });
  await judge(crowns, ana, "3");
  await makeResolution(db, {
    passageId: crowns.id,
    byId: ana.id,
    verdict: "3",
    text: "As the budget has it.",
  });
  const claims = `${room.address}/claims`;
  return { ...room, port, ida, reopen, winters, boats, crowns, money, began, claims };
}

/** The table of claims. */
export const table = (page: Page) => page.getByRole("table", { name: "Claims of this article" });
