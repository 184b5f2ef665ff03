import type { Page } from "@playwright/test";
import { makeArticle, makeMembership, makeUser, makeWorkspace } from "@/prisma/factories";
import type { PrismaClient, Role } from "@/prisma/generated/client";
import { expectClear } from "./expect-clear";
import { heard } from "./expect-focus";
import { expect, test } from "./fixtures";
import { dragOver, marks, select } from "./reading";

// Somebody who has never seen it, doing what the screen says.

// All browsers of the tests have one address; how often it may sign up has tests of its own.
test.beforeEach(({ db }) => db.rateLimit.deleteMany({ where: { key: { contains: "-address:" } } }));

async function signUp(page: Page): Promise<void> {
  await page.goto("/sign-up");
  await page.getByLabel("Your name").fill("Sam Okafor");
  await page.getByLabel("E-mail address").fill(`sam-${crypto.randomUUID()}@example.org`);
  await page.getByLabel("Password", { exact: true }).fill("three quiet boats at dawn");
  await page.getByRole("button", { name: "Sign up" }).click();
  // The machine reads the article for the first time, and on a fresh server everything else is new to it, too.
  await expect(page.getByRole("heading", { level: 1, name: /^Bridge Reopens/ })).toBeVisible({
    timeout: 30_000,
  });
  await expect(page.locator('[data-reader="editor"]')).toBeVisible();
}

/** An invitation of Ida Holm's that this person has accepted, to a desk with one article. */
async function makeInvited(db: PrismaClient, role: Role) {
  const ida = await makeUser(db, { name: "Ida Holm" });
  const eva = await makeUser(db, { name: "Eva Lind" });
  const workspace = await makeWorkspace(db, { name: "The Harbour Desk" });
  await makeMembership(db, { workspaceId: workspace.id, userId: ida.id, role: "owner" });
  await makeMembership(db, { workspaceId: workspace.id, userId: eva.id, role });
  await makeArticle(db, { workspaceId: workspace.id, createdById: ida.id });
  const at = new Date();
  await db.invitation.create({
    data: {
      ...{ workspaceId: workspace.id, role, tokenHash: crypto.randomUUID(), createdById: ida.id },
      ...{ expiresAt: at, acceptedAt: at, acceptedById: eva.id },
    },
  });
  return eva;
}

test("an invited colleague is told where they are and how to begin, until they close it @both", async ({
  page,
  db,
  signIn,
}) => {
  await signIn(await makeInvited(db, "editor"));
  await page.goto("/");
  const welcome = page.getByRole("region", { name: "Welcome" });
  await expect(welcome).toContainText("Welcome to The Harbour Desk");
  await expect(welcome).toContainText("Ida Holm has invited you. You read, mark, judge and discuss");
  await expectClear(page);
  await welcome.getByRole("button", { name: "Open the sample article" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Bridge Reopens/ })).toBeVisible();
  await expect(card(page)).toBeVisible();
  await page.goto("/");
  await expect(welcome.getByRole("link", { name: "Open the sample article" })).toBeVisible();
  const isClosed = page.waitForResponse((answer) => answer.url().endsWith("/api/onboarding/closed"));
  await welcome.getByRole("button", { name: "Close the welcome for good" }).press("Enter");
  await expect(welcome).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await isClosed;
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(welcome).toHaveCount(0);
});

test("an invited viewer is told to read, a member without a sample to mark", async ({ openAs, db }) => {
  for (const [role, words] of [
    ["viewer", "shows who said them, and what colleagues found"],
    ["member", "drag over some words"],
  ] as const) {
    const page = await openAs(await makeInvited(db, role));
    await page.goto("/");
    const welcome = page.getByRole("region", { name: "Welcome" });
    await expect(welcome).toContainText(words);
    await expect(welcome.getByText("sample")).toHaveCount(0);
  }
});

const card = (page: Page) => page.getByRole("region", { name: "First steps" });
const done = (page: Page) => card(page).getByRole("listitem").filter({ hasText: "(done)" });

