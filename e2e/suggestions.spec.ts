import type { Locator, Page } from "@playwright/test";
import { makeAttribution, makePassage } from "@/prisma/factories";
import type { PrismaClient } from "@/prisma/generated/client";
import { expect, test } from "./fixtures";
import {
  dragOver,
  harbour,
  makeRoom,
  marks,
  openRoom,
  proposed,
  storedPassages,
  switchSuggestions,
} from "./reading";

// What the machine proposes for the harbour's text: three attributions (one of the port authority, two of Ida Holm)
// and two claims without a source, made when the article is first opened.

const panel = (page: Page) => page.getByRole("region", { name: /^Suggestion \d+ of \d+$/ });
const heading = (page: Page) => panel(page).getByRole("heading");

/** What has become of each suggestion, in text order. */
async function decided(db: PrismaClient, articleId: string): Promise<string[]> {
  const rows = await db.suggestion.findMany({ where: { articleId }, orderBy: { start: "asc" } });
  return rows.map((row) => row.state);
}

test("suggestions are stepped through, accepted, dismissed and undone by keyboard alone", async ({
  page,
  db,
  signIn,
}) => {
  const { ana, article, address } = await makeRoom(db);
  await signIn(ana);
  await openRoom(page, address);
  await expect(proposed(page)).toHaveCount(5);
  const press = (key: string) => page.keyboard.press(key);

  // Steps go round, in both directions, and have their keys also when a paragraph has the reader's place.
  await press("j");
  await press("]");
  await expect(panel(page)).toHaveAccessibleName("Suggestion 1 of 5");
  await expect(heading(page)).toBeFocused();
  await expect(panel(page)).toContainText("port authority (“the port authority”), indirectly, said");
  await expect(panel(page)).toContainText("The speaker and the verb stand behind the words.");
  await press("[");
  await expect(panel(page)).toHaveAccessibleName("Suggestion 5 of 5");
  await press("]");
  await expect(panel(page)).toHaveAccessibleName("Suggestion 1 of 5");

  // Whoever has gone on to a paragraph picks its first sentence, and accepts nothing.
  await press("j");
  await press("Enter");
  await expect(page.getByRole("toolbar", { name: "Selected words" })).toBeVisible();
  await press("Escape");
  await press("Backspace");
  await expect(panel(page)).toHaveAccessibleName("Suggestion 1 of 5");
  expect(await decided(db, article.id)).toEqual(["open", "open", "open", "open", "open"]);
  await heading(page).focus();

  // Accepted: a passage with its attribution, and on to the next.
  await press("Enter");
  const told = page.getByText("Accepted: port authority");
  await expect(told).toBeVisible();
  // At the top, where nothing is read.
  const footOf = async (one: Locator) =>
    (await one.boundingBox().then((box) => box && box.y + box.height)) ?? 0;
  const above = await footOf(page.locator("#above-the-text"));
  await expect.poll(() => footOf(page.locator("[data-sonner-toast]"))).toBeLessThanOrEqual(above);
  await expect(marks(page, "The harbour of Lund will reopen in March")).toHaveCount(1);
  await expect(panel(page)).toContainText("A claim without a source: date, event");
  await expect(heading(page)).toBeFocused();

  // Dismissed, with the place kept.
  await press("Backspace");
  await expect(page.getByText("Dismissed")).toBeVisible();
  await expect(panel(page)).toHaveAccessibleName("Suggestion 1 of 3");
  await expect(panel(page)).toContainText("Ida Holm, directly, said");

  // All of one source at once.
  await press("Shift+Enter");
  await expect(page.getByText("Accepted 2 of Ida Holm")).toBeVisible();
  await expect(panel(page)).toHaveAccessibleName("Suggestion 1 of 1");
  expect(await decided(db, article.id)).toEqual(["accepted", "dismissed", "accepted", "accepted", "open"]);

  // The last decision is undone, and nothing before it.
  await press("Control+z");
  await expect(panel(page)).toHaveAccessibleName("Suggestion 1 of 3");
  await expect(heading(page)).toBeFocused();
  await expect(marks(page)).toHaveCount(1);
  expect(await decided(db, article.id)).toEqual(["accepted", "dismissed", "open", "open", "open"]);

  // What was dismissed can be brought back also when its message is gone.
  await press("m");
  await page.getByText("Suggestions that you dismissed").click();
  await expect(page.getByText("Deleted here")).toHaveCount(0);
  await page.getByRole("button", { name: /^Restore: / }).click();
  await expect.poll(() => decided(db, article.id)).toEqual(["accepted", "open", "open", "open", "open"]);
  const none = page.getByText("You have dismissed no suggestion.");
  await expect(none).toBeVisible();
  await press("Enter");
  await expect(none).toBeHidden();
  await expect(page.locator(":focus")).toHaveText("Suggestions that you dismissed");
  await press("m");
  // Where there is none, nothing tells of them.
  const asked = page.waitForResponse((response) => response.url().endsWith("/suggestions/dismissed"));
  await press("m");
  await (await asked).finished();
  await expect(page.getByText("Suggestions that you dismissed")).toHaveCount(0);
  await press("m");
  await press("[");
  await expect(panel(page)).toHaveAccessibleName("Suggestion 1 of 4");
  await press("Backspace");
  await expect.poll(() => decided(db, article.id)).toEqual(["accepted", "dismissed", "open", "open", "open"]);

  await press("Shift+Enter");
  await expect(panel(page)).toHaveAccessibleName("Suggestion 1 of 1");
  await press("Enter");
  await expect(panel(page)).toHaveCount(0);
  await press("]");
  await expect(page.getByText("There are no suggestions left.")).toBeVisible();

  // A claim is a passage with its kinds, and nobody's word yet.
  await openRoom(page, address);
  await expect(proposed(page)).toHaveCount(0);
  await expect(page.getByRole("button", { name: /suggestions/ })).toHaveCount(0);
  expect(await decided(db, article.id)).toEqual([
    "accepted",
    "dismissed",
    "accepted",
    "accepted",
    "accepted",
  ]);
  expect(await storedPassages(db, article.id)).toEqual([
    "The harbour of Lund will reopen in March",
    "“We lost two winters,”",
    "half of the boats have left",
    "The last dredger left on Friday.",
  ]);
  for (const key of ["n", "n", "n", "n"]) await press(key);
  const passage = page.getByRole("region", { name: "Passage 4" });
  await expect(passage.getByRole("checkbox", { name: "Date" })).toBeChecked();
  await expect(passage.getByRole("button", { name: "Who said it?" }).first()).toBeVisible();
  await press("p");
  await expect(page.getByRole("region", { name: "Passage 3, Ida Holm" })).toContainText(
    /You, just now · accepted from a suggestion/,
  );
});

