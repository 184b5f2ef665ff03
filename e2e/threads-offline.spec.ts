import { hash } from "@node-rs/argon2";
import { expect, test } from "./fixtures";
import { dragOver, makeRoom, marks, openRoom, storedPassages } from "./reading";
import { comment, makeDesk, openThread, replyField } from "./threads";

// What is written without a connection goes out by itself.

test("without a connection posts wait, over a closed page too, and go out in order", async ({
  page,
  signIn,
  db,
  allowTrouble,
}) => {
  allowTrouble(/ERR_INTERNET_DISCONNECTED/);
  const desk = await makeDesk(db);
  await signIn(desk.ana);
  let thread = await openThread(page, desk);
  await page.route("**/api/threads/**", (route) => route.abort("internetdisconnected"));
  await (await replyField(thread)).click();
  for (const words of ["First", "Second"]) {
    await page.keyboard.type(words);
    await page.keyboard.press("Control+Enter");
  }
  await expect(comment(thread, "First").getByText("Waiting to be sent")).toBeVisible();
  await page.goto("about:blank");
  thread = await openThread(page, desk);
  for (const words of ["First", "Second"])
    await expect(comment(thread, words).getByText("Waiting to be sent")).toBeVisible();
  await page.unroute("**/api/threads/**");
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect(thread.getByRole("article", { name: "Ana Weiss", exact: true })).toHaveText([
    /Whose figure/,
    /First/,
    /Second/,
  ]);
  const stored = await db.comment.findMany({
    where: { threadId: desk.thread.id },
    orderBy: { createdNumber: "asc" },
  });
  expect(stored.map((one) => one.text)).toEqual(["Whose figure is this?", "First", "Second"]);
});

