import { makePassage } from "@/prisma/factories";
import { furnish, table } from "./claims";
import { expect, test } from "./fixtures";
import { makeRoom } from "./reading";

// The board, the matrix and the numbers; and the page where scripts, claims, the network or room are missing.

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
  // Of two passages no share is given: it would be read as a finding.
  const everybody = agreement.getByRole("row", { name: /Everybody Is it so/ });
  await expect(everybody).toContainText("Too few to say2 passages");
  await expect(everybody).not.toContainText("%");
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
  await expect(page.getByText("5 claims have no place in it: 3 have no agreed source")).toBeVisible();
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
  // In no passage: the link leads to the very words, among several like them.
  const lone = list.getByRole("row", { name: /^Monday/ }).getByRole("link");
  await expect(lone).toHaveAttribute("href", /#:~:text=(.+-,)?Monday/);
  await half.getByRole("link", { name: "half" }).click();
  await expect(page).toHaveURL(`${address}?passage=${boats.id}`);
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
