import { randomUUID } from "node:crypto";
import type { Locator } from "@playwright/test";
import type { Editor } from "@tiptap/core";
import { bodyOfText } from "@/lib/threads/comment-schema";
import { makeComment } from "@/prisma/factories";
import { expect, test } from "./fixtures";
import { comment, makeDesk, openThread, post, replyField } from "./threads";

// The field in which comments are written, and what it may hold.

/** Waits until the editor has heard of the selection that the last keys made: the browser tells it a moment later. */
async function expectSelected(field: Locator, words: string): Promise<void> {
  const selected = () =>
    field.evaluate((element) => {
      const { doc, selection } = (element as HTMLElement & { editor: Editor }).editor.state;
      return doc.textBetween(selection.from, selection.to);
    });
  await expect.poll(selected).toBe(words);
}

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
  await expect(error).toContainText("at most 20,000 characters");
  await expect(error).toBeInViewport({ ratio: 1 });
  await field.fill("Short");
  await expect(error).toHaveCount(0);

  await thread.getByRole("button", { name: "Assign" }).click();
  const menu = page.getByRole("menu");
  await expect(menu.getByRole("menuitem", { name })).toBeVisible();
  expect((await menu.boundingBox())?.width).toBeLessThanOrEqual(304);
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

test("a thread begun at the end of a long panel stays in sight, and so does what was posted", async ({
  page,
  signIn,
  db,
}) => {
  const desk = await makeDesk(db);
  for (const text of ["One.", "Two.", "Three.", "Four.", "Five."])
    await makeComment(db, { threadId: desk.thread.id, authorId: desk.sam.id, text });
  await signIn(desk.ana);
  await openThread(page, desk);
  await page.setViewportSize({ width: 1440, height: 600 });
  // The second time the editor is there already: nothing comes late that would bring the field back.
  for (const words of ["A first remark.", "A second remark."]) {
    const starters = page.getByRole("group", { name: /^Start / });
    await starters.getByRole("button", { name: "Comment" }).click();
    await page.keyboard.type(words);
    const send = page
      .getByRole("region", { name: "New thread: Comment" })
      .getByRole("button", { name: /^Post/ });
    await expect(send).toBeInViewport({ ratio: 1 });
    await send.click();
    await expect(page.getByRole("region", { name: "Comment", exact: true }).last()).toBeFocused();
    await expect(page.getByText(words)).toBeInViewport({ ratio: 1 });
  }
});
