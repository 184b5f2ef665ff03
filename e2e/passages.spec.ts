import type { Page } from "@playwright/test";
import { makePassage, makeThread } from "@/prisma/factories";
import { expectFocusIn } from "./expect-focus";
import { expect, test } from "./fixtures";
import { dragOver, makeRoom, marks, openRoom, proposed, storedPassages } from "./reading";

test("words selected with the mouse become a passage, at once and for good", async ({ page, db, signIn }) => {
  const { ana, article, address } = await makeRoom(db);
  await signIn(ana);
  await openRoom(page, address);

  const nextWords = async () => (await proposed(page, "Work began in June.").boundingBox())?.x;
  const before = await nextWords();
  await dragOver(page, "the port authority said on Monday.");
  const menu = page.getByRole("toolbar", { name: "Selected words" });
  await expect(menu.getByRole("button")).toHaveCount(6);
  await menu.getByRole("button", { name: "Mark" }).click();

  await expect(marks(page, "the port authority said on Monday.")).toHaveCount(1);
  await expect(menu).toBeHidden();
  await expect(page.locator("mark.is-pending")).toHaveCount(0);
  // A mark takes no room: what follows in the line stays where it was, and no word goes over to another.
  expect(await nextWords()).toBeCloseTo(before ?? 0, 1);
  expect(await storedPassages(db, article.id)).toEqual(["the port authority said on Monday."]);
  await page.reload();
  await expect(marks(page, "the port authority said on Monday.")).toHaveCount(1);
});

test("a question asks for the verdict: the words are marked with it, and not when it is left", async ({
  page,
  db,
  signIn,
}) => {
  const { ana, article, address } = await makeRoom(db);
  await signIn(ana);
  await openRoom(page, address);
  await dragOver(page, "half of the boats have left");
  await page
    .getByRole("toolbar", { name: "Selected words" })
    .getByRole("button", { name: "Is it so?" })
    .click();
  const form = page.getByRole("form", { name: "Is it so?" });
  await expect(form).toBeVisible();
  await expect(marks(page, "half of the boats have left")).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(marks(page, "half of the boats have left")).toHaveCount(0);
  // Closing the card leaves the form in it as well.
  await dragOver(page, "half of the boats have left");
  await page.keyboard.press("v");
  await expect(marks(page, "half of the boats have left")).toHaveCount(1);
  await page.getByRole("button", { name: "Close the passage" }).click();
  await expect(marks(page, "half of the boats have left")).toHaveCount(0);
  await expect.poll(() => storedPassages(db, article.id)).toEqual([]);

  await dragOver(page, "half of the boats have left");
  await page.keyboard.press("v");
  await expect(form.getByRole("radio").first()).toBeFocused();
  await page.keyboard.press("2");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/Misleading in part · you/)).toBeVisible();
  await expect
    .poll(() =>
      db.assessment.findMany({
        where: { articleId: article.id },
        select: { axis: true, verdict: true, passage: { select: { exact: true } } },
      }),
    )
    .toEqual([{ axis: "so", verdict: "2", passage: { exact: "half of the boats have left" } }]);
  await expect(marks(page, "half of the boats have left")).toHaveClass(/is-v2/);
  // J goes on from the paragraph that one comes back to.
  await page.getByRole("button", { name: "Close the passage" }).click();
  await page.keyboard.press("j");
  await expect(page.locator(".block:focus")).toContainText("The ministry did not answer");
});

test("where passages lie over each other, each can be reached, the shortest first", async ({
  page,
  db,
  signIn,
}) => {
  const { ana, article, address } = await makeRoom(db);
  const mine = { articleId: article.id, createdById: ana.id };
  await makePassage(db, { ...mine, words: "We lost two winters,” said Ida Holm, who runs the fish market" });
  await makePassage(db, { ...mine, words: "said Ida Holm, who" });
  await makePassage(db, { ...mine, words: "Ida Holm" });
  await signIn(ana);
  await openRoom(page, address);

  await page
    .locator("mark")
    .filter({ hasText: /^Ida Holm$/ })
    .click();
  const chooser = page.getByRole("dialog", { name: "3 passages here" });
  await expect(chooser.getByRole("button")).toHaveText([
    /^Ida Holm/,
    /^said Ida Holm, who/,
    /^We lost two winters/,
  ]);
  await expect(chooser.getByRole("button").first()).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "Passage 2" })).toContainText("said Ida Holm, who");
  await expect(page.locator("mark.is-active")).toHaveText(["said ", "Ida Holm", ", who"]);
  await expect(page.getByRole("region", { name: "Passage 2" }).getByRole("heading").first()).toBeFocused();

  // And each has a link of its own behind its words, for Tab.
  await page.keyboard.press("Escape");
  await expect(page.getByRole("link", { name: /^Passage \d/ })).toHaveCount(3);
  await page.getByRole("link", { name: "Passage 3" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "Passage 3" })).toContainText("Ida Holm");
});

