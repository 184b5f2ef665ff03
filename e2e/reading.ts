import { expect, type Locator, type Page } from "@playwright/test";
import { makeArticle, makeMembership, makeUser, makeWorkspace } from "@/prisma/factories";
import type { PrismaClient } from "@/prisma/generated/client";

export const harbour = [
  "Harbour to reopen in spring",
  "The harbour of Lund will reopen in March, the port authority said on Monday. Work began in June.",
  "“We lost two winters,” said Ida Holm, who runs the fish market. According to her, half of the boats have left.",
  "The ministry did not answer. A clerk 👩‍👩‍👧 who asked not to be named said the money had been there all along.",
  "The last dredger left on Friday. Nobody waved.",
].join("\n\n");

/** A workspace with an owner, Ana, and a member, Ben, and one article in it. */
export async function makeRoom(db: PrismaClient, text = harbour) {
  const workspace = await makeWorkspace(db, {});
  const ana = await makeUser(db, { name: "Ana Lima" });
  const ben = await makeUser(db, { name: "Ben Okoro" });
  await makeMembership(db, { workspaceId: workspace.id, userId: ana.id, role: "owner" });
  await makeMembership(db, { workspaceId: workspace.id, userId: ben.id, role: "member" });
  const article = await makeArticle(db, { workspaceId: workspace.id, createdById: ana.id, text });
  return { workspace, ana, ben, article, address: `/articles/${article.id}` };
}

/** Opens an article and waits until the editor has taken the place of the served text. */
export async function openRoom(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.locator('[data-reader="editor"]')).toBeVisible();
}

/** The stretches of text under a passage with these words, by any part of them. */
export function marks(page: Page, words?: string) {
  const all = page.locator("mark.passage:not(.is-suggested)");
  return words === undefined ? all : all.filter({ hasText: words });
}

/** The stretches of text that are only proposed, by any part of their words. */
export function proposed(page: Page, words?: string) {
  const all = page.locator("mark.is-suggested");
  return words === undefined ? all : all.filter({ hasText: words });
}

/** Drags the mouse over the words, from their first to their last letter, until the menu appears. */
export async function dragOver(page: Page, words: string): Promise<void> {
  const { from, to } = await find(page, words);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
  // No hand is so fast that it presses a key before the menu is there.
  await expect(page.getByRole("toolbar", { name: /Selected words|Change the words/ })).toBeVisible();
}

/** Selects the words without a mouse, as a finger or an assistive program does. They may cross blocks. */
export async function select(page: Page, words: string): Promise<void> {
  await find(page, words, { isSelecting: true });
}

/**
 * Finds the words in the text, however highlights cut it: the points at their first and last letter, once they stand
 * still.
 */
function find(page: Page, words: string, { isSelecting = false } = {}) {
  return page.evaluate(
    async ([wanted, isSelecting]) => {
      const root = document.querySelector(".article-text");
      const walker = document.createTreeWalker(root ?? document, NodeFilter.SHOW_TEXT);
      let text = "";
      const nodes: { node: Node; start: number }[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        nodes.push({ node, start: text.length });
        text += node.textContent ?? "";
      }
      const at = text.indexOf(wanted);
      const first = nodes.findLast(({ start }) => start <= at);
      const last = nodes.findLast(({ start }) => start < at + wanted.length);
      if (at < 0 || !first || !last) throw new Error(`The page does not say “${wanted}”.`);
      const begin = at - first.start;
      const end = at + wanted.length - last.start;
      if (isSelecting) window.getSelection()?.setBaseAndExtent(first.node, begin, last.node, end);
      const boxOf = (node: Node, offset: number) => {
        const range = document.createRange();
        range.setStart(node, offset);
        range.setEnd(node, offset + 1);
        return range.getBoundingClientRect();
      };
      // The mouse reaches only what is in sight, and the page may still be on its way to what was opened before.
      let [left, right] = [boxOf(first.node, begin), boxOf(last.node, end - 1)];
      for (let still = 0; still < 6; ) {
        const isOut = left.top < 120 || right.bottom > window.innerHeight - 60;
        if (isOut && right.bottom - left.top < window.innerHeight - 180)
          window.scrollBy({
            top: (left.top + right.bottom - window.innerHeight) / 2,
            behavior: "instant",
          });
        await new Promise(requestAnimationFrame);
        const [nextLeft, nextRight] = [boxOf(first.node, begin), boxOf(last.node, end - 1)];
        still = nextLeft.top === left.top && nextRight.top === right.top ? still + 1 : 0;
        [left, right] = [nextLeft, nextRight];
      }
      return {
        from: { x: left.left + 0.5, y: left.top + left.height / 2 },
        to: { x: right.right - 0.5, y: right.top + right.height / 2 },
      };
    },
    [words, isSelecting] as const,
  );
}

/** Shows the machine's layer, or hides it: by the switch in the bar, which is in a menu on a phone. */
export async function switchSuggestions(page: Page): Promise<void> {
  const name = /^(Show|Hide) \d+ (hidden )?suggestions/;
  const more = page.getByRole("button", { name: "More", exact: true });
  if (await more.isVisible()) {
    await more.click();
    await page.getByRole("menuitem", { name }).click();
  } else await page.getByRole("button", { name }).click();
}

/** What the server has stored of an article's passages, in text order. */
export async function storedPassages(db: PrismaClient, articleId: string): Promise<string[]> {
  const rows = await db.passage.findMany({
    where: { articleId, deletedAt: null },
    orderBy: [{ start: "asc" }, { end: "asc" }],
  });
  return rows.map((row) => row.exact);
}

/** Goes on with Tab until the focus is there, as somebody without a mouse does. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  const isThere = () => target.evaluate((element) => element === document.activeElement);
  for (let step = 0; step < 120 && !(await isThere()); step++) await page.keyboard.press("Tab");
  await expect(target).toBeFocused();
}
