import { hash } from "@node-rs/argon2";
import type { Page } from "@playwright/test";
import { makeComment, makePassage, makeSource, makeThread } from "@/prisma/factories";
import { expect, test } from "./fixtures";
import { makeRoom, marks, openRoom, select, storedPassages } from "./reading";

// A finger instead of a mouse: real touch events, through the browser's own recognition of taps, drags and scrolls.

type Point = { x: number; y: number };

/** A finger put down, moved and lifted; `rest` before lifting, so that it is no flick. */
async function drag(page: Page, from: Point, to: Point, { rest = false } = {}): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const send = (type: "touchStart" | "touchMove" | "touchEnd", touchPoints: Point[]) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints });
  const steps = 6;
  await send("touchStart", [from]);
  for (let step = 1; step <= steps; step++) {
    const part = step / steps;
    await send("touchMove", [{ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }]);
  }
  // As long as the sheet looks back for the speed of a flick.
  if (rest) await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 150)));
  await send("touchEnd", []);
  await session.detach();
}

const sheetOf = (page: Page) => page.getByRole("complementary", { name: "Discussion" });

async function boxOf(page: Page): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await sheetOf(page).boundingBox();
  if (!box) throw new Error("No sheet is open.");
  return box;
}

const heightOf = async (page: Page) => Math.round((await boxOf(page)).height);

/** A long press is the system's own; what it leaves behind is a touch, and a selection that grows to a word. */
async function pressLong(page: Page, words: string): Promise<void> {
  await page.locator("p.body").last().tap();
  await select(page, words);
  await expect(page.getByRole("toolbar", { name: "Selected words" })).toBeVisible();
}

/** Nothing to scroll sideways. */
async function expectFits(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), page.url())
    .toBe(0);
}

/** Everything under a finger is large enough: 44 px on a phone, in one direction of text 24. */
async function expectTargets(page: Page): Promise<void> {
  const small = await sheetOf(page).evaluate((sheet) =>
    [...sheet.querySelectorAll<HTMLElement>("button, a[href], summary, label:has(input)")].flatMap((one) => {
      const { width, height } = one.getBoundingClientRect();
      const isHidden = width === 0 || getComputedStyle(one).visibility === "hidden";
      return isHidden || (height >= 44 && width >= 24) ? [] : [`${one.textContent} ${width} x ${height}`];
    }),
  );
  expect(small).toEqual([]);
}

test("@phone words are pressed, marked, judged and talked about by finger alone", async ({
  page,
  db,
  signIn,
}) => {
  const { ana, workspace, article, address } = await makeRoom(db);
  await makeSource(db, { workspaceId: workspace.id, createdById: ana.id, name: "Ida Holm" });
  await signIn(ana);
  await openRoom(page, address);
  await pressLong(page, "We lost two winters");
  const dock = page.getByRole("toolbar", { name: "Selected words" });
  const box = await dock.boundingBox();
  expect([box?.x, (box?.y ?? 0) + (box?.height ?? 0)]).toEqual([0, 844]);

  await dock.getByRole("button", { name: "Who said it?" }).tap();
  const source = page.getByRole("combobox", { name: "Source" });
  await expect(source).toBeFocused();
  // Smaller letters, and the phone zooms in.
  expect(await source.evaluate((field) => getComputedStyle(field).fontSize)).toBe("16px");
  await page.keyboard.type("Ida");
  await page.getByRole("option", { name: /^Ida Holm/ }).tap();
  await page.getByRole("button", { name: "Record" }).tap();
  const said = page.getByRole("region", { name: "Who said it" }).getByRole("listitem");
  await expect(said).toContainText("Ida Holm");
  expect(await storedPassages(db, article.id)).toEqual(["We lost two winters"]);

  const verdicts = page.getByRole("region", { name: "Verdicts: is it so?" });
  // From a field that is empty yet: it folds when it is left, and the tap finds its button all the same.
  await page.getByRole("button", { name: "Comment", exact: true }).tap();
  await expect(sheetOf(page).locator("[contenteditable=true]")).toBeFocused();
  await verdicts.getByRole("button", { name: "Judge" }).tap();
  await verdicts.getByText("Accurate", { exact: true }).tap();
  await expectTargets(page);
  await verdicts.getByRole("button", { name: "Save the verdict" }).tap();
  await expect(verdicts).toContainText("Accurate · you");

  await page.getByRole("button", { name: "Comment", exact: true }).tap();
  const field = sheetOf(page).getByRole("textbox").last();
  await field.tap();
  await page.keyboard.type("Both winters are in the register.");
  await page.getByRole("button", { name: /^Post/ }).tap();
  await expect(sheetOf(page).getByText("Both winters are in the register.")).toBeVisible();
  await expect.poll(() => db.comment.count({ where: { thread: { articleId: article.id } } })).toBe(1);
  await expectFits(page);
});

