import { readFileSync } from "node:fs";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import {
  makeAttribution,
  makeMembership,
  makePassage,
  makeResolution,
  makeSource,
  makeUser,
  makeViewer,
} from "@/prisma/factories";
import { expect, test } from "./fixtures";
import { makeRoom, openRoom } from "./reading";
import { makeReported } from "./reports";

type Watch = { watch: (context: BrowserContext) => void };

/** Somebody without an account, in a browser of their own. */
async function openAsStranger(browser: Browser, troubles: Watch, over = {}): Promise<Page> {
  const context = await browser.newContext({ locale: "en-GB", ...over });
  troubles.watch(context);
  return context.newPage();
}

const note = (page: Page, words: string) => page.getByRole("listitem").filter({ hasText: words }).first();
const addressField = (page: Page) => page.getByLabel("Address of the published report");

async function publish(page: Page): Promise<string> {
  const button = page.getByRole("button", { name: "Publish this report" });
  // It opens with the scripts; a key on a closed button would be lost.
  await expect(button).toBeEnabled();
  await button.press("Enter");
  await expect(page.getByRole("button", { name: "Publish again" })).toBeEnabled();
  return addressField(page).inputValue();
}

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
  await expect(page.getByText("6 passages are resolved, 2 are open")).toBeVisible();
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
  await expect(page.getByText("Dissent:")).toHaveCount(0);
  await expect(page.getByText("Not published. Owners can publish a report.")).toBeVisible();
  await expect(page.getByRole("button", { name: /Publish/ })).toHaveCount(0);
});

