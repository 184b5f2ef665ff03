import type { Page } from "@playwright/test";
import { makeComment, makePassage, makeThread } from "@/prisma/factories";
import { furnish } from "./claims";
import { expect, test } from "./fixtures";
import { makeRoom, marks, openRoom } from "./reading";

// The system's own gesture for closing what lies over a page: Back on an Android phone.

const sheetOf = (page: Page) => page.getByRole("complementary", { name: "Discussion" });

test("@phone Back closes what lies over the text, the upper first, and does not leave the article", async ({
  page,
  db,
  signIn,
}) => {
  const { ana, article, address } = await makeRoom(db);
  await makePassage(db, { articleId: article.id, createdById: ana.id, words: "We lost two winters" });
  const second = await makePassage(db, {
    articleId: article.id,
    createdById: ana.id,
    words: "Nobody waved.",
  });
  await signIn(ana);
  await page.addInitScript(noteWatchers);
  await page.goto("/");
  await openRoom(page, address);
  const back = () => page.evaluate(() => (window as unknown as { pressBack: () => void }).pressBack());

  await marks(page).first().tap();
  await expect(sheetOf(page)).toBeVisible();
  await page.getByRole("banner").getByRole("button", { name: "Find" }).tap();
  const palette = page.getByRole("dialog");
  await expect(palette).toBeVisible();
  await back();
  await expect(palette).toBeHidden();
  await expect(sheetOf(page)).toBeVisible();
  await page.getByRole("button", { name: "List of passages" }).tap();
  await expect(sheetOf(page).getByRole("heading", { name: "All passages" })).toBeVisible();
  await back();
  await expect(sheetOf(page).getByRole("heading", { name: "All passages" })).toBeHidden();
  await expect(sheetOf(page)).toBeVisible();
  await sheetOf(page).getByRole("button", { name: "More about this passage" }).tap();
  await expect(page.getByRole("menu")).toBeVisible();
  await back();
  await expect(page.getByRole("menu")).toBeHidden();
  await expect(sheetOf(page)).toBeVisible();

  await back();
  await expect(sheetOf(page)).toBeHidden();
  expect(new URL(page.url()).pathname).toBe(address);

  // A browser that knows no such gesture goes back in its history: there the sheet has an entry of its own, which stays
  // one while passages are gone through, and goes when the sheet is closed in another way.
  const addressNow = () => page.evaluate(() => window.location.pathname + window.location.search);
  await expect.poll(addressNow).toBe(address);
  await marks(page).first().tap();
  await page.getByRole("button", { name: "Next passage" }).first().tap();
  await expect.poll(addressNow).toBe(`${address}?passage=${second.id}`);
  // The text stays where the reader has it.
  const before = await settledTop(page);
  await page.goBack();
  await expect(sheetOf(page)).toBeHidden();
  expect(await addressNow()).toBe(address);
  expect(await settledTop(page)).toBe(before);
  await page.goForward();
  await expect(sheetOf(page).getByRole("heading", { name: "Passage 2 of 2" })).toBeVisible();
  await page.getByRole("button", { name: "Close the discussion" }).tap();
  await expect(sheetOf(page)).toBeHidden();
  await expect.poll(addressNow).toBe(address);
  await marks(page).first().tap();
  await expect.poll(addressNow).toContain("?passage=");
  await page.reload();
  await expect(sheetOf(page)).toBeVisible();
  await page.goBack();
  await expect(sheetOf(page)).toBeHidden();
  await expect.poll(addressNow).toBe(address);
  await page.goBack();
  await expect(page).toHaveURL("/");
});

