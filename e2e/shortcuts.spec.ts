import { makeArticle, makeComment, makePassage, makeThread } from "@/prisma/factories";
import { expectClear } from "./expect-clear";
import { expect, test } from "./fixtures";
import { makeRoom, marks, openRoom } from "./reading";

test("a key that was given away means nothing, the chosen one does, on every machine", async ({
  page,
  db,
  signIn,
  openAs,
}) => {
  const { ana, article, address } = await makeRoom(db);
  await makePassage(db, { articleId: article.id, createdById: ana.id, words: "two winters" });
  await db.user.update({ where: { id: ana.id }, data: { settings: { keys: { "text.quiet": "y" } } } });
  await signIn(ana);
  await openRoom(page, address);
  const line = () =>
    marks(page, "two winters").evaluate((mark) => getComputedStyle(mark).textDecorationStyle);
  const quiet = page.getByRole("button", { name: "Quiet highlights" });
  await expect(quiet.getByTitle(/\(Y\)/)).toBeVisible();
  // What its key is, is heard once.
  await expect(quiet).toHaveAccessibleDescription("");
  await page.keyboard.press("q");
  await page.keyboard.press("y");
  await expect.poll(line).toBe("solid");
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Keys of this page" });
  await expect(help.getByText("Y", { exact: true })).toBeVisible();
  await help.getByLabel("Use single letters as keys").uncheck();
  await expect
    .poll(async () => (await db.user.findUnique({ where: { id: ana.id } }))?.settings)
    .toMatchObject({
      letterKeys: false,
      keys: { "text.quiet": "y" },
    });
  const elsewhere = await openAs(ana);
  await openRoom(elsewhere, address);
  await elsewhere.keyboard.press("y");
  await elsewhere.keyboard.press("?");
  await expect(elsewhere.getByRole("button", { name: "Quiet highlights" })).toBeVisible();
  await expect(elsewhere.getByRole("dialog")).toHaveCount(0);
});

test("G, then a letter, goes to a place, and / to the search", async ({ page, db, signIn }) => {
  const { ana, address } = await makeRoom(db);
  await signIn(ana);
  await openRoom(page, address);
  await page.keyboard.press("g");
  await page.keyboard.press("c");
  await expect(page).toHaveURL(`${address}/claims`);
  await expect(page.getByRole("button", { name: /^Account of/ })).toBeEnabled();
  await page.keyboard.press("g");
  await page.keyboard.press("a");
  await expect(page.getByRole("searchbox")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Account of/ })).toBeEnabled();
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox")).toBeFocused();
});

test("Ctrl+K finds an article, and does what the page can do @both", async ({ page, db, signIn }) => {
  const { ana, ben, workspace, article, address } = await makeRoom(db);
  await makePassage(db, { articleId: article.id, createdById: ana.id, words: "two winters" });
  await makeArticle(db, { workspaceId: workspace.id, createdById: ana.id, title: "Ferry stays away" });
  await signIn(ana);
  await openRoom(page, address);
  await page.getByRole("button", { name: "Find anything" }).click();
  const field = page.getByRole("combobox", { name: "Find anything" });
  await expect(field).toBeFocused();
  const options = page.getByRole("option");
  await expect(options.first()).toContainText(article.title);
  await field.fill("zebra quilt");
  await expect(page.getByText("Nothing is called")).toBeVisible();
  await field.fill("plain");
  await expect(options).toHaveText(["Plain text"]);
  await field.fill("quiet highlights");
  await expect(options).toHaveCount(1);
  await expectClear(page);
  await field.press("Enter");
  await expect(field).toHaveCount(0);
  const line = () =>
    marks(page, "two winters").evaluate((mark) => getComputedStyle(mark).textDecorationStyle);
  await expect.poll(line).toBe("solid");

  await page.keyboard.press("Control+k");
  await field.fill("okoro");
  await expect(page.getByRole("group", { name: "People" }).getByRole("option")).toHaveText(
    new RegExp(`^${ben.name}`),
  );
  await field.fill("ferry away");
  await expect(options.first()).toContainText("Ferry stays away");
  await expect(field).toHaveAttribute("aria-activedescendant", /^palette-/);
  await field.press("Enter");
  await expect(page).toHaveTitle(/^Ferry stays away/);
});

