import { expect, type Page } from "@playwright/test";
import { makeMembership, makeSource, makeUser } from "@/prisma/factories";
import type { PrismaClient } from "@/prisma/generated/client";
import { test } from "./fixtures";
import { makeRoom, storedPassages, tabTo } from "./reading";
import { lookFor, openWords } from "./screens";

// The whole job without a mouse, a finger or a selection by hand. After each step the focus is somewhere, it is seen,
// and nothing lies over it (WCAG 2.4.3, 2.4.7, 2.4.11).

/** Presses keys one after another, and looks at the focus after each. */
async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
  await expectFocusSeen(page);
}

/** Passes once the focus is on something that is in the window and that nothing covers at its top or its middle. */
async function expectFocusSeen(page: Page): Promise<void> {
  await expect(async () => expect(await page.evaluate(whatHidesFocus)).toBeNull()).toPass({
    timeout: 20_000,
  });
}

function whatHidesFocus(): string | null {
  const one = document.activeElement;
  if (!one || one === document.body) return "the focus is lost";
  const name = `${one.tagName} ${one.getAttribute("aria-label") ?? one.textContent?.slice(0, 40)}`;
  // The link behind a passage takes no room; its number shows before it.
  const around = one.matches("a.ref") ? (one.closest(".block") ?? one) : one;
  const { left, right, top, bottom } = around.getBoundingClientRect();
  if (bottom <= 0 || top >= innerHeight || right <= 0 || left >= innerWidth)
    return `${name} is out of the window`;
  const x = (Math.max(left, 0) + Math.min(right, innerWidth)) / 2;
  const y = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
  const over = document.elementFromPoint(x, y);
  const isSeen =
    over && (around.contains(over) || over.contains(around) || over.closest("label")?.contains(one));
  return isSeen ? null : `${name} lies under ${over?.outerHTML.slice(0, 120)}`;
}

async function makePeople(db: PrismaClient) {
  const room = await makeRoom(db);
  const eve = await makeUser(db, { name: "Eve Strand" });
  await makeMembership(db, { workspaceId: room.workspace.id, userId: eve.id, role: "editor" });
  await makeSource(db, { workspaceId: room.workspace.id, createdById: room.ana.id, name: "Ida Holm" });
  return { ...room, eve };
}

