import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { makeAssessment, makeAttribution, makePassage, makeSource, makeViewer } from "@/prisma/factories";
import type { Prisma, PrismaClient } from "@/prisma/generated/client";
import { expectFocusIn } from "./expect-focus";
import { expect, test } from "./fixtures";
import { makeRoom } from "./reading";

const text = [
  "Harbour to reopen in spring: UK",
  "The harbour of Lund will reopen in March, the British Transport Ministry said on Monday. Work began in June.",
  "Half of the boats have left, the Lund Gazette wrote. It said the court had fined the operator 40,000 crowns.",
  "“We lost two winters,” said Ida Holm, who runs the fish market.",
].join("\n\n");

type Kind = Prisma.SourceUncheckedCreateInput["kind"];

/** An article in which four sources speak, one of them by way of another and of somebody unknown. */
async function furnish(db: PrismaClient) {
  const room = await makeRoom(db, text);
  const { workspace, ana, ben, article } = room;
  const source = (name: string, kind: Kind) =>
    makeSource(db, { workspaceId: workspace.id, createdById: ana.id, name, kind });
  const [uk, ministry, gazette, court, ida] = [
    await source("UK", "organisation"),
    await source("British Transport Ministry", "organisation"),
    await source("Lund Gazette", "organisation"),
    await source("District Court", "organisation"),
    await source("Ida Holm", "person"),
  ];
  const mark = (words: string, over: Record<string, unknown> = {}) =>
    makePassage(db, { articleId: article.id, createdById: ana.id, words, ...over });
  const say = (passage: { id: string }, over: Record<string, unknown>) =>
    makeAttribution(db, { passageId: passage.id, byId: ana.id, ...over });
  await say(await mark("Harbour to reopen in spring"), { sourceId: uk.id });
  await say(await mark("The harbour of Lund will reopen in March"), { sourceId: ministry.id });
  await say(await mark("Half of the boats have left"), { sourceId: gazette.id });
  const winters = await mark("“We lost two winters,”");
  await say(winters, { sourceId: ida.id, directness: "direct" });
  const said = { axis: "said", verdict: "2", sourceId: ida.id } as const;
  await makeAssessment(db, { passageId: winters.id, byId: ana.id, ...said });
  const fined = await mark("the court had fined the operator 40,000 crowns", { claimKinds: ["quantity"] });
  const outer = await say(fined, { sourceId: gazette.id, stands: false });
  const middle = await say(fined, {
    voice: "source",
    directness: "indirect",
    parentId: outer.id,
    stands: false,
  });
  await say(fined, { sourceId: court.id, parentId: middle.id });
  return { ...room, ben, uk, ministry, gazette, court, ida, ledger: `${room.address}/sources` };
}

const rowNames = (page: Page) =>
  page.getByRole("table", { name: "Sources of this article" }).getByRole("rowheader").getByRole("button");

const row = (page: Page, name: string) =>
  page.getByRole("row").filter({ has: page.getByRole("button", { name, exact: true }) });

