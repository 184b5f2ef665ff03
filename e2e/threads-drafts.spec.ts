import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { dragOver, makeRoom, openRoom, storedPassages } from "./reading";
import { comment, makeDesk, openThread, post, replyField } from "./threads";

// What is written and not sent is kept, whatever comes in between.

test("a draft survives a reload, leaving the page, a failed send and another window", async ({
  page,
  context,
  signIn,
  db,
  allowTrouble,
}) => {
  allowTrouble(/status of 403/);
  const desk = await makeDesk(db);
  await signIn(desk.sam);
  let thread = await openThread(page, desk);
  await (await replyField(thread)).click();
  await page.keyboard.type("Half a thought");
  await page.reload();
  thread = await openThread(page, desk);
  await expect(await replyField(thread)).toHaveText("Half a thought");
  await expect(thread.getByText(/Draft from \d\d:\d\d/)).toBeVisible();

  await page.goto("about:blank");
  thread = await openThread(page, desk);
  await expect(await replyField(thread)).toHaveText("Half a thought");

  await db.membership.updateMany({ where: { userId: desk.sam.id }, data: { role: "viewer" } });
  await post(thread).click();
  const failed = comment(thread, "Half a thought");
  await expect(failed.getByRole("alert")).toContainText("Not posted. As a viewer you can read");
  await db.membership.updateMany({ where: { userId: desk.sam.id }, data: { role: "editor" } });
  await page.reload();
  thread = await openThread(page, desk);
  await comment(thread, "Half a thought").getByRole("button", { name: "Retry" }).click();
  await expect(comment(thread, "Half a thought").getByRole("button", { name: "React" })).toBeVisible();

  await (await replyField(thread)).click();
  await page.keyboard.type("Never mind");
  await page.reload();
  thread = await openThread(page, desk);
  await thread.getByRole("button", { name: "Discard" }).click();
  await expect(await replyField(thread)).toHaveText("");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(await replyField(thread)).toHaveText("Never mind");
  await expect(page.locator("[data-sonner-toast]")).toHaveCount(0);
  await thread.getByRole("button", { name: "Discard" }).click();
  // What is being written in its place stays, also before it is kept.
  const undo = page.getByRole("button", { name: "Undo" });
  await undo.hover();
  await page.keyboard.type("Or rather");
  await undo.click();
  await expect(page.getByText("The draft is not put back")).toBeVisible();
  await expect(await replyField(thread)).toHaveText("Or rather");
  await (await replyField(thread)).clear();
  await expect(await replyField(thread)).toHaveText("");
  await page.reload();
  thread = await openThread(page, desk);
  await expect(await replyField(thread)).toHaveText("");

  // Written in two windows at once, the one is posted and the other stays.
  const second = await context.newPage();
  const beside = await openThread(second, desk);
  await (await replyField(beside)).click();
  await second.keyboard.type("Beside it");
  await (await replyField(thread)).click();
  await page.keyboard.type("In front");
  await expect.poll(() => keptIn(page)).toContain("In front");
  await page.keyboard.press("Control+Enter");
  await expect(comment(beside, "In front")).toBeVisible();
  await second.reload();
  await expect(await replyField(await openThread(second, desk))).toHaveText("Beside it");
});

/** All that this browser keeps. */
const keptIn = (page: Page) => page.evaluate(() => JSON.stringify(localStorage));