test("what is typed before the palette is there stands in it", async ({ page, db, signIn }) => {
  const { ana, article, address } = await makeRoom(db);
  const passage = await makePassage(db, { articleId: article.id, createdById: ana.id, words: "two winters" });
  await signIn(ana);
  await openRoom(page, `${address}?passage=${passage.id}`);
  let bring = () => {};
  const brought = new Promise<void>((resolve) => {
    bring = resolve;
  });
  await page.route("**/_next/static/chunks/**", async (route) => {
    await brought;
    await route.continue();
  });
  await page.keyboard.press("Control+k");
  await page.keyboard.type("okot");
  await page.keyboard.press("Backspace");
  bring();
  const field = page.getByRole("combobox", { name: "Find anything" });
  await expect(field).toHaveValue("oko");
  await page.keyboard.type("ro");
  await expect(field).toHaveValue("okoro");
  expect(await db.attribution.count({ where: { passageId: passage.id } })).toBe(0);
});

for (const state of ["open", "resolved"] as const)
  test(`R puts the cursor into the reply of a thread that is ${state}, before the next key can come`, async ({
    page,
    db,
    signIn,
  }) => {
    const { ana, article, address } = await makeRoom(db);
    const passage = await makePassage(db, {
      articleId: article.id,
      createdById: ana.id,
      words: "two winters",
    });
    const thread = await makeThread(db, {
      articleId: article.id,
      passageId: passage.id,
      createdById: ana.id,
      state,
    });
    await makeComment(db, { threadId: thread.id, authorId: ana.id, text: "Which winters?" });
    await signIn(ana);
    await openRoom(page, `${address}?passage=${passage.id}`);
    const reply = page.getByRole("textbox", { name: /^Reply to/ });
    // The editor has taken the place of the plain field.
    if (state === "open")
      await expect(page.locator(`[contenteditable][aria-label^="Reply to"]`)).toBeVisible();
    else await expect(page.getByRole("button", { name: "Show 1 comment" })).toBeVisible();
    await expect(page.getByRole("heading", { name: /^Passage 1/ })).toBeFocused();
    const focused = await page.evaluate(() => {
      const press = new KeyboardEvent("keydown", { key: "r", code: "KeyR", bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(press);
      return document.activeElement?.getAttribute("aria-label");
    });
    expect(focused).toMatch(/^Reply to/);
    await expect(reply).toBeFocused();
  });

test("without a connection the palette says so, and still does what the page can do", async ({
  page,
  db,
  signIn,
  context,
  allowTrouble,
}) => {
  allowTrouble(/ERR_INTERNET_DISCONNECTED/);
  const { ana, address } = await makeRoom(db);
  await signIn(ana);
  await openRoom(page, address);
  await page.keyboard.press("Control+k");
  const field = page.getByRole("combobox", { name: "Find anything" });
  await expect(page.getByRole("option").first()).toBeVisible();
  await context.setOffline(true);
  await field.fill("list of all");
  await expect(page.getByText("No connection")).toBeVisible();
  await field.press("Enter");
  await expect(page.getByRole("button", { name: "List of passages" })).toHaveAttribute(
    "aria-expanded",
    "true",
  );
});

test("a search that failed tells its number, and does not say that there is nothing", async ({
  page,
  db,
  signIn,
  allowTrouble,
}) => {
  allowTrouble(/\b500\b/);
  const { ana, address } = await makeRoom(db);
  await signIn(ana);
  await openRoom(page, address);
  const error = { code: "unexpected", message: "Something went wrong.", id: "k7f2" };
  await page.route("**/api/search?*", (route) => route.fulfill({ status: 500, json: { error } }));
  await page.keyboard.press("Control+k");
  const box = page.getByRole("dialog", { name: "Find anything" });
  await box.getByRole("combobox").fill("zzzz");
  await expect(box.getByRole("alert")).toContainText("Something went wrong. Error number k7f2.");
  await expect(box.getByText("Nothing is called")).toHaveCount(0);
  await page.unroute("**/api/search?*");
  await box.getByRole("button", { name: "Try again" }).click();
  await expect(box.getByText("Nothing is called “zzzz”.")).toBeVisible();
  await expect(box.getByRole("alert")).toHaveCount(0);
});
