import { makePassage, makeViewer } from "@/prisma/factories";
import { expect, test } from "./fixtures";
import { makeRoom, openRoom } from "./reading";
import { makeReported, note, publish } from "./reports";

// The report of an article as its members see it, on the screen and on paper.

test("the report tells what was found, and holds what its address says", async ({ page, db, signIn }) => {
  const { ana, address, report } = await makeReported(db);
  await signIn(ana);
  await page.goto(address);
  await page
    .getByRole("navigation", { name: "Views of this article" })
    .getByRole("link", { name: "Report" })
    .click();
  await expect(page).toHaveURL(report);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Harbour to reopen in spring");
  await expect(
    page.getByText("6 passages are resolved, 3 of them on one question only, 2 are open"),
  ).toBeVisible();
  // Ana has judged it, so she sees how colleagues did.
  await expect(note(page, "It is the largest harbour")).toContainText(
    "Open: 2 colleagues have judged it, and they differ.",
  );
  const winters = note(page, "“We lost two winters,”");
  await expect(winters).toContainText("Ida Holm, directly, on 2 November 2026");
  await expect(winters).toContainText("Misleading in part (2)");
  await expect(winters).toContainText("1 colleague: Inaccurate (1)");
  await expect(note(page, "fined 40,000 crowns")).toContainText(
    "https://court.example.net/judgments/2026/118",
  );

  await page.getByRole("link", { name: "Note 3, Misleading in part" }).click();
  await expect(page).toHaveURL(/#note-3$/);
  await winters.getByRole("link", { name: "Note 3, back to the text" }).click();
  await expect(page).toHaveURL(/#ref-3$/);

  await page.getByRole("checkbox", { name: /Names of colleagues/ }).press("Space");
  await expect(winters).toContainText("resolved by Eve Strand");
  await expect(winters).toContainText("Ben Okoro: Inaccurate (1)");
  await expect(page.getByRole("checkbox", { name: /Names of colleagues/ })).toBeFocused();
  await page.getByRole("checkbox", { name: /not resolved yet/ }).uncheck();
  await expect(page.getByText("6 passages are resolved.")).toBeVisible();
  await expect(page.getByText("It is the largest harbour")).toHaveCount(1);
  await page.getByRole("checkbox", { name: "Evidence" }).uncheck();
  await expect(page.getByText("court.example.net")).toHaveCount(0);
  await page.reload();
  await expect(winters).toContainText("resolved by Eve Strand");
  await expect(page.getByText("court.example.net")).toHaveCount(0);
});

test("verdicts that are hidden from a colleague take no part in their report", async ({
  page,
  db,
  signIn,
}) => {
  const { workspace, report } = await makeReported(db);
  const vera = await makeViewer(db, workspace, "viewer");
  await signIn({ id: vera.userId });
  await page.goto(report);
  await expect(note(page, "It is the largest harbour")).toContainText("Open: 2 colleagues have judged it.");
  await expect(note(page, "“We lost two winters,”")).toContainText("Misleading in part (2)");
  await expect(page.getByText(/^Dissent( on who said it)?:$/)).toHaveCount(0);
  await expect(page.getByText("Not published. Owners can publish a report.")).toBeVisible();
  await expect(page.getByRole("button", { name: /Publish/ })).toHaveCount(0);
});

test("on paper there is the report alone, in ink on white @both", async ({ page, db, signIn }) => {
  const { ana, report } = await makeReported(db);
  await signIn(ana);
  await db.user.update({ where: { id: ana.id }, data: { settings: { theme: "dark" } } });
  await page.goto(report);
  await expect(page.getByRole("complementary", { name: "This report" })).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("banner").first()).toBeHidden();
  await expect(page.getByRole("complementary", { name: "This report" })).toBeHidden();
  await expect(page.getByRole("navigation", { name: "Views of this article" })).toBeHidden();
  await expect(page.getByRole("heading", { level: 1 })).toHaveCSS("color", "rgb(27, 26, 23)");
  const lines = page.locator("mark.verdict-line");
  const styles = await lines.evaluateAll((all) =>
    all.map((one) => getComputedStyle(one).textDecorationStyle),
  );
  expect(new Set(styles)).toEqual(new Set(["double", "solid", "dashed", "wavy", "dotted"]));
});

test("on paper the article is text with lines and numbers, and no page is empty", async ({
  page,
  db,
  signIn,
}) => {
  const { ana, address } = await makeReported(db);
  await signIn(ana);
  await openRoom(page, address);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("Numbers in the text are those of the notes")).toBeVisible();
  await expect(page.getByRole("complementary", { name: "Discussion" })).toBeHidden();
  const numbers = page.locator('a.ref:not([aria-label^="Suggestion"])');
  expect(
    await numbers.evaluateAll((all) => all.map((one) => getComputedStyle(one, "::before").content)),
  ).toEqual(Array.from({ length: 8 }, (_, index) => `"${index + 1}"`));
  const line = page.locator("mark.is-suggested").first();
  await expect(line).toHaveCSS("text-decoration-line", "none");
});

