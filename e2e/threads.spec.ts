import { randomUUID } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import type { Editor } from "@tiptap/core";
import { bodyOfText } from "@/lib/threads/comment-schema";
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
import { expect, test } from "./fixtures";
import { dragOver, makeRoom, marks, openRoom, storedPassages } from "./reading";

// Two or three people in one thread, in browsers of their own.

/** Ana owns the newsroom, Sam is an editor, Jo a member, Vi may only read. Ana has asked whose words these are. */
async function makeDesk(db: PrismaClient) {
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

async function openThread(
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
async function replyField(thread: Locator): Promise<Locator> {
  const field = thread.locator("[contenteditable=true]").last();
  await expect(field).toBeVisible();
  return field;
}

/** Waits until the editor has heard of the selection that the last keys made: the browser tells it a moment later. */
async function expectSelected(field: Locator, words: string): Promise<void> {
  const selected = () =>
    field.evaluate((element) => {
      const { doc, selection } = (element as HTMLElement & { editor: Editor }).editor.state;
      return doc.textBetween(selection.from, selection.to);
    });
  await expect.poll(selected).toBe(words);
}

const post = (thread: Locator) => thread.getByRole("button", { name: "Post to Newsroom (4)" });
const comment = (thread: Locator, words: string) => thread.getByRole("article").filter({ hasText: words });

test("the server accepts exactly the comments that can be drawn", async ({ page, signIn, db, baseURL }) => {
  const desk = await makeDesk(db);
  await signIn(desk.sam);
  const address = `/api/threads/${desk.thread.id}/comments`;
  const send = (body: unknown, id = randomUUID()) =>
    page.request.post(address, { data: { id, body }, headers: { origin: baseURL ?? "" } });
  const p = (...content: unknown[]) => ({ type: "doc", content: [{ type: "paragraph", content }] });
  const marked = (...marks: unknown[]) => p({ type: "text", text: "x", marks });
  const deep = (levels: number) =>
    Array.from({ length: levels }).reduce<unknown>(
      (inner) => ({ type: "blockquote", content: [inner] }),
      p({ type: "text", text: "x" }).content[0],
    );

  const refused = [
    null,
    "<b>bold</b>",
    p(),
    p({ type: "text", text: "   " }),
    p({ type: "text", text: "x", onclick: "alert(1)" }),
    marked({ type: "link", attrs: { href: "javascript:alert(1)" } }),
    marked({ type: "link", attrs: { href: "data:text/html,x" } }),
    marked({ type: "link", attrs: { href: "https://example.org", onmouseover: "alert(1)" } }),
    marked({ type: "underline" }),
    p({ type: "image", attrs: { src: "https://example.org/pixel.png" } }),
    {
      type: "doc",
      content: [{ type: "heading", attrs: { level: 1 }, content: [{ type: "text", text: "x" }] }],
    },
    { type: "doc", content: [deep(7)] },
    { type: "doc", content: [deep(2_000)] },
    p({ type: "text", text: "x".repeat(20_001) }),
    p({ type: "mention", attrs: { id: "sam", label: "Sam" } }),
    p({ type: "mention", attrs: { id: randomUUID(), label: "A stranger" } }),
    { ...p({ type: "text", text: "x" }), html: "<script>" },
  ];
  for (const body of refused) {
    const answer = await send(body);
    expect.soft(answer.status(), JSON.stringify(body)?.slice(0, 120)).toBe(400);
    expect.soft((await answer.json()).error.code).toBe("invalid");
  }

  const good = {
    type: "doc",
    content: [
      {
        type: "paragraph",
        content: [
          { type: "text", text: "see ", marks: [{ type: "bold" }, { type: "italic" }] },
          {
            type: "text",
            text: "here",
            marks: [{ type: "link", attrs: { href: "mailto:desk@example.org" } }],
          },
          { type: "mention", attrs: { id: desk.ana.id, label: "Ana Weiss" } },
          { type: "hardBreak" },
        ],
      },
      deep(3),
      { type: "codeBlock", content: [{ type: "text", text: "a\n\tb" }] },
    ],
  };
  const id = randomUUID();
  for (const attempt of [1, 2]) {
    const answer = await send(good, id);
    expect(answer.ok(), `attempt ${attempt}`).toBe(true);
    expect((await answer.json()).body).toEqual(good);
  }
  expect(await db.comment.count({ where: { threadId: desk.thread.id } })).toBe(2);
});

test("a reply is there at once, and impatience makes no second one", async ({
  page,
  signIn,
  openAs,
  db,
  allowTrouble,
}) => {
  allowTrouble(/ERR_FAILED|ERR_CONNECTION/);
  const desk = await makeDesk(db);
  await signIn(desk.ana);
  const colleague = await openThread(await openAs(desk.sam), desk);
  // Nor does the stream tell me that it has arrived.
  await page.route("**/api/live?*", (route) => route.abort());
  const thread = await openThread(page, desk);

  let release = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  let tries = 0;
  await page.route("**/api/threads/*/comments", async (route) => {
    tries++;
    if (tries > 1) return route.continue();
    await gate;
    // It arrives, but the answer is lost.
    await route.fetch();
    await route.abort();
  });

  await (await replyField(thread)).click();
  await page.keyboard.type("The harbour office says so.");
  await post(thread).dblclick();
  const mine = comment(thread, "The harbour office says so.");
  await expect(mine).toHaveCount(1);
  await expect(mine.getByText("Sending…")).toBeVisible();
  await page.keyboard.press("Control+Enter");

  release();
  await mine.getByRole("button", { name: "Retry" }).click();
  await expect(mine.getByText("Waiting to be sent")).toHaveCount(0);
  await expect(
    thread.locator(`[aria-label="Ana Weiss"]`).filter({ hasText: "harbour office" }),
  ).toBeVisible();
  await expect(comment(colleague, "The harbour office says so.")).toHaveCount(1);
  expect(await db.comment.count({ where: { threadId: desk.thread.id } })).toBe(2);
  expect(tries).toBe(2);
});

test("a reply whose answer is lost has arrived when the stream brings it", async ({
  page,
  signIn,
  db,
  allowTrouble,
}) => {
  allowTrouble(/ERR_FAILED|ERR_CONNECTION/);
  const desk = await makeDesk(db);
  await signIn(desk.ana);
  const thread = await openThread(page, desk);
  let lose = () => {};
  const gate = new Promise<void>((resolve) => {
    lose = resolve;
  });
  let tries = 0;
  await page.route("**/api/threads/*/comments", async (route) => {
    tries++;
    await route.fetch();
    await gate;
    await route.abort();
  });
  await (await replyField(thread)).fill("The stream is faster.");
  await post(thread).click();
  const mine = comment(thread, "The stream is faster.");
  await expect(mine.getByText("Sending…")).toHaveCount(0);
  await expect(mine).toHaveCount(1);
  const lost = page.waitForEvent("requestfailed", (request) => request.url().endsWith("/comments"));
  lose();
  await lost;
  await page.reload();
  await expect(mine).toHaveCount(1);
  expect(tries).toBe(1);
});

test("bold, quotes, lists, code and links, with the keys and by pasting an address", async ({
  page,
  signIn,
  db,
  context,
}) => {
  const desk = await makeDesk(db);
  await signIn(desk.ana);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const thread = await openThread(page, desk);
  const field = await replyField(thread);
  await field.click();
  await page.keyboard.press("Control+B");
  await page.keyboard.type("bold");
  await page.keyboard.press("Control+B");
  await page.keyboard.type(" see the register");
  for (const _ of "register") await page.keyboard.press("Shift+ArrowLeft");
  await expectSelected(field, "register");
  await page.evaluate(() => navigator.clipboard.writeText("https://example.org/register"));
  await page.keyboard.press("Control+V");
  await expect(field.locator("a")).toHaveText("register");
  await page.keyboard.press("End");
  await expectSelected(field, "");
  await page.keyboard.press("Enter");
  await page.keyboard.type("> quoted");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.keyboard.type("- one");
  await page.keyboard.press("Control+Enter");

  const mine = comment(thread, "bold see the register");
  await expect(mine.locator("strong")).toHaveText("bold");
  const link = mine.getByRole("link", { name: "register" });
  await expect(link).toHaveAttribute("href", "https://example.org/register");
  await expect(link).toHaveAttribute("rel", "noopener nofollow ugc");
  await expect(mine.locator("blockquote")).toHaveText("quoted");
  await expect(mine.getByRole("listitem")).toHaveText("one");

  await field.click();
  await page.keyboard.type("the law");
  await page.keyboard.press("Shift+Home");
  await expectSelected(field, "the law");
  await page.keyboard.press("Control+K");
  await page.getByLabel("Address").fill("javascript:alert(1)");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Give an address that starts with")).toBeVisible();
  await page.getByLabel("Address").fill("example.org/law");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+Enter");
  await expect(thread.getByRole("link", { name: "the law" })).toHaveAttribute(
    "href",
    "https://example.org/law",
  );
});

test("a colleague is mentioned with the keyboard alone", async ({ page, signIn, db }) => {
  const desk = await makeDesk(db);
  await signIn(desk.ana);
  const thread = await openThread(page, desk);
  await (await replyField(thread)).focus();
  await page.keyboard.type("Ask @");
  const field = thread.getByRole("combobox");
  await expect(field).toHaveAttribute("aria-expanded", "true");
  const list = page.getByRole("listbox", { name: "People to mention" });
  await expect(list.getByRole("option")).toHaveText([/Jo Lind/, /Sam Adeyemi/, /Vi Brandt/]);
  await page.keyboard.press("ArrowDown");
  const active = list.getByRole("option", { selected: true });
  await expect(active).toHaveText(/Sam Adeyemi/);
  await expect(field).toHaveAttribute("aria-activedescendant", (await active.getAttribute("id")) ?? "");
  await page.keyboard.press("Escape");
  await expect(list).toHaveCount(0);
  await page.keyboard.press("Backspace");
  await page.keyboard.type("@ade");
  await expect(list.getByRole("option")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await page.keyboard.type("about it");
  await page.keyboard.press("Control+Enter");
  await expect(comment(thread, "Ask @Sam Adeyemi about it")).toBeVisible();
  await expect
    .poll(async () => (await db.comment.findFirst({ where: { mentions: { has: desk.sam.id } } }))?.text)
    .toBe("Ask @Sam Adeyemi about it");
});

test("a draft survives a reload, leaving the page and a failed send", async ({
  page,
  signIn,
  db,
  allowTrouble,
}) => {
  allowTrouble(/status of 403/);
  const desk = await makeDesk(db);
  await signIn(desk.sam);
  let thread = await openThread(page, desk);
  await (await replyField(thread)).click();
  await page.keyboard.type("Half a thought");
  await page.reload();
  thread = await openThread(page, desk);
  await expect(await replyField(thread)).toHaveText("Half a thought");
  await expect(thread.getByText(/Draft from \d\d:\d\d/)).toBeVisible();

  await page.goto("about:blank");
  thread = await openThread(page, desk);
  await expect(await replyField(thread)).toHaveText("Half a thought");

  await db.membership.updateMany({ where: { userId: desk.sam.id }, data: { role: "viewer" } });
  await post(thread).click();
  const failed = comment(thread, "Half a thought");
  await expect(failed.getByRole("alert")).toContainText("Not posted. As a viewer you can read");
  await db.membership.updateMany({ where: { userId: desk.sam.id }, data: { role: "editor" } });
  await page.reload();
  thread = await openThread(page, desk);
  await comment(thread, "Half a thought").getByRole("button", { name: "Retry" }).click();
  await expect(comment(thread, "Half a thought").getByRole("button", { name: "React" })).toBeVisible();

  await (await replyField(thread)).click();
  await page.keyboard.type("Never mind");
  await page.reload();
  thread = await openThread(page, desk);
  await thread.getByRole("button", { name: "Discard" }).click();
  await expect(await replyField(thread)).toHaveText("");
  await page.reload();
  thread = await openThread(page, desk);
  await expect(await replyField(thread)).toHaveText("");
});

test("the draft of a first thread stays with its passage, however that is stored meanwhile", async ({
  page,
  signIn,
  db,
}) => {
  const { ana, article, address } = await makeRoom(db);
  await signIn(ana);
  await openRoom(page, address);
  const field = page.getByRole("group", { name: "Comment", exact: true }).locator("[contenteditable=true]");
  await dragOver(page, "two winters");
  await page.keyboard.press("c");
  await expect(field).toBeFocused();
  await page.keyboard.type("Which two?");
  await expect.poll(() => storedPassages(db, article.id)).toEqual(["two winters"]);
  const reopen = async () => {
    await expect(page.getByText("Draft for “Comment”: Which two?")).toBeVisible();
    await page.getByRole("button", { name: "Go on with: Draft for “Comment”" }).click();
    await expect(field).toHaveText("Which two?");
  };
  await page.keyboard.press("Escape");
  await reopen();
  await page.reload();
  await reopen();
  await page.getByRole("button", { name: /^Post to/ }).click();
  await expect(comment(page.locator("body"), "Which two?")).toBeVisible();
  await expect(page.getByText(/^Draft for/)).toHaveCount(0);
  await page.reload();
  await page
    .getByRole("region", { name: "Passage 1" })
    .getByRole("button", { name: "Comment", exact: true })
    .click();
  await expect(field).toHaveText("");
});

test("the draft of an edit comes back, until it is saved, given up or overtaken", async ({
  page,
  signIn,
  db,
  allowTrouble,
}) => {
  allowTrouble(/status of 409/);
  const desk = await makeDesk(db);
  await signIn(desk.ana);
  let thread = await openThread(page, desk);
  const edit = async () => {
    await thread.getByRole("button", { name: "More about Ana Weiss's comment" }).click();
    await page.getByRole("menuitem", { name: "Edit" }).click();
    const field = thread.getByRole("group", { name: "Edit your comment" }).locator("[contenteditable=true]");
    await expect(field).toBeFocused();
    return field;
  };
  await (await edit()).fill("Whose figure, and when?");
  await page.reload();
  thread = await openThread(page, desk);
  await expect(thread.getByText("Draft of your edit: Whose figure, and when?")).toBeVisible();
  await expect(await edit()).toHaveText("Whose figure, and when?");
  await expect(thread.getByText(/Draft from/)).toBeVisible();

  await db.comment.update({ where: { id: desk.first.id }, data: { version: { increment: 1 } } });
  await thread.getByRole("button", { name: "Save" }).click();
  await thread.getByRole("button", { name: "Keep yours" }).click();
  await expect(thread.getByRole("button", { name: "edited" })).toBeVisible();
  await page.reload();
  thread = await openThread(page, desk);
  await (await edit()).fill("Never mind");
  await expect(thread.getByText(/Draft from/)).toHaveCount(0);
  await thread.getByRole("button", { name: "Cancel" }).click();
  await expect(await edit()).toHaveText("Whose figure, and when?");
  await expect(thread.getByText(/Draft from/)).toHaveCount(0);
});

test("a draft is told of where its field is out of sight", async ({ page, signIn, db }) => {
  const desk = await makeDesk(db);
  await signIn(desk.ana);
  const thread = await openThread(page, desk);
  await (await replyField(thread)).click();
  await page.keyboard.type("One more thing");
  await page.locator(`#c-${desk.first.id}:visible`).focus();
  await page.keyboard.press("x");
  await page.keyboard.press("Enter");
  const line = thread.getByText("Draft: One more thing");
  await expect(line).toBeVisible();
  await thread.getByRole("button", { name: "Go on with: Draft" }).click();
  await expect(await replyField(thread)).toHaveText("One more thing");
  await expect(line).toHaveCount(0);
});

test("a link to a comment that is not there says so", async ({ page, signIn, db }) => {
  const desk = await makeDesk(db);
  const gone = await makeComment(db, {
    threadId: desk.thread.id,
    authorId: desk.sam.id,
    text: "Never mind.",
    deletedAt: new Date(),
    deletedById: desk.sam.id,
  });
  await signIn(desk.vi);
  const address = `/articles/${desk.article.id}?thread=${desk.thread.id}`;
  const told = page.locator(`#t-${desk.thread.id}:visible`).getByRole("alert");
  for (const id of [randomUUID(), gone.id]) {
    await page.goto(`${address}#c-${id}`);
    await expect(told).toHaveText("This comment is not here any more.");
    await page.goto("about:blank");
  }
  await page.goto(`${address}#c-${desk.first.id}`);
  await expect(page.locator(`#c-${desk.first.id}:visible`)).toBeFocused();
  await expect(told).toHaveCount(0);
});

test("whoever is made a viewer while writing is told, and finds the words again as a member", async ({
  page,
  signIn,
  openAs,
  db,
  baseURL,
}) => {
  const headers = { origin: baseURL ?? "" };
  const desk = await makeDesk(db);
  await signIn(desk.jo);
  const thread = await openThread(page, desk);
  await (await replyField(thread)).click();
  await page.keyboard.type("Half a thought");
  const owner = await openAs(desk.ana);
  const member = `/api/workspaces/${desk.workspace.id}/members/${desk.jo.id}`;
  await owner.request.patch(member, { data: { role: "viewer", was: "member" }, headers });
  const note = thread.getByText("Your role was changed to viewer. What you wrote is kept.");
  await expect(note).toBeFocused();
  await expect(thread.getByRole("textbox")).toHaveCount(0);
  await owner.request.patch(member, { data: { role: "member", was: "viewer" }, headers });
  await expect(await replyField(thread)).toHaveText("Half a thought");
  await expect(note).toHaveCount(0);

  await page.getByRole("button", { name: "Is it so?" }).click();
  const starter = page
    .getByRole("group", { name: "Is it so?", exact: true })
    .locator("[contenteditable=true]");
  await expect(starter).toBeFocused();
  await page.keyboard.type("By whose count?");
  await owner.request.patch(member, { data: { role: "viewer", was: "member" }, headers });
  await expect(starter).toHaveCount(0);
  await expect(page.getByText("Your role was changed to viewer. What you wrote is kept.")).toHaveCount(2);
  await owner.request.patch(member, { data: { role: "member", was: "viewer" }, headers });
  await expect(starter).toHaveText("By whose count?");
});

test("an edit keeps what was said before, and never overwrites a newer one", async ({
  page,
  signIn,
  openAs,
  db,
  allowTrouble,
}) => {
  allowTrouble(/status of 409/);
  const desk = await makeDesk(db);
  await signIn(desk.ana);
  const otherWindow = await openAs(desk.ana);
  const thread = await openThread(page, desk);
  const other = await openThread(otherWindow, desk);

  await (await replyField(thread)).focus();
  await page.keyboard.press("ArrowUp");
  const editing = thread.getByRole("textbox", { name: "Edit your comment" });
  await expect(editing).toHaveText("Whose figure is this?");
  await other.getByRole("button", { name: "More about Ana Weiss's comment" }).click();
  await otherWindow.getByRole("menuitem", { name: "Edit" }).click();
  const elsewhere = other.getByRole("textbox", { name: "Edit your comment" });
  await expect(elsewhere).toBeFocused();

  await editing.fill("Whose figure is this, please?");
  await thread.getByRole("button", { name: "Save" }).click();
  await expect(comment(thread, "please?").getByRole("button", { name: "edited" })).toBeVisible();

  await elsewhere.fill("Who counted?");
  await other.getByRole("button", { name: "Save" }).click();
  await expect(other.getByRole("alert")).toContainText("Whose figure is this, please?");
  await other.getByRole("button", { name: "Keep yours" }).click();

  await comment(thread, "Who counted?").getByRole("button", { name: "edited" }).click();
  const history = page.getByRole("dialog", { name: "What Ana Weiss wrote" });
  await expect(history.getByRole("listitem")).toHaveText([
    /Now.*Who counted\?/,
    /Whose figure is this, please\?/,
    /First.*Whose figure is this\?/,
  ]);
});

test("a deleted comment can be brought back, at once and later, and leaves a hole", async ({
  page,
  signIn,
  openAs,
  db,
}) => {
  const desk = await makeDesk(db);
  await makeComment(db, { threadId: desk.thread.id, authorId: desk.sam.id, text: "The harbour office." });
  await signIn(desk.ana);
  const thread = await openThread(page, desk);
  const colleague = await openThread(await openAs(desk.jo), desk);
  const remove = async () => {
    await thread.getByRole("button", { name: "More about Ana Weiss's comment" }).click();
    await page.getByRole("menuitem", { name: "Delete" }).click();
    await expect(thread.getByText("Deleted by you")).toBeVisible();
  };
  await remove();
  await expect(colleague.getByText("Deleted by Ana Weiss")).toBeVisible();
  await expect(colleague.getByText("Whose figure is this?")).toHaveCount(0);
  await expect(colleague.getByRole("button", { name: "Restore" })).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(comment(colleague, "Whose figure is this?")).toBeVisible();

  await remove();
  await page.keyboard.press("Control+z");
  await expect(comment(thread, "Whose figure is this?")).toBeVisible();

  await remove();
  await thread.getByRole("button", { name: "Restore" }).click();
  await expect(comment(thread, "Whose figure is this?")).toBeVisible();
});

test("resolved and reopened, with who, when and why", async ({ page, signIn, openAs, db }) => {
  const desk = await makeDesk(db);
  await signIn(desk.sam);
  const thread = await openThread(page, desk);
  const colleague = await openThread(await openAs(desk.jo), desk);
  await expect(colleague.getByRole("button", { name: "Resolve" })).toHaveCount(0);

  await thread.getByRole("button", { name: "Resolve" }).click();
  await page.getByLabel("Why is it settled?").fill("the office confirmed it");
  await page.getByRole("dialog", { name: "Resolve" }).getByRole("button", { name: "Resolve" }).click();
  await expect(thread).toContainText("Resolved by you, just now: the office confirmed it");
  await expect(thread.getByText("Whose figure is this?")).toHaveCount(0);
  await expect(colleague).toContainText("Resolved by Sam Adeyemi, just now: the office confirmed it");
  // Nothing closes under a colleague's eyes.
  await expect(colleague.getByText("Whose figure is this?")).toBeVisible();

  await thread.getByRole("button", { name: "Reopen" }).click();
  await expect(thread.getByText("Whose figure is this?")).toBeVisible();
  await thread.getByText("2 changes of state").click();
  await expect(thread.getByRole("listitem")).toHaveText([
    "Resolved by you, just now: the office confirmed it",
    "Reopened by you, just now",
  ]);
});

test("assigned, reacted to, and linked to", async ({ page, signIn, openAs, db, context }) => {
  const desk = await makeDesk(db);
  await signIn(desk.ana);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const thread = await openThread(page, desk);
  const colleaguePage = await openAs(desk.jo);
  const colleague = await openThread(colleaguePage, desk);

  await thread.getByRole("button", { name: "Assign" }).click();
  await expect(page.getByRole("menuitem", { name: "Vi Brandt" })).toHaveCount(0);
  await page.getByRole("menuitem", { name: "Jo Lind" }).click();
  await expect(thread.getByRole("button", { name: /For Jo/ })).toBeVisible();
  await colleague.getByRole("button", { name: "For you" }).click();
  await colleaguePage.getByRole("menuitem", { name: "Nobody" }).click();
  await expect(thread.getByRole("button", { name: "Assign" })).toBeVisible();

  await thread.getByRole("button", { name: "React" }).click();
  await page.getByRole("button", { name: "looking into it" }).click();
  await expect(thread.getByRole("button", { name: "looking into it: you" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await colleague.getByRole("button", { name: "looking into it: Ana Weiss" }).click();
  await expect(thread.getByRole("button", { name: /looking into it: .*Jo Lind/ })).toContainText("2");
  await thread.getByRole("button", { name: /looking into it/ }).click();
  await expect(colleague.getByRole("button", { name: "looking into it: you" })).toContainText("1");

  await thread.getByRole("button", { name: "More about Ana Weiss's comment" }).click();
  await page.getByRole("menuitem", { name: "Copy link" }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain(`/articles/${desk.article.id}?thread=${desk.thread.id}#c-${desk.first.id}`);
  await colleaguePage.goto("about:blank");
  await colleaguePage.goto(link);
  await expect(colleaguePage.locator(`#c-${desk.first.id}:visible`)).toBeFocused();
});

test("what arrives while I write waits, is announced, and moves nothing", async ({
  page,
  signIn,
  openAs,
  db,
}) => {
  const desk = await makeDesk(db);
  await signIn(desk.ana);
  const thread = await openThread(page, desk);
  const colleague = await openThread(await openAs(desk.sam), desk);
  const field = await replyField(thread);
  await field.click();
  await page.keyboard.type("I am writing");
  const before = await field.boundingBox();

  await (await replyField(colleague)).fill("A live reply");
  await post(colleague).click();
  const pill = thread.getByRole("button", { name: "1 new" });
  await expect(pill).toBeVisible();
  await expect(thread.getByText("A live reply")).toHaveCount(0);
  await expect(page.getByRole("status").filter({ hasText: "Sam Adeyemi replied" })).toHaveCount(1);
  await expect(field).toBeFocused();
  await expect(field).toHaveText("I am writing");
  const after = await field.boundingBox();
  expect(after?.y).toBe(before?.y);

  // It stands between the comments and the field, over nobody's words.
  const last = await comment(thread, "Whose figure is this?").boundingBox();
  const over = await pill.boundingBox();
  expect(over?.y).toBeGreaterThanOrEqual((last?.y ?? 0) + (last?.height ?? 0));
  expect((over?.y ?? 0) + (over?.height ?? 0)).toBeLessThanOrEqual(before?.y ?? 0);

  await pill.click();
  await expect(comment(thread, "A live reply")).toBeFocused();
  await expect(field).toHaveText("I am writing");
});

test("what arrived while I wrote is shown when I have posted, and what arrives in an empty field at once", async ({
  page,
  signIn,
  openAs,
  db,
}) => {
  const desk = await makeDesk(db);
  await signIn(desk.ana);
  const thread = await openThread(page, desk);
  const colleague = await openThread(await openAs(desk.sam), desk);
  const say = async (words: string) => {
    await (await replyField(colleague)).fill(words);
    await post(colleague).click();
  };
  await (await replyField(thread)).click();
  await page.keyboard.type("I am writing");
  await say("Before you post");
  await expect(thread.getByRole("button", { name: "1 new" })).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await expect(comment(thread, "Before you post")).toBeVisible();
  await expect(await replyField(thread)).toBeFocused();
  await say("After you posted");
  await expect(comment(thread, "After you posted")).toBeVisible();

  await comment(thread, "Whose figure is this?").getByText("figure").dblclick();
  await say("While you select");
  await expect(thread.getByRole("button", { name: "1 new" })).toBeVisible();
  await page.evaluate(() => getSelection()?.removeAllRanges());
  await expect(comment(thread, "While you select")).toBeVisible();
});

test("a press that changes the thread does not move the page", async ({ page, signIn, db }) => {
  const desk = await makeDesk(db);
  for (let made = 0; made < 6; made++)
    await makeComment(db, {
      threadId: desk.thread.id,
      authorId: desk.sam.id,
      text: "A long story. ".repeat(60),
    });
  const by = { threadId: desk.thread.id, byId: desk.ana.id };
  await db.thread.update({ where: { id: desk.thread.id }, data: { state: "resolved" } });
  await db.threadStateChange.create({ data: { id: randomUUID(), state: "resolved", ...by } });
  await signIn(desk.ana);
  const thread = await openThread(page, desk);
  await thread.getByRole("button", { name: /^Show \d/ }).click();
  const reopen = thread.getByRole("button", { name: "Reopen" });
  await page.mouse.wheel(0, ((await reopen.boundingBox())?.y ?? 0) - 200);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);
  const before = await page.evaluate(() => scrollY);
  await reopen.click();
  await expect(thread).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(before);
});

test("what is new since my last visit is marked, once", async ({ page, signIn, db }) => {
  const desk = await makeDesk(db);
  await signIn(desk.jo);
  let thread = await openThread(page, desk);
  await expect(comment(thread, "Whose figure is this?")).toBeVisible();
  await page.goto("about:blank");
  await makeComment(db, { threadId: desk.thread.id, authorId: desk.sam.id, text: "The harbour office." });
  thread = await openThread(page, desk);
  await expect(thread.getByText(/New since/)).toBeVisible();
  await expect(thread.getByRole("article", { name: "Sam Adeyemi, new" })).toBeVisible();
  await page.waitForResponse((answer) => answer.url().endsWith("/read") && answer.ok());
  await expect(thread.getByText(/New since/)).toBeVisible();
  await page.goto("about:blank");
  thread = await openThread(page, desk);
  await expect(comment(thread, "The harbour office.")).toBeVisible();
  await expect(thread.getByText(/New since/)).toHaveCount(0);
});

test("R quotes the selected words into a reply, X asks why, Esc leaves", async ({ page, signIn, db }) => {
  const desk = await makeDesk(db);
  await signIn(desk.ana);
  const thread = await openThread(page, desk);
  const field = await replyField(thread);
  await thread.getByText("Whose figure is this?").dblclick({ position: { x: 4, y: 8 } });
  await page.locator(`#c-${desk.first.id}:visible`).focus();
  await page.keyboard.press("r");
  await expect(field).toBeFocused();
  await expect(field.locator("blockquote")).toHaveText("Whose");
  await page.keyboard.type("Good question, r and x.");
  await page.keyboard.press("Control+Enter");
  await expect(comment(thread, "Good question, r and x.")).toBeVisible();
  await page.locator(`#c-${desk.first.id}:visible`).focus();
  await page.keyboard.press("x");
  await expect(page.getByLabel("Why is it settled?")).toBeFocused();
});

test("a viewer reads, and is told why there is no field", async ({ page, signIn, db }) => {
  const desk = await makeDesk(db);
  await signIn(desk.vi);
  const thread = await openThread(page, desk);
  await expect(thread.getByText("As a viewer you can read, but not comment.")).toBeVisible();
  await expect(thread.getByRole("textbox")).toHaveCount(0);
  for (const name of ["Resolve", "Assign", "React"])
    await expect(thread.getByRole("button", { name })).toHaveCount(0);
});

test("a comment never becomes more than text", async ({ page, signIn, db }) => {
  const desk = await makeDesk(db);
  const hostile = `<img src=x onerror="window.hit=1"> <script>window.hit=1</script> \u202ereversed`;
  await makeComment(db, { threadId: desk.thread.id, authorId: desk.sam.id, body: bodyOfText(hostile) });
  await db.comment.create({
    data: {
      id: randomUUID(),
      articleId: desk.article.id,
      threadId: desk.thread.id,
      authorId: desk.sam.id,
      // As if it had come into the table by another way than the door.
      body: JSON.parse(
        `{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"click","marks":[{"type":"link","attrs":{"href":"javascript:window.hit=1"}}]}]}]}`,
      ),
      text: "click",
      createdNumber: 90,
      number: 90,
    },
  });
  await signIn(desk.ana);
  const thread = await openThread(page, desk);
  await expect(thread.getByText("<script>window.hit=1</script>")).toBeVisible();
  await expect(comment(thread, "click")).toBeVisible();
  await expect(thread.locator("a[href^='javascript']")).toHaveCount(0);
  expect(await page.evaluate(() => "hit" in window)).toBe(false);
});

test("what is typed before the editor has come is kept, with the cursor", async ({ page, signIn, db }) => {
  const desk = await makeDesk(db);
  await signIn(desk.ana);
  let release = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/_next/static/chunks/**", async (route) => {
    const answer = await route.fetch();
    const script = await answer.text();
    if (script.includes("People to mention")) await gate;
    await route.fulfill({ response: answer, body: script });
  });
  const thread = await openThread(page, desk, "commit");
  const plain = thread.locator("textarea");
  await plain.click();
  await page.keyboard.type("First line");
  await page.keyboard.press("Enter");
  await page.keyboard.type("secnd");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  release();
  const field = await replyField(thread);
  await expect(field).toBeFocused();
  await page.keyboard.type("o");
  await expect(field.locator("p")).toHaveText(["First line", "second"]);
  await page.keyboard.press("Control+Enter");
  await expect(comment(thread, "second")).toBeVisible();
  // Whatever else comes late may still be on its way.
  await page.unrouteAll({ behavior: "ignoreErrors" });
});

test("without a connection posts wait, over a closed page too, and go out in order", async ({
  page,
  signIn,
  db,
  allowTrouble,
}) => {
  allowTrouble(/ERR_INTERNET_DISCONNECTED/);
  const desk = await makeDesk(db);
  await signIn(desk.ana);
  let thread = await openThread(page, desk);
  await page.route("**/api/threads/**", (route) => route.abort("internetdisconnected"));
  await (await replyField(thread)).click();
  for (const words of ["First", "Second"]) {
    await page.keyboard.type(words);
    await page.keyboard.press("Control+Enter");
  }
  await expect(comment(thread, "First").getByText("Waiting to be sent")).toBeVisible();
  await page.goto("about:blank");
  thread = await openThread(page, desk);
  for (const words of ["First", "Second"])
    await expect(comment(thread, words).getByText("Waiting to be sent")).toBeVisible();
  await page.unroute("**/api/threads/**");
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect(thread.getByRole("article", { name: "Ana Weiss", exact: true })).toHaveText([
    /Whose figure/,
    /First/,
    /Second/,
  ]);
  const stored = await db.comment.findMany({
    where: { threadId: desk.thread.id },
    orderBy: { createdNumber: "asc" },
  });
  expect(stored.map((one) => one.text)).toEqual(["Whose figure is this?", "First", "Second"]);
});

test("without a connection a new passage waits, and is no failure", async ({
  page,
  signIn,
  db,
  allowTrouble,
}) => {
  allowTrouble(/ERR_INTERNET_DISCONNECTED|503/);
  const { ana, article, address } = await makeRoom(db);
  await signIn(ana);
  await openRoom(page, address);
  let tries = 0;
  await page.route("**/api/articles/*/passages", (route) => {
    tries++;
    if (tries % 2 === 0) return route.fulfill({ status: 503, headers: { "retry-after": "1" } });
    return route.abort("internetdisconnected");
  });
  await dragOver(page, "two winters");
  await page.keyboard.press("h");
  await expect.poll(() => tries).toBe(1);
  await page.reload();
  // Once more at loading, and once more by itself.
  await expect.poll(() => tries).toBe(3);
  await expect(marks(page, "two winters")).toHaveClass(/is-pending/);
  await expect(page.getByText("Not saved")).toHaveCount(0);
  await page.unroute("**/api/articles/*/passages");
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect.poll(() => storedPassages(db, article.id)).toEqual(["two winters"]);
  await expect(marks(page, "two winters")).not.toHaveClass(/is-pending/);
});

test("long names and long texts stay inside the card", async ({ page, signIn, db }) => {
  const desk = await makeDesk(db);
  const name = "Wilhelmina Konstantina Przybyszewska-Featherstonehaugh von und zu Hohenstein";
  await db.workspace.update({ where: { id: desk.workspace.id }, data: { name } });
  await db.user.update({ where: { id: desk.sam.id }, data: { name } });
  await signIn(desk.ana);
  const thread = await openThread(page, desk);
  const field = await replyField(thread);
  const send = thread.getByRole("button", { name: `Post to ${name} (4)` });
  const frame = thread.getByRole("group", { name: /^Reply to/ });
  await field.click();
  await page.keyboard.insertText("Sixty lines.\n".repeat(60));
  for (const width of [page.viewportSize()?.width ?? 0, 320]) {
    await page.setViewportSize({ width, height: 800 });
    await field.click();
    await expect(send).toBeInViewport({ ratio: 1 });
    await expect(thread.getByRole("button", { name: "Bold" })).toBeInViewport({ ratio: 1 });
    const [inner, outer] = [await send.boundingBox(), await frame.boundingBox()];
    expect((inner?.x ?? 0) + (inner?.width ?? 0)).toBeLessThanOrEqual((outer?.x ?? 0) + (outer?.width ?? 0));
    expect(outer?.height).toBeLessThan(800 * 0.55);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  }
  await expect(send).toHaveAttribute("title", new RegExp(name));

  await field.fill("x".repeat(20_001));
  await page.keyboard.press("Control+Enter");
  const error = thread.getByRole("alert");
  await expect(error).toContainText("at most 20000 characters");
  await expect(error).toBeInViewport({ ratio: 1 });
  await field.fill("Short");
  await expect(error).toHaveCount(0);

  await thread.getByRole("button", { name: "Assign" }).click();
  const menu = page.getByRole("menu");
  await expect(menu.getByRole("menuitem", { name })).toBeVisible();
  expect((await menu.boundingBox())?.width).toBeLessThanOrEqual(304);
});

test("a session that ended elsewhere is told of at the sign-in, and what was written is kept", async ({
  page,
  signIn,
  db,
  allowTrouble,
}) => {
  allowTrouble(/status of 401/);
  const desk = await makeDesk(db);
  await page.goto(`/articles/${desk.article.id}`);
  const told = page.getByText("You were signed out. Sign in to go on; what you wrote is kept.");
  await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
  await expect(told).toHaveCount(0);
  await signIn(desk.jo);
  let thread = await openThread(page, desk);
  await (await replyField(thread)).click();
  await page.keyboard.type("Half a thought");
  await db.session.updateMany({ where: { userId: desk.jo.id }, data: { endedAt: new Date() } });
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect(told).toBeVisible();
  await signIn(desk.jo);
  thread = await openThread(page, desk);
  await expect(await replyField(thread)).toHaveText("Half a thought");
});

test("who else is here can be told apart, as many as there is room for @both", async ({
  page,
  signIn,
  openAs,
  db,
  isMobile,
}) => {
  const desk = await makeDesk(db);
  for (const user of [desk.ana, desk.sam, desk.vi])
    await (await openAs(user)).goto(`/articles/${desk.article.id}`);
  await signIn(desk.jo);
  await page.goto(`/articles/${desk.article.id}`);
  const here = page.getByRole("img", { name: /^Also here: .+, .+ and .+/ });
  const faces = here.locator("[title]:visible");
  await expect(faces).toHaveCount(isMobile ? 2 : 3);
  await expect(here.getByText("+1").filter({ visible: true })).toHaveCount(isMobile ? 1 : 0);
  const boxes = await faces.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
  for (const [at, box] of boxes.entries()) expect(box.left).toBeGreaterThanOrEqual(boxes[at - 1]?.right ?? 0);
});

test("the people of each workspace are in the menu of the account @both", async ({ page, signIn, db }) => {
  const desk = await makeDesk(db);
  const second = await makeWorkspace(db, { name: "The Other Paper" });
  await makeMembership(db, { workspaceId: second.id, userId: desk.jo.id, role: "viewer" });
  await signIn(desk.jo);
  await page.goto("/");
  await page.getByRole("button", { name: "Account of Jo Lind" }).click();
  const menu = page.getByRole("navigation", { name: "Workspaces" });
  await expect(menu.getByRole("heading")).toHaveText(["Newsroommember", "The Other Paperviewer"]);
  await menu.getByRole("link", { name: "People of The Other Paper" }).click();
  await expect(page).toHaveURL(`/workspaces/${second.id}`);
  await page.getByRole("button", { name: "Account of Jo Lind" }).click();
  await menu.getByRole("link", { name: "Articles of Newsroom" }).click();
  await expect(page).toHaveURL(`/?workspace=${desk.workspace.id}`);
});

test("a passage taken back while it is being stored is deleted again, and stays out of sight", async ({
  page,
  signIn,
  db,
  allowTrouble,
}) => {
  allowTrouble(/ERR_FAILED/);
  const { ana, article, address } = await makeRoom(db);
  await signIn(ana);
  await openRoom(page, address);
  const passages = () => db.passage.findMany({ where: { articleId: article.id } });
  let release = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/api/articles/*/passages", async (route) => {
    const answer = await route.fetch();
    await gate;
    await route.fulfill({ response: answer });
  });
  const takeBack = async (words: string, stored: number) => {
    await dragOver(page, words);
    await page.keyboard.press("h");
    await expect.poll(async () => (await passages()).length).toBe(stored);
    // The newest one lies on top.
    await page.getByRole("button", { name: "Undo" }).first().click();
    release();
    await expect.poll(async () => (await passages()).filter((one) => !one.deletedAt)).toEqual([]);
    await expect(marks(page, words)).toHaveCount(0);
  };
  await takeBack("two winters", 1);

  // The same when it arrives and the answer does not.
  await page.unroute("**/api/articles/*/passages");
  await page.route("**/api/articles/*/passages", async (route) => {
    await route.fetch();
    await route.abort();
  });
  await takeBack("half of the boats", 2);
  await page.reload();
  await expect(marks(page, "half of the boats")).toHaveCount(0);
});

test("a thread is usable while it is written in @both", async ({ page, signIn, db }) => {
  const desk = await makeDesk(db);
  await makeComment(db, { threadId: desk.thread.id, authorId: desk.sam.id, text: "The harbour office." });
  await signIn(desk.ana);
  const thread = await openThread(page, desk);
  await (await replyField(thread)).click();
  await page.keyboard.type("Ask @");
  await expect(page.getByRole("listbox")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(post(thread)).toBeInViewport();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await page.keyboard.press("Control+Enter");
  await expect(comment(thread, "Ask @Jo Lind")).toBeVisible();
});