test("@phone the field of a comment stays in sight when its new words are stored", async ({
  page,
  db,
  signIn,
}) => {
  const { ana, address } = await makeRoom(db);
  await signIn(ana);
  await openRoom(page, address);
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route("**/api/articles/*/passages", async (route) => {
    await held;
    await route.continue();
  });
  await pressLong(page, "We lost two winters");
  const dock = page.getByRole("toolbar", { name: "Selected words" });
  await dock.getByRole("button", { name: "Comment" }).tap();
  const post = sheetOf(page).getByRole("button", { name: /^Post/ });
  // All that brings the field into sight by itself has come: the sheet's height, and the editor.
  await expect.poll(() => heightOf(page)).toBe(660);
  await expect(sheetOf(page).locator("[contenteditable=true]")).toBeFocused();
  await expect(post).toBeInViewport({ ratio: 1 });
  letGo();
  // Only a passage that is stored can be said to hold a figure: there is more above the field than before.
  await expect(sheetOf(page).getByRole("checkbox", { name: "Figure" })).toBeAttached();
  await page.keyboard.type("Which two?");
  await expect(post).toBeInViewport({ ratio: 1 });
});

test("@phone the sheet follows the finger, and the words stay above it at every height", async ({
  page,
  db,
  signIn,
}) => {
  const { ana, article, address } = await makeRoom(db);
  const mine = { articleId: article.id, createdById: ana.id };
  const first = await makePassage(db, { ...mine, words: "two winters" });
  const last = await makePassage(db, { ...mine, words: "Nobody waved" });
  for (const { id: passageId } of [first, last]) {
    const thread = await makeThread(db, { ...mine, passageId });
    for (const text of ["One.", "Two.", "Three.", "Four."])
      await makeComment(db, { threadId: thread.id, authorId: ana.id, text });
  }
  await signIn(ana);
  await openRoom(page, address);
  await marks(page, "two winters").tap();
  await expect.poll(() => heightOf(page)).toBe(422);
  const head = async () => {
    const { x, y } = await boxOf(page);
    return { x: x + 100, y: y + 20 };
  };
  const by = async (pixels: number, rest = false) => {
    const from = await head();
    await drag(page, from, { x: from.x, y: from.y + pixels }, { rest });
  };
  const expectAbove = (words: string) =>
    expect
      .poll(async () => {
        const mark = await marks(page, words).boundingBox();
        return (mark?.y ?? 0) > 100 && (mark?.y ?? 999) + 20 < (await boxOf(page)).y;
      }, words)
      .toBe(true);

  const press = (name: string) => sheetOf(page).getByRole("button", { name }).tap();
  for (const [name, height] of [
    ["Taller", 660],
    ["Lower", 422],
    ["Lower", 96],
    ["Taller", 422],
  ] as const) {
    await press(name);
    await expect.poll(() => heightOf(page)).toBe(height);
    await expectAbove("two winters");
  }

  await by(-150);
  await expect.poll(() => heightOf(page)).toBe(660);
  await expectAbove("two winters");
  // Let go between two heights it goes to the nearer.
  await by(180, true);
  await expect.poll(() => heightOf(page)).toBe(422);
  await by(40, true);
  await expect.poll(() => heightOf(page)).toBe(422);

  // What is under the finger inside scrolls, and the sheet stays; the page behind it too.
  await press("Next passage");
  await expect(sheetOf(page).getByRole("heading", { name: "Passage 2 of 2" })).toBeVisible();
  await expectAbove("Nobody waved");
  const before = await page.evaluate(() => window.scrollY);
  const { y } = await boxOf(page);
  await drag(page, { x: 100, y: y + 300 }, { x: 100, y: y + 120 });
  const inside = sheetOf(page).locator(".overflow-y-auto").first();
  await expect.poll(() => inside.evaluate((one) => one.scrollTop)).toBeGreaterThan(50);
  expect([await heightOf(page), await page.evaluate(() => window.scrollY)]).toEqual([422, before]);

  // A drag that begins on a button is a drag.
  const next = await sheetOf(page).getByRole("button", { name: "Previous passage" }).boundingBox();
  const on = { x: (next?.x ?? 0) + 20, y: (next?.y ?? 0) + 20 };
  await drag(page, on, { x: on.x, y: on.y + 200 }, { rest: true });
  await expect.poll(() => heightOf(page)).toBe(96);
  await expect(sheetOf(page).getByRole("heading", { name: "Passage 2 of 2" })).toBeVisible();

  // Another passage is read from its top, not from where the one before had been left.
  await press("Previous passage");
  await expect(sheetOf(page).getByRole("heading", { name: "Passage 1 of 2" })).toBeVisible();
  await expect.poll(() => heightOf(page)).toBe(422);
  expect(await inside.evaluate((one) => one.scrollTop)).toBe(0);
  await press("Lower");
  await expect.poll(() => heightOf(page)).toBe(96);
  await by(70);
  await expect(sheetOf(page)).toHaveCount(0);
});

