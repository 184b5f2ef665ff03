import { readFileSync } from "node:fs";
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
import { expect, test } from "./fixtures";
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
async function furnish(db: PrismaClient) {
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
  await judge(winters, ana, "2", { text: "Zeppelins were there for one." });
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

const table = (page: Page) => page.getByRole("table", { name: "Claims of this article" });
const rowOf = (page: Page, words: string) => table(page).getByRole("row").filter({ hasText: words });
const first = (page: Page) => table(page).getByRole("rowheader").first();

test("the table counts, sorts, narrows and leads to the passage, and the address keeps it", async ({
  page,
  db,
  signIn,
}) => {
  const { ana, claims, address, boats } = await furnish(db);
  await signIn(ana);
  await page.goto(address);
  await page
    .getByRole("navigation", { name: "Views of this article" })
    .getByRole("link", { name: "Claims" })
    .click();
  await expect(page).toHaveURL(claims);
  const progress = page.getByRole("region", { name: "Progress" });
  await expect(progress).toContainText("4 of 6 judged");
  await expect(progress).toContainText("1 of 6 resolved");
  await expect(progress).toContainText("4 of 6 attributed");
  await expect(progress).toContainText("1 split");
  await expect(table(page).getByRole("rowheader")).toHaveCount(6);
  await expect(rowOf(page, "will reopen in March")).toContainText("split 1 : 1");
  await expect(rowOf(page, "half of the boats")).toContainText("Inaccurate");
  await expect(rowOf(page, "half of the boats")).toContainText("Faithful");
  await expect(rowOf(page, "The ministry paid")).toContainText("resolved");

  await page.getByRole("link", { name: "So", exact: true }).click();
  await expect(page.getByRole("columnheader", { name: "So", exact: true })).toHaveAttribute(
    "aria-sort",
    "ascending",
  );
  await expect(first(page)).toContainText("half of the boats");
  await expect(page).toHaveURL(`${claims}?sort=so`);
  await page.getByRole("link", { name: "So", exact: true }).click();
  await expect(page.getByRole("columnheader", { name: "So", exact: true })).toHaveAttribute(
    "aria-sort",
    "descending",
  );
  await page.getByLabel("Order").selectOption({ label: "Split first" });
  await expect(first(page)).toContainText("will reopen in March");

  await page.getByLabel("State").selectOption("unjudged");
  await expect(page).toHaveURL(`${claims}?sort=agreement&state=unjudged`);
  await expect(table(page).getByRole("rowheader")).toHaveCount(2);
  await page.getByLabel("Source").selectOption({ label: "The reporter’s own words" });
  await expect(table(page).getByRole("rowheader")).toHaveText([/Work began in June/]);
  await page.reload();
  await expect(table(page).getByRole("rowheader")).toHaveText([/Work began in June/]);
  await page.getByLabel("Kind of claim").selectOption({ label: "Cause" });
  await page.getByRole("link", { name: "Show all 6" }).click();
  await expect(table(page).getByRole("rowheader")).toHaveCount(6);
  await page.goBack();
  await expect(page.getByText("No claim is like this.")).toBeVisible();

  await page.goto(`${claims}?kind=quantity`);
  await expect(table(page).getByRole("rowheader")).toHaveCount(2);
  await page.getByRole("link", { name: "half of the boats have left" }).click();
  await expect(page).toHaveURL(`${address}?passage=${boats.id}`);
});

test("the table is gone through by keys alone", async ({ page, db, signIn }) => {
  const { ana, claims, address, began } = await furnish(db);
  await signIn(ana);
  await page.goto(claims);
  await expect(async () => {
    await page.keyboard.press("j");
    await expect(rowOf(page, "will reopen in March")).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.press("j");
  await expect(rowOf(page, "Work began")).toBeFocused();
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  await expect(rowOf(page, "Work began")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`${address}?passage=${began.id}`);

  // Esc closes what is open in the text, and then leads back to the row.
  await expect(page.getByRole("link", { name: "Back to claims" })).toBeVisible();
  await expect(async () => {
    await page.keyboard.press("Escape");
    await expect(page).toHaveURL(claims, { timeout: 500 });
  }).toPass();
  await expect(rowOf(page, "Work began")).toBeFocused();

  await expect(async () => {
    await page.keyboard.press("x");
    await expect(page.getByText("1 selected")).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.getByRole("checkbox", { name: "Select claim 6" }).check();
  const bar = page.getByRole("region", { name: "Selected claims" });
  await expect(bar).toContainText("2 selected");
  await bar.getByRole("button", { name: "Kinds…" }).click();
  await page.getByRole("menuitem", { name: "Cause" }).click();
  for (const words of ["Work began", "the money had been"])
    await expect(rowOf(page, words)).toContainText("Cause");
  await bar.getByRole("button", { name: "Assign…" }).click();
  await page.getByRole("menuitem", { name: "Ben Okoro" }).click();
  for (const words of ["Work began", "the money had been"])
    await expect(rowOf(page, words)).toContainText("Ben Okoro");
  await page.keyboard.press("Escape");
  await expect(bar).toHaveCount(0);
});

test("colleagues' verdicts stay hidden until they are revealed, and arrive live from then on", async ({
  page,
  db,
  signIn,
}) => {
  const { ben, article, winters, claims } = await furnish(db);
  const bodies: string[] = [];
  page.on("response", async (response) => {
    if (response.url().includes("/claims")) bodies.push(await response.text().catch(() => ""));
  });
  await signIn(ben);
  await page.goto(claims);
  const row = rowOf(page, "We lost two winters");
  await expect(row).toContainText("1 judged, hidden");
  for (const view of ["board", "matrix", "numbers"]) await page.goto(`${claims}?view=${view}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const read = await page.request.get(`/api/articles/${article.id}/claims?sort=so`);
  bodies.push(await read.text());
  const { rows } = await read.json();
  expect(rows.find((one: { id: string }) => one.id === winters.id).so).toMatchObject({
    count: 1,
    verdicts: [],
  });
  expect(bodies.length).toBeGreaterThan(4);
  expect(bodies.join("")).not.toContain("Zeppelin");
  await page.goto(claims);
  await page.getByRole("button", { name: "Reveal all verdicts" }).click();
  const dialog = page.getByRole("dialog", { name: "Reveal all verdicts?" });
  await expect(dialog).toContainText("will not be blind");
  await dialog.getByRole("button", { name: "Keep them hidden" }).click();
  await expect(row).toContainText("1 judged, hidden");
  await page.getByRole("button", { name: "Reveal all verdicts" }).click();
  await dialog.getByRole("button", { name: "Reveal all", exact: true }).click();
  await expect(row).toContainText("Misleading in part");
  await expect(page.getByRole("button", { name: "Reveal all verdicts" })).toHaveCount(0);
  expect(await db.reveal.count({ where: { passageId: winters.id, userId: ben.id } })).toBe(1);
});

test("what a colleague judges stands in the table and on the board at once", async ({
  page,
  db,
  signIn,
  openAs,
}) => {
  const { ana, ben, money, claims } = await furnish(db);
  await signIn(ana);
  await page.goto(claims);
  await expect(rowOf(page, "the money had been")).toContainText("nobody yet");
  const bens = await openAs(ben);
  await bens.goto(`${claims}?view=board`);
  const section = bens.getByRole("region", { name: /Nobody has judged/ });
  await expect(section.getByText("the money had been there all along")).toBeVisible();
  const body = {
    id: crypto.randomUUID(),
    axis: "so",
    verdict: "2",
    exact: money.exact,
    sourceId: null,
    replaces: null,
  };
  const answer = await bens.evaluate(
    async ([id, body]) =>
      (
        await fetch(`/api/passages/${id}/assessments`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(body),
        })
      ).status,
    [money.id, body] as const,
  );
  expect(answer).toBe(201);
  await expect(section.getByText("the money had been there all along")).toHaveCount(0);
  await expect(rowOf(page, "the money had been")).toContainText("1 judged, hidden");
  await expect(page.getByRole("region", { name: "Progress" })).toContainText("5 of 6 judged");
});

test("a colleague is asked to check a claim, and a viewer asks nobody", async ({
  page,
  db,
  signIn,
  openAs,
}) => {
  const { ana, ben, workspace, money, claims } = await furnish(db);
  await signIn(ana);
  await page.goto(claims);
  await page.getByRole("button", { name: "Assign claim 6" }).click();
  await page.getByRole("menuitem", { name: "Ben Okoro" }).click();
  await expect(rowOf(page, "the money had been")).toContainText("Ben Okoro");
  await expect
    .poll(async () => (await db.passage.findUniqueOrThrow({ where: { id: money.id } })).assigneeId)
    .toBe(ben.id);
  await db.membership.updateMany({
    where: { workspaceId: workspace.id, userId: ben.id },
    data: { role: "viewer" },
  });
  const bens = await openAs(ben);
  await bens.goto(`${claims}?mine=assigned`);
  await expect(table(bens).getByRole("rowheader")).toHaveText([/the money had been/]);
  await expect(bens.getByRole("button", { name: /Assign claim/ })).toHaveCount(0);
});

test("the board opens in place and says who said what and why, and how far they agree", async ({
  page,
  db,
  signIn,
}) => {
  const { ana, reopen, claims, address } = await furnish(db);
  await signIn(ana);
  await page.goto(claims);
  await page.getByRole("link", { name: "Agreement board" }).click();
  await expect(page).toHaveURL(`${claims}?view=board`);
  const split = page.getByRole("region", { name: /^Split/ });
  await expect(split.getByText("says autumn")).toBeHidden();
  await split.getByText("will reopen in March").click();
  await expect(split.getByText("Ben Okoro")).toBeVisible();
  await expect(split.getByText("The authority’s own plan says autumn.")).toBeVisible();
  await expect(split.getByText(/Unverifiable · medium confidence · wrong date/)).toBeVisible();
  await expect(split.getByRole("link", { name: "Open the passage" })).toHaveAttribute(
    "href",
    `${address}?passage=${reopen.id}`,
  );
  await expect(page.getByRole("region", { name: /^Judged by one/ })).toContainText("We lost two winters");
  await expect(page.getByRole("region", { name: /^Nobody has judged/ })).toContainText("Work began");
  const agreement = page.getByRole("table", { name: /Agreement in the article/ });
  await expect(agreement.getByRole("row", { name: /Everybody Is it so/ })).toContainText(
    "50% within one level",
  );
  await expect(
    agreement.getByRole("row", { name: /Ana Lima and Ben Okoro Is it so|Ben Okoro and Ana Lima Is it so/ }),
  ).toContainText("too few");
});

test("the matrix names its corner and leads to the claims of a cell", async ({ page, db, signIn }) => {
  const { ana, claims } = await furnish(db);
  await signIn(ana);
  await page.goto(`${claims}?view=matrix`);
  await expect(page.getByRole("columnheader")).toHaveCount(4);
  const corner = page.getByRole("cell", { name: /Faithfully quoted, inaccurate/ });
  await expect(corner).toContainText("half of the boats have left");
  await expect(page.getByText("5 claims have no place in it: 3 have no one source")).toBeVisible();
  await corner.getByRole("link", { name: "1 claim, in the table" }).click();
  await expect(page).toHaveURL(`${claims}?cell=4-1`);
  await expect(table(page).getByRole("rowheader")).toHaveText([/half of the boats/]);
  await expect(page.getByText("Only what is Faithful and Inaccurate.")).toBeVisible();
  await page.getByRole("link", { name: "Show the others too" }).click();
  await expect(table(page).getByRole("rowheader")).toHaveCount(6);
});

test("numbers and dates are listed by themselves, with source and verdict", async ({ page, db, signIn }) => {
  const { ana, boats, claims, address } = await furnish(db);
  await signIn(ana);
  await page.goto(`${claims}?view=numbers`);
  const list = page.getByRole("table", { name: "Numbers and dates of this article" });
  await expect(list.getByRole("rowheader")).toHaveText([
    /^March/,
    /^Monday/,
    /^June 2024/,
    /^two/,
    /^half/,
    /^40,000 crowns/,
    /^last year/,
  ]);
  const half = list.getByRole("row").filter({ hasText: "Ida Holm" }).filter({ hasText: "Inaccurate" });
  await expect(half).toContainText("According to her, half of the boats have left.");
  await expect(list.getByRole("row", { name: /^Monday/ })).toContainText("In no passage");
  await half.getByRole("link", { name: "half" }).click();
  await expect(page).toHaveURL(`${address}?passage=${boats.id}`);
});

test("exactly this view is taken along as CSV, and looking leaves the article unopened", async ({
  page,
  db,
  signIn,
}) => {
  const { ben, article, claims } = await furnish(db);
  await signIn(ben);
  await page.goto(`${claims}?kind=quantity`);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export as CSV" }).click();
  const file = readFileSync(await (await download).path(), "utf8");
  expect(file.split("\r\n")).toHaveLength(1 + 2 + 1);
  expect(file).toContain("half of the boats have left");
  expect(file).toContain("1 judged, hidden");
  expect(await db.visit.count({ where: { articleId: article.id, userId: ben.id } })).toBe(0);
});

test("the whole is read and gone through without scripts", async ({ browser, db, signIn, baseURL }) => {
  const { ana, article, claims } = await furnish(db);
  for (let start = 0; start < 50; start++) {
    await makePassage(db, { articleId: article.id, createdById: ana.id, start, end: start + 5 });
  }
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
  await signIn(ana, context);
  const page = await context.newPage();
  await page.goto(claims);
  await expect(table(page).getByRole("rowheader")).toHaveCount(50);
  await page.getByRole("link", { name: "Next 50" }).click();
  await expect(table(page).getByRole("rowheader")).toHaveCount(6);
  await page.getByRole("link", { name: "Back to the top" }).click();
  await page.getByLabel("State").selectOption("split");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(table(page).getByRole("rowheader")).toHaveText([/will reopen in March/]);
  await page.getByRole("link", { name: "Agreement board" }).click();
  await page
    .getByRole("region", { name: /^Split/ })
    .getByText("will reopen in March")
    .click();
  await expect(page.getByText("The authority’s own plan says autumn.")).toBeVisible();
  await context.close();
});

test("an article without passages tells how to begin, and a stranger finds nothing", async ({
  page,
  db,
  signIn,
  openAs,
  allowTrouble,
}) => {
  allowTrouble(/404/);
  const { ana, address } = await makeRoom(db);
  await signIn(ana);
  await page.goto(`${address}/claims`);
  await expect(page.getByRole("heading", { name: "No claims yet" })).toBeVisible();
  await page.getByRole("link", { name: "Read the article" }).click();
  await expect(page).toHaveURL(address);
  const { ana: stranger } = await makeRoom(db);
  const theirs = await openAs(stranger);
  const answer = await theirs.goto(`${address}/claims`);
  expect(answer?.status()).toBe(404);
});

test("offline, the claims stay and say that they are old", async ({
  page,
  db,
  signIn,
  context,
  allowTrouble,
}) => {
  allowTrouble(/ERR_INTERNET_DISCONNECTED|live/);
  const { ana, claims } = await furnish(db);
  await signIn(ana);
  await page.goto(claims);
  await expect(table(page).getByRole("rowheader")).toHaveCount(6);
  await context.setOffline(true);
  await expect(page.getByText("This is how it stood when you last were online.")).toBeVisible();
  await page.getByRole("link", { name: "Agreement board" }).click();
  await expect(table(page).getByRole("rowheader")).toHaveCount(6);
  await context.setOffline(false);
  await expect(page.getByText("This is how it stood")).toHaveCount(0);
});

test("on a phone the rows are cards, and lead to the passage @phone", async ({ page, db, signIn }) => {
  const { ana, claims, address, boats } = await furnish(db);
  await signIn(ana);
  await page.goto(claims);
  const cards = page.getByRole("list", { name: "Claims of this article" }).getByRole("listitem");
  await expect(cards).toHaveCount(6);
  await expect(table(page)).toHaveCount(0);
  const card = cards.filter({ hasText: "half of the boats" });
  await expect(card).toContainText("Inaccurate");
  await card.getByRole("link").tap();
  await expect(page).toHaveURL(`${address}?passage=${boats.id}`);
});