test("the draft of a first thread stays with its passage, however that is stored meanwhile", async ({
  page,
  signIn,
  db,
}) => {
  const { ana, article, address } = await makeRoom(db);
  await signIn(ana);
  await openRoom(page, address);
  const field = page.getByRole("group", { name: "Comment", exact: true }).locator("[contenteditable=true]");
  await dragOver(page, "two winters");
  await page.keyboard.press("c");
  await expect(field).toBeFocused();
  await page.keyboard.type("Which two?");
  await expect.poll(() => storedPassages(db, article.id)).toEqual(["two winters"]);
  const reopen = async () => {
    await expect(page.getByText("Draft for “Comment”: Which two?")).toBeVisible();
    await page.getByRole("button", { name: "Go on with: Draft for “Comment”" }).click();
    await expect(field).toHaveText("Which two?");
  };
  await page.keyboard.press("Escape");
  await reopen();
  // Closed, its card says that something lies there.
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  const card = page.getByRole("button", { name: /^Passage 1, your draft/ });
  await expect(card).toContainText("Draft");
  await card.click();
  await reopen();
  await page.reload();
  await reopen();
  await page.getByRole("button", { name: /^Post to/ }).click();
  await expect(comment(page.locator("body"), "Which two?")).toBeVisible();
  await expect(page.getByText(/^Draft for/)).toHaveCount(0);
  await page.reload();
  await page
    .getByRole("region", { name: "Passage 1" })
    .getByRole("button", { name: "Comment", exact: true })
    .click();
  await expect(field).toHaveText("");
  await page.keyboard.type("Or not");
  await page.keyboard.press("Escape");
  const discard = page.getByRole("button", { name: "Discard Draft for “Comment”" });
  await discard.click();
  await expect(page.getByText("Or not")).toHaveCount(0);
  await expect(
    page.getByRole("group", { name: "Start another thread" }).getByRole("button").first(),
  ).toBeFocused();
  // It was what was done last, and comes back, unless something else has been written in its place.
  await page.keyboard.press("Control+z");
  await expect(page.getByText("The draft is back")).toBeVisible();
  await expect(page.getByText("Or not")).toBeVisible();
  await discard.click();
  await page
    .getByRole("region", { name: "Passage 1" })
    .getByRole("button", { name: "Comment", exact: true })
    .click();
  await page.keyboard.type("Or else");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+z");
  await expect(page.getByText("The draft is not put back")).toBeVisible();
  await expect(page.getByText("Or else")).toBeVisible();
});

test("the draft of an edit comes back, until it is saved, given up or overtaken", async ({
  page,
  signIn,
  db,
  allowTrouble,
}) => {
  allowTrouble(/status of 409/);
  const desk = await makeDesk(db);
  await signIn(desk.ana);
  let thread = await openThread(page, desk);
  const edit = async () => {
    await thread.getByRole("button", { name: "More about Ana Weiss's comment" }).click();
    await page.getByRole("menuitem", { name: "Edit" }).click();
    const field = thread.getByRole("group", { name: "Edit your comment" }).locator("[contenteditable=true]");
    await expect(field).toBeFocused();
    return field;
  };
  await (await edit()).fill("Whose figure, and when?");
  await page.reload();
  thread = await openThread(page, desk);
  await expect(thread.getByText("Draft of your edit: Whose figure, and when?")).toBeVisible();
  await expect(await edit()).toHaveText("Whose figure, and when?");
  await expect(thread.getByText(/Draft from/)).toBeVisible();

  await db.comment.update({ where: { id: desk.first.id }, data: { version: { increment: 1 } } });
  await thread.getByRole("button", { name: "Save" }).click();
  await thread.getByRole("button", { name: "Keep this window’s" }).click();
  await expect(thread.getByRole("button", { name: "edited" })).toBeVisible();
  await page.reload();
  thread = await openThread(page, desk);
  // What is as it was is no draft.
  await edit();
  await page.keyboard.type("!");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Escape");
  await expect(thread.getByText(/^Draft of your edit/)).toHaveCount(0);
  await (await edit()).fill("Never mind");
  await expect(thread.getByText(/Draft from/)).toHaveCount(0);
  await thread.getByRole("button", { name: "Cancel" }).click();
  await expect(await edit()).toHaveText("Whose figure, and when?");
  await expect(thread.getByText(/Draft from/)).toHaveCount(0);
});

test("what is begun in the place of a discarded draft stays when that is undone at once", async ({
  page,
  signIn,
  db,
}) => {
  const desk = await makeDesk(db);
  await signIn(desk.ana);
  const thread = await openThread(page, desk);
  const field = await replyField(thread);
  await field.click();
  await page.keyboard.type("One more thing");
  await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage))).toContain("One more thing");
  await page.reload();
  await expect(field).toHaveText("One more thing");
  await thread.getByRole("button", { name: "Discard" }).click();
  await expect(field).toBeFocused();
  await page.keyboard.type("Another");
  await page.getByRole("button", { name: "Undo", exact: true }).evaluate((one: HTMLElement) => one.click());
  await expect(page.getByText("The draft is not put back")).toBeVisible();
  await expect(field).toHaveText("Another");
});

test("a draft is told of where its field is out of sight", async ({ page, signIn, db }) => {
  const desk = await makeDesk(db);
  await signIn(desk.ana);
  const thread = await openThread(page, desk);
  await (await replyField(thread)).click();
  await page.keyboard.type("One more thing");
  await page.locator(`#c-${desk.first.id}:visible`).focus();
  await page.keyboard.press("x");
  await page.keyboard.press("Enter");
  const line = thread.getByText("Draft: One more thing");
  await expect(line).toBeVisible();
  await thread.getByRole("button", { name: "Go on with: Draft" }).click();
  await expect(await replyField(thread)).toHaveText("One more thing");
  await expect(line).toHaveCount(0);
});

