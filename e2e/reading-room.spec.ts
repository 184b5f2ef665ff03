import { makeComment, makeDeletion, makePassage, makeThread } from "@/prisma/factories";
import { expect, test } from "./fixtures";
import { dragOver, makeRoom, marks, openRoom, proposed, switchSuggestions } from "./reading";

// How an article opens: as the server has drawn it, and when the reading room has come.

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the text, its highlights and the discussion can be read", async ({ page, db, signIn }) => {
    const { ana, article, address } = await makeRoom(db);
    const passage = await makePassage(db, {
      articleId: article.id,
      createdById: ana.id,
      words: "two winters",
    });
    const thread = await makeThread(db, {
      articleId: article.id,
      createdById: ana.id,
      passageId: passage.id,
      about: "accuracy",
    });
    await makeComment(db, { threadId: thread.id, authorId: ana.id, text: "It was one winter." });
    await signIn(ana);
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Harbour to reopen in spring");
    await expect(marks(page, "two winters")).toBeVisible();
    await expect(page.getByRole("link", { name: "Passage 1, open, 1 comment" })).toHaveAttribute(
      "href",
      `?passage=${passage.id}`,
    );
    await page.getByRole("link", { name: "Read what was said about it" }).click();
    await expect(marks(page, "two winters")).toBeVisible();
    await expect(page.getByRole("listitem").filter({ hasText: "It was one winter." }).first()).toBeVisible();
    await page.getByRole("link", { name: "Passage 1, open, 1 comment" }).focus();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(new RegExp(`/plain#passage-${passage.id}$`));
  });
});

test("@both the editor takes the place of the served text without moving a pixel", async ({
  page,
  db,
  signIn,
}) => {
  const { ana, article, address } = await makeRoom(db);
  const mine = { articleId: article.id, createdById: ana.id };
  const marked = ["in spring", "two winters", "We lost two winters,” said", "Nobody waved.", "March"];
  for (const words of marked) {
    await makePassage(db, { ...mine, words });
  }
  await signIn(ana);
  // What the machine proposes comes with the editor, as a layer over the text: first without it.
  await page.addInitScript(() => localStorage.setItem("sayso:suggestions", "off"));
  await page.addInitScript(() => {
    const held: IdleRequestCallback[] = [];
    window.requestIdleCallback = (run) => held.push(run);
    Object.assign(window, {
      goOn: () => {
        for (const run of held) run({ didTimeout: false, timeRemaining: () => 50 });
      },
    });
  });
  await page.goto(address);
  await expect(page.locator('[data-reader="served"]')).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate(() => {
    const shifts: unknown[] = [];
    Object.assign(window, { shifts });
    // As in the definition of cumulative layout shift, what a press moves does not count.
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if (!Reflect.get(entry, "hadRecentInput")) shifts.push(entry.toJSON());
    }).observe({ type: "layout-shift" });
  });
  const text = page.locator(".article-text");
  const before = await text.screenshot();
  await page.evaluate(() => Reflect.get(window, "goOn")());
  await expect(page.locator('[data-reader="editor"]')).toBeVisible();
  expect(before.equals(await text.screenshot())).toBe(true);
  const place = await text.boundingBox();
  await switchSuggestions(page);
  await expect(proposed(page, "half of the boats")).toBeVisible();
  expect(await text.boundingBox()).toEqual(place);
  expect(await page.evaluate(() => Reflect.get(window, "shifts"))).toEqual([]);
});

test("what is selected stays selected when the editor comes because of it", async ({ page, db, signIn }) => {
  const { ana, address } = await makeRoom(db);
  await signIn(ana);
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 1;
  });
  await page.goto(address);
  await expect(page.locator('[data-reader="served"]')).toBeVisible();
  await dragOver(page, "the port authority");
  await expect(page.locator('[data-reader="editor"]')).toBeVisible();
  await expect(page.getByRole("toolbar", { name: "Selected words" })).toBeVisible();
  expect(await page.evaluate(() => window.getSelection()?.toString())).toBe("the port authority");
});

test("the text is an article to assistive technology, in its own language, and may be translated", async ({
  page,
  db,
  signIn,
}) => {
  const { ana, article, address } = await makeRoom(db);
  await db.article.update({ where: { id: article.id }, data: { language: "da" } });
  await signIn(ana);
  await openRoom(page, address);
  const text = page.getByRole("article", { name: "Harbour to reopen in spring" });
  await expect(text).toHaveAttribute("lang", "da");
  await expect(text).toHaveAttribute("translate", "yes");
  await expect(page.getByRole("textbox")).toHaveCount(0);
});