test("whoever was signed out while writing is led to sign in, back, and what waited goes out once @both", async ({
  page,
  signIn,
  db,
  allowTrouble,
}) => {
  allowTrouble(/status of 401/);
  await db.rateLimit.deleteMany({ where: { key: { contains: "-address:" } } });
  const desk = await makeDesk(db);
  const password = "a lantern on the quay";
  await db.user.update({ where: { id: desk.ana.id }, data: { passwordHash: await hash(password) } });
  await signIn(desk.ana);
  const thread = await openThread(page, desk);
  await (await replyField(thread)).click();
  await page.keyboard.type("Written in vain?");
  const address = page.url();
  await page.context().clearCookies();
  await page.keyboard.press("Control+Enter");
  const waiting = comment(thread, "Written in vain?");
  await expect(waiting).toContainText("You are signed out. It is kept here");
  await expect(page.getByRole("link", { name: "Sign in" })).toHaveCount(2);
  await waiting.getByRole("link", { name: "Sign in" }).click();
  await expect(
    page.getByText("You were signed out. Sign in to go on; what you wrote is kept."),
  ).toBeVisible();
  await page.getByLabel("E-mail address").fill(desk.ana.email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByLabel("Password", { exact: true }).press("Enter");
  await expect(page).toHaveURL(address);
  await expect(comment(page.locator(`#t-${desk.thread.id}:visible`), "Written in vain?")).toBeVisible();
  await expect(page.getByText("You are signed out")).toHaveCount(0);
  const stored = () => db.comment.count({ where: { threadId: desk.thread.id, text: "Written in vain?" } });
  await expect.poll(stored).toBe(1);
  await page.reload();
  await expect(comment(page.locator(`#t-${desk.thread.id}:visible`), "Written in vain?")).toHaveCount(1);
  expect(await stored()).toBe(1);
});

test("what one person wrote is never sent as another's, who signed in in a window beside it", async ({
  page,
  signIn,
  db,
  allowTrouble,
}) => {
  allowTrouble(/status of 401/);
  const desk = await makeDesk(db);
  await signIn(desk.ana);
  const thread = await openThread(page, desk);
  await (await replyField(thread)).click();
  await page.keyboard.type("My own words");
  await signIn(desk.jo);
  await page.keyboard.press("Control+Enter");
  await expect(comment(thread, "My own words")).toContainText("It is kept here");
  const authors = () =>
    db.comment.findMany({ where: { text: "My own words" }, select: { author: { select: { name: true } } } });
  expect(await authors()).toEqual([]);
  // The way that the page offers does not lead into the other's page without a word.
  await page.goto(`/sign-in?next=%2F&reason=ended&was=${desk.ana.id}`);
  await expect(page.getByText("Somebody else has signed in in this browser.")).toBeVisible();
  await openThread(page, desk);
  await expect(page.getByText("My own words")).toHaveCount(0);
  await signIn(desk.ana);
  await openThread(page, desk);
  await expect.poll(authors).toEqual([{ author: { name: "Ana Weiss" } }]);
});

test("signed out in front of a box, its fields stay while one signs in beside it", async ({
  page,
  signIn,
  db,
  allowTrouble,
}) => {
  allowTrouble(/status of 401/);
  const { ana, article, address } = await makeRoom(db);
  await signIn(ana);
  await openRoom(page, address);
  await page.getByRole("button", { name: /^Actions for/ }).click();
  await page.getByRole("menuitem", { name: "Edit details" }).click();
  const box = page.getByRole("dialog");
  await box.getByLabel("Title").fill("Another headline");
  await page.context().clearCookies();
  // The room asks for itself, as it does when one comes back to it.
  const refused = page.waitForResponse((answer) => answer.status() === 401);
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await refused;
  await expect(box).toContainText("You are signed out.");
  await box.getByRole("button", { name: "Save" }).click();
  const opening = page.waitForEvent("popup");
  await box.getByRole("link", { name: "Sign in in a new window" }).click();
  await expect(await opening).toHaveURL(
    `/sign-in?next=${encodeURIComponent(address)}&reason=ended&was=${ana.id}`,
  );
  await signIn(ana);
  await box.getByRole("button", { name: "Save" }).click();
  await expect(box).toHaveCount(0);
  expect(await db.article.findUnique({ where: { id: article.id } })).toMatchObject({
    title: "Another headline",
  });
  await expect(page.getByText("You are signed out")).toHaveCount(0);
});

test("without a connection a new passage waits, and is no failure", async ({
  page,
  signIn,
  db,
  allowTrouble,
}) => {
  allowTrouble(/ERR_INTERNET_DISCONNECTED|503/);
  const { ana, article, address } = await makeRoom(db);
  await signIn(ana);
  await openRoom(page, address);
  let tries = 0;
  await page.route("**/api/articles/*/passages", (route) => {
    tries++;
    if (tries % 2 === 0) return route.fulfill({ status: 503, headers: { "retry-after": "1" } });
    return route.abort("internetdisconnected");
  });
  await dragOver(page, "two winters");
  await page.keyboard.press("h");
  await expect.poll(() => tries).toBe(1);
  await page.reload();
  // Once more at loading, and once more by itself.
  await expect.poll(() => tries).toBe(3);
  await expect(marks(page, "two winters")).toHaveClass(/is-pending/);
  await expect(page.getByText("Not saved")).toHaveCount(0);
  await page.unroute("**/api/articles/*/passages");
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect.poll(() => storedPassages(db, article.id)).toEqual(["two winters"]);
  await expect(marks(page, "two winters")).not.toHaveClass(/is-pending/);
});

test("a passage taken back while it is being stored is deleted again, and stays out of sight", async ({
  page,
  signIn,
  db,
  allowTrouble,
}) => {
  allowTrouble(/ERR_FAILED/);
  const { ana, article, address } = await makeRoom(db);
  await signIn(ana);
  await openRoom(page, address);
  const passages = () => db.passage.findMany({ where: { articleId: article.id } });
  let release = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/api/articles/*/passages", async (route) => {
    const answer = await route.fetch();
    await gate;
    await route.fulfill({ response: answer });
  });
  const takeBack = async (words: string, stored: number) => {
    await dragOver(page, words);
    await page.keyboard.press("h");
    await expect.poll(async () => (await passages()).length).toBe(stored);
    // The newest one lies on top.
    await page.getByRole("button", { name: "Undo" }).first().click();
    release();
    await expect.poll(async () => (await passages()).filter((one) => !one.deletedAt)).toEqual([]);
    await expect(marks(page, words)).toHaveCount(0);
  };
  await takeBack("two winters", 1);

  // The same when it arrives and the answer does not.
  await page.unroute("**/api/articles/*/passages");
  await page.route("**/api/articles/*/passages", async (route) => {
    await route.fetch();
    await route.abort();
  });
  await takeBack("half of the boats", 2);
  await page.reload();
  await expect(marks(page, "half of the boats")).toHaveCount(0);
});
