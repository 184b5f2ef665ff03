import { randomUUID } from "node:crypto";
import { makeComment, makeMembership, makeWorkspace } from "@/prisma/factories";
import { expect, test } from "./fixtures";
import { comment, makeDesk, openThread, post, replyField } from "./threads";

// What comes from colleagues, and who they are.

test("a link to a comment that is not there says so", async ({ page, signIn, db }) => {
  const desk = await makeDesk(db);
  const gone = await makeComment(db, {
    threadId: desk.thread.id,
    authorId: desk.sam.id,
    text: "Never mind.",
    deletedAt: new Date(),
    deletedById: desk.sam.id,
  });
  await signIn(desk.vi);
  const address = `/articles/${desk.article.id}?thread=${desk.thread.id}`;
  const told = page.locator(`#t-${desk.thread.id}:visible`).getByRole("alert");
  for (const id of [randomUUID(), gone.id]) {
    await page.goto(`${address}#c-${id}`);
    await expect(told).toHaveText("This comment is not here any more.");
    await page.goto("about:blank");
  }
  await page.goto(`${address}#c-${desk.first.id}`);
  await expect(page.locator(`#c-${desk.first.id}:visible`)).toBeFocused();
  await expect(told).toHaveCount(0);
});

test("a link leads to the last comment of a card that is taller than the window", async ({
  page,
  signIn,
  db,
}) => {
  const desk = await makeDesk(db);
  const said = { threadId: desk.thread.id, authorId: desk.sam.id };
  for (let at = 0; at < 14; at++) await makeComment(db, { ...said, text: `I asked for the ${at}th time.` });
  const last = await makeComment(db, { ...said, text: "The harbour office." });
  await signIn(desk.ana);
  await page.goto(`/articles/${desk.article.id}?thread=${desk.thread.id}#c-${last.id}`);
  const linked = page.locator(`#c-${last.id}:visible`);
  await expect(linked).toBeFocused();
  // Also after the words have been brought into sight.
  await expect(page.locator('[data-reader="editor"]')).toBeVisible();
  await expect(linked).toBeInViewport({ ratio: 1 });
});

test("whoever comes by a link has read what is in sight from there on", async ({ page, signIn, db }) => {
  const desk = await makeDesk(db);
  const said = { threadId: desk.thread.id, authorId: desk.sam.id };
  const { number } = await makeComment(db, { ...said, text: "The harbour office." });
  await signIn(desk.vi);
  await page.goto(`/articles/${desk.article.id}?thread=${desk.thread.id}#c-${desk.first.id}`);
  await expect(page.locator(`#c-${desk.first.id}:visible`)).toBeFocused();
  const where = { threadId: desk.thread.id, userId: desk.vi.id };
  await expect.poll(async () => (await db.threadRead.findFirst({ where }))?.number).toBe(number);
});

test("what arrives while I write waits, is announced, and moves nothing", async ({
  page,
  signIn,
  openAs,
  db,
}) => {
  const desk = await makeDesk(db);
  await signIn(desk.ana);
  const thread = await openThread(page, desk);
  const colleague = await openThread(await openAs(desk.sam), desk);
  const field = await replyField(thread);
  await field.click();
  await page.keyboard.type("I am writing");
  const before = await field.boundingBox();

  await (await replyField(colleague)).fill("A live reply");
  await post(colleague).click();
  const pill = thread.getByRole("button", { name: "1 new" });
  await expect(pill).toBeVisible();
  await expect(thread.getByText("A live reply")).toHaveCount(0);
  await expect(page.getByRole("status").filter({ hasText: "Sam Adeyemi replied" })).toHaveCount(1);
  await expect(field).toBeFocused();
  await expect(field).toHaveText("I am writing");
  const after = await field.boundingBox();
  expect(after?.y).toBe(before?.y);

  // It stands between the comments and the field, over nobody's words.
  const last = await comment(thread, "Whose figure is this?").boundingBox();
  const over = await pill.boundingBox();
  expect(over?.y).toBeGreaterThanOrEqual((last?.y ?? 0) + (last?.height ?? 0));
  expect((over?.y ?? 0) + (over?.height ?? 0)).toBeLessThanOrEqual(before?.y ?? 0);

  await pill.click();
  await expect(comment(thread, "A live reply")).toBeFocused();
  await expect(field).toHaveText("I am writing");
});

test("what arrived while I wrote is shown when I have posted, and what arrives in an empty field at once", async ({
  page,
  signIn,
  openAs,
  db,
}) => {
  const desk = await makeDesk(db);
  await signIn(desk.ana);
  const thread = await openThread(page, desk);
  const colleague = await openThread(await openAs(desk.sam), desk);
  const say = async (words: string) => {
    await (await replyField(colleague)).fill(words);
    await post(colleague).click();
  };
  await (await replyField(thread)).click();
  await page.keyboard.type("I am writing");
  await say("Before you post");
  await expect(thread.getByRole("button", { name: "1 new" })).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await expect(comment(thread, "Before you post")).toBeVisible();
  await expect(await replyField(thread)).toBeFocused();
  await say("After you posted");
  await expect(comment(thread, "After you posted")).toBeVisible();

  await comment(thread, "Whose figure is this?").getByText("figure").dblclick();
  await say("While you select");
  await expect(thread.getByRole("button", { name: "1 new" })).toBeVisible();
  await page.evaluate(() => getSelection()?.removeAllRanges());
  await expect(comment(thread, "While you select")).toBeVisible();
});