test("a paragraph runs in the direction of its script; muted words stay readable where they stand out", async ({
  page,
  db,
  signIn,
}) => {
  const text =
    "Harbour to close\n\nقال الوزير يوم الاثنين إن القارب غادر الميناء.\n\nThe harbour will close.";
  const { ana, article, address } = await makeRoom(db, text);
  const caption = await makePassage(db, {
    articleId: article.id,
    createdById: ana.id,
    words: "The harbour will close",
  });
  await signIn(ana);
  await page.emulateMedia({ colorScheme: "dark" });
  await openRoom(page, `${address}?passage=${caption.id}`);
  const gapAtRight = (words: string) =>
    page.locator(".article-text .block", { hasText: words }).evaluate((block) => {
      const range = document.createRange();
      range.selectNodeContents(block);
      return block.getBoundingClientRect().right - range.getBoundingClientRect().right;
    });
  expect(await gapAtRight("قال")).toBeLessThan(2);
  expect(await gapAtRight("The harbour")).toBeGreaterThan(100);
  const ink = await page.evaluate(() => getComputedStyle(document.body).color);
  await page.locator(".article-text .block", { hasText: "The harbour" }).evaluate((block) => {
    block.classList.add("caption");
  });
  expect(await marks(page, "The harbour").evaluate((mark) => getComputedStyle(mark).color)).toBe(ink);
});

test("links to a passage and to a thread open in place, in sight and focused", async ({
  page,
  db,
  signIn,
}) => {
  const filler = Array.from({ length: 40 }, (_, at) => `Paragraph ${at} says nothing of note, at length.`);
  const { ana, article, address } = await makeRoom(db, ["A long one", ...filler].join("\n\n"));
  const mine = { articleId: article.id, createdById: ana.id };
  const passage = await makePassage(db, { ...mine, words: "Paragraph 35 says" });
  const thread = await makeThread(db, { ...mine, passageId: passage.id });
  const comment = await makeComment(db, { threadId: thread.id, authorId: ana.id, text: "Look here." });
  await signIn(ana);
  for (const end of [`?passage=${passage.id}`, `?thread=${thread.id}#c-${comment.id}`]) {
    await openRoom(page, address + end);
    await expect(marks(page, "Paragraph 35")).toBeInViewport();
    await expect(marks(page, "Paragraph 35")).toHaveClass(/is-active/);
    await expect(page.getByText("Look here.")).toBeVisible();
    expect(page.url()).toContain(end);
  }
  await openRoom(page, `${address}?passage=${passage.id}`);
  await expect(page.getByRole("region", { name: "Passage 1" }).getByRole("heading").first()).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("region", { name: "Passage 1" })).toHaveCount(0);
  await expect.poll(() => new URL(page.url()).search).toBe("");
});

test("a link to what is not there says so, and the article can be read", async ({ page, db, signIn }) => {
  const { ana, article, address } = await makeRoom(db);
  const gone = await makePassage(db, {
    articleId: article.id,
    createdById: ana.id,
    words: "two winters",
    deletedAt: new Date(),
  });
  await signIn(ana);
  await openRoom(page, `${address}?passage=${gone.id}`);
  await expect(page.getByText("The passage that this link points to is not here.")).toBeVisible();
  await openRoom(page, `${address}?thread=nonsense`);
  await expect(page.getByText("The thread that this link points to is not here.")).toBeVisible();
  await page.getByRole("button", { name: "Read the article" }).click();
  await expect(page.getByText("is not here")).toHaveCount(0);
});

