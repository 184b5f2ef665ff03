import { makePassage } from "@/prisma/factories";
import { expect, test } from "./fixtures";
import { dragOver, harbour, makeRoom, marks, openRoom, select, storedPassages } from "./reading";

test("by hand whole words are selected, and exactly what was dragged over with Alt", async ({
  page,
  db,
  signIn,
}) => {
  const { ana, article, address } = await makeRoom(db);
  await signIn(ana);
  await openRoom(page, address);
  await dragOver(page, "ort authority sai");
  await expect.poll(() => page.evaluate(() => window.getSelection()?.toString())).toBe("port authority said");
  await page.keyboard.press("h");
  await page.keyboard.down("Alt");
  await dragOver(page, "wo winter");
  await page.keyboard.up("Alt");
  await page.getByRole("toolbar", { name: "Selected words" }).getByRole("button", { name: "Mark" }).click();
  await expect.poll(() => storedPassages(db, article.id)).toEqual(["port authority said", "wo winter"]);
});

test("the menu never covers the words it is about", async ({ page, db, signIn }) => {
  const { ana, address } = await makeRoom(db);
  await signIn(ana);
  await openRoom(page, address);
  for (const words of ["Harbour to", "half of the boats have left.", "Nobody waved."]) {
    await dragOver(page, words);
    const menu = page.getByRole("toolbar", { name: "Selected words" });
    await expect(menu).toBeVisible();
    const box = await menu.boundingBox();
    const line = await page.evaluate(() => {
      const { top, bottom } = window.getSelection()?.getRangeAt(0).getBoundingClientRect() ?? new DOMRect();
      return { top, bottom };
    });
    const gap = Math.min(
      Math.abs((box?.y ?? 0) - line.bottom),
      Math.abs(line.top - (box?.y ?? 0) - (box?.height ?? 0)),
    );
    expect(gap).toBeGreaterThan(4);
    expect(gap).toBeLessThan(14);
    await page.keyboard.press("Escape");
    await expect(menu).toBeHidden();
  }
});

test("a selection is snapped to whole characters, trimmed, and may cross paragraphs", async ({
  page,
  db,
  signIn,
}) => {
  const { ana, article, address } = await makeRoom(db);
  await signIn(ana);
  await openRoom(page, address);
  // From inside the family (one character to the reader) over a paragraph's end and the white space after it.
  const start = harbour.indexOf("👩‍👩‍👧");
  const end = harbour.indexOf("The last dredger") + "The last dredger".length;
  await select(page, harbour.slice(start + "👩‍".length, end + 1).replaceAll("\n\n", ""));
  await expect(page.getByRole("toolbar", { name: "Selected words" })).toBeVisible();
  await page.keyboard.press("h");
  await expect(page.locator("mark.is-none").first()).toBeVisible();
  await expect.poll(() => storedPassages(db, article.id)).toEqual([harbour.slice(start, end)]);
});

test("the keyboard alone picks, widens, narrows, moves and marks", async ({ page, db, signIn }) => {
  const { ana, article, address } = await makeRoom(db);
  await signIn(ana);
  await openRoom(page, address);
  const selected = () => page.evaluate(() => window.getSelection()?.toString());

  for (const key of ["j", "j", "j", "k"]) await page.keyboard.press(key);
  await page.keyboard.press("Enter");
  await expect
    .poll(selected)
    .toBe("The harbour of Lund will reopen in March, the port authority said on Monday.");
  await page.keyboard.press("ArrowRight");
  await expect.poll(selected).toBe("Work began in June.");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowDown");
  await expect.poll(selected).toContain("Monday. Work began in June.");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Shift+ArrowLeft");
  await expect.poll(selected).toBe("The harbour of Lund will reopen in March, the port authority said on");
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Alt+Shift+ArrowRight");
  await expect.poll(selected).toBe("harbour of Lund will reopen in March, the port authority said on Monday");

  // Enter goes to the menu, the arrows go through it, and its buttons act.
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Who said it?" })).toBeFocused();
  for (let step = 0; step < 4; step++) await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("button", { name: "Mark", exact: true })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect
    .poll(() => storedPassages(db, article.id))
    .toEqual(["harbour of Lund will reopen in March, the port authority said on Monday"]);
});

test("what was let go stays let go, wherever one clicks next", async ({ page, db, signIn }) => {
  const { ana, article, address } = await makeRoom(db);
  await makePassage(db, { articleId: article.id, createdById: ana.id, words: "Nobody waved" });
  await signIn(ana);
  await openRoom(page, address);
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("toolbar", { name: "Selected words" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("toolbar", { name: "Selected words" })).toBeHidden();
  await marks(page, "Nobody waved").click();
  await expect(page.getByRole("region", { name: "Passage 1" })).toBeVisible();
  expect(await page.evaluate(() => window.getSelection()?.toString())).toBe("");
});