test("a press that changes the thread does not move the page", async ({ page, signIn, db }) => {
  const desk = await makeDesk(db);
  for (let made = 0; made < 6; made++)
    await makeComment(db, {
      threadId: desk.thread.id,
      authorId: desk.sam.id,
      text: "A long story. ".repeat(60),
    });
  const by = { threadId: desk.thread.id, byId: desk.ana.id };
  await db.thread.update({ where: { id: desk.thread.id }, data: { state: "resolved" } });
  await db.threadStateChange.create({ data: { id: randomUUID(), state: "resolved", ...by } });
  await signIn(desk.ana);
  const thread = await openThread(page, desk);
  await thread.getByRole("button", { name: /^Show \d/ }).click();
  const reopen = thread.getByRole("button", { name: "Reopen" });
  await page.mouse.wheel(0, ((await reopen.boundingBox())?.y ?? 0) - 200);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);
  const before = await page.evaluate(() => scrollY);
  await reopen.click();
  await expect(thread).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(before);
});

test("what is new since my last visit is marked, once, and read as far as it has been in sight", async ({
  page,
  signIn,
  db,
}) => {
  const desk = await makeDesk(db);
  await signIn(desk.jo);
  let thread = await openThread(page, desk);
  await expect(comment(thread, "Whose figure is this?")).toBeVisible();
  await page.goto("about:blank");
  const said = { threadId: desk.thread.id, authorId: desk.sam.id };
  const { number } = await makeComment(db, { ...said, text: "The harbour office." });
  // So long that the last one begins below the window.
  const long = await makeComment(db, { ...said, text: "It counted them. ".repeat(260) });
  const last = await makeComment(db, { ...said, text: "@Jo, do you have the list?" });
  const readUpTo = async () =>
    (await db.threadRead.findFirst({ where: { threadId: desk.thread.id, userId: desk.jo.id } }))?.number;
  const isRead = page.waitForResponse((answer) => answer.url().endsWith("/read") && answer.ok());
  thread = await openThread(page, desk);
  await expect(thread.getByText(/New since/)).toBeVisible();
  await expect(thread.getByRole("article", { name: "Sam Adeyemi, new" }).first()).toBeVisible();
  await isRead;
  await expect(thread.getByText(/New since/)).toBeVisible();
  expect([number, long.number]).toContain(await readUpTo());
  await comment(thread, "do you have the list?").scrollIntoViewIfNeeded();
  await expect.poll(readUpTo).toBe(last.number);
  await page.goto("about:blank");
  thread = await openThread(page, desk);
  await expect(comment(thread, "The harbour office.")).toBeVisible();
  await expect(thread.getByText(/New since/)).toHaveCount(0);
});

test("who else is here can be told apart, as many as there is room for @both", async ({
  page,
  signIn,
  openAs,
  db,
  isMobile,
}) => {
  const desk = await makeDesk(db);
  for (const user of [desk.ana, desk.sam, desk.vi])
    await (await openAs(user)).goto(`/articles/${desk.article.id}`);
  await signIn(desk.jo);
  await page.goto(`/articles/${desk.article.id}`);
  const here = page.getByRole("img", { name: /^Also here: .+, .+ and .+/ });
  const faces = here.locator("[title]:visible");
  await expect(faces).toHaveCount(isMobile ? 2 : 3);
  await expect(here.getByText("+1").filter({ visible: true })).toHaveCount(isMobile ? 1 : 0);
  const boxes = await faces.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
  for (const [at, box] of boxes.entries()) expect(box.left).toBeGreaterThanOrEqual(boxes[at - 1]?.right ?? 0);
});

test("the people of each workspace are in the menu of the account @both", async ({ page, signIn, db }) => {
  const desk = await makeDesk(db);
  const second = await makeWorkspace(db, { name: "The Other Paper" });
  await makeMembership(db, { workspaceId: second.id, userId: desk.jo.id, role: "viewer" });
  await signIn(desk.jo);
  await page.goto("/");
  await page.getByRole("button", { name: "Account of Jo Lind" }).click();
  const menu = page.getByRole("navigation", { name: "Workspaces" });
  await expect(menu.getByRole("heading")).toHaveText(["Newsroommember", "The Other Paperviewer"]);
  await menu.getByRole("link", { name: "People of The Other Paper" }).click();
  await expect(page).toHaveURL(`/workspaces/${second.id}`);
  await page.getByRole("button", { name: "Account of Jo Lind" }).click();
  await menu.getByRole("link", { name: "Articles of Newsroom" }).click();
  await expect(page).toHaveURL(`/?workspace=${desk.workspace.id}`);
});