test("suggestions are opened, changed, accepted and hidden by mouse", async ({ page, db, signIn }) => {
  const { ana, article, address } = await makeRoom(db);
  await signIn(ana);
  await openRoom(page, address);
  await proposed(page, "half of the boats").click();
  await expect(panel(page)).toHaveAccessibleName("Suggestion 4 of 5");
  // The link of its words leads to it, also in a tab of its own.
  const order = { start: "asc" as const };
  const [, , , fourth] = await db.suggestion.findMany({ where: { articleId: article.id }, orderBy: order });
  await openRoom(page, `${address}?passage=${fourth?.id}`);
  await expect(panel(page)).toHaveAccessibleName("Suggestion 4 of 5");
  await panel(page)
    .getByRole("button", { name: /^Change/ })
    .click();
  const form = page.getByRole("form", { name: "Who said it?" });
  await expect(form.getByRole("combobox", { name: "Source" })).toHaveValue("Ida Holm");
  await expect(form.getByRole("textbox", { name: "Attributed by" })).toHaveValue("According to");
  async function change() {
    await form.getByRole("combobox", { name: "Source" }).fill("The fish market");
    await form.getByRole("option", { name: /The fish market/ }).click();
    await form.getByRole("button", { name: "Accept with these changes" }).click();
    await expect(page.getByRole("region", { name: "Passage 1, The fish market" })).toContainText(
      "The fish market, indirectly, According to",
    );
    expect(await decided(db, article.id)).toEqual(["open", "open", "open", "changed", "open"]);
  }
  await change();

  // It is a decision like the others, so it can be undone like them.
  await page.keyboard.press("Control+z");
  await expect(panel(page)).toHaveAccessibleName("Suggestion 4 of 5");
  expect(await decided(db, article.id)).toEqual(["open", "open", "open", "open", "open"]);
  await page.keyboard.press("a");
  await change();

  // The toast takes back what was accepted.
  await proposed(page, "We lost two winters").click();
  await panel(page)
    .getByRole("button", { name: /^Accept/ })
    .click();
  await expect(marks(page, "We lost two winters")).toHaveCount(1);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(marks(page, "We lost two winters")).toHaveCount(0);
  await expect(panel(page)).toHaveAccessibleName("Suggestion 3 of 4");
  await panel(page)
    .getByRole("button", { name: /^Dismiss/ })
    .click();
  await expect(proposed(page)).toHaveCount(3);
  await expect.poll(() => decided(db, article.id)).toEqual(["open", "open", "dismissed", "changed", "open"]);

  // A layer of its own, which stays as it was left; what people marked is not part of it.
  await page.getByRole("button", { name: "Close the suggestion" }).click();
  await switchSuggestions(page);
  await expect(proposed(page)).toHaveCount(0);
  await expect(marks(page, "half of the boats")).toHaveCount(1);
  await page.keyboard.press("]");
  await expect(page.getByText("Suggestions are hidden. Show them first.")).toBeVisible();
  await page.reload();
  await expect(marks(page, "half of the boats")).toHaveCount(1);
  await expect(page.getByRole("button", { name: "Show 3 hidden suggestions" })).toBeVisible();
  await expect(proposed(page)).toHaveCount(0);
  await switchSuggestions(page);
  await expect(proposed(page)).toHaveCount(3);
});

