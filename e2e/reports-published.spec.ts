import { readFileSync } from "node:fs";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import {
  makeAttribution,
  makeMembership,
  makePassage,
  makeResolution,
  makeSource,
  makeUser,
} from "@/prisma/factories";
import { expect, test } from "./fixtures";
import { makeRoom } from "./reading";
import { addressField, agree, makeReported, note, publish } from "./reports";

// What is published, for strangers, and the files that are taken along.

type Watch = { watch: (context: BrowserContext) => void };

/** Somebody without an account, in a browser of their own. */
async function openAsStranger(browser: Browser, troubles: Watch, over = {}): Promise<Page> {
  const context = await browser.newContext({ locale: "en-GB", ...over });
  troubles.watch(context);
  return context.newPage();
}

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
  // In whose name it goes out, which the choice about names does not change.
  const workspace = await db.workspace.findFirstOrThrow({
    where: { memberships: { some: { userId: ana.id } } },
  });
  await expect(page.getByText(`in the name of the workspace, “${workspace.name}”`)).toBeVisible();
  await expect(page.getByRole("link", { name: "Rename it" })).toHaveAttribute(
    "href",
    `/workspaces/${workspace.id}`,
  );
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
  // Names become public that were not.
  await expect(
    page
      .getByRole("dialog", { name: "Publish again, with these choices?" })
      .getByRole("region", { name: "Everybody sees" }),
  ).toContainText("Names of colleagues");
  await agree(page);
  await expect(page.getByText("What you chose here is not what is published.")).toHaveCount(0);
  await stranger.reload();
  await expect(note(stranger, "The harbour of Lund")).toContainText("Inaccurate (1)");
  await expect(note(stranger, "The harbour of Lund")).toContainText("resolved by Eve Strand");

  // Archiving leaves it public, and says so.
  await page.goto("/");
  await page.getByRole("button", { name: /^Actions for/ }).click();
  await page.getByRole("menuitem", { name: "Archive" }).click();
  await expect(
    page.getByText("Its published report stays public until an owner withdraws it."),
  ).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Restored “Harbour to reopen in spring”.")).toBeVisible();
  await page.goto(report);

  await page.getByRole("button", { name: "Withdraw" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Withdraw the published report?" });
  await dialog.getByRole("button", { name: "Keep it published" }).press("Enter");
  await expect(page.getByRole("button", { name: "Withdraw" })).toBeFocused();
  await page.keyboard.press("Enter");
  await dialog.getByRole("button", { name: "Withdraw" }).press("Enter");
  await expect(page.getByRole("button", { name: "Publish this report" })).toBeEnabled();
  await expect(page.getByRole("heading", { name: "Publish", exact: true })).toBeFocused();
  expect((await stranger.reload())?.status()).toBe(404);
  await expect(stranger.getByRole("heading", { name: "No report here" })).toBeVisible();
  for (const file of ["claim-review", "csv"]) {
    const gone = await stranger.request.get(`${address.replace("/reports/", "/api/reports/")}/${file}`);
    expect(gone.status()).toBe(404);
  }
  expect(await publish(page)).not.toBe(address);
});

test("what becomes public, and for whom, is asked before, and once @both", async ({ page, db, signIn }) => {
  const { ana, report } = await makeReported(db);
  await signIn(ana);
  await page.goto(`${report}?show=&show=evidence`);
  const button = page.getByRole("button", { name: "Publish this report" });
  await expect(button).toBeEnabled();
  await button.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Publish this report?" });
  await expect(dialog).toContainText("Anybody with the address can read it, without an account.");
  await expect(dialog.getByRole("region", { name: "Everybody sees" }).getByRole("listitem")).toHaveText([
    /^The text of the article/,
    /^Verdicts that are resolved, .* how sure colleagues are/,
    /^Evidence/,
  ]);
  const membersAlone = dialog.getByRole("region", { name: "Members alone see" });
  await expect(membersAlone).toContainText("Comments");
  await expect(membersAlone).toContainText("Names of colleagues");
  // What is not resolved has a choice of its own.
  await expect(membersAlone).toContainText("and on who said it; which questions are open");
  await dialog.getByRole("button", { name: "Not yet" }).press("Enter");
  await expect(button).toBeFocused();
  expect(await db.publication.count({ where: { publishedById: ana.id } })).toBe(0);
  await publish(page);
  await page.getByRole("button", { name: "Publish again" }).press("Enter");
  await expect(page.getByText("The report is published again.")).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);
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
  await agree(page);
  await expect(page.getByText("published or withdrawn meanwhile")).toBeVisible();
  await expect(page.getByText("By Olga Ruiz")).toBeVisible();
  await expect(addressField(page)).toHaveValue(address);
});

test("the files of a report: ClaimReview, CSV and Markdown, for members and for strangers", async ({
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
    expect(at.pathname).toBe(new URL(address).pathname);
    await one.goto(at.href);
    await expect(one.locator(at.hash)).toContainText("“We lost two winters,”");
    const csv = one.waitForEvent("download");
    await one.getByRole("link", { name: "CSV" }).click();
    expect(readFileSync(await (await csv).path(), "utf8")).toContain("Misleading in part");
    const markdown = one.waitForEvent("download");
    await one.getByRole("link", { name: "Markdown" }).click();
    expect((await markdown).suggestedFilename()).toBe("Harbour-to-reopen-in-spring-report.md");
    expect(readFileSync(await (await markdown).path(), "utf8")).toMatch(
      /\[\^\d\]: \*\*“We lost two winters,”\*\*/,
    );
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
