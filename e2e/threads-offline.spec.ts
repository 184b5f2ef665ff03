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