test("a stranger reads what is published, until it is published again or withdrawn", async ({
  page,
  db,
  signIn,
  openAs,
  browser,
  troubles,
  allowTrouble,
}) => {
  allowTrouble(/404/);
  const { ana, ben, march, eve, report } = await makeReported(db);
  await signIn(ana);
  await page.goto(report);
  const address = await publish(page);
  expect(address).toMatch(/\/reports\/[\w-]{43}$/);

  const stranger = await openAsStranger(browser, troubles);
  await stranger.goto(address);
  await expect(stranger.getByRole("heading", { level: 1 })).toHaveText("Harbour to reopen in spring");
  await expect(note(stranger, "“We lost two winters,”")).toContainText("1 colleague: Inaccurate (1)");
  await expect(note(stranger, "It is the largest harbour")).toContainText("Open.");
  const source = await stranger.content();
  for (const name of ["Ana Lima", "Ben Okoro", "Eve Strand", ana.id, ben.id, eve.id, "judged"])
    expect.soft(source, name).not.toContain(name);
  await expect(stranger.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);
  const answer = await stranger.request.get(address);
  expect(answer.headers()["cache-control"]).toContain("no-store");

  const bens = await openAs(ben);
  await bens.goto(address);
  expect(await bens.locator("main").innerHTML()).toBe(await stranger.locator("main").innerHTML());
  await bens.goto(report);
  await expect(bens.getByText("By Ana Lima")).toBeVisible();
  await expect(bens.getByRole("link", { name: "Open the published report" })).toHaveAttribute(
    "href",
    address,
  );
  await expect(bens.getByRole("button", { name: /Publish|Withdraw/ })).toHaveCount(0);

  await makeResolution(db, { passageId: march.id, byId: eve.id, verdict: "1", text: "It will not." });
  await page.getByRole("checkbox", { name: /Names of colleagues/ }).check();
  await expect(page.getByText("What you chose here is not what is published.")).toBeVisible();
  await stranger.reload();
  await expect(note(stranger, "The harbour of Lund")).toContainText("Mostly accurate (3)");
  await page.getByRole("button", { name: "Publish again" }).click();
  await expect(page.getByText("What you chose here is not what is published.")).toHaveCount(0);
  await stranger.reload();
  await expect(note(stranger, "The harbour of Lund")).toContainText("Inaccurate (1)");
  await expect(note(stranger, "The harbour of Lund")).toContainText("resolved by Eve Strand");

  await page.getByRole("button", { name: "Withdraw" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Withdraw the published report?" });
  await dialog.getByRole("button", { name: "Keep it published" }).press("Enter");
  await expect(page.getByRole("button", { name: "Withdraw" })).toBeFocused();
  await page.keyboard.press("Enter");
  await dialog.getByRole("button", { name: "Withdraw" }).press("Enter");
  await expect(page.getByRole("button", { name: "Publish this report" })).toBeEnabled();
  await expect(page.getByRole("heading", { name: "Publish", exact: true })).toBeFocused();
  expect((await stranger.reload())?.status()).toBe(404);
  await expect(stranger.getByRole("heading", { name: "Not here" })).toBeVisible();
  for (const file of ["claim-review", "csv"]) {
    const gone = await stranger.request.get(`${address.replace("/reports/", "/api/reports/")}/${file}`);
    expect(gone.status()).toBe(404);
  }
  expect(await publish(page)).not.toBe(address);
});

test("whoever publishes after somebody else is told, and sees how it is now", async ({
  page,
  db,
  signIn,
  openAs,
  allowTrouble,
}) => {
  allowTrouble(/409/);
  const { ana, workspace, report } = await makeReported(db);
  const olga = await makeUser(db, { name: "Olga Ruiz" });
  await makeMembership(db, { workspaceId: workspace.id, userId: olga.id, role: "owner" });
  await signIn(ana);
  await page.goto(report);
  const olgas = await openAs(olga);
  await olgas.goto(report);
  const address = await publish(olgas);
  await page.getByRole("button", { name: "Publish this report" }).click();
  await expect(page.getByText("published or withdrawn meanwhile")).toBeVisible();
  await expect(page.getByText("By Olga Ruiz")).toBeVisible();
  await expect(addressField(page)).toHaveValue(address);
});

test("the files of a report: ClaimReview and CSV, for members and for strangers", async ({
  page,
  db,
  signIn,
  browser,
  troubles,
}) => {
  const { ana, report } = await makeReported(db);
  await signIn(ana);
  await page.goto(report);
  const address = await publish(page);
  const stranger = await openAsStranger(browser, troubles);
  await stranger.goto(address);
  for (const one of [page, stranger]) {
    const download = one.waitForEvent("download");
    await one.getByRole("link", { name: "ClaimReview (JSON-LD)" }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe("Harbour-to-reopen-in-spring-ClaimReview.jsonld");
    const reviews = JSON.parse(readFileSync(await file.path(), "utf8"));
    // The opinion is not exported.
    expect(reviews).toHaveLength(5);
    expect(reviews[2]).toMatchObject({
      claimReviewed: "“We lost two winters,”",
      itemReviewed: { author: { "@type": "Person", name: "Ida Holm" } },
      reviewRating: { ratingValue: 2, bestRating: 4, worstRating: 1 },
      author: { name: "The Harbour Desk" },
    });
    const at = new URL(reviews[2].url);
    await one.goto(at.href);
    await expect(one.locator(at.hash)).toContainText("“We lost two winters,”");
    const csv = one.waitForEvent("download");
    await one.getByRole("link", { name: "CSV" }).click();
    expect(readFileSync(await (await csv).path(), "utf8")).toContain("Misleading in part");
  }
  // Passages and comments are the workspace's own.
  const annotations = page.waitForEvent("download");
  await page.goto(report);
  await page.getByRole("link", { name: "Passages and comments (Web Annotations)" }).click();
  const { type, first } = JSON.parse(readFileSync(await (await annotations).path(), "utf8"));
  expect([type, first.items.length > 5]).toEqual(["AnnotationCollection", true]);
  await expect(stranger.getByRole("link", { name: /Web Annotations/ })).toHaveCount(0);
});

const hostile = "</script><script>window.ran=1</script><!--<script>&";

test("hostile words in every field stay words on the published page", async ({
  page,
  db,
  signIn,
  browser,
  troubles,
}) => {
  const { ana, article, workspace, address } = await makeRoom(db, `Title\n\n${hostile} is so.`);
  const where = { id: article.id };
  await db.article.update({ where, data: { title: hostile, author: hostile, publisher: hostile } });
  await db.workspace.update({ where: { id: workspace.id }, data: { name: hostile } });
  const made = { workspaceId: workspace.id, createdById: ana.id };
  const source = await makeSource(db, { ...made, name: hostile });
  const passage = await makePassage(db, { articleId: article.id, createdById: ana.id, words: hostile });
  await makeAttribution(db, { passageId: passage.id, byId: ana.id, sourceId: source.id });
  await makeResolution(db, { passageId: passage.id, byId: ana.id, verdict: "1", text: hostile });
  await signIn(ana);
  await page.goto(`${address}/report`);
  const stranger = await openAsStranger(browser, troubles);
  await stranger.goto(await publish(page));
  await expect(stranger.getByRole("heading", { level: 1 })).toHaveText(hostile);
  const scripts = stranger.locator('script[type="application/ld+json"]');
  await expect(scripts).toHaveCount(1);
  const [review] = JSON.parse((await scripts.textContent()) ?? "");
  expect(review).toMatchObject({ claimReviewed: hostile, itemReviewed: { author: { name: hostile } } });
  for (const one of [page, stranger]) expect(await one.evaluate(() => "ran" in window)).toBe(false);
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

test("nothing is published before the page shows what is chosen", async ({ page, db, signIn }) => {
  const { ana, report } = await makeReported(db);
  await signIn(ana);
  await page.goto(`${report}?show=names`);
  await expect(page.getByRole("button", { name: "Publish this report" })).toBeEnabled();
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/report?*", async (route) => {
    await held;
    await route.continue();
  });
  await page.getByRole("checkbox", { name: /Names of colleagues/ }).click();
  await expect(page.getByRole("button", { name: "Publish this report" })).toBeDisabled();
  release();
  await publish(page);
  const [row] = await db.publication.findMany({
    where: { publishedById: ana.id },
  });
  expect(row?.choices).toMatchObject({ names: false });
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
