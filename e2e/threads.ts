import { expect, type Locator, type Page } from "@playwright/test";
import {
  makeArticle,
  makeComment,
  makeMembership,
  makePassage,
  makeThread,
  makeUser,
  makeWorkspace,
} from "@/prisma/factories";
import type { PrismaClient } from "@/prisma/generated/client";

// Two or three people in one thread, in browsers of their own.

/** Ana owns the newsroom, Sam is an editor, Jo a member, Vi may only read. Ana has asked whose words these are. */
export async function makeDesk(db: PrismaClient) {
  const workspace = await makeWorkspace(db, { name: "Newsroom" });
  const person = async (name: string, role: "owner" | "editor" | "member" | "viewer") => {
    const user = await makeUser(db, { name });
    await makeMembership(db, { workspaceId: workspace.id, userId: user.id, role });
    return user;
  };
  const ana = await person("Ana Weiss", "owner");
  const sam = await person("Sam Adeyemi", "editor");
  const jo = await person("Jo Lind", "member");
  const vi = await person("Vi Brandt", "viewer");
  const by = { createdById: ana.id };
  const article = await makeArticle(db, { workspaceId: workspace.id, ...by });
  const passage = await makePassage(db, {
    articleId: article.id,
    words: "half of the boats have left",
    ...by,
  });
  const thread = await makeThread(db, {
    articleId: article.id,
    passageId: passage.id,
    about: "attribution",
    ...by,
  });
  const first = await makeComment(db, {
    threadId: thread.id,
    authorId: ana.id,
    text: "Whose figure is this?",
  });
  return { workspace, ana, sam, jo, vi, article, passage, thread, first };
}

type Desk = Awaited<ReturnType<typeof makeDesk>>;

/** Opens the article with its thread open; the thread, or where it is drawn twice, the one in sight. */
export async function openThread(
  page: Page,
  { article, thread }: Desk,
  waitUntil: "load" | "commit" = "load",
): Promise<Locator> {
  await page.goto(`/articles/${article.id}?thread=${thread.id}`, { waitUntil });
  const opened = page.locator(`#t-${thread.id}:visible`);
  await expect(opened).toBeVisible();
  return opened;
}

/** The reply field once the editor has taken the plain field's place. */
export async function replyField(thread: Locator): Promise<Locator> {
  const field = thread.locator("[contenteditable=true]").last();
  await expect(field).toBeVisible();
  return field;
}

/** The button that sends a reply, and tells who will read it. */
export const post = (thread: Locator) => thread.getByRole("button", { name: "Post to Newsroom (4)" });

/** The comments of a thread with these words. */
export const comment = (thread: Locator, words: string) =>
  thread.getByRole("article").filter({ hasText: words });