test("the menu says how many passages lie under the words, and S shows them", async ({
  page,
  db,
  signIn,
}) => {
  const { ana, article, address } = await makeRoom(db);
  const mine = { articleId: article.id, createdById: ana.id };
  await makePassage(db, { ...mine, words: "two winters" });
  await makePassage(db, { ...mine, words: "Ida Holm" });
  await signIn(ana);
  await openRoom(page, address);
  await dragOver(page, "winters,” said Ida");
  await expect(page.getByRole("button", { name: "2 passages here" })).toBeVisible();
  await page.keyboard.press("s");
  await expect(page.getByRole("dialog", { name: "2 passages here" })).toBeVisible();
});

test("other words can be chosen for a passage by its author, not by another member", async ({
  page,
  db,
  signIn,
  openAs,
}) => {
  const { ana, ben, article, address } = await makeRoom(db);
  const passage = await makePassage(db, { articleId: article.id, createdById: ana.id, words: "two winters" });
  const open = `${address}?passage=${passage.id}`;
  const other = await openAs(ben);
  await openRoom(other, open);
  await other.getByRole("button", { name: "More about this passage" }).click();
  await expect(other.getByRole("menuitem", { name: "Copy link" })).toBeVisible();
  await expect(other.getByRole("menuitem", { name: "Change the words" })).toHaveCount(0);

  await signIn(ana);
  await openRoom(page, open);
  // By key it begins with the words as they are, in their paragraph, and goes on from there.
  await page.getByRole("button", { name: "More about this passage" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "Change the words" }).press("Enter");
  await expect(page.getByText("Select the new words")).toBeVisible();
  const selected = () => page.evaluate(() => window.getSelection()?.toString());
  await expect.poll(selected).toBe("two winters");
  // The same words are no change, and that is said.
  const use = page.getByRole("button", { name: "Use these words" });
  await use.click();
  await expect(page.getByText("Nothing changed: these are the same words.")).toBeVisible();
  await page.getByRole("button", { name: "More about this passage" }).click();
  await page.getByRole("menuitem", { name: "Change the words" }).click();
  await expect.poll(selected).toBe("two winters");
  // A drag inside them selects anew: that is how a passage is shortened.
  await dragOver(page, "winters");
  await expect.poll(selected).toBe("winters");
  const paragraph = page.locator(".block.body").filter({ hasText: "We lost two winters" });
  await expect(paragraph).toBeFocused();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "More about this passage" }).click();
  await page.getByRole("menuitem", { name: "Change the words" }).click();
  await expect(paragraph).toBeFocused();
  await page.keyboard.press("Shift+ArrowRight");
  await expect.poll(selected).toBe("two winters,” said");
  await page.keyboard.press("k");
  await expect(page.locator(".block.body").first()).toBeFocused();
  await dragOver(page, "said Ida Holm");
  await use.click();
  await expect(marks(page, "said Ida Holm")).toHaveCount(1);
  await expect.poll(() => storedPassages(db, article.id)).toEqual(["said Ida Holm"]);
  await expect(marks(other, "said Ida Holm")).toHaveCount(1, { timeout: 15_000 });

  await page.keyboard.press("Control+z");
  await expect(page.getByText("Undone: other words selected")).toBeVisible();
  await expect.poll(() => storedPassages(db, article.id)).toEqual(["two winters"]);
  await expect(marks(other, "two winters")).toHaveCount(1, { timeout: 15_000 });
});

