import type { Page } from "@playwright/test";
import { makeComment, makeMembership, makePassage, makeThread, makeUser } from "@/prisma/factories";
import { expect, test } from "./fixtures";
import { dragOver, harbour, makeRoom, marks, openRoom, proposed } from "./reading";

// What stands beside the text and above it.

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
  // Six in a few lines are not too many for a card each.
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
  // However tall it is, it folds no other away.
  await expect(cards).toHaveCount(words.length - 1);
  await expect(margin.getByText(/^\d passages$/)).toHaveCount(0);
});

test("what opens at the lower edge comes into sight with its card, and so does what is begun in it", async ({
  page,
  db,
  signIn,
}) => {
  const around = Array.from({ length: 12 }, (_, at) => `Paragraph ${at} is there to scroll over.`);
  const text = ["Room", ...around, harbour, ...around.map((one) => `${one} Again.`)].join("\n\n");
  const { ana, ben, article, address } = await makeRoom(db, text);
  const mine = { articleId: article.id, createdById: ana.id };
  const { id: passageId } = await makePassage(db, { ...mine, words: "two winters" });
  const thread = await makeThread(db, { ...mine, passageId });
  for (let at = 0; at < 12; at++)
    await makeComment(db, {
      threadId: thread.id,
      authorId: ben.id,
      text: `I asked again, for the ${at}th time.`,
    });
  const eve = await makeUser(db, { name: "Evangeline Whitfield-Ramanujan van der Berg-Oyelaran" });
  await makeMembership(db, { workspaceId: article.workspaceId, userId: eve.id, role: "member" });
  await makePassage(db, { ...mine, createdById: eve.id, words: "the money had been there" });
  await signIn(ana);
  await openRoom(page, address);
  const toLowerEdge = (words: string) =>
    marks(page, words).evaluate((mark) => {
      const { bottom } = mark.getBoundingClientRect();
      window.scrollBy({ top: bottom - window.innerHeight + 20, behavior: "instant" });
    });

  // One that has room: all of it, and the words.
  await toLowerEdge("the money had been there");
  await marks(page, "the money had been there").click();
  const short = page.getByRole("region", { name: "Passage 2" });
  await expect(short).toBeInViewport({ ratio: 1 });
  // Of a long name the end is cut off, not when it was.
  await expect(short.getByRole("heading").locator("time")).toBeInViewport({ ratio: 1 });
  await expect(marks(page, "the money had been there")).toBeInViewport({ ratio: 1 });
  await page.keyboard.press("a");
  const form = page.getByRole("form", { name: "Who said it?" });
  await expect(form).toBeInViewport({ ratio: 1 });
  await expect(form.getByRole("button", { name: "Record" })).toBeInViewport({ ratio: 1 });
  await expect(marks(page, "the money had been there")).toBeInViewport({ ratio: 1 });
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");

  // One taller than the window: its words in the upper third, and what is written at its end with a word of them.
  await toLowerEdge("two winters");
  await marks(page, "two winters").click();
  const tall = page.getByRole("region", { name: "Passage 1" });
  await expect.poll(async () => ((await marks(page, "two winters").boundingBox())?.y ?? 0) < 370).toBe(true);
  await expect(marks(page, "two winters")).toBeInViewport({ ratio: 1 });
  expect((await tall.boundingBox())?.height).toBeGreaterThan(900);
  const heading = tall.getByRole("heading", { level: 3 });
  await expect(heading).toHaveText(/Ana Lima/);
  await page.keyboard.press("r");
  await expect(tall.getByRole("group", { name: /^Reply to/ })).toBeInViewport({ ratio: 1 });
  await expect(marks(page, "two winters")).not.toBeInViewport();
  await expect(heading).toHaveText("Passage 1 · two winters");
  await expect(heading).toBeInViewport({ ratio: 1 });
  // Not under what stays at the top of the window.
  const bar = await page.locator("#above-the-text").boundingBox();
  expect((await heading.boundingBox())?.y).toBeGreaterThanOrEqual((bar?.y ?? 0) + (bar?.height ?? 0));
});