test("a deleted passage is brought back from a link to it or to its thread, by whoever may", async ({
  page,
  db,
  signIn,
  openAs,
  allowTrouble,
}) => {
  // It is deleted behind the open panel, which may just then ask for what was before.
  allowTrouble(/status of 404/);
  const { ana, ben, article, address } = await makeRoom(db);
  const by = { createdById: ana.id };
  const passage = await makePassage(db, { articleId: article.id, words: "two winters", ...by });
  const thread = await makeThread(db, { articleId: article.id, passageId: passage.id, ...by });
  await makeComment(db, { threadId: thread.id, authorId: ana.id, text: "Which two?" });
  const remove = () => makeDeletion(db, { passageId: passage.id, byId: ana.id });
  await remove();
  await signIn(ana);
  const link = page.getByRole("alert").filter({ hasText: "that this link points to is not here" });
  const restore = link.getByRole("button", { name: "Restore the passage" });
  for (const [query, words] of [
    [`passage=${passage.id}`, "“two winters” was deleted"],
    [`thread=${thread.id}`, "Its passage “two winters” was deleted"],
  ]) {
    await openRoom(page, `${address}?${query}`);
    await expect(link).toContainText(words ?? "");
    await link.getByRole("button", { name: "Go to its words" }).click();
    await expect.poll(() => page.evaluate(() => window.getSelection()?.toString())).toBe("two winters");
    await restore.click();
    await expect(page.getByRole("region", { name: "Passage 1" })).toBeVisible();
    await expect(page.getByText("Which two?")).toBeVisible();
    await expect(link).toHaveCount(0);
    await remove();
  }
  // Ben did not make it: he is told, and no more.
  const bens = await openAs(ben);
  const asked = bens.waitForResponse("**/passages/deleted");
  await openRoom(bens, `${address}?passage=${passage.id}`);
  await asked;
  await expect(bens.getByText("It may have been deleted.")).toBeVisible();
  await expect(bens.getByRole("button", { name: "Restore the passage" })).toHaveCount(0);
});

test("a link written by hand opens the passage that has this number today", async ({ page, db, signIn }) => {
  const { ana, article, address } = await makeRoom(db);
  for (const words of ["Nobody waved.", "two winters"])
    await makePassage(db, { articleId: article.id, createdById: ana.id, words });
  await signIn(ana);
  await openRoom(page, `${address}?passage=2`);
  await expect(page.getByRole("region", { name: "Passage 2" })).toContainText("Nobody waved.");
  await expect(page).toHaveURL(/passage=[0-9a-f-]{36}$/);
  await openRoom(page, `${address}?passage=3`);
  await expect(page.getByText("The passage that this link points to is not here.")).toBeVisible();
});

test("who is no member gets the same page as for what does not exist", async ({
  page,
  db,
  signIn,
  allowTrouble,
}) => {
  allowTrouble(/status of 404/);
  const { address } = await makeRoom(db);
  const { ana: stranger } = await makeRoom(db);
  await signIn(stranger);
  const answer = await page.goto(address);
  expect(answer?.status()).toBe(404);
});

test("what is pressed before the page can answer is done as soon as it can", async ({ page, db, signIn }) => {
  const { ana, article, address } = await makeRoom(db);
  await makePassage(db, { articleId: article.id, createdById: ana.id, words: "two winters" });
  await signIn(ana);
  // The scripts come late, as over a slow line.
  const held: (() => void)[] = [];
  let isSlow = true;
  await page.route("**/_next/**/*.js", async (route) => {
    if (isSlow) await new Promise<void>((resolve) => held.push(resolve));
    await route.continue();
  });
  const letCome = () => {
    isSlow = false;
    for (const go of held.splice(0)) go();
  };
  await page.goto(address, { waitUntil: "commit" });
  await marks(page, "two winters").click();
  letCome();
  await expect(page.getByRole("region", { name: "Passage 1" })).toBeVisible();
  await expect(page).toHaveURL(/passage=/);

  isSlow = true;
  await page.goto(address, { waitUntil: "commit" });
  await page.getByRole("button", { name: "List of passages" }).click();
  letCome();
  await expect(page.getByRole("button", { name: "List of passages", expanded: true })).toBeVisible();

  isSlow = true;
  await page.goto(address, { waitUntil: "commit" });
  await page.getByRole("button", { name: "Account of Ana Lima" }).click();
  letCome();
  await expect(page.getByRole("link", { name: /^People of/ })).toBeVisible();
});

test("a discussion that failed tells its number, and comes when it is asked for again", async ({
  page,
  db,
  signIn,
  allowTrouble,
}) => {
  allowTrouble(/\b500\b/);
  const { ana, address } = await makeRoom(db);
  await signIn(ana);
  const error = { code: "unexpected", message: "Something went wrong.", id: "k7f2" };
  await page.route("**/discussion", (route) => route.fulfill({ status: 500, json: { error } }));
  await page.goto(address);
  const told = page.getByText("The discussion could not be loaded. The text can be read. Error number k7f2.");
  await expect(told).toBeVisible();
  await page.unroute("**/discussion");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.locator('[data-reader="editor"]')).toBeVisible();
  await expect(told).toHaveCount(0);
});