test("in a sample of others a newcomer is asked for nothing that they may not do", async ({
  page,
  db,
  openAs,
}) => {
  await signUp(page);
  await expect(card(page)).toContainText("Archive it when you are done with it.");
  const articleId = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  const { workspaceId } = await db.article.findUniqueOrThrow({ where: { id: articleId } });
  const [member, viewer] = await Promise.all(
    (["member", "viewer"] as const).map(async (role) => {
      const { id: userId } = await makeUser(db, { name: `A ${role}` });
      await makeMembership(db, { workspaceId, userId, role });
      const theirs = await openAs({ id: userId });
      await theirs.goto(page.url());
      await expect(theirs.locator('[data-reader="editor"]')).toBeVisible();
      return theirs;
    }),
  );
  if (!member || !viewer) throw new Error("Nobody came.");
  await expect(card(member)).toContainText("Nora and Yusuf are nobody’s colleagues.");
  await expect(card(member)).not.toContainText("Archive");
  await expect(card(viewer)).toHaveCount(0);
});

test("a newcomer marks within 30 seconds of signing up, judges within 90, and takes all four steps", async ({
  page,
  db,
}) => {
  await signUp(page);
  const began = Date.now();
  await expect(card(page)).toContainText("Drag over some words in the text and press H");
  await expectClear(page);
  await dragOver(page, "a loan of 3 million crowns");
  await page.keyboard.press("h");
  await expect(marks(page, "a loan of 3 million crowns")).toBeVisible();
  await expect(done(page)).toHaveText([/Mark something/]);
  expect(Date.now() - began).toBeLessThan(30_000);

  await card(page).getByRole("button", { name: "Show me one" }).click();
  const panel = page.getByRole("region", { name: /^Passage \d/ });
  await expect(panel).toContainText("without a single new loan");
  await panel
    .getByRole("region", { name: "Who said it" })
    .getByRole("button", { name: "Who said it?" })
    .click();
  await page.getByRole("combobox", { name: "Source" }).fill("Vera");
  await page.getByRole("option", { name: /Vera Moss/ }).click();
  await panel.getByRole("button", { name: "Record" }).click();
  await expect(heard(page)).toContainText("Recorded: Vera Moss.");
  await expect(done(page)).toHaveCount(2);

  await card(page).getByRole("button", { name: "Show me one" }).click();
  await expect(panel).toContainText("2 colleagues have judged. Their verdicts are hidden until you have.");
  const so = panel.getByRole("region", { name: "Is it so?" });
  await so.getByRole("button", { name: "Judge" }).click();
  await so.getByText("Misleading in part", { exact: true }).click();
  await so.getByRole("button", { name: "Save the verdict" }).click();
  await expect(done(page)).toHaveCount(3);
  // Neither takes the place of the other before it is heard.
  await expect(heard(page)).toContainText("Saved: misleading in part.");
  await expect(heard(page)).toContainText("Done. 1 first step to go.");
  await expect(panel).toContainText("Nora Sample");
  expect(Date.now() - began).toBeLessThan(90_000);

  await card(page).getByRole("button", { name: "Show me one" }).click();
  await expect(panel).toContainText("Twice which plan?");
  await panel.getByRole("textbox", { name: /Reply/ }).click();
  await page.keyboard.type("Twice the first plan.");
  await page.keyboard.press("Control+Enter");
  await expect(card(page)).toContainText("That is all there is to it");
  await card(page).getByRole("button", { name: "Close the first steps for good" }).press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: /^Bridge Reopens/ })).toBeFocused();
  await expect
    .poll(() => db.user.count({ where: { name: "Sam Okafor", onboardedAt: { not: null } } }))
    .toBe(1);
  await page.reload();
  await expect(marks(page, "a loan of 3 million crowns")).toBeVisible();
  await expect(card(page)).toBeHidden();
});

test("on a phone the steps stand above the text, and a tap marks @phone", async ({ page }) => {
  await signUp(page);
  await expect(card(page)).toContainText("Hold a finger on some words");
  await expectClear(page);
  await page.locator("p.body").first().tap();
  await select(page, "on Thursday");
  await page.getByRole("toolbar", { name: "Selected words" }).getByText("Mark", { exact: true }).tap();
  await expect(marks(page, "on Thursday")).toBeVisible();
  await expect(done(page)).toHaveCount(1);
});

test("an empty workspace offers the same article", async ({ page, db, signIn }) => {
  const owner = await makeUser(db);
  const workspace = await makeWorkspace(db);
  await makeMembership(db, { workspaceId: workspace.id, userId: owner.id, role: "owner" });
  await signIn(owner);
  await page.goto("/");
  await page.getByRole("button", { name: "Open the sample article" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Bridge Reopens/ })).toBeVisible();
  await expect(card(page)).toBeVisible();
});
