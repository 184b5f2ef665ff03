import type { Page } from "@playwright/test";
import { makePassage } from "@/prisma/factories";
import { expect, test } from "./fixtures";
import { makeRoom, marks, openRoom } from "./reading";

// The system's own gesture for closing what lies over a page: Back on an Android phone.

const sheetOf = (page: Page) => page.getByRole("complementary", { name: "Discussion" });

test("@phone Back closes what lies over the text, the upper first, and does not leave the article", async ({
  page,
  db,
  signIn,
}) => {
  const { ana, article, address } = await makeRoom(db);
  await makePassage(db, { articleId: article.id, createdById: ana.id, words: "We lost two winters" });
  await signIn(ana);
  await page.addInitScript(noteWatchers);
  await openRoom(page, address);
  const back = () => page.evaluate(() => (window as unknown as { pressBack: () => void }).pressBack());

  await marks(page).first().tap();
  await expect(sheetOf(page)).toBeVisible();
  await page.getByRole("banner").getByRole("button", { name: "Find" }).tap();
  const palette = page.getByRole("dialog");
  await expect(palette).toBeVisible();
  await back();
  await expect(palette).toBeHidden();
  await expect(sheetOf(page)).toBeVisible();
  await page.getByRole("button", { name: "List of passages" }).tap();
  await expect(sheetOf(page).getByRole("heading", { name: "All passages" })).toBeVisible();
  await back();
  await expect(sheetOf(page).getByRole("heading", { name: "All passages" })).toBeHidden();
  await expect(sheetOf(page)).toBeVisible();
  await sheetOf(page).getByRole("button", { name: "More about this passage" }).tap();
  await expect(page.getByRole("menu")).toBeVisible();
  await back();
  await expect(page.getByRole("menu")).toBeHidden();
  await expect(sheetOf(page)).toBeVisible();

  await back();
  await expect(sheetOf(page)).toBeHidden();
  expect(new URL(page.url()).pathname).toBe(address);
});

test("Esc, by which a browser asks as well, closes nothing from a field", async ({ page, db, signIn }) => {
  const { ana, article, address } = await makeRoom(db);
  await makePassage(db, { articleId: article.id, createdById: ana.id, words: "We lost two winters" });
  await signIn(ana);
  await page.setViewportSize({ width: 900, height: 900 });
  await openRoom(page, address);
  await marks(page).first().click();
  await expect(sheetOf(page)).toBeVisible();
  // Our fields all answer it; one that an extension puts into the page does not.
  await page.evaluate(() => {
    const field = document.body.appendChild(document.createElement("input"));
    field.focus();
  });
  await page.keyboard.press("Escape");
  await expect(sheetOf(page)).toBeVisible();
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.keyboard.press("Escape");
  await expect(sheetOf(page)).toBeHidden();
});

/** Android tells the browser of Back, and the browser the newest watcher: no protocol does the first of it. */
function noteWatchers(): void {
  type Watcher = { requestClose(): void; destroy(): void };
  const { CloseWatcher: Own } = window as unknown as { CloseWatcher: new () => Watcher };
  const open: Watcher[] = [];
  class Noted extends Own {
    constructor() {
      super();
      open.push(this);
    }
    override destroy() {
      open.splice(open.indexOf(this), 1);
      super.destroy();
    }
  }
  const pressBack = () => open.pop()?.requestClose();
  Object.assign(window, { CloseWatcher: Noted, pressBack });
}