test("whoever is made a viewer or removed while writing is told, and keeps the words", async ({
  page,
  signIn,
  openAs,
  db,
  baseURL,
  allowTrouble,
}) => {
  allowTrouble(/status of 404/);
  const headers = { origin: baseURL ?? "" };
  const desk = await makeDesk(db);
  await signIn(desk.jo);
  const thread = await openThread(page, desk);
  await (await replyField(thread)).click();
  await page.keyboard.type("Half a thought");
  const owner = await openAs(desk.ana);
  const member = `/api/workspaces/${desk.workspace.id}/members/${desk.jo.id}`;
  await owner.request.patch(member, { data: { role: "viewer", was: "member" }, headers });
  const note = thread.getByText("Your role was changed to viewer. What you wrote is kept.");
  await expect(note).toBeFocused();
  await expect(thread.getByRole("textbox")).toHaveCount(0);
  const kept = (what: string | RegExp) => page.getByRole("group", { name: what, exact: true });
  await expect(kept("Draft")).toContainText("Half a thought");
  await expect(kept("Draft").getByRole("button", { name: "Copy" })).toBeVisible();
  await owner.request.patch(member, { data: { role: "member", was: "viewer" }, headers });
  await expect(await replyField(thread)).toHaveText("Half a thought");
  await expect(note).toHaveCount(0);

  await page.getByRole("button", { name: "Is it so?", exact: true }).click();
  const starter = page
    .getByRole("group", { name: "Is it so?", exact: true })
    .locator("[contenteditable=true]");
  await expect(starter).toBeFocused();
  await page.keyboard.type("By whose count?");
  await owner.request.patch(member, { data: { role: "viewer", was: "member" }, headers });
  await expect(starter).toHaveCount(0);
  await expect(page.getByText("Your role was changed to viewer. What you wrote is kept.")).toHaveCount(2);
  await owner.request.patch(member, { data: { role: "member", was: "viewer" }, headers });
  await expect(starter).toHaveText("By whose count?");

  await page.keyboard.press("Escape");
  await page.keyboard.press("v");
  await page.keyboard.press("4");
  await owner.request.patch(member, { data: { role: "viewer", was: "member" }, headers });
  await expect(kept("Not saved")).toContainText("Accurate");
  await expect(kept("Draft for “Is it so?”")).toContainText("By whose count?");

  expect((await owner.request.delete(member, { data: {}, headers })).ok()).toBe(true);
  await expect(page.getByRole("heading", { name: "Not here" })).toBeVisible();
  await expect(page.getByText("You may not see this any more")).toBeVisible();
  await expect(kept("Draft for “Is it so?”")).toContainText("By whose count?");
  await expect(kept(/^Your verdict on “Is it so\?”, on “.+”$/)).toContainText("Accurate");
  await kept("Draft").getByRole("button", { name: "Discard" }).click();
  await page.reload();
  await expect(kept("Draft for “Is it so?”")).toBeVisible();
  await expect(kept("Draft")).toHaveCount(0);
});

test("a session that ended elsewhere is told of at the sign-in, and what was written is kept", async ({
  page,
  context,
  signIn,
  db,
  allowTrouble,
}) => {
  allowTrouble(/status of 401/);
  const desk = await makeDesk(db);
  await page.goto(`/articles/${desk.article.id}`);
  const told = page.getByText("You were signed out. Sign in to go on; what you wrote is kept.");
  await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
  await expect(told).toHaveCount(0);
  await signIn(desk.jo);
  let thread = await openThread(page, desk);
  await (await replyField(thread)).click();
  await page.keyboard.type("Half a thought");
  await db.session.updateMany({ where: { userId: desk.jo.id }, data: { endedAt: new Date() } });
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await expect(told).toBeVisible();
  await signIn(desk.jo);
  thread = await openThread(page, desk);
  await expect(await replyField(thread)).toHaveText("Half a thought");

  // I sign out in another window, and am still typing here.
  const second = await context.newPage();
  await second.goto("/");
  await second.getByRole("button", { name: "Account of Jo Lind" }).click();
  await second.getByRole("button", { name: "Sign out" }).click();
  const why = "You signed out in another window. Sign in to go on; what you wrote is kept here.";
  await expect(page.getByText(why)).toBeVisible();
  await expect(page.getByRole("button", { name: "Sign in" })).toBeEnabled();
  await page.keyboard.type("and more");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("E-mail address")).toHaveValue("");
  await expect(page.getByText(why)).toBeVisible();
});
