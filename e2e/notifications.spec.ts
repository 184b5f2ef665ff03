import { randomUUID } from "node:crypto";
import { makeArticle, makeComment, makeNotification, makePassage, makeThread } from "@/prisma/factories";
import type { PrismaClient } from "@/prisma/generated/client";
import { expectFocusIn, heard } from "./expect-focus";
import { expect, test } from "./fixtures";
import { makeRoom, openRoom } from "./reading";

/** Ana is told of a mention and of a passage to check; Ben did both. */
async function makeNews(db: PrismaClient) {
  const room = await makeRoom(db);
  const at = { articleId: room.article.id, createdById: room.ben.id };
  const passage = await makePassage(db, { ...at, words: "two winters" });
  const other = await makePassage(db, { ...at, words: "half of the boats" });
  const thread = await makeThread(db, { ...at, passageId: passage.id });
  const comment = await makeComment(db, {
    threadId: thread.id,
    authorId: room.ben.id,
    text: "Ana, which two?",
    mentions: [room.ana.id],
  });
  const told = { userId: room.ana.id, articleId: room.article.id, byId: room.ben.id };
  const hourAgo = new Date(Date.now() - 3_600_000);
  await makeNotification(db, { ...told, number: 1, passageId: other.id, at: hourAgo, dueAt: hourAgo });
  const about = { passageId: passage.id, threadId: thread.id, commentId: comment.id };
  await makeNotification(db, { ...told, number: 2, kind: "mentioned", ...about });
  return { ...room, told, passage, other, thread, comment };
}

test("notifications are opened, done with, put off and brought back, by key and by hand", async ({
  page,
  db,
  signIn,
}) => {
  const { ana, comment } = await makeNews(db);
  await signIn(ana);
  await page.goto("/");
  const bell = page.getByRole("link", { name: "Notifications, 2 unread" });
  await bell.click();
  const rows = page.locator("[data-row]");
  await expect(rows).toHaveText([
    /Ben Okoro mentioned you.*Ana, which two\?/,
    /Ben Okoro asked you to check a passage/,
  ]);
  await expect(page.getByRole("blockquote")).toHaveText(["two winters", "half of the boats"]);
  for (const name of [
    "Later: Ben Okoro mentioned you",
    "Done: Ben Okoro mentioned you",
    "Done: Ben Okoro asked you to check a passage",
  ])
    await expect(page.getByRole("button", { name, exact: true })).toHaveAccessibleDescription("");

  await page.keyboard.press("j");
  await expect(rows.first()).toBeFocused();
  await page.keyboard.press("u");
  await expect(page.getByRole("link", { name: "Notifications, 1 unread" })).toBeVisible();
  await page.keyboard.press("e");
  await expect(rows).toHaveText([/asked you to check/]);
  await expect(rows.first()).toBeFocused();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(rows).toHaveCount(2);
  await rows.first().getByRole("button", { name: "Done" }).click();
  await expect(rows).toHaveCount(1);

  await rows.first().focus();
  await page.keyboard.press("h");
  await page.getByRole("menuitem", { name: "Tomorrow, 9:00" }).click();
  await expect(page.getByRole("heading", { name: "You are up to date" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Notifications", exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Later" }).click();
  await expect(rows).toHaveText([/asked you to check a passage.*Comes back .* 09:00/]);
  await db.notification.updateMany({ where: { userId: ana.id, doneAt: null }, data: { dueAt: new Date() } });
  await page.getByRole("link", { name: "Assigned" }).click();
  await expect(rows).toHaveText([/New: .*asked you to check/]);

  await page.getByRole("link", { name: "Done" }).click();
  await rows.first().focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`#c-${comment.id}$`));
  await expect(page.locator(`#c-${comment.id}:visible`)).toBeInViewport();
});

test("new ones arrive while the list and an article are open, and a level keeps them away", async ({
  page,
  db,
  signIn,
  openAs,
}) => {
  const { ana, ben, article, address, thread } = await makeNews(db);
  await signIn(ana);
  await page.goto("/notifications?show=mentions");
  await expect(page.locator("[data-row]")).toHaveCount(1);
  const reader = await page.context().newPage();
  await openRoom(reader, address);
  const bens = await openAs(ben);
  await bens.goto("/");
  const mention = { type: "mention", attrs: { id: ana.id, label: "Ana Lima" } };
  const say = async (text: string) => {
    const content = [{ type: "paragraph", content: [mention, { type: "text", text }] }];
    const data = { id: randomUUID(), body: { type: "doc", content } };
    const answer = await bens.request.post(`/api/threads/${thread.id}/comments`, {
      data,
      headers: { origin: new URL(bens.url()).origin },
    });
    expect(answer.status()).toBe(201);
  };
  await say(" and the boats?");
  await expect(page.getByText("and the boats?")).toBeVisible();
  // Both mentions are one line of the list.
  await expect(page.locator("[data-row]")).toHaveCount(1);
  await expect(reader.getByRole("link", { name: "Notifications, 2 unread" })).toBeVisible();

  await reader.getByLabel("Notifications from this article").selectOption("Muted");
  await expect(page.getByRole("heading", { name: "Nobody has mentioned you" })).toBeVisible();
  await expect(reader.getByRole("link", { name: "Notifications", exact: true })).toBeVisible();
  await say(" anybody?");
  await reader.getByLabel("Notifications from this article").selectOption("Mentions");
  await expect(reader.getByRole("link", { name: "Notifications, 2 unread" })).toBeVisible();
  await expect(page.getByText("and the boats?")).toBeVisible();
  await expect(page.getByText("anybody?")).toBeHidden();
  await page.getByRole("button", { name: /^Mute/ }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("and the boats?")).toBeVisible();
  expect(await db.watch.findMany({ where: { articleId: article.id } })).toMatchObject([
    { level: "mentions" },
  ]);
});

test("reading all and muting leave the focus on the list, and are said", async ({ page, db, signIn }) => {
  const { ana, told, ben, workspace } = await makeNews(db);
  const second = await makeArticle(db, { workspaceId: workspace.id, createdById: ben.id, title: "Tides" });
  await makeNotification(db, { ...told, articleId: second.id, number: 1, passageId: null });
  await signIn(ana);
  await page.goto("/notifications");
  const rows = page.locator("[data-row]");
  await expect(rows).toHaveCount(3);
  await page.getByRole("button", { name: "Mark all as read" }).press("Enter");
  await expect(page.getByRole("button", { name: "Mark all as read" })).toHaveCount(0);
  await expect(rows.first()).toBeFocused();
  await expect(heard(page)).toContainText("All are marked as read.");

  while ((await rows.count()) > 0) {
    const before = await rows.count();
    await page.getByRole("button", { name: /^Mute/ }).first().press("Enter");
    await expect.poll(() => rows.count()).toBeLessThan(before);
    await expectFocusIn(page.getByRole("main"));
  }
});