test("where a drawer takes its room from the text, the words that were opened stay at their place", async ({
  page,
  db,
  signIn,
}) => {
  await page.setViewportSize({ width: 820, height: 1100 });
  const long = Array.from(
    { length: 8 },
    (_, at) =>
      `Paragraph ${at} is there to be broken into more lines as soon as it has less room than it had.`,
  );
  const { ana, article, address } = await makeRoom(db, ["Room", ...long, harbour, ...long].join("\n\n"));
  await makePassage(db, { articleId: article.id, createdById: ana.id, words: "two winters" });
  await signIn(ana);
  await openRoom(page, address);
  const words = marks(page, "two winters");
  const top = async () => Math.round((await words.boundingBox())?.y ?? 0);
  const width = () => page.getByRole("main").evaluate((main) => main.clientWidth);
  await words.evaluate((one) => window.scrollBy(0, one.getBoundingClientRect().top - 500));
  const [before, wide, scrolled] = [await top(), await width(), await page.evaluate(() => window.scrollY)];

  await words.click();
  await expect(page.getByRole("heading", { name: /^Passage 1/ })).toBeVisible();
  expect(await width()).toBeLessThan(wide);
  expect(await page.evaluate(() => window.scrollY)).toBeGreaterThan(scrolled);
  expect(await top()).toBe(before);
  await page.getByRole("button", { name: "Close the discussion" }).click();
  await expect.poll(width).toBe(wide);
  expect(await top()).toBe(before);

  // With nothing open it is what is being read: the first paragraph in sight.
  const first = page.getByText(/^Paragraph 7/).first();
  await first.evaluate((one) => window.scrollBy(0, one.getBoundingClientRect().top - 130));
  const read = async () => Math.round((await first.boundingBox())?.y ?? 0);
  const place = await read();
  await page.keyboard.press("m");
  await expect.poll(width).toBeLessThan(wide);
  expect(await read()).toBe(place);
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

test("the list of all passages, empty and full; an article says how to begin until one has", async ({
  page,
  db,
  signIn,
  openAs,
}) => {
  const { ana, ben, address } = await makeRoom(db);
  await signIn(ana);
  await openRoom(page, address);
  await expect(page.getByText("Nothing is marked yet.")).toBeVisible();
  // Who has switched single letters off as keys is told of none.
  const letters = (are: string) =>
    page.evaluate((letterKeys) => {
      document.documentElement.dataset.letterKeys = letterKeys;
      document.dispatchEvent(new Event("sayso:keys"));
    }, are);
  await letters("off");
  await expect(page.getByText("Without a mouse: add a passage by its words.")).toBeVisible();
  await expect(page.getByText(/judge whether it is so, leave a comment, or only mark them\./)).toBeVisible();
  await letters("on");
  await page.keyboard.press("m");
  await expect(page.getByRole("complementary", { name: "All passages" })).toBeVisible();
  await page.keyboard.press("Escape");
  await dragOver(page, "half of the boats");
  await page.keyboard.press("h");
  await expect(page.getByText("Nothing is marked yet.")).toHaveCount(0);
  const hint = (of: Page) => of.getByText("Select some words to mark them");
  await expect(hint(page)).toHaveCount(0);
  await page.keyboard.press("m");
  await expect(page.getByRole("complementary", { name: "All passages" })).toBeVisible();

  // Whoever comes to what others have begun is told in a line, until they close it.
  const bens = await openAs(ben);
  await openRoom(bens, address);
  await expect(hint(bens)).toBeVisible();
  await bens.getByRole("button", { name: "Close the hint for good" }).click();
  await expect(hint(bens)).toHaveCount(0);
  await expect(bens.getByRole("button", { name: "Comment on the whole article" })).toBeFocused();
  await openRoom(bens, address);
  await expect(hint(bens)).toHaveCount(0);
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
  // One row under the bar: it leaves the text its room.
  expect((await page.locator("#above-the-text").boundingBox())?.height).toBeLessThan(120);
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