test("an article's ledger counts, sorts, narrows and leads to the words", async ({ page, db, signIn }) => {
  const { ana, address, ledger } = await furnish(db);
  await signIn(ana);
  await page.goto(address);
  await page
    .getByRole("navigation", { name: "Views of this article" })
    .getByRole("link", { name: "Sources" })
    .click();
  await expect(page).toHaveURL(ledger);
  await expect(page.getByText("5 sources speak")).toBeVisible();
  await expect(rowNames(page).first()).toHaveText(/British Transport Ministry/);
  await expect(page.getByRole("columnheader", { name: "Share" })).toHaveAttribute("aria-sort", "descending");
  await page.getByRole("button", { name: "Source", exact: true }).click();
  await expect(rowNames(page)).toHaveText([/British/, /District/, /Ida/, /Lund/, /UK/]);
  await expect(page.getByRole("columnheader", { name: "Source" })).toHaveAttribute("aria-sort", "ascending");

  await expect(row(page, "District Court")).toContainText("only source of a figure");
  await expect(row(page, "District Court")).toContainText("second-hand");
  await expect(row(page, "District Court").getByRole("cell").nth(4)).toHaveText("3");
  await expect(row(page, "Ida Holm").getByRole("cell").nth(3)).toHaveText("1 / 0 / 0");

  await page.getByLabel("Flag").selectOption({ label: "second-hand" });
  await expect(rowNames(page)).toHaveText([/District Court/]);
  await page.getByLabel("Flag").selectOption("");
  await page.getByLabel("Find a source by name").fill("holm");
  await expect(rowNames(page)).toHaveText([/Ida Holm/]);
  await page.getByLabel("Find a source by name").fill("nobody of that name");
  await page.getByRole("button", { name: "Show all 5" }).click();

  await expect(row(page, "Ida Holm").getByRole("cell").nth(5)).toContainText("Distorted");
  const holms = page.getByRole("rowgroup").filter({ has: row(page, "Ida Holm") });
  await expect(async () => {
    await page.keyboard.press("j");
    await expect(holms).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Ida Holm, directly")).toBeVisible();
  await expect(page.getByText("Said:").locator("..")).toContainText("Distorted");
  await page.getByRole("link", { name: "“We lost two winters,”" }).click();
  await expect(
    page
      .getByRole("region", { name: /Passage/ })
      .getByText("Ida Holm")
      .first(),
  ).toBeVisible();
});

test("somebody unnamed is no source: told apart, and reached", async ({ page, db, signIn }) => {
  const { ana, article, ledger } = await furnish(db);
  const by = { articleId: article.id, createdById: ana.id };
  const began = await makePassage(db, { ...by, words: "Work began in June" });
  await makeAttribution(db, { passageId: began.id, byId: ana.id, voice: "source", directness: "indirect" });
  await signIn(ana);
  await page.goto(ledger);
  await expect(rowNames(page)).toHaveCount(5);
  await expect(page.getByText(/^5 sources speak .*1 passage of somebody unnamed is \d+%/)).toBeVisible();
  const chains = page.getByRole("region", { name: "Who reports whom" });
  await expect(
    chains.getByText("3 more sources speak to the reporter directly, and somebody unnamed in 1 passage."),
  ).toBeVisible();
  await expect(row(page, "Ida Holm").getByRole("cell").nth(5)).toHaveText(/Distorted1 passage$/);
  const unnamed = page.getByRole("region", { name: "And 1 passage of somebody unnamed" });
  await unnamed.getByRole("link", { name: "Work began in June" }).click();
  await expect(page.getByRole("region", { name: /Passage/ })).toContainText("Work began in June");
});

test("a merge and its undoing keep the focus", async ({ page, db, signIn }) => {
  const { ana, ledger } = await furnish(db);
  await signIn(ana);
  await page.goto(ledger);
  const proposals = page.getByRole("region", { name: "Two sources may be one" });
  await proposals.getByRole("button", { name: /^Merge “UK”/ }).press("Enter");
  await expect(proposals).toHaveCount(0);
  const ministry = page
    .getByRole("rowgroup")
    .filter({ has: page.getByRole("button", { name: "British Transport Ministry", exact: true }) });
  await expectFocusIn(ministry);
  await page.getByRole("button", { name: "Undo", exact: true }).press("Enter");
  await expect(proposals).toHaveCount(1);
  await expectFocusIn(ministry);
  await proposals.getByRole("button", { name: /^Not the same/ }).press("Enter");
  await expect(proposals).toHaveCount(0);
  await expectFocusIn(ministry);
});

test("a merge on the workspace's page and its undoing keep the focus", async ({ page, db, signIn }) => {
  const { ana, workspace } = await furnish(db);
  await signIn(ana);
  await page.goto(`/sources?workspace=${workspace.id}`);
  const proposals = page.getByRole("region", { name: "Two sources may be one" });
  await proposals.getByRole("button", { name: /^Merge “UK”/ }).press("Enter");
  await expect(proposals).toHaveCount(0);
  const ministry = page.getByRole("row", { name: /British Transport Ministry/ });
  await expectFocusIn(ministry);
  await page.getByRole("button", { name: "Undo", exact: true }).press("Enter");
  await expect(proposals).toHaveCount(1);
  await expectFocusIn(ministry);
});

test("who reports whom is drawn, and a missing link leads to where it is missing", async ({
  page,
  db,
  signIn,
}) => {
  const { ana, ledger } = await furnish(db);
  await signIn(ana);
  await page.goto(ledger);
  const chains = page.getByRole("region", { name: "Who reports whom" });
  const outer = chains.getByRole("listitem").filter({ hasText: "Lund Gazette" }).first();
  await expect(outer.getByRole("listitem").first()).toContainText("Nobody knows who");
  await expect(outer.getByRole("listitem").last()).toHaveText(/District Court.*1 passage/);
  await expect(chains.getByText("3 more sources speak to the reporter directly.")).toBeVisible();
  await outer.getByRole("link", { name: "Nobody knows who" }).click();
  await expect(page.getByRole("region", { name: /Passage/ })).toContainText(
    "the court had fined the operator",
  );
});

test("two sources are merged by drag, by name and as proposed; each can be undone, and others see it at once", async ({
  page,
  db,
  signIn,
  openAs,
}) => {
  const { ana, ben, ledger } = await furnish(db);
  await signIn(ana);
  await page.goto(ledger);
  const bens = await openAs(ben);
  await bens.goto(ledger);

  const proposals = page.getByRole("region", { name: "Two sources may be one" });
  await expect(proposals).toContainText("both speak for the same state");
  await proposals.getByRole("button", { name: "Merge “UK” into “British Transport Ministry”" }).click();
  await expect(row(page, "UK")).toHaveCount(0);
  await expect(row(page, "British Transport Ministry").getByRole("cell").nth(1)).toHaveText("2", {
    useInnerText: true,
  });
  await expect(row(bens, "UK")).toHaveCount(0);
  await expect(proposals).toHaveCount(0);

  await page.getByRole("button", { name: "British Transport Ministry", exact: true }).click();
  await page.getByRole("button", { name: "Undo the merge of “UK”" }).click();
  await expect(row(bens, "UK")).toHaveCount(1);
  await expect(page.locator("tbody:focus")).toContainText("British Transport Ministry");
  await proposals.getByRole("button", { name: /^Not the same/ }).click();
  await expect(page.getByText("“UK” and “British Transport Ministry” stay apart")).toBeVisible();
  await expect(proposals).toHaveCount(0);

  await page
    .getByRole("button", { name: "Merge “Ida Holm” into another source" })
    .dragTo(row(page, "Lund Gazette"));
  await expect(row(page, "Ida Holm")).toHaveCount(0);
  await page.getByRole("button", { name: "Undo", exact: true }).first().click();
  await expect(row(page, "Ida Holm")).toHaveCount(1);

  await page.getByRole("button", { name: "Merge “UK” into another source" }).press("Enter");
  const dialog = page.getByRole("dialog");
  await page.keyboard.type("court");
  await dialog.getByRole("option", { name: /District Court/ }).waitFor();
  await page.keyboard.press("Enter");
  await dialog.getByRole("button", { name: "Merge", exact: true }).press("Enter");
  await expect(row(bens, "UK")).toHaveCount(0);
  await expect(row(page, "District Court").getByRole("cell").nth(1)).toHaveText("2", { useInnerText: true });
  await expect(page.locator("tbody:focus")).toContainText("District Court");
});

test("what a colleague records stands in the ledger at once, and a viewer only reads it", async ({
  page,
  db,
  signIn,
  openAs,
}) => {
  const { ana, workspace, article, address, ledger } = await furnish(db);
  const vera = await makeViewer(db, workspace, "viewer");
  await signIn({ id: vera.userId });
  await page.goto(ledger);
  await expect(rowNames(page)).toHaveCount(5);
  await expect(page.getByRole("button", { name: /Merge/ })).toHaveCount(0);
  await expect(page.getByRole("region", { name: /may be one/ })).toHaveCount(0);
  const passage = await makePassage(db, {
    articleId: article.id,
    createdById: ana.id,
    words: "Work began in June",
  });
  const anas = await openAs(ana);
  await anas.goto(`${address}?passage=${passage.id}`);
  await anas.keyboard.press("a");
  await anas.getByRole("combobox", { name: "Source" }).fill("Sven the engineer");
  await anas.getByRole("option", { name: /Sven the engineer/ }).waitFor();
  await anas.keyboard.press("Enter");
  await anas.keyboard.press("Control+Enter");
  await expect(row(page, "Sven the engineer")).toHaveCount(1);
});

test("the ledger is taken along as CSV, and a first look at it leaves the article unopened", async ({
  page,
  db,
  signIn,
}) => {
  const { ben, article, ledger } = await furnish(db);
  await signIn(ben);
  await page.goto(ledger);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export as CSV" }).click();
  const file = readFileSync(await (await download).path(), "utf8");
  expect(file.split("\n")).toHaveLength(1 + 5 + 1);
  expect(file).toContain("District Court");
  expect(await db.visit.count({ where: { articleId: article.id, userId: ben.id } })).toBe(0);
});

test("the workspace's sources are searched, ordered and opened, down to what each said @both", async ({
  page,
  db,
  signIn,
}) => {
  const { ana, workspace, ministry, uk, address } = await furnish(db);
  await db.source.update({ where: { id: uk.id }, data: { mergedIntoId: ministry.id } });
  await signIn(ana);
  await page.goto("/");
  await page.getByRole("navigation", { name: "Places" }).getByRole("link", { name: "Sources" }).click();
  await expect(page.getByRole("rowheader").first()).toContainText("British Transport Ministry");
  await expect(page.getByRole("rowheader").first()).toContainText("with 1 source merged into it");
  await page.getByLabel("Find a source by name").fill("winters nobody");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page.getByText("No source is like this")).toBeVisible();
  await page.getByRole("link", { name: "Show all sources" }).click();
  await page.getByLabel("Order").selectOption({ label: "Name" });
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page).toHaveURL(`/sources?workspace=${workspace.id}&q=&kind=&order=name`);
  await expect(page.getByRole("rowheader")).toHaveText([/British/, /District/, /Ida/, /Lund/]);

  await page.getByRole("link", { name: "British Transport Ministry" }).click();
  await expect(page.getByRole("heading", { name: "British Transport Ministry" })).toBeVisible();
  const said = page.getByRole("region", { name: "What it said" });
  await expect(said.getByRole("listitem")).toHaveCount(2);
  await expect(said.getByText("as “UK”")).toBeVisible();
  await page.getByRole("button", { name: "Undo the merge of “UK”" }).click();
  await expect(said.getByRole("listitem")).toHaveCount(1);
  await expect(page.getByRole("heading", { name: "British Transport Ministry" })).toBeFocused();
  await page.getByRole("button", { name: "Edit" }).click();
  await page.getByLabel("Role").fill("runs the harbours");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Organisation · runs the harbours")).toBeVisible();
  await said.getByRole("link").click();
  await expect(page).toHaveURL(new RegExp(`${address}\\?passage=`));
});