test("a deleted passage comes back with Undo, its thread with it; a mark goes with Ctrl+Z", async ({
  page,
  db,
  signIn,
  allowTrouble,
}) => {
  allowTrouble(/status of 403/);
  const { ana, article, address } = await makeRoom(db);
  const passage = await makePassage(db, { articleId: article.id, createdById: ana.id, words: "two winters" });
  await makeThread(db, { articleId: article.id, createdById: ana.id, passageId: passage.id });
  await signIn(ana);
  await openRoom(page, `${address}?passage=${passage.id}`);
  await page.getByRole("button", { name: "More about this passage" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(marks(page)).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(marks(page, "two winters")).toHaveClass(/is-open/);

  await dragOver(page, "half of the boats");
  await page.keyboard.press("h");
  await expect(marks(page, "half of the boats")).toHaveCount(1);
  await page.keyboard.press("Control+z");
  await expect(page.getByText("Removed the mark “half of the boats”")).toBeVisible();
  await expect(marks(page)).toHaveText(["two winters"]);
  await expect.poll(() => storedPassages(db, article.id)).toEqual(["two winters"]);
  await page.keyboard.press("Control+z");
  await expect(page.getByText("There is nothing to undo.")).toBeVisible();

  // Whoever only looked at who said it has marked nothing; a comment that is begun keeps its mark.
  await dragOver(page, "half of the boats");
  await page.keyboard.press("a");
  await expect(page.getByRole("combobox", { name: "Source" })).toBeFocused();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(marks(page)).toHaveText(["two winters"]);
  await expect.poll(() => storedPassages(db, article.id)).toEqual(["two winters"]);

  // What was refused was never done: one press takes back the mark that came before it.
  await page.route("**/api/articles/*/attributions", (route) =>
    route.fulfill({ status: 403, json: { error: { code: "forbidden", message: "Not now." } } }),
  );
  await dragOver(page, "half of the boats");
  await page.keyboard.press("o");
  await expect(marks(page, "half of the boats")).toHaveCount(1);
  await expect(page.getByText("Not now.")).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(marks(page)).toHaveText(["two winters"]);
  await page.unroute("**/api/articles/*/attributions");

  // And without any toast: from the end of the list.
  await marks(page, "two winters").click();
  await page.getByRole("button", { name: "More about this passage" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(marks(page)).toHaveCount(0);
  await page.reload();
  await page.getByRole("button", { name: "List of passages" }).click();
  const list = page.getByRole("complementary", { name: "All passages" });
  await list.getByText("Deleted here").click();
  const restore = list.getByRole("button", { name: /^Restore ?: two winters/ });
  await restore.click();
  await expect(marks(page, "two winters")).toHaveClass(/is-open/);
  await expect(restore).toHaveCount(0);
  // What offered it before offers nothing that is done already.
  expect(await page.getByRole("button", { name: "Undo" }).count()).toBe(0);
});

test("a passage that somebody else deletes while I read it does not vanish without a word", async ({
  page,
  db,
  signIn,
  openAs,
}) => {
  const { ana, ben, article, address } = await makeRoom(db);
  const passage = await makePassage(db, {
    articleId: article.id,
    createdById: ana.id,
    words: "Nobody waved",
  });
  const reader = await openAs(ben);
  await openRoom(reader, `${address}?passage=${passage.id}`);
  await expect(reader.getByRole("region", { name: "Passage 1" })).toBeVisible();
  await reader.keyboard.press("v");
  await reader.keyboard.press("3");
  await reader.keyboard.press("Escape");
  await reader.keyboard.press("e");
  await reader.getByRole("group", { name: "New evidence" }).getByLabel("Title").fill("The harbour film");
  await reader.keyboard.press("Escape");
  await reader.keyboard.press("c");
  await reader.keyboard.type("Nobody? Ask her");
  await signIn(ana);
  await openRoom(page, `${address}?passage=${passage.id}`);
  await page.getByRole("button", { name: "More about this passage" }).click();
  const told = reader.getByText("The passage that was open here has been deleted.");
  // Whoever does not look goes on writing: their letters are no keys of the page.
  const goOnWriting = async () => {
    while ((await told.count()) === 0) await reader.keyboard.type(" now");
    await reader.keyboard.type(" One of us, H, o and c");
    await reader.keyboard.press("Shift+O");
    await reader.keyboard.press("o");
  };
  await Promise.all([page.getByRole("menuitem", { name: "Delete" }).click(), goOnWriting()]);
  await expect(reader.getByRole("region", { name: /^Passage/ })).toHaveCount(0);
  await expect.poll(() => storedPassages(db, article.id)).toEqual([]);
  const kept = reader.getByRole("alert").filter({ hasText: "on which you were writing has been deleted" });
  await expect(kept).toContainText("Nobody? Ask her");
  // Whoever may not bring it back had its words before their eyes all the same.
  await expect(kept).toContainText("The passage “Nobody waved” on which you were writing has been deleted.");
  await expect(page.getByText("Passage deleted")).toBeVisible();
  await expect(page.getByText("The passage that was open here has been deleted.")).toHaveCount(0);
  // They are told of it after a reload too.
  await reader.reload();
  await expect(kept).toContainText("The passage “Nobody waved” on which you were writing has been deleted.");
  await expect(kept).toContainText("Nobody? Ask her");
  // So is all else that was begun there, and going on with it is one press away for who may bring it back.
  await db.membership.updateMany({ where: { userId: ben.id }, data: { role: "editor" } });
  await reader.reload();
  const words = (what: string) => kept.getByRole("group", { name: what, exact: true });
  await expect(words("Your verdict on “Is it so?”")).toContainText("Mostly accurate");
  await words("Your evidence").getByRole("button", { name: "Discard" }).click();
  await expect(words("Your evidence")).toHaveCount(0);
  await kept.getByRole("button", { name: "Restore the passage" }).click();
  await expect(kept).toHaveCount(0);
  const field = reader.getByRole("textbox", { name: "Comment" });
  await expect(field).toContainText("Nobody? Ask her");
  await expect(field).toBeFocused();
});

test("a viewer reads and copies, and is offered nothing else", async ({ page, db, signIn }) => {
  const { ben, workspace, article, ana, address } = await makeRoom(db);
  await makePassage(db, { articleId: article.id, createdById: ana.id, words: "Ida Holm" });
  await db.membership.updateMany({
    where: { userId: ben.id, workspaceId: workspace.id },
    data: { role: "viewer" },
  });
  await signIn(ben);
  await openRoom(page, address);
  await dragOver(page, "two winters");
  await expect(page.getByRole("toolbar", { name: "Selected words" }).getByRole("button")).toHaveText([
    /Copy link/,
  ]);
  await page.keyboard.press("Escape");
  await marks(page, "Ida Holm").click();
  await expect(page.getByRole("region", { name: "Passage 1" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Who said it?" })).toHaveCount(0);
});

test("a deleted passage leaves the focus in its paragraph, for whoever had it open", async ({
  page,
  db,
  signIn,
  openAs,
}) => {
  const { ana, ben, article, address } = await makeRoom(db);
  const mine = { articleId: article.id, createdById: ana.id };
  await makePassage(db, { ...mine, words: "half of the boats have left" });
  await makePassage(db, { ...mine, words: "The ministry did not answer" });
  await signIn(ana);
  const colleague = await openAs(ben);
  const block = (one: Page, words: string) => one.locator("[data-reader] [data-start]", { hasText: words });
  for (const one of [page, colleague]) {
    await openRoom(one, address);
    await one.getByRole("link", { name: /^Passage 1/ }).press("Enter");
    await expect(one.getByRole("heading", { name: /^Passage 1/ })).toBeFocused();
  }
  await page.getByRole("button", { name: "More about this passage" }).press("Enter");
  await page.getByRole("menuitem", { name: "Delete" }).press("Enter");
  for (const one of [page, colleague]) {
    await expect(marks(one)).toHaveText(["The ministry did not answer"]);
    await expectFocusIn(block(one, "We lost two winters"));
  }
  // Whoever reads elsewhere stays there.
  await marks(colleague, "The ministry").click();
  const elsewhere = colleague.getByRole("link", { name: "Claims", exact: true });
  await elsewhere.focus();
  await marks(page, "The ministry").click();
  await page.getByRole("button", { name: "More about this passage" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  for (const one of [page, colleague]) await expect(marks(one)).toHaveCount(0);
  await expectFocusIn(block(page, "The ministry did not answer"));
  await expect(elsewhere).toBeFocused();
});

test("a passage that is opened from the list has the focus, and gives it to its words", async ({
  page,
  db,
  signIn,
}) => {
  const { ana, article, address } = await makeRoom(db);
  await makePassage(db, { articleId: article.id, createdById: ana.id, words: "lost two winters,”" });
  await signIn(ana);
  await openRoom(page, address);
  const behind = () =>
    page.getByText("said Ida Holm").evaluate((paragraph) => {
      const range = document.createRange();
      range.selectNodeContents(paragraph);
      range.setStartAfter(paragraph.querySelector("a.ref") ?? paragraph);
      return range.getClientRects()[0]?.left;
    });
  const before = await behind();
  await page.getByRole("button", { name: "List of passages" }).click();
  const list = page.getByRole("complementary", { name: "All passages" });
  await list.getByRole("button", { name: /^Passage 1/ }).click();
  await expect(page.getByRole("heading", { name: /^Passage 1/ })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("link", { name: /^Passage 1/ })).toBeFocused();
  // Its number is seen, and parts no words.
  await expect(page.getByText("1", { exact: true })).toBeVisible();
  expect(await behind()).toBe(before);
});