test("what a colleague decides leaves my screen, also when I have it open", async ({
  page,
  db,
  signIn,
  openAs,
  allowTrouble,
}) => {
  allowTrouble(/ERR_FAILED|status of 409/);
  const { ana, ben, article, address } = await makeRoom(db);
  await signIn(ana);
  const bens = await openAs(ben);
  await openRoom(page, address);
  await openRoom(bens, address);
  for (const one of [page, bens]) await expect(proposed(one)).toHaveCount(5);

  await page.keyboard.press("]");
  await expect(panel(page)).toHaveAccessibleName("Suggestion 1 of 5");
  await bens.keyboard.press("]");
  await bens.keyboard.press("Enter");
  await expect(bens.getByText("Accepted: port authority")).toBeVisible();
  await expect(page.getByText("Ben Okoro has decided about this suggestion.")).toBeVisible();
  await expect(panel(page)).toHaveCount(0);
  await expect(marks(page, "The harbour of Lund will reopen in March")).toHaveCount(1);
  await expect(page.getByRole("button", { name: "Hide 4 suggestions" })).toBeVisible();

  // I decide before I have heard of it: I am told once, by whom, and go on.
  await page.keyboard.press("]");
  await expect(panel(page)).toHaveAccessibleName("Suggestion 1 of 4");
  await page.route("**/api/articles/*/discussion?**", (route) => route.abort());
  await bens.keyboard.press("Backspace");
  await expect(bens.getByText("Dismissed")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(panel(page)).toHaveCount(0);
  await expect(page.getByText(/decided about this suggestion/)).toHaveText([/^Ben Okoro has/]);
  await page.unroute("**/api/articles/*/discussion?**");
  await expect(page.getByRole("button", { name: "Hide 3 suggestions" })).toBeVisible();
  await expect(proposed(page, "Work began in June")).toHaveCount(0);

  // What takes the place of a message that offered to undo something offers nothing.
  await expect(bens.getByRole("button", { name: "Undo" })).toBeVisible();
  for (const told of ["Suggestions are hidden.", "Suggestions are shown."]) {
    await bens.keyboard.press("Control+k");
    await bens.keyboard.type("show or hide suggestions");
    await expect(bens.getByRole("option", { name: "Show or hide suggestions" })).toBeVisible();
    await bens.keyboard.press("Enter");
    await expect(bens.getByText(told)).toBeVisible();
    expect(await bens.getByRole("button", { name: "Undo" }).count()).toBe(0);
  }

  // Undone there, it is back here.
  await bens.keyboard.press("Control+z");
  await expect(proposed(page, "Work began in June")).toHaveCount(1);
  expect(await decided(db, article.id)).toEqual(["accepted", "open", "open", "open", "open"]);

  // What I am filling in stays, and becomes my own word beside the colleague's.
  await proposed(page, "half of the boats").click();
  await page.keyboard.press("a");
  const form = page.getByRole("form", { name: "Who said it?" });
  await form.getByRole("combobox", { name: "Source" }).fill("The fish market");
  await page.keyboard.press("Enter");
  await proposed(bens, "half of the boats").click();
  await bens.keyboard.press("Enter");
  await expect(form.locator("xpath=..").getByRole("status")).toContainText("A colleague has decided");
  await form.getByRole("button", { name: "Record" }).click();
  for (const name of ["Ida Holm", "The fish market"]) {
    await expect(page.getByRole("region", { name: /^Passage 2, speakers differ/ })).toContainText(name);
  }
});

test("nothing is proposed on words of which somebody has said who said them, as long as that stands", async ({
  page,
  db,
  signIn,
}) => {
  const { ana, ben, article, address } = await makeRoom(db);
  await signIn(ana);
  await openRoom(page, address);
  await expect(proposed(page)).toHaveCount(5);
  const by = { where: { articleId: article.id }, orderBy: { start: "asc" } } as const;
  const { start, end } = await db.suggestion.findFirstOrThrow(by);
  const passage = await makePassage(db, { articleId: article.id, createdById: ben.id, start, end });
  const said = await makeAttribution(db, { passageId: passage.id, byId: ben.id });
  await page.reload();
  await expect(page.getByRole("button", { name: "Hide 4 suggestions" })).toBeVisible();
  await expect(proposed(page)).toHaveCount(4);
  await db.attribution.update({ where: { id: said.id }, data: { deletedAt: new Date() } });
  await page.reload();
  await expect(page.getByRole("button", { name: "Hide 5 suggestions" })).toBeVisible();
  await page.keyboard.press("]");
  await expect(panel(page)).toHaveAccessibleName("Suggestion 1 of 5");
});

test("a suggestion stays open, and says why it is not proposed any more, when a colleague records its source", async ({
  page,
  db,
  signIn,
  openAs,
}) => {
  const { ana, ben, article, address } = await makeRoom(db);
  await signIn(ana);
  const bens = await openAs(ben);
  await openRoom(page, address);
  await expect(proposed(page)).toHaveCount(5);
  const { start, end } = await db.suggestion.findFirstOrThrow({
    where: { articleId: article.id },
    orderBy: { start: "asc" },
  });
  const passage = await makePassage(db, { articleId: article.id, createdById: ben.id, start, end });
  await openRoom(bens, `${address}?passage=${passage.id}`);
  await page.keyboard.press("]");
  await expect(panel(page)).toHaveAccessibleName("Suggestion 1 of 5");
  await bens.getByRole("button", { name: "The reporter’s own words" }).click();
  const open = page.getByRole("region", { name: "Suggestion", exact: true });
  await expect(open.getByRole("status")).toContainText("Ben Okoro has said who said these words.");
  await expect(page.getByRole("button", { name: "Hide 4 suggestions" })).toBeVisible();
  await open.getByRole("button", { name: "Look at it" }).click();
  await expect(page.getByRole("heading", { name: /^Passage 1/ }).first()).toBeFocused();
});

test("@phone suggestions are gone through in the sheet", async ({ page, db, signIn }) => {
  const name = "Ida Wilhelmina Holmgren-Andersson Wennerström";
  const { ana, article, address } = await makeRoom(db, harbour.replace("Ida Holm", name));
  await signIn(ana);
  await openRoom(page, address);
  await proposed(page, "We lost two winters").tap();
  const sheet = page.getByRole("complementary", { name: "Discussion" });
  await expect(sheet.getByRole("heading", { name: "Suggestion 3 of 5" }).first()).toBeVisible();
  for (const button of [/^Accept$/, /^Change/, /^Dismiss/, `Accept all 2 of ${name}`]) {
    const box = await sheet.getByRole("button", { name: button }).boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(40);
    // A long name takes a second line.
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
  }
  await sheet.getByRole("button", { name: "Next suggestion" }).tap();
  await expect(sheet.getByRole("heading", { name: "Suggestion 4 of 5" }).first()).toBeVisible();
  await expect(proposed(page, "half of the boats")).toHaveClass(/is-active/);
  await sheet.getByRole("button", { name: `Accept all 2 of ${name}` }).tap();
  await expect(sheet.getByRole("heading", { name: "Suggestion 3 of 3" }).first()).toBeVisible();
  await expect.poll(() => storedPassages(db, article.id)).toHaveLength(2);
  // What was done is said over the header: nothing of the sheet, nor of the bar above the text, is covered.
  const toast = page.getByRole("listitem").filter({ has: page.getByRole("button", { name: "Undo" }) });
  const bar = await page.getByRole("button", { name: "Next passage" }).first().boundingBox();
  await expect
    .poll(async () => {
      const box = await toast.boundingBox();
      return box && box.y >= 0 && box.y + box.height <= (bar?.y ?? 0) + 8;
    })
    .toBe(true);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

test("a suggestion that was opened by key gives the focus to its words when it closes", async ({
  page,
  db,
  signIn,
}) => {
  const { ana, address } = await makeRoom(db);
  await signIn(ana);
  await openRoom(page, address);
  await expect(proposed(page)).toHaveCount(5);
  const words = page.getByRole("link", { name: /^Suggestion 1/ });
  await page.keyboard.press("]");
  await expect(heading(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(panel(page)).toHaveCount(0);
  await expect(words).toBeFocused();
  await page.reload();
  await expect(page.locator('[data-reader="editor"]')).toBeVisible();
  await page.keyboard.press("]");
  await expect(heading(page)).toBeFocused();
  await page.getByRole("button", { name: "Close the suggestion" }).click();
  await expect(words).toBeFocused();
  // When the last one is decided its words are no suggestion any more: reading goes on in their paragraph.
  await page.keyboard.press("]");
  for (const left of [5, 4, 3, 2, 1]) {
    await expect(panel(page)).toHaveAccessibleName(`Suggestion 1 of ${left}`);
    await page.keyboard.press("Backspace");
  }
  await expect(page.locator(".block.body").last()).toBeFocused();
});

test("whom a name of several means is asked before it is accepted", async ({ page, db, signIn }) => {
  const flood = [
    "After the flood",
    "Marcus Vance and Petra Vance live by the river, in the last two houses that it left standing.",
    "“My town buried 14 people,” Vance said.",
  ].join("\n\n");
  const { ana, article, address } = await makeRoom(db, flood);
  await signIn(ana);
  await openRoom(page, address);
  // In the form of one's own, where a name was typed and not chosen.
  const form = page.getByRole("form", { name: "Who said it?" });
  const source = form.getByRole("combobox", { name: "Source" });
  await dragOver(page, "in the last two houses that it left standing");
  await page.keyboard.press("a");
  await source.fill("Vance");
  await expect(form.getByRole("option", { name: /Marcus Vance/ })).toBeVisible();
  for (let i = 0; i < 2; i++) {
    await page.keyboard.press("Control+Enter");
    await expect(form).toContainText("Several may be meant by “Vance”: choose one in the list.");
    await expect(source).toHaveValue("Vance");
  }
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(source).toHaveValue(/^(Marcus|Petra) Vance$/);
  await form.getByRole("button", { name: "Cancel" }).click();
  await expect(marks(page)).toHaveCount(0);

  await proposed(page, "My town buried").click();
  await expect(panel(page)).toContainText("Is “Vance” Marcus Vance or Petra Vance?");
  await expect(panel(page)).not.toContainText("Somebody unnamed");
  await expect(panel(page)).not.toContainText("?, ");

  // Enter asks, however often it is pressed.
  await page.keyboard.press("Enter");
  await expect(source).toHaveValue("Vance");
  await expect(source).toBeFocused();
  await expect(form.getByRole("option", { name: /Petra Vance/ })).toBeVisible();
  for (const key of ["Enter", "Control+Enter", "Enter"]) {
    await page.keyboard.press(key);
    await expect(form).toContainText("Several may be meant by “Vance”: choose one in the list.");
  }
  await form.getByRole("button", { name: "Accept with these changes" }).click();
  await expect(form.getByText("Choose “Vance” in the list.")).toBeVisible();
  expect((await decided(db, article.id)).every((state) => state === "open")).toBe(true);

  await source.click();
  await form.getByRole("option", { name: /Petra Vance/ }).click();
  await form.getByRole("button", { name: "Accept with these changes" }).click();
  await expect(page.getByRole("region", { name: "Passage 1, Petra Vance" })).toBeVisible();
  expect(await decided(db, article.id)).toContain("changed");
});