test("the whole job by keyboard: mark, who said it, judge with evidence, discuss, resolve, claims, report", async ({
  page,
  db,
  signIn,
}) => {
  const { ana, article } = await makePeople(db);
  await signIn(ana);
  await page.goto("/");
  await tabTo(page, page.getByRole("link", { name: "Harbour to reopen in spring" }));
  await expectFocusSeen(page);
  await page.keyboard.press("Enter");
  await expect(page.locator('[data-reader="editor"]')).toBeVisible();

  // The first links lead past the head.
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to the text" });
  await expect(skip).toBeFocused();
  await press(page, "Enter");
  await expect(page.locator(".block.title")).toBeFocused();

  // A passage by paragraph, sentence and word.
  await press(page, "j", "j", "Enter", "ArrowRight");
  const selected = () => page.evaluate(() => window.getSelection()?.toString());
  await expect.poll(selected).toBe("According to her, half of the boats have left.");
  await press(page, "Alt+Shift+ArrowRight", "Alt+Shift+ArrowRight", "Alt+Shift+ArrowRight");
  await expect.poll(selected).toBe("half of the boats have left.");
  await press(page, "Enter");
  await expect(page.getByRole("button", { name: "Who said it?" })).toBeFocused();
  await page.keyboard.press("Enter");

  // Who said it.
  const source = page.getByRole("combobox", { name: "Source" });
  await expect(source).toBeFocused();
  await expectFocusSeen(page);
  await page.keyboard.type("Ida");
  // Who is known stands above whom the text names.
  const options = page.getByRole("listbox", { name: "Source" }).getByRole("option");
  await expect(options.first()).toHaveAccessibleName(/^Ida Holm/);
  await press(page, "ArrowDown", "ArrowUp", "Enter");
  await page.keyboard.press("Control+Enter");
  const panel = page.getByRole("region", { name: /^Passage 1/ });
  const heading = panel.getByRole("heading", { name: /^Passage 1/ });
  await expect(panel.getByRole("region", { name: "Who said it" })).toBeFocused();
  await expectFocusSeen(page);
  await expect(panel).toContainText("Ida Holm");

  // Is it so, with evidence.
  await press(page, "e");
  await expect(panel.getByRole("textbox", { name: "Address" })).toBeFocused();
  await page.keyboard.type("https://register.example.org/boats");
  await tabTo(page, panel.getByRole("textbox", { name: /^Title/ }));
  await page.keyboard.type("Register of boats");
  await tabTo(page, panel.getByRole("radio", { name: "Supports" }));
  await page.keyboard.press("Space");
  const add = panel.getByRole("button", { name: "Add it" });
  await tabTo(page, add);
  await page.keyboard.press("Enter");
  await expect(panel.getByRole("link", { name: /Register of boats/ }).first()).toBeVisible();
  await expect(panel.getByRole("heading", { name: /^Evidence/ })).toBeFocused();
  await expectFocusSeen(page);
  await press(page, "v", "2");
  await expect(panel.getByRole("radio", { name: "Misleading in part" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(panel.getByText(/Misleading in part · you/)).toBeVisible();
  await expect(panel.getByRole("heading", { name: /^Is it so/ })).toBeFocused();
  await expectFocusSeen(page);

  // A thread: begun, answered, resolved.
  await press(page, "r");
  const why = page.getByText("No thread is open here. A comment begins one.");
  await expect(why).toBeVisible();
  // A message lets the focus pass on, and gives it back when it is closed.
  const closing = page.getByRole("button", { name: "Close toast" }).last();
  const last = panel.getByRole("button", { name: "Comment", exact: true });
  await tabTo(page, closing);
  // Behind the end of the page the window's own controls follow.
  for (const key of ["Tab", "Tab"]) await page.keyboard.press(key);
  await expect(skip).toBeFocused();
  await last.focus();
  await tabTo(page, closing);
  await press(page, "Enter");
  await expect(why).toHaveCount(0);
  await expect(last).toBeFocused();
  await press(page, "c");
  await page.keyboard.type("Which boats?");
  await page.keyboard.press("Control+Enter");
  await expect(panel.getByText("Which boats?")).toBeVisible();
  await expect(panel.getByRole("region", { name: "Comment" })).toBeFocused();
  await page.keyboard.press("r");
  await page.keyboard.type("Those of the market.");
  await expectFocusSeen(page);
  await page.keyboard.press("Control+Enter");
  await expect(panel.getByText("Those of the market.")).toBeVisible();
  await tabTo(page, panel.getByRole("button", { name: "Resolve", exact: true }));
  await press(page, "Enter");
  await expect(page.getByLabel("Why is it settled? (optional)")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(panel.getByText(/Resolved by you/).first()).toBeVisible();
  await expectFocusSeen(page);

  // Back to the words, and on from there.
  await tabTo(page, panel.getByRole("button", { name: "Go to the words" }));
  await press(page, "Enter");
  await expect(page.getByRole("link", { name: /^Passage 1, Ida Holm, misleading in part/ })).toBeFocused();
  await press(page, "Enter");
  await expect(heading).toBeFocused();
  await press(page, "Escape");
  expect(await storedPassages(db, article.id)).toEqual(["half of the boats have left."]);

  // The claims, and the report, which is published.
  await tabTo(page, page.getByRole("link", { name: "Claims", exact: true }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("table", { name: "Claims of this article" })).toBeVisible();
  await press(page, "j");
  await tabTo(page, page.getByRole("link", { name: "Report", exact: true }));
  await page.keyboard.press("Enter");
  const publish = page.getByRole("button", { name: "Publish this report" });
  await expect(publish).toBeEnabled();
  await tabTo(page, publish);
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("dialog").getByRole("button", { name: "Publish", exact: true }));
  await page.keyboard.press("Enter");
  const again = page.getByRole("button", { name: "Publish again" });
  await expect(again).toBeFocused();
  await expect(again).toBeEnabled();
  await expectFocusSeen(page);
});

test("a passage is added by its words, without selecting any @both", async ({ page, db, signIn }) => {
  const { ana, article, address } = await makeRoom(db);
  await signIn(ana);
  await page.goto(address);
  await expect(page.locator('[data-reader="editor"]')).toBeVisible();

  await lookFor(page, "interest rates of the central bank");
  const field = page.getByRole("textbox", { name: "Words of the article" });
  await expect(field).toBeFocused();
  await expect(field).toHaveAccessibleDescription(/Neither these words nor any like them/);

  // Typed at once, where the focus is.
  await page.keyboard.press("Escape");
  await openWords(page);
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.type("the summary of that");
  await expect(field).toHaveValue("the summary of that");

  // Misheard, and found all the same.
  await field.fill("the ministry did not anser");
  await field.press("Enter");
  await expect(page.getByRole("heading", { name: /^Not word for word: 1 place/ })).toBeFocused();
  await field.fill('"we lost two winters"');
  await field.press("Enter");
  await expect(page.getByRole("heading", { name: "1 place with these words" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: /We lost two winters/ })).toBeFocused();
  await page.keyboard.press("Enter");

  const menu = page.getByRole("toolbar", { name: "Selected words" });
  await expect(menu.getByRole("button").first()).toBeFocused();
  await expectFocusSeen(page);
  await page.keyboard.press("h");
  await expect.poll(() => storedPassages(db, article.id)).toEqual(["We lost two winters"]);
  await expect(menu).toHaveCount(0);
  await expectFocusSeen(page);
});