test("@phone Back closes the upper of what lies over the text also where the browser knows no gesture for it", async ({
  page,
  db,
  signIn,
}) => {
  const { ana, article, address } = await makeRoom(db);
  const [first] = await Promise.all(
    ["We lost two winters", "Nobody waved."].map((words) =>
      makePassage(db, { articleId: article.id, createdById: ana.id, words }),
    ),
  );
  const mine = { articleId: article.id, createdById: ana.id };
  const thread = await makeThread(db, { ...mine, ...(first && { passageId: first.id }) });
  await makeComment(db, { threadId: thread.id, authorId: ana.id, text: "Which two?" });
  await signIn(ana);
  await page.addInitScript(() => Reflect.deleteProperty(window, "CloseWatcher"));
  await page.goto("/");
  await openRoom(page, address);
  const addressNow = () => page.evaluate(() => window.location.pathname + window.location.search);
  const list = sheetOf(page).getByRole("heading", { name: "All passages" });
  const menu = page.getByRole("menu");

  await page.getByRole("button", { name: "List of passages" }).tap();
  await expect(list).toBeVisible();
  await page.goBack();
  await expect(list).toBeHidden();
  await expect(sheetOf(page)).toBeHidden();
  await page.getByRole("button", { name: "More", exact: true }).tap();
  await expect(menu).toBeVisible();
  await page.goBack();
  await expect(menu).toBeHidden();
  await page.getByRole("banner").getByRole("button", { name: "Find" }).tap();
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("dialog")).toBeHidden();
  const account = page.getByRole("dialog", { name: "Account" });
  await page.getByRole("button", { name: "Account of Ana Lima" }).tap();
  await expect(account).toBeVisible();
  await page.goBack();
  await expect(account).toBeHidden();
  expect(await addressNow()).toBe(address);

  // Each over the other, and what is chosen in the upper.
  await marks(page).first().tap();
  await expect(sheetOf(page)).toBeVisible();
  await page.getByRole("button", { name: "List of passages" }).tap();
  await expect(list).toBeVisible();
  await page.goBack();
  await expect(list).toBeHidden();
  await expect(sheetOf(page).getByRole("heading", { name: "Passage 1 of 2" })).toBeVisible();
  await sheetOf(page).getByRole("button", { name: "More about this passage" }).tap();
  await expect(menu).toBeVisible();
  await page.goBack();
  await expect(menu).toBeHidden();
  await expect(sheetOf(page)).toBeVisible();
  const reactions = page.getByRole("dialog", { name: "Reactions" });
  await sheetOf(page).getByRole("button", { name: "React" }).tap();
  await expect(reactions).toBeVisible();
  await page.goBack();
  await expect(reactions).toBeHidden();
  await expect(sheetOf(page)).toBeVisible();
  await page.getByRole("button", { name: "List of passages" }).tap();
  await sheetOf(page)
    .getByRole("button", { name: /Nobody waved/ })
    .tap();
  await expect(sheetOf(page).getByRole("heading", { name: "Passage 2 of 2" })).toBeVisible();
  await page.goBack();
  await expect(sheetOf(page)).toBeHidden();
  await expect.poll(addressNow).toBe(address);

  // What is asked before it closes stays, and has an entry again.
  await page.getByRole("button", { name: /^Actions for “Harbour/ }).tap();
  await page.getByRole("menuitem", { name: "Edit details" }).tap();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Author").fill("Ana");
  const question = dialog.getByRole("alert");
  for (let i = 0; i < 2; i++) {
    await page.goBack();
    await expect(question).toBeVisible();
    await page.goBack();
    await expect(question).toBeHidden();
    await expect(dialog.getByLabel("Author")).toHaveValue("Ana");
  }
  await page.goBack();
  await question.getByRole("button", { name: "Discard" }).tap();
  await expect(dialog).toBeHidden();

  // What was closed in another way has left nothing behind that Back would have to go through.
  await page.getByRole("button", { name: "More", exact: true }).tap();
  await page.getByRole("menuitem", { name: /[Qq]uiet/ }).tap();
  await expect(menu).toBeHidden();
  await page.goBack();
  await expect(page).toHaveURL("/");
});

test("@phone Back does not stop at what was left by one of its links", async ({ page, db, signIn }) => {
  const { ana, workspace, address } = await makeRoom(db);
  await signIn(ana);
  await page.addInitScript(() => Reflect.deleteProperty(window, "CloseWatcher"));
  await page.goto("/");
  await openRoom(page, address);
  await page.getByRole("button", { name: "Account of Ana Lima" }).tap();
  const account = page.getByRole("dialog", { name: "Account" });
  await expect(account).toBeVisible();
  await expect.poll(() => page.evaluate(() => window.history.state?.["sayso:over"])).toBe(1);
  await account.getByRole("link", { name: /^People/ }).tap();
  await expect(page).toHaveURL(`/workspaces/${workspace.id}`);
  await page.goBack();
  await expect(page).toHaveURL(address);
  await expect(page.locator('[data-reader="editor"]')).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL("/");
});