test("@phone the field stays above the keyboard, and on its side the phone still shows the words", async ({
  page,
  db,
  signIn,
}) => {
  const { ana, article, address } = await makeRoom(db);
  const passage = await makePassage(db, { articleId: article.id, createdById: ana.id, words: "two winters" });
  await makeThread(db, { articleId: article.id, createdById: ana.id, passageId: passage.id });
  await signIn(ana);
  await openRoom(page, `${address}?passage=${passage.id}`);
  const field = sheetOf(page).locator("[contenteditable=true], textarea").last();
  await field.tap();
  await page.keyboard.type("Half");
  // The keyboard of this browser is the machine's own. What a phone's does is make the visual viewport lower.
  await page.evaluate(() => {
    const seen = window.visualViewport;
    if (!seen) throw new Error("No visual viewport.");
    Object.defineProperty(seen, "height", { configurable: true, get: () => window.innerHeight - 336 });
    seen.dispatchEvent(new Event("resize"));
  });
  await expect
    .poll(async () => {
      const { y, height } = await boxOf(page);
      return Math.round(y + height);
    })
    .toBe(844 - 336);
  const bottomOf = async () => {
    const box = await field.boundingBox();
    return (box?.y ?? 999) + (box?.height ?? 0);
  };
  await expect.poll(bottomOf).toBeLessThanOrEqual(844 - 336);
  const box = await field.boundingBox();
  expect(box?.y).toBeGreaterThan(72);
  await page.evaluate(() => {
    const seen = window.visualViewport;
    if (seen) Reflect.deleteProperty(seen, "height");
    seen?.dispatchEvent(new Event("resize"));
  });

  for (const [width, height] of [
    [320, 568],
    [667, 375],
    [844, 390],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expectFits(page);
    await expect
      .poll(async () => {
        const mark = await marks(page, "two winters").boundingBox();
        const { x, y } = await boxOf(page);
        const edge = width < 720 ? y : height;
        return (mark?.y ?? -1) >= 0 && (mark?.y ?? 999) + 20 <= edge && (width < 720 || (mark?.x ?? 999) < x);
      }, `${width} x ${height}`)
      .toBe(true);
  }
  await expect(field).toContainText("Half");
});

test("@phone a colleague's link, signed out: three taps to the words", async ({
  page,
  db,
  allowTrouble,
  baseURL,
}) => {
  allowTrouble(/status of 404/);
  const { ana, ben, article, address } = await makeRoom(db);
  const passage = await makePassage(db, {
    articleId: article.id,
    createdById: ben.id,
    words: "Nobody waved",
  });
  const password = "a long enough password";
  await db.user.update({ where: { id: ana.id }, data: { passwordHash: await hash(password) } });
  // The first tap is on the link; the browser fills in what it knows.
  await page.goto(`${address}?passage=${passage.id}`);
  await page.getByLabel(/e-mail/i).fill(ana.email);
  await page
    .getByLabel(/^password/i)
    .first()
    .fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).tap();
  await expect(page).toHaveURL(`${baseURL}${address}?passage=${passage.id}`);
  const words = marks(page, "Nobody waved");
  await expect(words).toBeInViewport();
  // Whoever came by a link sees which words are meant: an outline that goes away within 1.2 s.
  await expect.poll(() => words.evaluate((mark) => getComputedStyle(mark).animationDuration)).toBe("1.2s");
  await expect(page.locator("[data-opened-by=link]")).toHaveCount(1);
  await expect(sheetOf(page).getByRole("heading", { name: /^Passage 1 ·/ })).toBeFocused();
  expect((await words.boundingBox())?.y).toBeLessThan((await boxOf(page)).y - 20);

  // Gone: said in words, and the article is there.
  await db.passage.update({ where: { id: passage.id }, data: { deletedAt: new Date() } });
  await page.reload();
  await expect(page.getByText("The passage that this link points to is not here.")).toBeVisible();
  await expectFits(page);
  await page.getByRole("button", { name: "Read the article" }).tap();
  await expect(page.getByText("is not here")).toHaveCount(0);

  // Not mine to see: the same answer as for what is not there, and the way to another account, back to this very link.
  await db.membership.deleteMany({ where: { userId: ana.id } });
  await page.goto(`${address}?passage=${passage.id}`);
  await expect(page.getByRole("heading", { name: "Not here" })).toBeVisible();
  await page.getByRole("button", { name: "Sign in as someone else" }).tap();
  await expect(page.getByRole("button", { name: "Sign in", exact: true })).toBeVisible();
  expect(new URL(page.url()).searchParams.get("next")).toBe(`${address}?passage=${passage.id}`);
});

