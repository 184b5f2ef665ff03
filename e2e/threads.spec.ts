import { makeComment } from "@/prisma/factories";
import { expectFocusIn, heard } from "./expect-focus";
import { expect, test } from "./fixtures";
import { dragOver } from "./reading";
import { comment, makeDesk, openThread, post, replyField } from "./threads";

// What becomes of a thread and its comments.

test("a reply is there at once, and impatience makes no second one", async ({
  page,
  signIn,
  openAs,
  db,
  allowTrouble,
}) => {
  allowTrouble(/ERR_FAILED|ERR_CONNECTION/);
  const desk = await makeDesk(db);
  await signIn(desk.ana);
  const colleague = await openThread(await openAs(desk.sam), desk);
  // Nor does the stream tell me that it has arrived.
  await page.route("**/api/live?*", (route) => route.abort());
  const thread = await openThread(page, desk);

  let release = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  let tries = 0;
  await page.route("**/api/threads/*/comments", async (route) => {
    tries++;
    if (tries > 1) return route.continue();
    await gate;
    // It arrives, but the answer is lost.
    await route.fetch();
    await route.abort();
  });

  await (await replyField(thread)).click();
  await page.keyboard.type("The harbour office says so.");
  await post(thread).dblclick();
  const mine = comment(thread, "The harbour office says so.");
  await expect(mine).toHaveCount(1);
  await expect(mine.getByText("Sending…")).toBeVisible();
  await page.keyboard.press("Control+Enter");

  release();
  await mine.getByRole("button", { name: "Retry" }).click();
  await expect(mine.getByText("Waiting to be sent")).toHaveCount(0);
  await expect(
    thread.locator(`[aria-label="Ana Weiss"]`).filter({ hasText: "harbour office" }),
  ).toBeVisible();
  await expect(comment(colleague, "The harbour office says so.")).toHaveCount(1);
  expect(await db.comment.count({ where: { threadId: desk.thread.id } })).toBe(2);
  expect(tries).toBe(2);
});

test("a reply whose answer is lost has arrived when the stream brings it", async ({
  page,
  signIn,
  db,
  allowTrouble,
}) => {
  allowTrouble(/ERR_FAILED|ERR_CONNECTION/);
  const desk = await makeDesk(db);
  await signIn(desk.ana);
  const thread = await openThread(page, desk);
  let lose = () => {};
  const gate = new Promise<void>((resolve) => {
    lose = resolve;
  });
  let tries = 0;
  await page.route("**/api/threads/*/comments", async (route) => {
    tries++;
    await route.fetch();
    await gate;
    await route.abort();
  });
  await (await replyField(thread)).fill("The stream is faster.");
  await post(thread).click();
  const mine = comment(thread, "The stream is faster.");
  await expect(mine.getByText("Sending…")).toHaveCount(0);
  await expect(mine).toHaveCount(1);
  const lost = page.waitForEvent("requestfailed", (request) => request.url().endsWith("/comments"));
  lose();
  await lost;
  await page.reload();
  await expect(mine).toHaveCount(1);
  expect(tries).toBe(1);
});

test("an edit keeps what was said before, and never overwrites a newer one", async ({
  page,
  signIn,
  openAs,
  db,
  allowTrouble,
}) => {
  allowTrouble(/status of 409/);
  const desk = await makeDesk(db);
  await signIn(desk.ana);
  const otherWindow = await openAs(desk.ana);
  const thread = await openThread(page, desk);
  const other = await openThread(otherWindow, desk);

  await (await replyField(thread)).focus();
  await page.keyboard.press("ArrowUp");
  const editing = thread.getByRole("textbox", { name: "Edit your comment" });
  await expect(editing).toHaveText("Whose figure is this?");
  await other.getByRole("button", { name: "More about Ana Weiss's comment" }).click();
  await otherWindow.getByRole("menuitem", { name: "Edit" }).click();
  const elsewhere = other.getByRole("textbox", { name: "Edit your comment" });
  await expect(elsewhere).toBeFocused();

  await editing.fill("Whose figure is this, please?");
  await thread.getByRole("button", { name: "Save" }).click();
  await expect(comment(thread, "please?").getByRole("button", { name: "edited" })).toBeVisible();

  await elsewhere.fill("Who counted?");
  await other.getByRole("button", { name: "Save" }).click();
  await expect(other.getByRole("alert")).toContainText("You changed this in another window, just now.");
  await expect(other.getByRole("alert")).toContainText("Whose figure is this, please?");
  await other.getByRole("button", { name: "Keep this window’s" }).click();

  await comment(thread, "Who counted?").getByRole("button", { name: "edited" }).click();
  const history = page.getByRole("dialog", { name: "What Ana Weiss wrote" });
  await expect(history.getByRole("listitem")).toHaveText([
    /Now.*Who counted\?/,
    /Whose figure is this, please\?/,
    /First.*Whose figure is this\?/,
  ]);
});

