import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { furnish, table } from "./claims";
import { expect, test } from "./fixtures";

// The table of an article's claims.

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
  // The usual confidence is not worth a line.
  await expect(rowOf(page, "We lost two winters")).toContainText("one judgeconfidence low");
  await expect(table(page).getByText(/^confidence/)).toHaveCount(1);

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

  await page.keyboard.press("x");
  await expect(page.getByText("1 selected")).toBeVisible();
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
  await expect(page.getByText(/are hidden until you have judged/)).toBeVisible();
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
  await expect(bens.getByText(/are hidden until you reveal them/)).toBeVisible();
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