test("a tablet's drawer opens by button and by M, and goes away by button, by Esc and by a swipe", async ({
  browser,
  db,
  signIn,
  baseURL,
}) => {
  const { ana, article, address } = await makeRoom(db);
  await makePassage(db, { articleId: article.id, createdById: ana.id, words: "two winters" });
  const context = await browser.newContext({
    ...{ hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
    viewport: { width: 768, height: 1024 },
    ...(baseURL ? { baseURL } : {}),
  });
  const page = await context.newPage();
  await signIn(ana, context);
  await openRoom(page, address);
  const drawer = page.getByRole("complementary", { name: "All passages" });
  await page.getByRole("button", { name: "List of passages" }).tap();
  await expect(drawer).toBeVisible();
  await drawer.getByRole("button", { name: "Close the discussion" }).tap();
  await expect(drawer).toHaveCount(0);
  await page.keyboard.press("m");
  await expect(drawer).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(drawer).toHaveCount(0);

  await marks(page, "two winters").tap();
  // What the drawer leaves of the bar holds its buttons, and “More” what it has no room for.
  const bar = page.getByRole("toolbar", { name: "Passages" });
  await bar.getByRole("button", { name: "More" }).tap();
  await expect(page.getByRole("menuitem", { name: "Add a passage by its words" })).toBeVisible();
  await page.keyboard.press("Escape");
  const edge = (await page.getByRole("complementary", { name: "Discussion" }).boundingBox())?.x ?? 0;
  for (const button of await bar.getByRole("button").all()) {
    const { x = 0, width = 0 } = (await button.boundingBox()) ?? {};
    expect(x + width).toBeLessThanOrEqual(edge);
  }
  const box = await boxOf(page);
  expect((await marks(page, "two winters").boundingBox())?.x).toBeLessThan(box.x);
  const from = { x: box.x + 60, y: box.y + 400 };
  // Up and down scrolls, a little to the side is nothing.
  await drag(page, from, { x: from.x + 8, y: from.y - 200 });
  await drag(page, from, { x: from.x + 40, y: from.y }, { rest: true });
  await expect(sheetOf(page)).toBeVisible();
  await drag(page, from, { x: from.x + 180, y: from.y + 10 });
  await expect(sheetOf(page)).toHaveCount(0);
  await expectFits(page);
  await context.close();
});

test("no screen scrolls sideways, on any phone or tablet, upright or on its side @phone", async ({
  page,
  db,
  signIn,
}) => {
  const { ana, workspace, article, address } = await makeRoom(db);
  await makePassage(db, { articleId: article.id, createdById: ana.id, words: "two winters" });
  const source = await makeSource(db, { workspaceId: workspace.id, createdById: ana.id, name: "Ida Holm" });
  await signIn(ana);
  const screens = ["", "/sources", "/claims", "/report"].map((view) => address + view);
  screens.push("/", "/articles/new", "/sources", `/sources/${source.id}`, `/workspaces/${workspace.id}`);
  for (const screen of screens) {
    await page.goto(screen);
    for (const [width, height] of [
      [320, 568],
      [390, 844],
      [820, 1180],
      [844, 390],
    ] as const) {
      await page.setViewportSize({ width, height });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect.soft(over, `${screen} at ${width} x ${height}`).toBe(0);
    }
  }
});