test("without scripts the report is read, and its choices are made, by a plain form", async ({
  browser,
  db,
  signIn,
  baseURL,
}) => {
  const { ana, report } = await makeReported(db);
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
  await signIn(ana, context);
  const page = await context.newPage();
  await page.goto(report);
  await page.getByRole("checkbox", { name: /Names of colleagues/ }).check();
  await page.getByRole("checkbox", { name: "Evidence" }).uncheck();
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/show=&show=names&show=discussion&show=unresolved$/);
  await expect(note(page, "“We lost two winters,”")).toContainText("resolved by Eve Strand");
  await context.close();
});

test("what is ticked before the scripts have come is not lost", async ({ page, db, signIn }) => {
  const { ana, report } = await makeReported(db);
  await signIn(ana);
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/_next/static/**/*.js", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(report, { waitUntil: "commit" });
  await page.getByRole("checkbox", { name: /Names of colleagues/ }).check();
  release();
  await expect(note(page, "“We lost two winters,”")).toContainText("resolved by Eve Strand");
  await expect(page.getByRole("checkbox", { name: /Names of colleagues/ })).toBeChecked();
});

test("before anything is found the page says what to do, and offline what can wait", async ({
  page,
  db,
  signIn,
}) => {
  const { ana, article, address } = await makeRoom(db);
  await signIn(ana);
  await page.goto(`${address}/report`);
  await expect(page.getByRole("heading", { name: "No report yet" })).toBeVisible();
  await makePassage(db, { articleId: article.id, createdById: ana.id, words: "two winters" });
  await page.reload();
  await expect(page.getByText("Nothing is resolved yet")).toBeVisible();
  await expect(page.getByRole("button", { name: "Publish this report" })).toBeEnabled();
  await page.context().setOffline(true);
  await expect(page.getByText("Publishing needs a connection")).toBeVisible();
  await expect(page.getByRole("button", { name: "Publish this report" })).toBeDisabled();
  await page.context().setOffline(false);
  await expect(page.getByRole("button", { name: "Publish this report" })).toBeEnabled();
});

test("a long word breaks no report @both", async ({ page, db, signIn }) => {
  const { ana, article, workspace, berths, report } = await makeReported(db);
  const long = "m".repeat(290);
  await db.article.update({
    where: { id: article.id },
    data: { title: long, author: long, publisher: long },
  });
  await db.workspace.update({ where: { id: workspace.id }, data: { name: long.slice(0, 100) } });
  await db.evidence.updateMany({
    where: { passageId: berths.id },
    data: { title: long, excerpt: long, url: `https://records.example.net/${long}` },
  });
  await signIn(ana);
  await page.goto(report);
  const address = await publish(page);
  for (const place of [report, address]) {
    await page.goto(place);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(long);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect.soft(overflow, place).toBeLessThanOrEqual(0);
  }
});
