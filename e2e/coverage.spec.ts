import type { Page } from "@playwright/test";
import { makeAttribution, makePassage, makeSource } from "@/prisma/factories";
import { expect, test } from "./fixtures";
import { makeRoom, marks, openRoom } from "./reading";

// Whose words the article is made of: the strip beside the text, the way to what nobody has examined, and the same as
// a table, of 23 words in three blocks.

const text = [
  "Harbour to reopen in spring",
  "“We lost two winters,” said Ida Holm, who runs the fish market. Nobody waved.",
  "Work began in June.",
].join("\n\n");

const menu = (page: Page) => page.getByRole("toolbar", { name: "Selected words" });
const selected = (page: Page) => page.evaluate(() => window.getSelection()?.toString() ?? "");
const dialog = (page: Page) => page.getByRole("dialog", { name: "Whose words" });
const bar = (page: Page, share: string) =>
  page.getByRole("button", { name: `${share} examined: whose words` });

/** The rows of a table in the dialogue, cell by cell: "Ida Holm | 4 | 17%". */
async function rows(page: Page, name: string): Promise<string[]> {
  const all = await dialog(page).getByRole("table", { name }).getByRole("row").all();
  const cells = all
    .slice(1)
    .map(async (row) =>
      (await row.getByRole("rowheader").or(row.getByRole("cell")).allInnerTexts()).join(" | "),
    );
  return Promise.all(cells);
}

test("strip, keys and table lead through what nobody has examined, until all is, and both screens agree", async ({
  page,
  db,
  signIn,
  openAs,
}) => {
  const { ana, ben, article, address } = await makeRoom(db, text);
  const mine = { articleId: article.id, createdById: ana.id };
  const passage = await makePassage(db, { ...mine, words: "We lost two winters" });
  const ida = await makeSource(db, {
    workspaceId: article.workspaceId,
    createdById: ana.id,
    name: "Ida Holm",
  });
  await makeAttribution(db, {
    passageId: passage.id,
    byId: ana.id,
    sourceId: ida.id,
    directness: "direct",
  });
  await signIn(ana);
  const bens = await openAs(ben);
  await openRoom(page, address);
  await openRoom(bens, address);

  // Ben has the table open all along.
  await bar(bens, "17%").click();
  expect(await rows(bens, "Words by voice")).toEqual(["Ida Holm | 4 | 17%", "Not examined | 19 | 83%"]);
  expect(await rows(bens, "By paragraph")).toEqual([
    "Harbour to reopen in spring | Not examined 100% | Examine",
    "“We lost two winters,” said Ida Holm, who runs the fish mark | Not examined 71%, Ida Holm 29% | Examine",
    "Work began in June. | Not examined 100%, 1 claim without a source | Examine",
  ]);

  // By key: the first stretch, forward and back.
  await page.keyboard.press("u");
  await expect.poll(() => selected(page)).toBe("Harbour to reopen in spring");
  await page.keyboard.press("Shift+U");
  await expect.poll(() => selected(page)).toBe("Work began in June.");
  await page.keyboard.press("u");
  await expect.poll(() => selected(page)).toBe("Harbour to reopen in spring");
  await page.keyboard.press("o");
  await expect(bar(page, "39%")).toBeVisible();
  await expect
    .poll(() => rows(bens, "Words by voice"))
    .toEqual(["Ida Holm | 4 | 17%", "Reporter’s own | 5 | 22%", "Not examined | 14 | 61%"]);

  // With nothing picked it goes on from where the reader was last, by pointer or by key, and not from the headline.
  await page.keyboard.press("Escape");
  await page.getByText("Work began in June.").click();
  await page.keyboard.press("Escape");
  await page.keyboard.press("u");
  await expect.poll(() => selected(page)).toBe("Work began in June.");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Shift+U");
  await expect.poll(() => selected(page)).toBe("said Ida Holm, who runs the fish market. Nobody waved.");
  // Put away, the place of the keyboard is still where the focus is.
  const paragraphs = page.locator(".article-text .block");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(paragraphs.nth(1)).toBeFocused();
  await page.keyboard.press("j");
  await expect(paragraphs.nth(2)).toBeFocused();
  await page.keyboard.press("Escape");

  // By the strip: a press on a paragraph's bar picks what is unexamined in it.
  const strip = (title: string) => page.locator(`button[title="${title}"]`);
  await strip("Not examined 71%, Ida Holm 29%").click();
  await expect.poll(() => selected(page)).toBe("said Ida Holm, who runs the fish market. Nobody waved.");
  await menu(page).getByRole("button", { name: "Reporter’s own" }).click();
  await expect(strip("Reporter’s own 71%, Ida Holm 29%")).toBeVisible();
  await expect(bar(page, "83%")).toBeVisible();

  // By the table.
  await page.keyboard.press("w");
  await dialog(page).getByRole("button", { name: "Examine" }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect.poll(() => selected(page)).toBe("Work began in June.");
  await expect(menu(page)).toBeVisible();
  await page.keyboard.press("o");
  await expect(bar(page, "100%")).toBeVisible();
  await page.keyboard.press("u");
  await expect(page.getByText("Everything is examined.").first()).toBeVisible();
  // The reporter's own voice is no source.
  await expect(strip("Reporter’s own 100%, 1 claim without a source")).toBeVisible();
  await expect
    .poll(() => rows(bens, "Words by voice"))
    .toEqual(["Ida Holm | 4 | 17%", "Reporter’s own | 19 | 83%"]);
  await expect(dialog(bens).getByRole("button", { name: "Examine" })).toHaveCount(0);

  // Where colleagues differ, the words are neither's.
  await bens.keyboard.press("Escape");
  await marks(bens, "We lost two winters").click();
  await bens.keyboard.press("o");
  await expect(strip("Reporter’s own 71%, Colleagues differ 29%")).toBeVisible();
  await page.reload();
  await bar(page, "100%").click();
  await expect
    .poll(() => rows(page, "Words by voice"))
    .toEqual(["Reporter’s own | 19 | 83%", "Colleagues differ | 4 | 17%"]);
});
