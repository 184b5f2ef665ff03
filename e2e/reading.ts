import { expect, type Page } from "@playwright/test";
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
export function marks(page: Page, words: string) {
  return page.locator("mark.passage").filter({ hasText: words });
}

/** Drags the mouse over the words, from their first to their last letter, until the menu appears. */
export async function dragOver(page: Page, words: string): Promise<void> {
  const { from, to } = await page.evaluate((wanted) => {
    const root = document.querySelector(".article-text");
    const walker = document.createTreeWalker(root ?? document, NodeFilter.SHOW_TEXT);
    let text = "";
    const nodes: { node: Node; start: number }[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      nodes.push({ node, start: text.length });
      text += node.textContent ?? "";
    }
    const at = text.indexOf(wanted);
    const point = (offset: number, isEnd: boolean) => {
      const found = nodes.findLast(({ start }) => (isEnd ? start < offset : start <= offset));
      const range = document.createRange();
      const place = offset - (found?.start ?? 0);
      if (!found) throw new Error(`no ${wanted}`);
      range.setStart(found.node, isEnd ? place - 1 : place);
      range.setEnd(found.node, isEnd ? place : place + 1);
      const { left, right, top, height } = range.getBoundingClientRect();
      return { x: isEnd ? right - 0.5 : left + 0.5, y: top + height / 2 };
    };
    return { from: point(at, false), to: point(at + wanted.length, true) };
  }, words);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
  // No hand is so fast that it presses a key before the menu is there.
  await expect(page.getByRole("toolbar", { name: /Selected words|Change the words/ })).toBeVisible();
}

/** What the server has stored of an article's passages, in text order. */
export async function storedPassages(db: PrismaClient, articleId: string): Promise<string[]> {
  const rows = await db.passage.findMany({
    where: { articleId, deletedAt: null },
    orderBy: [{ start: "asc" }, { end: "asc" }],
  });
  return rows.map((row) => row.exact);
}