test("a deleted comment can be brought back, at once and later, and leaves a hole", async ({
  page,
  signIn,
  openAs,
  db,
}) => {
  const desk = await makeDesk(db);
  await makeComment(db, { threadId: desk.thread.id, authorId: desk.sam.id, text: "The harbour office." });
  await signIn(desk.ana);
  const thread = await openThread(page, desk);
  const colleague = await openThread(await openAs(desk.jo), desk);
  const remove = async () => {
    await thread.getByRole("button", { name: "More about Ana Weiss's comment" }).click();
    await page.getByRole("menuitem", { name: "Delete" }).click();
    await expect(thread.getByText("Deleted by you")).toBeVisible();
  };
  await remove();
  await expect(colleague.getByText("Deleted by Ana Weiss")).toBeVisible();
  await expect(colleague.getByText("Whose figure is this?")).toHaveCount(0);
  await expect(colleague.getByRole("button", { name: "Restore" })).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(comment(colleague, "Whose figure is this?")).toBeVisible();

  // Also before the answer has come: the stream may show sooner what was done.
  let release = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/api/comments/*", async (route) => {
    if (route.request().method() !== "DELETE") return route.continue();
    const response = await route.fetch();
    await gate;
    await route.fulfill({ response });
  });
  await remove();
  await page.keyboard.press("Control+z");
  release();
  await expect(comment(thread, "Whose figure is this?")).toBeVisible();

  await remove();
  await thread.getByRole("button", { name: "Restore" }).press("Enter");
  await expect(comment(thread, "Whose figure is this?")).toBeFocused();
});

test("resolved and reopened, with who, when and why", async ({ page, signIn, openAs, db, allowTrouble }) => {
  allowTrouble(/status of 400/);
  const desk = await makeDesk(db);
  await signIn(desk.sam);
  const thread = await openThread(page, desk);
  const colleague = await openThread(await openAs(desk.jo), desk);
  await expect(colleague.getByRole("button", { name: "Resolve" })).toHaveCount(0);

  await thread.getByRole("button", { name: "Resolve" }).click();
  const why = page.getByLabel("Why is it settled?");
  const pasted = "the office confirmed it ".repeat(25);
  await why.fill(pasted);
  const resolve = page.getByRole("dialog", { name: "Resolve" }).getByRole("button", { name: "Resolve" });
  await resolve.click();
  await expect(page.getByText("The reason is too long: at most 500 characters.")).toBeVisible();
  await expect(why).toHaveValue(pasted);
  await why.fill("the office confirmed it");
  await resolve.click();
  await expect(thread).toContainText("Resolved by you, just now: the office confirmed it");
  await expect(thread.getByText("Whose figure is this?")).toHaveCount(0);
  await expect(colleague).toContainText("Resolved by Sam Adeyemi, just now: the office confirmed it");
  // Nothing closes under a colleague's eyes.
  await expect(colleague.getByText("Whose figure is this?")).toBeVisible();

  await thread.getByRole("button", { name: "Reopen" }).click();
  await expect(thread.getByText("Whose figure is this?")).toBeVisible();
  await thread.getByText("2 changes of state").click();
  await expect(thread.getByRole("listitem")).toHaveText([
    "Resolved by you, just now: the office confirmed it",
    "Reopened by you, just now",
  ]);
});

test("assigned, reacted to, and linked to", async ({ page, signIn, openAs, db, context }) => {
  const desk = await makeDesk(db);
  await signIn(desk.ana);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const thread = await openThread(page, desk);
  const colleaguePage = await openAs(desk.jo);
  const colleague = await openThread(colleaguePage, desk);

  await thread.getByRole("button", { name: "Assign" }).click();
  await expect(page.getByRole("menuitem", { name: "Vi Brandt" })).toHaveCount(0);
  await page.getByRole("menuitem", { name: "Jo Lind" }).click();
  await expect(thread.getByRole("button", { name: /For Jo/ })).toBeVisible();
  await colleague.getByRole("button", { name: "For you" }).click();
  await colleaguePage.getByRole("menuitem", { name: "Nobody" }).click();
  await expect(thread.getByRole("button", { name: "Assign" })).toBeVisible();

  await thread.getByRole("button", { name: "React" }).click();
  await page.getByRole("button", { name: "looking into it" }).click();
  await expect(thread.getByRole("button", { name: "looking into it: you" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await colleague.getByRole("button", { name: "looking into it: Ana Weiss" }).click();
  await expect(thread.getByRole("button", { name: /looking into it: .*Jo Lind/ })).toContainText("2");
  await thread.getByRole("button", { name: /looking into it/ }).click();
  await expect(colleague.getByRole("button", { name: "looking into it: you" })).toContainText("1");

  await thread.getByRole("button", { name: "More about Ana Weiss's comment" }).click();
  await page.getByRole("menuitem", { name: "Copy link" }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain(`/articles/${desk.article.id}?thread=${desk.thread.id}#c-${desk.first.id}`);
  await colleaguePage.goto("about:blank");
  await colleaguePage.goto(link);
  await expect(colleaguePage.locator(`#c-${desk.first.id}:visible`)).toBeFocused();
});

test("R quotes the selected words into a reply, X asks why, Esc leaves", async ({ page, signIn, db }) => {
  const desk = await makeDesk(db);
  await signIn(desk.ana);
  const thread = await openThread(page, desk);
  const field = await replyField(thread);
  await thread.getByText("Whose figure is this?").dblclick({ position: { x: 4, y: 8 } });
  await page.locator(`#c-${desk.first.id}:visible`).focus();
  await page.keyboard.press("r");
  await expect(field).toBeFocused();
  await expect(field.locator("blockquote")).toHaveText("Whose");
  await page.keyboard.type("Good question, r and x.");
  await page.keyboard.press("Control+Enter");
  await expect(comment(thread, "Good question, r and x.")).toBeVisible();
  await page.locator(`#c-${desk.first.id}:visible`).focus();
  await page.keyboard.press("x");
  await expect(page.getByLabel("Why is it settled?")).toBeFocused();
});

test("R quotes the selected words of the article into a reply, and lets go of them", async ({
  page,
  signIn,
  db,
}) => {
  const desk = await makeDesk(db);
  await signIn(desk.ana);
  const field = await replyField(await openThread(page, desk));
  await expect(page.locator('[data-reader="editor"]')).toBeVisible();
  await dragOver(page, "We lost two winters");
  await page.keyboard.press("r");
  await expect(field).toBeFocused();
  await expect(field.locator("blockquote")).toHaveText("We lost two winters");
  await expect(page.getByRole("toolbar", { name: "Selected words" })).toHaveCount(0);
});

test("a viewer reads, and is told why there is no field", async ({ page, signIn, db }) => {
  const desk = await makeDesk(db);
  await signIn(desk.vi);
  const thread = await openThread(page, desk);
  await expect(thread.getByText("As a viewer you can read, but not comment.")).toBeVisible();
  await expect(thread.getByRole("textbox")).toHaveCount(0);
  for (const name of ["Resolve", "Assign", "React"])
    await expect(thread.getByRole("button", { name })).toHaveCount(0);
});

test("the focus stays in the thread when what had it goes", async ({ page, signIn, db }) => {
  const desk = await makeDesk(db);
  await makeComment(db, {
    threadId: desk.thread.id,
    authorId: desk.ana.id,
    text: "It is from the register.",
  });
  await signIn(desk.ana);
  const thread = await openThread(page, desk);
  const mine = comment(thread, "register");
  async function choose(what: string) {
    await mine.getByRole("button", { name: /^More about/ }).press("Enter");
    await page.getByRole("menuitem", { name: what }).press("Enter");
  }
  const field = mine.getByRole("textbox", { name: "Edit your comment" });
  await choose("Edit");
  await expect(field).toBeFocused();
  await page.keyboard.press("End");
  await page.keyboard.type(" I think.");
  await page.keyboard.press("Control+Enter");
  await expect(mine).toContainText("I think.");
  await expect(mine).toBeFocused();

  await choose("Edit");
  await expect(field).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(field).toHaveCount(0);
  await expect(mine).toBeFocused();
  await choose("Edit");
  await mine.getByRole("button", { name: "Cancel" }).click();
  await expect(field).toHaveCount(0);
  await expect(mine).toBeFocused();

  await choose("Delete");
  await expect(mine).toHaveCount(0);
  await expectFocusIn(thread);

  await thread.getByRole("button", { name: "Resolve", exact: true }).press("Enter");
  await page.keyboard.press("Enter");
  await expect(heard(page)).toContainText("Resolved.");
  const show = thread.getByRole("button", { name: "Show 1 comment" });
  await show.press("Enter");
  await expect(comment(thread, "Whose figure is this?")).toBeFocused();
  await thread.getByRole("button", { name: "Hide comments" }).press("Enter");
  await expect(show).toBeFocused();
});
