import { expect, type Page } from "@playwright/test";
import {
  makeAssessment,
  makeAttribution,
  makeEvidence,
  makeMembership,
  makePassage,
  makeResolution,
  makeSource,
  makeUser,
} from "@/prisma/factories";
import type { Prisma, PrismaClient } from "@/prisma/generated/client";
import { makeRoom } from "./reading";

const text = [
  "Harbour to reopen in spring",
  "The harbour of Lund will reopen in March, the port authority said on Monday. Work began in June, and 41 of 80 berths are let already.",
  "“We lost two winters,” said Ida Holm, who runs the fish market. According to her, half of the boats have left, and the operator was fined 40,000 crowns.",
  "It is the largest harbour of the coast. The town will be rich again, the mayor hopes. A clerk who asked not to be named said the money had been there all along.",
  "The ministry did not answer. The last dredger left on Friday.",
].join("\n\n");

type Verdict = NonNullable<Prisma.AssessmentUncheckedCreateInput["verdict"]>;

/** An article with a passage resolved at every level, one on which two differ, and one that nobody has judged. */
export async function makeReported(db: PrismaClient) {
  const room = await makeRoom(db, text);
  const { workspace, article, ana, ben } = room;
  const eve = await makeUser(db, { name: "Eve Strand" });
  await makeMembership(db, { workspaceId: workspace.id, userId: eve.id, role: "editor" });
  await db.article.update({
    where: { id: article.id },
    data: {
      author: "Nils Berg",
      publisher: "Lund Gazette",
      publishedAt: new Date("2026-11-20"),
      url: "https://gazette.example.com/harbour",
    },
  });
  const made = { workspaceId: workspace.id, createdById: ana.id };
  const authority = await makeSource(db, { ...made, name: "Port authority", kind: "organisation" });
  const ida = await makeSource(db, { ...made, name: "Ida Holm" });
  const clerk = await makeSource(db, { ...made, name: "A clerk", kind: "anonymousPerson" });
  const mark = (words: string) => makePassage(db, { articleId: article.id, createdById: ben.id, words });
  const say = (passage: { id: string }, over: Partial<Prisma.AttributionUncheckedCreateInput>) =>
    makeAttribution(db, { passageId: passage.id, byId: ben.id, ...over });
  const judge = (passage: { id: string }, by: { id: string }, verdict: Verdict, over = {}) =>
    makeAssessment(db, { passageId: passage.id, byId: by.id, verdict, ...over });
  const resolve = (passage: { id: string }, verdict: Verdict, over: { text?: string } = {}) =>
    makeResolution(db, { passageId: passage.id, byId: eve.id, verdict, ...over });

  const march = await mark("The harbour of Lund will reopen in March");
  await say(march, { sourceId: authority.id });
  await resolve(march, "3", { text: "The works end on 28 March; the gates open two days later." });
  await makeResolution(db, {
    passageId: march.id,
    byId: eve.id,
    axis: "said",
    sourceId: authority.id,
    verdict: "4",
  });
  const berths = await mark("41 of 80 berths are let already");
  await say(berths, {});
  const register = await makeEvidence(db, { passageId: berths.id, addedById: ben.id, primary: true });
  await makeEvidence(db, {
    passageId: berths.id,
    addedById: ben.id,
    url: "https://gazette.example.com/berths-of-the-old-harbour-and-what-became-of-them-over-the-years",
    title: "Berths, a series",
    excerpt: "Half are let.",
    bearing: "context",
  });
  await judge(berths, ben, "4", { restsOn: [register.id], confidence: "high" });
  await resolve(berths, "4", { text: "The register has the same number." });
  const winters = await mark("“We lost two winters,”");
  await say(winters, { sourceId: ida.id, directness: "direct", saidAt: new Date("2026-11-02") });
  await judge(winters, ben, "1");
  await judge(winters, ana, "3");
  await resolve(winters, "2", {
    text: "The market was closed for one winter and open, without boats, for the other.",
  });
  const fined = await mark("the operator was fined 40,000 crowns");
  await say(fined, { sourceId: ida.id });
  await makeEvidence(db, {
    passageId: fined.id,
    addedById: ben.id,
    url: "https://court.example.net/judgments/2026/118",
    title: "Judgment 118 of 2026",
    excerpt: "The operator is ordered to pay 4,000 crowns.",
    bearing: "refutes",
    primary: true,
  });
  await resolve(fined, "1");
  const hope = await mark("The town will be rich again");
  await resolve(hope, "O");
  const money = await mark("the money had been there all along");
  await say(money, { sourceId: clerk.id });
  await resolve(money, "U", { text: "Nobody would show the accounts." });
  const largest = await mark("It is the largest harbour of the coast");
  await judge(largest, ben, "2");
  await judge(largest, ana, "U");
  await mark("The last dredger left on Friday");
  return { ...room, eve, ida, winters, march, berths, report: `${room.address}/report` };
}

/** The note of a report that has these words. */
export const note = (page: Page, words: string) =>
  page.getByRole("listitem").filter({ hasText: words }).first();

/** The field that shows where a report is published. */
export const addressField = (page: Page) => page.getByLabel("Address of the published report");

/** Answers that it may become public. */
export async function agree(page: Page): Promise<void> {
  await page.getByRole("dialog").getByRole("button", { name: "Publish", exact: true }).press("Enter");
}

/** Publishes the report that is shown; answers with its address. */
export async function publish(page: Page): Promise<string> {
  const button = page.getByRole("button", { name: "Publish this report" });
  // It opens with the scripts; a key on a closed button would be lost.
  await expect(button).toBeEnabled();
  await button.press("Enter");
  await agree(page);
  await expect(page.getByRole("button", { name: "Publish again" })).toBeEnabled();
  return addressField(page).inputValue();
}
