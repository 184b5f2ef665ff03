import { makeAssessment, makeComment, makePassage, makeThread } from "@/prisma/factories";
import { heard } from "./expect-focus";
import { expect, test } from "./fixtures";
import { dragOver, makeRoom, marks, openRoom } from "./reading";

// What others do meanwhile, and what becomes of my rights.

test("a colleague sees a mark at once, and when it goes and comes back", async ({
  page,
  db,
  signIn,
  openAs,
}) => {
  const { ana, ben, address } = await makeRoom(db);
  await signIn(ana);
  await openRoom(page, address);
  const other = await openAs(ben);
  await openRoom(other, address);
  await expect(page.getByRole("img", { name: "Also here: Ben Okoro" })).toBeVisible();
  await expect(other.getByRole("img", { name: "Also here: Ana Lima" })).toBeVisible();

  // Noted in the page itself: looking from outside comes in steps of half a second.
  await other.evaluate(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector("mark.passage:not(.is-suggested)")) return;
      Object.assign(window, { seenAt: Date.now() });
      observer.disconnect();
    }).observe(document.body, { subtree: true, childList: true });
  });
  await dragOver(page, "half of the boats");
  const started = Date.now();
  await page.keyboard.press("h");
  await expect(marks(other, "half of the boats")).toBeVisible();
  const took = (await other.evaluate(() => Number(Reflect.get(window, "seenAt")))) - started;
  test.info().annotations.push({ type: "mark to colleague", description: `${took} ms` });
  expect(took).toBeLessThan(10_000);

  // New to the other, who goes there by key; once it was open for a moment, it is new no more.
  const news = other.getByRole("button", { name: "1 new", exact: true });
  await expect(news).toBeVisible();
  await other.keyboard.press("Shift+n");
  await expect(other.getByRole("region", { name: "Passage 1, 1 new" })).toBeVisible();
  await expect(news).toHaveCount(0);

  // What told that it went would be untrue once it is back.
  await page.keyboard.press("Control+z");
  const gone = other.getByText("The passage that was open here has been deleted.");
  await expect(gone).toBeVisible();
  await page.keyboard.press("m");
  await page.getByText("Deleted here").click();
  await page.getByRole("button", { name: "Restore: half of the boats" }).click();
  await expect(marks(other, "half of the boats")).toBeVisible();
  await expect(gone).toHaveCount(0);
});

test("after a time without a line everything that happened meanwhile is there", async ({
  page,
  db,
  signIn,
  openAs,
  context,
  allowTrouble,
}) => {
  allowTrouble(/ERR_INTERNET_DISCONNECTED|Failed to load resource|net::ERR/);
  const { ana, ben, address } = await makeRoom(db);
  await signIn(ana);
  await openRoom(page, address);
  const other = await openAs(ben);
  await openRoom(other, address);
  await context.setOffline(true);
  await expect(page.getByText("You are offline")).toBeVisible();
  await dragOver(other, "half of the boats");
  await other.keyboard.press("h");
  await expect(other.locator("mark.is-pending")).toHaveCount(0);
  await expect(marks(page, "half of the boats")).toHaveCount(0);
  await context.setOffline(false);
  await expect(marks(page, "half of the boats")).toBeVisible();
});

test("what the page offers follows my role while I read", async ({ page, db, signIn, openAs, baseURL }) => {
  const { ana, ben, workspace, article, address } = await makeRoom(db);
  const thread = await makeThread(db, { articleId: article.id, createdById: ana.id });
  await makeComment(db, { threadId: thread.id, authorId: ana.id, text: "Whose figure is this?" });
  await signIn(ana);
  const reader = await openAs(ben);
  await openRoom(reader, `${address}?thread=${thread.id}`);
  await expect(reader.getByRole("button", { name: "Assign" })).toBeVisible();
  const member = `/api/workspaces/${workspace.id}/members/${ben.id}`;
  const change = (was: string, role: string) =>
    page.request.patch(member, { data: { was, role }, headers: { origin: baseURL ?? "" } });
  expect((await change("member", "viewer")).status()).toBe(200);
  await expect(reader.getByText("Your role was changed to viewer.")).toBeVisible();
  await expect(reader.getByRole("button", { name: "Assign" })).toHaveCount(0);
  expect((await change("viewer", "member")).status()).toBe(200);
  await expect(reader.getByRole("button", { name: "Assign" })).toBeVisible();

  const archived = { data: { version: 1, archived: true }, headers: { origin: baseURL ?? "" } };
  expect((await page.request.patch(`/api${address}`, archived)).status()).toBe(200);
  const region = reader.getByRole("region", { name: "About the whole article" });
  await expect(region.getByText("This article is archived: it can be read, not written in.")).toBeVisible();
});

test("two tabs of one browser share one stream", async ({ page, context, db, signIn }) => {
  const { ana, address } = await makeRoom(db);
  await signIn(ana);
  const streams: string[] = [];
  context.on("request", (request) => {
    if (request.url().includes("/api/live")) streams.push(request.url());
  });
  await openRoom(page, address);
  await expect.poll(() => streams.length).toBe(1);
  const second = await context.newPage();
  await openRoom(second, address);
  await dragOver(page, "two winters");
  await page.keyboard.press("h");
  await expect(marks(second, "two winters")).toBeVisible();
  expect(streams.length).toBe(1);
  // The one that led is closed: the other takes over.
  await page.close();
  await expect.poll(() => streams.length).toBe(2);
});

test("what others do at the open passage is heard once, and no verdict before it may be known", async ({
  page,
  db,
  signIn,
  openAs,
}) => {
  const { ana, ben, article, address } = await makeRoom(db);
  const passage = await makePassage(db, {
    articleId: article.id,
    createdById: ana.id,
    words: "half of the boats have left",
  });
  const open = `${address}?passage=${passage.id}`;
  await signIn(ana);
  const other = await openAs(ben);
  await openRoom(page, open);
  await openRoom(other, open);
  // All that was ever said to ears, in order.
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    window.addEventListener("sayso-announce", (event) => {
      if (event instanceof CustomEvent) said.push(String(event.detail));
    });
  });
  const said = () => page.evaluate(() => Reflect.get(window, "said") as string[]);

  const starters = other.getByRole("group", { name: "Start a thread" });
  await starters.getByRole("button", { name: "Is it so?", exact: true }).click();
  await other.keyboard.type("Which register?");
  await other.keyboard.press("Control+Enter");
  await expect(heard(other)).toContainText("Posted.");
  await expect(heard(page)).toContainText("Ben Okoro began a thread here: Is it so?");

  const so = other.getByRole("region", { name: /^Verdicts. is it so/ });
  await other.keyboard.press("v");
  await other.keyboard.press("2");
  await other.keyboard.press("Enter");
  await expect(so.getByText(/Misleading in part · you/)).toBeVisible();
  await expect(heard(page)).toContainText("A colleague has judged: Is it so?");
  expect((await said()).join(" ")).not.toContain("misleading");

  await makeAssessment(db, { passageId: passage.id, byId: ana.id, verdict: "2" });
  await page.reload();
  await expect(page.locator('[data-reader="editor"]')).toBeVisible();
  for (const key of ["v", "3", "Enter"]) await other.keyboard.press(key);
  await other.getByRole("button", { name: "New evidence" }).click();
  await so.getByRole("button", { name: "Save" }).click();
  await expect(heard(page)).toContainText("Ben Okoro changed a verdict: Is it so? mostly accurate.");
});
