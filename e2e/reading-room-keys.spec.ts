import { makeComment, makePassage, makeStateChange, makeThread } from "@/prisma/factories";
import { expect, test } from "./fixtures";
import { makeRoom, marks, openRoom } from "./reading";

// The reading room by keys.

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
  await expect(page.getByText("3 of 3 shown, 1 resolved without a card")).toBeVisible();
  await page.getByRole("button", { name: "Show what is resolved" }).click();
  await expect(cards).toHaveText([/^reopen in March/]);
  await page.getByRole("button", { name: "Show all" }).click();
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

test("Esc leads back to the paragraph that one came from, or to the words that one went on to", async ({
  page,
  db,
  signIn,
}) => {
  const paragraph = (n: number) => `Boat ${n} lies in the harbour. ${"Much was written of it. ".repeat(20)}`;
  const { ana, article, address } = await makeRoom(
    db,
    ["A report", ...Array.from({ length: 12 }, (_, n) => paragraph(n))].join("\n\n"),
  );
  for (const n of [1, 5, 9])
    await makePassage(db, { articleId: article.id, createdById: ana.id, words: `Boat ${n} lies` });
  await signIn(ana);
  await openRoom(page, address);
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const opened = (n: number) => page.getByRole("region", { name: `Passage ${n}` });
  await press("j", "j", "n");
  await expect(opened(1)).toBeVisible();
  await press("Escape");
  await expect(page.locator(".block:focus")).toContainText("Boat 0 lies");
  for (const n of [1, 2, 3]) {
    await press("n");
    await expect(opened(n)).toBeVisible();
  }
  await press("Escape");
  await expect(marks(page, "Boat 9 lies")).toBeInViewport();
  await expect(page.locator(":focus")).toHaveAccessibleName(/^Passage 3/);
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

test("the keyboard never loses its place: posting, resolving and leaving", async ({ page, db, signIn }) => {
  const { ana, address } = await makeRoom(db);
  await signIn(ana);
  await openRoom(page, address);
  for (const key of ["j", "Enter", "h", "n", "i"]) await page.keyboard.press(key);
  await expect(page.getByRole("textbox", { name: "Is it so?" })).toBeFocused();
  await page.keyboard.type("By whose count?");
  await page.keyboard.press("Control+Enter");
  const panel = page.getByRole("region", { name: /^Passage 1/ });
  await expect(panel.getByRole("region", { name: "Is it so?", exact: true })).toBeFocused();
  await panel.getByRole("button", { name: "Resolve", exact: true }).focus();
  await page.keyboard.press("Enter");
  await page.getByLabel("Why is it settled? (optional)").press("Enter");
  await expect(panel.getByRole("region", { name: "Is it so?, resolved", exact: true })).toBeFocused();
  await page.keyboard.press("x");
  await expect(panel.getByRole("button", { name: "Resolve", exact: true })).toBeVisible();
  await expect(panel.getByRole("region", { name: "Is it so?", exact: true })).toBeFocused();
  await page.keyboard.press("c");
  const comment = page.getByRole("textbox", { name: "Comment" });
  await expect(comment).toBeFocused();
  // A press on the text takes the focus away; the key that began the form leads back into it, behind its words.
  let presses = 0;
  // Each beside the last: three on one spot within half a second are one triple click, which moves no focus.
  const leave = async () => {
    const {
      x = 0,
      y = 0,
      width = 0,
      height = 0,
    } = (await page.locator(".block.body").first().boundingBox()) ?? {};
    await page.mouse.click(x + width / 2 + 20 * presses++, y + height / 2);
  };
  await page.keyboard.type("On");
  await leave();
  await expect(comment).not.toBeFocused();
  await page.keyboard.press("c");
  await page.keyboard.type("ce more");
  await expect(comment).toHaveText("Once more");
  await page.keyboard.press("Escape");
  await expect(panel.getByRole("heading", { name: /^Passage 1/ })).toBeFocused();
  await page.keyboard.press("e");
  const title = panel.getByRole("textbox", { name: /^Title/ });
  await title.fill("A re");
  await leave();
  await page.keyboard.press("e");
  await page.keyboard.type("gister");
  await expect(title).toHaveValue("A register");
  await page.keyboard.press("Escape");
  await page.keyboard.press("a");
  const source = page.getByRole("combobox", { name: "Source" });
  await expect(source).toBeFocused();
  await page.keyboard.type("Id");
  await leave();
  await page.keyboard.press("a");
  await page.keyboard.type("a");
  await expect(source).toHaveValue("Ida");
  await source.fill("");
  await source.press("Escape");
  await expect(source).toHaveAttribute("aria-expanded", "false");
  await source.press("Escape");
  // It goes on where the form stood.
  const place = panel.getByRole("region", { name: "Who said it" });
  await expect(place).toBeFocused();

  // What lies over the page gives the focus back to where it came from.
  for (const [key, dialog] of [
    ["w", "Whose words"],
    ["?", "Keys of this page"],
  ] as const) {
    await page.keyboard.press(key);
    await expect(page.getByRole("dialog", { name: dialog })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(place).toBeFocused();
  }
  await page.keyboard.press("f");
  await expect(page.getByRole("combobox", { name: "About" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(place).toBeFocused();
});

test("after a mark by key, N opens it, and not the first passage in the window", async ({
  page,
  db,
  signIn,
}) => {
  const { ana, article, address } = await makeRoom(db);
  await makePassage(db, { articleId: article.id, createdById: ana.id, words: "reopen in March" });
  await signIn(ana);
  await openRoom(page, address);
  for (const key of ["j", "j", "j", "j", "j", "Enter", "h"]) await page.keyboard.press(key);
  await expect(marks(page, "The last dredger left on Friday.")).toHaveCount(1);
  await page.keyboard.press("n");
  await expect(page.getByRole("region", { name: /^Passage 2/ })).toBeVisible();
});