test("before anybody has said who said it, the ledger tells how to begin", async ({ page, db, signIn }) => {
  const { ana, address } = await makeRoom(db);
  await signIn(ana);
  await page.goto(`${address}/sources`);
  await expect(page.getByRole("heading", { name: "No sources yet" })).toBeVisible();
  await page.getByRole("link", { name: "Read the article" }).click();
  await expect(page).toHaveURL(address);
});

test("a long name without a space breaks no page @both", async ({ page, db, signIn }) => {
  const { ana, ida, workspace, ledger } = await furnish(db);
  const name = "Ida".padEnd(200, "m");
  await db.source.update({ where: { id: ida.id }, data: { name } });
  await signIn(ana);
  for (const place of [ledger, `/sources?workspace=${workspace.id}`, `/sources/${ida.id}?utm_source=mail`]) {
    await page.goto(place);
    // What a mail program adds to an address is nobody's question.
    await expect(page.getByText(name).first()).toBeVisible();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect.soft(overflow, place).toBeLessThanOrEqual(0);
  }
});

test("Esc closes the list of sources, then the box, and the focus comes back to where it was", async ({
  page,
  db,
  signIn,
}) => {
  const { ana, ledger } = await furnish(db);
  await signIn(ana);
  await page.goto(ledger);
  const handle = page.getByRole("button", { name: "Merge “UK” into another source" });
  const box = page.getByRole("dialog");
  await handle.press("Enter");
  await expect(box.getByRole("combobox")).toBeFocused();
  await page.keyboard.type("Lund");
  await expect(box.getByRole("listbox")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(box.getByRole("listbox")).toHaveCount(0);
  await expect(box.getByRole("combobox")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(box).toHaveCount(0);
  await expect(handle).toBeFocused();
  await handle.press("Enter");
  await box.getByRole("button", { name: "Cancel" }).press("Enter");
  await expect(box).toHaveCount(0);
  await expect(handle).toBeFocused();
});