test("@phone after a reload a closed sheet leaves nothing that Back would have to go through", async ({
  page,
  db,
  signIn,
}) => {
  const { ana, article, address } = await makeRoom(db);
  await makePassage(db, { articleId: article.id, createdById: ana.id, words: "We lost two winters" });
  await signIn(ana);
  await page.goto("/");
  await openRoom(page, address);
  const addressNow = () => page.evaluate(() => window.location.pathname + window.location.search);
  await marks(page).first().tap();
  await expect.poll(addressNow).toContain("?passage=");
  await page.reload();
  await expect(sheetOf(page)).toBeVisible();
  await page.getByRole("button", { name: "Close the discussion" }).tap();
  await expect(sheetOf(page)).toBeHidden();
  await expect.poll(addressNow).toBe(address);
  // Opened again it takes the place of the one before.
  await marks(page).first().tap();
  await expect.poll(addressNow).toContain("?passage=");
  await page.goBack();
  await expect(sheetOf(page)).toBeHidden();
  await expect.poll(addressNow).toBe(address);
  await page.goForward();
  await expect(sheetOf(page)).toBeVisible();
  await page.getByRole("button", { name: "Close the discussion" }).tap();
  await expect(sheetOf(page)).toBeHidden();
  await page.goBack();
  await expect(page).toHaveURL("/");
});

test("@phone Back closes what lies over a page also behind its other views and links within it", async ({
  page,
  db,
  signIn,
}) => {
  const { ana, claims } = await furnish(db);
  await signIn(ana);
  await page.addInitScript(() => Reflect.deleteProperty(window, "CloseWatcher"));
  await page.goto("/");
  await page.goto(claims);
  const viewNow = () => page.evaluate(() => window.location.search + window.location.hash);
  const find = page.getByRole("banner").getByRole("button", { name: "Find" });
  const box = page.getByRole("dialog");
  const openBox = async () => {
    await find.tap();
    await expect(box).toBeVisible();
    await page.waitForFunction(() => window.history.state?.["sayso:over"] === 1);
  };
  await openBox();
  await page.keyboard.press("Escape");
  await expect(box).toBeHidden();

  // The router makes an entry of each view.
  await page.getByRole("link", { name: "Agreement board" }).tap();
  await expect.poll(viewNow).toBe("?view=board");
  await openBox();
  await page.goBack();
  await expect(box).toBeHidden();
  expect(await viewNow()).toBe("?view=board");
  await page.getByRole("link", { name: "Said × so" }).tap();
  await expect.poll(viewNow).toBe("?view=matrix");
  await page.goBack();
  await expect.poll(viewNow).toBe("?view=board");

  // So does the browser of a link within the page.
  await page.evaluate(() => {
    window.location.hash = "main";
  });
  await openBox();
  await page.goBack();
  await expect(box).toBeHidden();
  expect(await viewNow()).toBe("?view=board#main");
});

test("Esc, by which a browser asks as well, closes nothing from a field", async ({ page, db, signIn }) => {
  const { ana, article, address } = await makeRoom(db);
  await makePassage(db, { articleId: article.id, createdById: ana.id, words: "We lost two winters" });
  await signIn(ana);
  await page.setViewportSize({ width: 900, height: 900 });
  await openRoom(page, address);
  await marks(page).first().click();
  await expect(sheetOf(page)).toBeVisible();
  // Our fields all answer it; one that an extension puts into the page does not.
  await page.evaluate(() => {
    const field = document.body.appendChild(document.createElement("input"));
    field.focus();
  });
  await page.keyboard.press("Escape");
  await expect(sheetOf(page)).toBeVisible();
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.keyboard.press("Escape");
  await expect(sheetOf(page)).toBeHidden();
});

/** How far the page is scrolled, once it has come to rest. */
async function settledTop(page: Page): Promise<number> {
  let last = -1;
  const isStill = async () => {
    const before = last;
    last = await page.evaluate(() => window.scrollY);
    return last === before;
  };
  await expect.poll(isStill, { intervals: [100] }).toBe(true);
  return last;
}

/** Android tells the browser of Back, and the browser the newest watcher: no protocol does the first of it. */
function noteWatchers(): void {
  type Watcher = { requestClose(): void; destroy(): void };
  const { CloseWatcher: Own } = window as unknown as { CloseWatcher: new () => Watcher };
  const open: Watcher[] = [];
  class Noted extends Own {
    constructor() {
      super();
      open.push(this);
    }
    override destroy() {
      open.splice(open.indexOf(this), 1);
      super.destroy();
    }
  }
  const pressBack = () => open.pop()?.requestClose();
  Object.assign(window, { CloseWatcher: Noted, pressBack });
}
