import { makePassage } from "@/prisma/factories";
import { expect, test } from "./fixtures";
import { makeRoom, marks, openRoom } from "./reading";

test("a key that was given away means nothing, the chosen one does, on every machine", async ({
  page,
  db,
  signIn,
  openAs,
}) => {
  const { ana, article, address } = await makeRoom(db);
  await makePassage(db, { articleId: article.id, createdById: ana.id, words: "two winters" });
  await db.user.update({ where: { id: ana.id }, data: { settings: { keys: { "text.quiet": "y" } } } });
  await signIn(ana);
  await openRoom(page, address);
  const line = () => marks(page, "two winters").evaluate((mark) => getComputedStyle(mark).textDecorationLine);
  await expect(page.getByRole("button", { name: "Hide highlights" })).toHaveAttribute("title", /\(Y\)/);
  await page.keyboard.press("q");
  await page.keyboard.press("y");
  await expect.poll(line).toBe("none");
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Keys of this page" });
  await expect(help.getByText("Y", { exact: true })).toBeVisible();
  await help.getByLabel("Use single letters as keys").uncheck();
  await expect
    .poll(async () => (await db.user.findUnique({ where: { id: ana.id } }))?.settings)
    .toMatchObject({
      letterKeys: false,
      keys: { "text.quiet": "y" },
    });
  const elsewhere = await openAs(ana);
  await openRoom(elsewhere, address);
  await elsewhere.keyboard.press("y");
  await elsewhere.keyboard.press("?");
  await expect(elsewhere.getByRole("button", { name: "Hide highlights" })).toBeVisible();
  await expect(elsewhere.getByRole("dialog")).toHaveCount(0);
});

test("G, then a letter, goes to a place, and / to the search", async ({ page, db, signIn }) => {
  const { ana, address } = await makeRoom(db);
  await signIn(ana);
  await openRoom(page, address);
  await page.keyboard.press("g");
  await page.keyboard.press("c");
  await expect(page).toHaveURL(`${address}/claims`);
  await expect(page.getByRole("button", { name: /^Account of/ })).toBeEnabled();
  await page.keyboard.press("g");
  await page.keyboard.press("a");
  await expect(page.getByRole("searchbox")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Account of/ })).toBeEnabled();
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox")).toBeFocused();
});
