import { makeComment, makePassage, makeStateChange, makeThread } from "@/prisma/factories";
import { expect, test } from "./fixtures";
import { dragOver, harbour, makeRoom, marks, openRoom, proposed, switchSuggestions } from "./reading";

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
  for (const words of ["two winters", "We lost two winters,” said", "Nobody waved.", "March"]) {
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

test("cards stand beside their words, in order, never over each other", async ({ page, db, signIn }) => {
  const quiet = Array.from({ length: 8 }, (_, at) => `Paragraph ${at} is there to make room above.`);
  const { ana, article, address } = await makeRoom(db, ["Room", ...quiet, harbour].join("\n\n"));
  const mine = { articleId: article.id, createdById: ana.id };
  const words = [
    "The harbour of Lund",
    "port authority",
    "two winters",
    "Ida Holm",
    "fish market",
    "half of",
  ];
  for (const one of words) await makePassage(db, { ...mine, words: one });
  await signIn(ana);
  await openRoom(page, address);
  const margin = page.getByRole("complementary", { name: "Discussion" });
  // Those that would stand too far from their words share a card.
  await expect(margin.getByText(/^\d passages$/)).toHaveText(["2 passages"]);
  await margin.getByText("2 passages").click();
  const cards = margin.getByRole("button", { name: /^Passage \d/ });
  await expect(cards).toHaveCount(words.length);
  const boxes = async () =>
    Promise.all((await cards.all()).map(async (card) => (await card.boundingBox()) ?? { y: 0, height: 0 }));
  await expect
    .poll(async () => {
      const all = await boxes();
      return all.every((box, at) => at === 0 || box.y >= (all[at - 1]?.y ?? 0) + (all[at - 1]?.height ?? 0));
    })
    .toBe(true);

  // The open one stands exactly at its words, and the rest make room.
  await marks(page, "Ida Holm").click();
  const panel = page.getByRole("region", { name: "Passage 4" });
  await expect
    .poll(async () => {
      const card = await panel.boundingBox();
      const line = await marks(page, "Ida Holm").boundingBox();
      return Math.abs((card?.y ?? 0) + 18 - ((line?.y ?? 0) + (line?.height ?? 0) / 2));
    })
    .toBeLessThan(2);
});

test("pointing at words lights the card, pointing at a card lights the words", async ({
  page,
  db,
  signIn,
}) => {
  const { ana, article, address } = await makeRoom(db);
  await makePassage(db, { articleId: article.id, createdById: ana.id, words: "two winters" });
  await signIn(ana);
  await openRoom(page, address);
  const card = page.getByRole("button", { name: /^Passage 1:/ });
  await card.hover();
  await expect(marks(page, "two winters")).toHaveClass(/is-lit/);
  await page.getByRole("heading", { level: 1 }).hover();
  await expect(marks(page, "two winters")).not.toHaveClass(/is-lit/);
  await card.focus();
  await expect(marks(page, "two winters")).toHaveClass(/is-lit/);
});

test("passages are filtered and stepped through by keys, in the text and beside it", async ({
  page,
  db,
  signIn,
}) => {
  const { ana, ben, article, address } = await makeRoom(db);
  const of = (userId: string, words: string) =>
    makePassage(db, { articleId: article.id, createdById: userId, words });
  const first = await of(ana.id, "reopen in March");
  const second = await of(ben.id, "two winters");
  await of(ana.id, "Nobody waved");
  const thread = await makeThread(db, {
    articleId: article.id,
    createdById: ben.id,
    passageId: second.id,
    about: "accuracy",
  });
  await makeComment(db, { threadId: thread.id, authorId: ben.id, text: "One, I think." });
  const done = await makeThread(db, {
    articleId: article.id,
    createdById: ana.id,
    passageId: first.id,
    about: "attribution",
  });
  await makeStateChange(db, { threadId: done.id, byId: ana.id });
  await signIn(ana);
  await openRoom(page, address);
  await expect(marks(page)).toHaveCount(3);
  // What is resolved stays marked and listed, and has a card beside the text only while it is asked for, or open.
  const margin = page.getByRole("complementary", { name: "Discussion" });
  const cards = margin.getByRole("heading", { level: 3 });
  await expect(cards).toHaveText([/^two winters/, /^Nobody waved/]);

  await page.keyboard.press("f");
  await page.getByLabel("About").selectOption("Is it so?");
  await expect(marks(page)).toHaveText(["two winters"]);
  await expect(page.getByText("1 of 3 shown")).toBeVisible();
  await page.getByRole("button", { name: "Show all" }).click();
  await page.getByLabel("State").selectOption("resolved");
  await expect(marks(page)).toHaveText(["reopen in March"]);
  await expect(cards).toHaveText([/^reopen in March/]);
  await page.getByRole("button", { name: "Show all" }).click();
  await page.getByLabel("Mine", { exact: true }).check();
  await expect(marks(page)).toHaveText(["reopen in March", "Nobody waved"]);
  await page.getByLabel("Mine", { exact: true }).uncheck();
  await page.getByLabel("Person").selectOption("Ben Okoro");
  await expect(marks(page)).toHaveText(["two winters"]);
  await page.getByRole("button", { name: "Show all" }).click();
  const winters = marks(page, "two winters");
  await page.getByLabel("Colour by").selectOption("source");
  await expect(winters).toHaveClass(/is-unsaid/);
  await page.getByLabel("Colour by").selectOption("mine");
  await expect(winters).toHaveClass(/is-others/);
  await expect(marks(page, "Nobody waved")).toHaveClass(/is-mine/);
  await page.getByLabel("Colour by").selectOption("is it so?");
  await expect(winters).not.toHaveClass(/is-others/);
  await page.getByLabel("About").focus();
  await page.keyboard.press("Escape");
  await expect(page.getByLabel("About")).toHaveCount(0);

  for (const expected of ["Passage 1", "Passage 2", "Passage 3", "Passage 1"]) {
    await page.keyboard.press("n");
    await expect(page.getByRole("region", { name: expected })).toBeVisible();
  }
  await page.keyboard.press("p");
  await expect(page.getByRole("region", { name: "Passage 3" })).toBeVisible();
});

test("Q leaves thin lines of the highlights and brings them back, ? lists the keys", async ({
  page,
  db,
  signIn,
}) => {
  const { ana, article, address } = await makeRoom(db);
  await makePassage(db, { articleId: article.id, createdById: ana.id, words: "two winters" });
  await signIn(ana);
  await openRoom(page, address);
  const line = () =>
    marks(page, "two winters").evaluate((mark) => getComputedStyle(mark).textDecorationStyle);
  expect(await line()).toBe("dotted");
  await page.keyboard.press("q");
  await expect.poll(line).toBe("solid");
  const cards = page
    .getByRole("complementary", { name: "Discussion" })
    .getByRole("button", { name: /^Passage 1/ });
  await expect(cards).toHaveCount(0);
  await marks(page, "two winters").click();
  await expect(page.getByRole("region", { name: "Passage 1" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("q");
  await expect.poll(line).toBe("dotted");
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Keys of this page" });
  await expect(help).toBeVisible();
  await help.getByLabel("Use single letters as keys").uncheck();
  await page.keyboard.press("Escape");
  await page.keyboard.press("q");
  expect(await line()).toBe("dotted");
});

test("a colleague sees a mark at once", async ({ page, db, signIn, openAs }) => {
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

test("the list of all passages, empty and full; an empty article says how to begin", async ({
  page,
  db,
  signIn,
}) => {
  const { ana, address } = await makeRoom(db);
  await signIn(ana);
  await openRoom(page, address);
  await expect(page.getByText("Nothing is marked yet.")).toBeVisible();
  await page.keyboard.press("m");
  await expect(page.getByRole("complementary", { name: "All passages" })).toBeVisible();
  await page.keyboard.press("Escape");
  await dragOver(page, "half of the boats");
  await page.keyboard.press("h");
  await expect(page.getByText("Nothing is marked yet.")).toHaveCount(0);
  await page.keyboard.press("m");
  await expect(page.getByRole("complementary", { name: "All passages" })).toBeVisible();
});

test("the keyboard never loses its place: posting, resolving and leaving", async ({ page, db, signIn }) => {
  const { ana, address } = await makeRoom(db);
  await signIn(ana);
  await openRoom(page, address);
  for (const key of ["j", "Enter", "i"]) await page.keyboard.press(key);
  await expect(page.getByRole("textbox", { name: "Is it so?" })).toBeFocused();
  await page.keyboard.type("By whose count?");
  await page.keyboard.press("Control+Enter");
  const panel = page.getByRole("region", { name: /^Passage 1/ });
  await expect(panel.getByRole("heading", { name: /^Passage 1/ })).toBeFocused();
  await panel.getByRole("button", { name: "Resolve", exact: true }).focus();
  await page.keyboard.press("Enter");
  await page.getByLabel("Why is it settled? (optional)").press("Enter");
  await expect(panel.getByRole("region", { name: "Is it so?, resolved", exact: true })).toBeFocused();
  await page.keyboard.press("x");
  await expect(panel.getByRole("button", { name: "Resolve", exact: true })).toBeVisible();
  await expect(panel.getByRole("region", { name: "Is it so?", exact: true })).toBeFocused();
  await page.keyboard.press("c");
  await expect(page.getByRole("textbox", { name: "Comment" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(panel.getByRole("heading", { name: /^Passage 1/ })).toBeFocused();
  await page.keyboard.press("a");
  const source = page.getByRole("combobox", { name: "Source" });
  await expect(source).toBeFocused();
  await source.press("Escape");
  await expect(source).toHaveAttribute("aria-expanded", "false");
  await source.press("Escape");
  await expect(panel.getByRole("heading", { name: /^Passage 1/ })).toBeFocused();

  // What lies over the page gives the focus back to where it came from.
  for (const [key, dialog] of [
    ["w", "Whose words"],
    ["?", "Keys of this page"],
  ] as const) {
    await page.keyboard.press(key);
    await expect(page.getByRole("dialog", { name: dialog })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(panel.getByRole("heading", { name: /^Passage 1/ })).toBeFocused();
  }
  await page.keyboard.press("f");
  await expect(page.getByRole("combobox", { name: "About" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(panel.getByRole("heading", { name: /^Passage 1/ })).toBeFocused();
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

test("@phone the bar fits every width, and all that it offers is under a finger", async ({
  page,
  db,
  signIn,
  openAs,
}) => {
  const { ana, ben, article, address } = await makeRoom(db);
  await signIn(ana);
  // What comes after this visit is new at the next.
  await openRoom(page, address);
  const bens = { articleId: article.id, createdById: ben.id };
  for (const words of ["two winters", "Nobody waved"]) {
    const { id: passageId } = await makePassage(db, { ...bens, words });
    const thread = await makeThread(db, { ...bens, passageId });
    await makeComment(db, { threadId: thread.id, authorId: ben.id, text: "Look here." });
  }
  await openRoom(await openAs(ben), address);
  await openRoom(page, address);
  await expect(page.getByRole("img", { name: "Also here: Ben Okoro" })).toBeVisible();
  const bar = page.getByRole("toolbar", { name: "Passages" });
  await bar.getByRole("button", { name: "Next passage" }).tap();
  await expect(bar.getByText("1 of 2")).toBeVisible();
  await page.getByRole("button", { name: "Close the discussion" }).tap();
  for (const width of [390, 360, 320]) {
    await page.setViewportSize({ width, height: 844 });
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    expect(await bar.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
    const buttons = await bar.getByRole("button").all();
    expect(buttons.length).toBe(5);
    for (const button of buttons) {
      const box = await button.boundingBox();
      expect(box?.width).toBeGreaterThanOrEqual(44);
      expect(box?.height).toBeGreaterThanOrEqual(44);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
    }
  }

  const choose = async (name: string) => {
    await bar.getByRole("button", { name: "More" }).tap();
    await page.getByRole("menuitem", { name }).tap();
  };
  await choose("Whose words: 0% examined");
  await page.getByRole("dialog", { name: "Whose words" }).getByRole("button", { name: "Close" }).tap();
  await choose("Filter");
  await expect(page.getByRole("combobox", { name: "About" })).toBeFocused();
  await choose("Quiet highlights");
  await expect
    .poll(() => marks(page, "two winters").evaluate((mark) => getComputedStyle(mark).textDecorationStyle))
    .toBe("solid");
  await choose("Show highlights");
  await choose("Next suggestion");
  await expect(page.getByRole("heading", { name: /^Suggestion \d of 5/ }).first()).toBeVisible();
  await choose("Hide 5 suggestions");
  await expect(page.getByRole("heading", { name: /^Suggestion/ })).toHaveCount(0);
  await expect(proposed(page)).toHaveCount(0);
  await bar.getByRole("button", { name: "List of passages" }).tap();
  await expect(page.getByRole("heading", { name: "All passages" })).toBeVisible();
  await page.getByRole("button", { name: /^Passage 2/ }).tap();
  await expect(page.getByRole("heading", { name: "Passage 2 of 2" })).toBeVisible();
});

test("the list of all passages takes the margin's place, and gives it back as it was", async ({
  page,
  db,
  signIn,
}) => {
  const { ana, article, address } = await makeRoom(db);
  await makePassage(db, { articleId: article.id, createdById: ana.id, words: "two winters" });
  await signIn(ana);
  await openRoom(page, address);
  await marks(page, "two winters").click();
  await page.keyboard.press("c");
  const field = page.getByRole("textbox", { name: "Comment" });
  await field.pressSequentially("Which");
  await page.getByRole("button", { name: "List of passages" }).click();
  const list = page.getByRole("complementary", { name: "All passages" });
  await expect(list.getByRole("button", { name: /^Passage 1/ })).toBeVisible();
  await expect(list.getByRole("heading", { name: "All passages" })).toBeFocused();
  await expect(page.getByRole("complementary", { name: "Discussion" })).toBeHidden();
  const text = await page.getByRole("main").boundingBox();
  const column = await list.boundingBox();
  expect(column?.x).toBeGreaterThan((text?.x ?? 0) + (text?.width ?? 0));
  await page.keyboard.press("Escape");
  await expect(list).toHaveCount(0);
  await expect(page.getByRole("button", { name: "List of passages" })).toBeFocused();
  await expect(field).toHaveText("Which");
});

test("thousands of passages: only the cards near the window are in the page, and it answers at once", async ({
  page,
  db,
  signIn,
}) => {
  const words = Array.from({ length: 8000 }, (_, at) => `word${at}`);
  const paragraphs = Array.from(
    { length: 100 },
    (_, at) => `${words.slice(at * 80, at * 80 + 80).join(" ")}.`,
  );
  const { ana, article, address } = await makeRoom(db, ["A very long one", ...paragraphs].join("\n\n"));
  const { text, id: revisionId } = article.revision;
  await db.passage.createMany({
    data: Array.from({ length: 2000 }, (_, at) => {
      const start = text.indexOf(`word${at * 4} `);
      const end = text.indexOf(" ", start + 1);
      const exact = text.slice(start, end);
      const fixed = { prefix: "", suffix: "", createdNumber: 0, number: 0, createdById: ana.id };
      return { id: crypto.randomUUID(), articleId: article.id, revisionId, start, end, exact, ...fixed };
    }),
  });
  await signIn(ana);
  await openRoom(page, address);
  await expect(marks(page)).toHaveCount(2000);
  const margin = page.getByRole("complementary", { name: "Discussion" });
  await expect(margin.getByText(/\d+ passages/).first()).toBeVisible();
  expect(await margin.locator(":scope > div").count()).toBeLessThan(60);
  await marks(page).nth(40).click();
  await expect(page.getByRole("region", { name: "Passage 41" })).toBeVisible();
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
