import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import {
  makeArticle,
  makeComment,
  makeMembership,
  makePassage,
  makeThread,
  makeUser,
  makeWorkspace,
} from "@/prisma/factories";
import type { PrismaClient, Role } from "@/prisma/generated/client";
import { sharedFile } from "@/prisma/shared-file";
import { expectClear } from "./expect-clear";
import { expect, test } from "./fixtures";

async function desk(db: PrismaClient, role: Role = "editor") {
  const workspace = await makeWorkspace(db);
  const owner = await makeUser(db, { name: "Olga Owner" });
  await makeMembership(db, { workspaceId: workspace.id, userId: owner.id, role: "owner" });
  const user = await makeUser(db, { name: "Edda Editor" });
  await makeMembership(db, { workspaceId: workspace.id, userId: user.id, role });
  return { workspace, owner, user };
}

const article = [
  "Ferry line to close in autumn",
  "Residents of both shores fear a winter without a crossing",
  "By Ines Holm",
  "The ferry line across the sound will close in October, its operator said on Monday. It carried 90,000 people last year.",
  "“We lost two winters, said the harbour master, who has asked for help since May.",
  "Sign up for our weekly newsletter",
].join("\n\n");

async function preview(page: Page, text: string) {
  await page.getByLabel("The article").fill(text);
  await page.getByRole("button", { name: "Show the preview" }).click();
  await expect(page.getByRole("heading", { name: "What became of it" })).toBeVisible();
}

function roles(page: Page): Promise<string[]> {
  return page
    .getByLabel(/^Role of block/)
    .evaluateAll((list) => list.map((one) => (one instanceof HTMLSelectElement ? one.value : "")));
}

test.describe("importing", () => {
  // The reading room is looked at elsewhere; here it need not be there.
  test.beforeEach(({ allowTrouble }) => allowTrouble(/status of (?:400|404|409)/));

  test("pastes, mends and imports an article @both", async ({ page, db, signIn }) => {
    const { user, workspace } = await desk(db);
    await signIn(user);
    await page.goto("/");
    await page.getByRole("link", { name: "Import an article" }).click();
    await preview(page, article);
    expect(await roles(page)).toEqual(["title", "dek", "byline", "body", "body", "boilerplate"]);
    await expect(page.getByLabel("Title", { exact: true })).toHaveValue("Ferry line to close in autumn");
    await expect(page.getByLabel("Author")).toHaveValue("Ines Holm");

    await page.getByLabel("Role of block 5").selectOption("quote");
    const body = page.getByLabel("Words of block 4");
    await body.evaluate((field: HTMLTextAreaElement) => {
      field.focus();
      const at = field.value.indexOf("It carried");
      field.setSelectionRange(at, at);
    });
    await page.keyboard.press("Enter");
    await expect(page.getByLabel("Words of block 5")).toBeFocused();
    await expect(page.getByLabel("Words of block 5")).toHaveValue("It carried 90,000 people last year.");
    await page.keyboard.press("x");
    await expect(page.getByLabel("Role of block 5")).toHaveValue("boilerplate");
    await page.keyboard.press("b");
    await page.keyboard.type("zzz");
    await expect(page.getByLabel("Words of block 5")).toHaveValue("It carried 90,000 people last year.");
    await page.keyboard.press("Home");
    await page.keyboard.press("Backspace");
    await expect(page.getByLabel("Words of block 4")).toHaveValue(/Monday\. It carried 90,000/);
    await page.getByRole("button", { name: "Undo" }).click();
    expect(await roles(page)).toEqual(["title", "dek", "byline", "body", "body", "quote", "boilerplate"]);

    await page.getByRole("button", { name: /^Import to/ }).click();
    await expect(page.getByText("The date is missing").first()).toBeVisible();
    await expect(page.getByLabel("Date of publication")).toBeFocused();
    await page.getByLabel("Date of publication").fill("2024-05-03");
    await page.getByLabel("Publisher").fill("The Sound Post");
    await page.getByRole("button", { name: /^Import to/ }).click();
    await page.waitForURL(/\/articles\/[0-9a-f-]{36}$/);

    const stored = await db.article.findFirstOrThrow({
      where: { workspaceId: workspace.id },
      include: { revisions: true },
    });
    expect(stored).toMatchObject({ author: "Ines Holm", publisher: "The Sound Post", language: "en" });
    expect(stored.revisions[0]?.original).toBe(article);
    expect(stored.revisions[0]?.text).toContain("on Monday.\n\nIt carried");
    expect(
      await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("import"))),
    ).toEqual([]);
  });

  test("keeps a draft through a reload, offline and a refusal", async ({
    page,
    db,
    signIn,
    context,
    allowTrouble,
  }) => {
    allowTrouble(/ERR_INTERNET_DISCONNECTED/);
    const { user } = await desk(db);
    await signIn(user);
    await page.goto("/articles/new");
    await page.getByLabel("The article").fill("Only a headline here");
    await page.getByRole("button", { name: "Show the preview" }).click();
    await expect(page.locator("main").getByRole("alert")).toContainText("only a headline");
    await expect(page.getByLabel("The article")).toHaveValue("Only a headline here");

    await page.getByLabel("The article").fill(" \n \n");
    await page.getByRole("button", { name: "Show the preview" }).click();
    await expect(page.locator("main").getByRole("alert")).toContainText("only spaces");

    await page.getByLabel("The article").fill("x".repeat(2_100_000));
    await page.getByRole("button", { name: "Show the preview" }).click();
    await expect(page.locator("main").getByRole("alert")).toContainText("larger than 2 MB");

    await page.getByLabel("The article").fill(article);
    await context.setOffline(true);
    await expect(page.getByText("You are offline.")).toBeVisible();
    await page.getByRole("button", { name: "Show the preview" }).click();
    await expect(page.locator("main").getByRole("alert")).toContainText("No connection");
    await context.setOffline(false);
    await preview(page, article);
    await page.getByLabel("Role of block 4").selectOption("caption");
    await page.getByLabel("Author").fill("Someone Else");
    await page.reload();
    await expect(page.getByText("the text that you had begun to import")).toBeVisible();
    expect((await roles(page))[3]).toBe("caption");
    await expect(page.getByLabel("Author")).toHaveValue("Someone Else");
    await page.getByRole("button", { name: "Start anew" }).click();
    await expect(page.getByLabel("The article")).toHaveValue("");
    await page.reload();
    await expect(page.getByLabel("The article")).toHaveValue("");
  });

  test("keeps what was made of the text, and gives it back after another preview", async ({
    page,
    db,
    signIn,
  }) => {
    const { user } = await desk(db);
    await signIn(user);
    await page.goto("/articles/new");
    await preview(page, article);
    await page.getByLabel("Role of block 4").selectOption("caption");
    await page.getByRole("button", { name: "Join block 1 with the next" }).click();
    const made = await roles(page);
    await page.getByRole("button", { name: "Change the text" }).click();
    await page.getByRole("button", { name: "Show the preview" }).click();
    expect(await roles(page)).toEqual(made);
    await page.getByRole("button", { name: "Change the text" }).click();
    await preview(page, `${article}\n\nThe last ferry was full, its captain said on Tuesday.`);
    expect((await roles(page))[0]).toBe("title");
    await expect(page.getByText("This is a new preview, because the text changed.")).toBeVisible();
    await page.getByRole("button", { name: "Undo" }).click();
    expect(await roles(page)).toEqual(made);
    await page.getByRole("button", { name: "Change the text" }).click();
    await expect(page.getByLabel("The article")).toHaveValue(article);
  });

  test("gives back the text that a file took the place of", async ({ page, db, signIn }) => {
    const { user } = await desk(db);
    await signIn(user);
    await page.goto("/articles/new");
    await page.getByLabel("The article").fill("Half a text");
    const file = { name: "whole.txt", mimeType: "text/plain", buffer: Buffer.from(article) };
    await page.getByLabel("Text file").setInputFiles(file);
    await expect(page.getByText("It took the place of your text.")).toBeVisible();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.getByLabel("The article")).toHaveValue("Half a text");
    await expect(page.getByText("whole.txt")).toHaveCount(0);
  });

  test("keeps what was pasted before the scripts ran", async ({ page, db, signIn }) => {
    const { user } = await desk(db);
    await signIn(user);
    let letThrough = () => {};
    const gate = new Promise<void>((resolve) => {
      letThrough = resolve;
    });
    await page.route("**/*.js", async (route) => {
      await gate;
      await route.continue();
    });
    await page.goto("/articles/new", { waitUntil: "commit" });
    const field = page.getByLabel("The article");
    await field.fill(article);
    letThrough();
    await expect(page.getByRole("button", { name: "Show the preview" })).toBeEnabled();
    await expect(field).toHaveValue(article);
    await page.getByRole("button", { name: "Show the preview" }).click();
    await expect(page.getByRole("heading", { name: "What became of it" })).toBeVisible();
  });

  test("is done by keyboard, the blocks being one stop", async ({ page, db, signIn }) => {
    const { user, workspace } = await desk(db);
    await signIn(user);
    await page.goto("/articles/new");
    const long = Array.from(
      { length: 40 },
      (_, at) => `Paragraph ${at} was read aloud, they said on Monday.`,
    );
    await preview(page, [article, ...long].join("\n\n"));
    await page.getByLabel("Title", { exact: true }).focus();
    const words = page.getByRole("textbox", { name: /^Words of block/ });
    let presses = 0;
    for (; presses < 20 && !(await words.first().evaluate((one) => one.matches(":focus"))); presses++)
      await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Control+End");
    await page.keyboard.press("ArrowDown");
    await expect(page.getByLabel("Words of block 3", { exact: true })).toBeFocused();
    await page.keyboard.press("c");
    await expect(page.getByLabel("Role of block 3", { exact: true })).toHaveValue("caption");
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowRight");
    await expect(page.getByLabel("Words of block 4", { exact: true })).toBeFocused();
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowLeft");
    await expect(page.getByLabel("Words of block 3", { exact: true })).toBeFocused();
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Tab");
    await expect(page.getByLabel("Words of block 3", { exact: true })).toBeFocused();
    const send = page.getByRole("button", { name: /^Import to/ });
    for (; presses < 20 && !(await send.evaluate((one) => one.matches(":focus"))); presses++)
      await page.keyboard.press("Tab");
    expect(presses).toBeLessThan(20);
    await page.getByLabel("It shows none").check();
    await page.getByLabel("Address").fill("example.org/ferry");
    await page.getByLabel("Address").press("Enter");
    await page.waitForURL(/\/articles\/[0-9a-f-]{36}$/);
    const stored = await db.article.findFirstOrThrow({ where: { workspaceId: workspace.id } });
    expect(stored.url).toBe("https://example.org/ferry");
  });

  test.describe("without scripts", () => {
    test.use({ javaScriptEnabled: false });

    test("says why its button is closed", async ({ page, db, signIn }) => {
      const { user } = await desk(db);
      await signIn(user);
      await page.goto("/articles/new");
      await expect(page.getByRole("button", { name: "Show the preview" })).toBeDisabled();
      // Playwright looks for no text inside noscript.
      const reason = page.locator("noscript p");
      await expect(reason).toBeVisible();
      expect(await reason.textContent()).toBe("Importing needs JavaScript. Reading does not.");
    });
  });

  test("offers the article that is there already", async ({ page, db, signIn }) => {
    const { user, workspace } = await desk(db);
    const made = await makeArticle(db, { workspaceId: workspace.id, createdById: user.id, text: article });
    await signIn(user);
    await page.goto("/articles/new");
    await preview(page, article.replaceAll("\n\n", "\r\n\r\n\r\n"));
    const notice = page.locator("main").getByRole("alert").filter({ hasText: "here already" });
    await expect(notice.getByRole("link", { name: "Open that article" })).toHaveAttribute(
      "href",
      `/articles/${made.id}`,
    );
    await page.getByLabel("It shows none").check();
    await page.getByRole("button", { name: /^Import to/ }).click();
    await expect(notice).toBeVisible();
    expect(await db.article.count({ where: { workspaceId: workspace.id } })).toBe(1);
    await notice.getByRole("button", { name: "Import it a second time" }).click();
    await page.waitForURL(/\/articles\/[0-9a-f-]{36}$/);
    expect(await db.article.count({ where: { workspaceId: workspace.id } })).toBe(2);
  });

  const words =
    "Überfahrt endet\r\n\r\nDie Fähre über den Sund fährt ab Oktober nicht mehr, hieß es am Montag.\r\n";
  const utf16 = Buffer.from(words, "utf16le");
  for (const [name, buffer] of [
    ["utf-8.txt", Buffer.from(words)],
    ["utf-8 with mark.txt", Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(words)])],
    ["utf-16 le.txt", Buffer.concat([Buffer.from([0xff, 0xfe]), utf16])],
    ["utf-16 be.txt", Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()])],
    ["latin-1.txt", Buffer.from(words, "latin1")],
    ["markdown.md", Buffer.from(`# ${words}`)],
  ] as const) {
    test(`reads ${name}`, async ({ page, db, signIn }) => {
      const { user, workspace } = await desk(db);
      await signIn(user);
      await page.goto("/articles/new");
      await page.getByLabel("Text file").setInputFiles({ name, mimeType: "text/plain", buffer });
      await expect(page.getByLabel("The article")).toHaveValue(/Überfahrt endet/);
      await page.getByRole("button", { name: "Show the preview" }).click();
      await expect(page.getByLabel("Words of block 1")).toHaveValue("Überfahrt endet");
      await page.getByLabel("It shows none").check();
      await page.getByRole("button", { name: /^Import to/ }).click();
      await page.waitForURL(/\/articles\/[0-9a-f-]{36}$/);
      const revision = await db.revision.findFirstOrThrow({
        where: { article: { workspaceId: workspace.id } },
      });
      expect(revision.original).toBe(name.endsWith(".md") ? `# ${words}` : words);
    });
  }

  for (const [name, content, said] of [
    ["scan.pdf", "%PDF-1.7", "not a text file"],
    ["really a pdf.txt", "%PDF-1.7 …", "not plain text"],
    ["broken.txt", "\u00ef\u00bb\u00bfA\u00c3", "cannot be read"],
    ["huge.txt", "x".repeat(4_300_000), "larger than 2 MB"],
    ["empty.txt", "", "There is no text in “empty.txt”"],
    ["blank.txt", " \n\t\r\n", "There is no text in “blank.txt”"],
  ] as const) {
    test(`refuses ${name} and keeps what was typed`, async ({ page, db, signIn }) => {
      const { user } = await desk(db);
      await signIn(user);
      await page.goto("/articles/new");
      await page.getByLabel("The article").fill("Half a text");
      await page
        .getByLabel("Text file")
        .setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(content, "latin1") });
      await expect(page.locator("main").getByRole("alert")).toContainText(said);
      await expect(page.getByLabel("The article")).toHaveValue("Half a text");
    });
  }

  const shared = sharedFile("articles", "russian-draft-dodgers.txt");

  const absent = shared ? "" : " (skipped: ../shared/articles is not there)";

  test(`sorts the article that started it without a hand on it${absent}`, async ({ page, db, signIn }) => {
    test.skip(!shared, "../shared is not there");
    const { user } = await desk(db);
    await signIn(user);
    await page.goto("/articles/new");
    await preview(page, readFileSync(shared ?? "", "utf8"));
    const found = await roles(page);
    const count = (role: string) => found.filter((one) => one === role).length;
    expect(["title", "dek", "caption", "credit", "body", "bio"].map(count)).toEqual([1, 1, 1, 1, 13, 2]);
    await expect(page.getByLabel("Author")).toHaveValue("Ellie Cook");
    await expect(page.getByText("The text shows no date.")).toBeVisible();
    await expect(page.getByText("The same as block 20.")).toBeVisible();
  });

  for (const role of ["member", "viewer"] as const) {
    test(`is not for a ${role}, who learns whom to ask`, async ({ page, db, signIn }) => {
      const { user } = await desk(db, role);
      await signIn(user);
      await page.goto("/");
      await expect(page.getByText("Owners and editors can add articles.")).toBeVisible();
      await page.goto("/articles/new");
      await expect(page.getByText("Importing is for owners and editors")).toBeVisible();
      await expect(page.getByText("Olga Owner")).toBeVisible();
      await expect(page.getByRole("textbox")).toHaveCount(0);
    });
  }
});

test.describe("the list", () => {
  test("shows the state of the work and finds by title", async ({ page, db, signIn }) => {
    const { user, owner, workspace } = await desk(db);
    const at = { workspaceId: workspace.id, createdById: owner.id };
    const harbour = await makeArticle(db, { ...at, title: "Harbour reopens", publisher: "The Sound Post" });
    await makeArticle(db, { ...at, title: "Grain goes missing" });
    const by = { articleId: harbour.id, createdById: owner.id };
    const passage = await makePassage(db, { ...by, words: "two winters" });
    const thread = await makeThread(db, { ...by, passageId: passage.id, assigneeId: user.id });
    await makeComment(db, {
      threadId: thread.id,
      authorId: owner.id,
      text: "Who counted them?",
      mentions: [user.id],
    });
    await signIn(user);
    await page.goto("/");
    const row = page.getByRole("article").filter({ hasText: "Harbour reopens" });
    await expect(row).toContainText("0 of 1 passage judged");
    await expect(row).toContainText("1 open thread");
    await expect(row).toContainText("Not opened yet");
    const waiting = page.getByRole("region", { name: "Waiting for you" });
    await expect(waiting.getByRole("link")).toHaveCount(2);
    await expect(waiting.getByRole("link").first()).toHaveAttribute(
      "href",
      `/articles/${harbour.id}?thread=${thread.id}`,
    );

    await page.getByRole("link", { name: "Assigned to me" }).click();
    await expect(page.getByRole("article")).toHaveCount(1);
    await expect(row).toBeVisible();
    await page.getByRole("link", { name: "New for me" }).click();
    await expect(page.getByRole("article")).toHaveCount(2);
    await page.getByRole("link", { name: "All", exact: true }).click();

    await page.getByLabel("Search by title").fill("reopens HARBOUR");
    await page.getByLabel("Search by title").press("Enter");
    await expect(page.getByRole("article")).toHaveCount(1);
    await page.getByLabel("Search by title").fill("nothing such");
    await page.getByLabel("Search by title").press("Enter");
    await expect(page.getByText("No title has “nothing such”")).toBeVisible();
    await page.getByRole("link", { name: "Show all articles" }).click();
    await expect(page.getByRole("article")).toHaveCount(2);
    await page.getByRole("link", { name: "Newest" }).click();
    await expect(page.getByRole("article").first()).toContainText("Grain goes missing");
    await expect(async () => {
      await page.keyboard.press("k");
      await expect(page.getByRole("article").first()).toBeFocused({ timeout: 500 });
    }).toPass();
    await page.keyboard.press("Enter");
    await expect(page).toHaveTitle(/^Grain goes missing/);
  });

  test("archives, undoes and restores", async ({ page, db, signIn }) => {
    const { user, workspace } = await desk(db);
    await makeArticle(db, { workspaceId: workspace.id, createdById: user.id, title: "Harbour reopens" });
    await signIn(user);
    await page.goto("/");
    const row = page.getByRole("article");
    const menu = page.getByRole("button", { name: "Actions for “Harbour reopens”" });
    await menu.click();
    await page.getByRole("menuitem", { name: "Archive" }).click();
    await expect(row).toHaveCount(0);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(row).toHaveCount(1);
    await menu.click();
    await page.getByRole("menuitem", { name: "Archive" }).click();
    await expect(page.getByText("No articles yet")).toBeVisible();
    await page.getByRole("link", { name: "Archived", exact: true }).click();
    await menu.click();
    await page.getByRole("menuitem", { name: "Restore to the list" }).click();
    await expect(page.getByText("Nothing is archived")).toBeVisible();
  });

  test("edits details, and settles it when a colleague was faster", async ({
    page,
    db,
    signIn,
    allowTrouble,
  }) => {
    allowTrouble(/status of (?:400|409)/);
    const { user, workspace } = await desk(db);
    const made = await makeArticle(db, {
      workspaceId: workspace.id,
      createdById: user.id,
      title: "Harbour reopens",
    });
    await signIn(user);
    await page.goto("/");
    await page.getByRole("button", { name: "Actions for “Harbour reopens”" }).click();
    await page.getByRole("menuitem", { name: "Edit details" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Address").fill("no address");
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(dialog.getByLabel("Address")).toHaveAttribute("aria-invalid", "true");
    await dialog.getByLabel("Address").fill("example.org/harbour");
    await db.article.update({ where: { id: made.id }, data: { author: "Their Author", version: 2 } });
    await dialog.getByLabel("Author").fill("My Author");
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(dialog.getByText("Their Author")).toBeVisible();
    await expectClear(page);
    await dialog.getByRole("button", { name: "Keep mine" }).click();
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole("article")).toContainText("My Author");
    const stored = await db.article.findUniqueOrThrow({ where: { id: made.id } });
    expect(stored.url).toBe("https://example.org/harbour");
  });

  test("leaves room for the search beside long names of workspaces @both", async ({ page, db, signIn }) => {
    const { user } = await desk(db);
    const name = "The investigations and documents desk of the northern edition, second floor";
    const second = await makeWorkspace(db, { name });
    await makeMembership(db, { workspaceId: second.id, userId: user.id, role: "viewer" });
    await signIn(user);
    await page.goto("/");
    const link = page.getByRole("navigation", { name: "Workspaces" }).getByRole("link", { name });
    // Cut at its end only: its first letter stands where the link's room begins.
    const [left, room] = await link.evaluate((one) => {
      const words = document.createRange();
      words.selectNodeContents(one);
      const outer = one.getBoundingClientRect();
      return [words.getBoundingClientRect().left - outer.left, outer.right];
    });
    expect(left).toBeGreaterThan(0);
    expect(room).toBeLessThan(await page.evaluate(() => innerWidth));
    const search = await page.getByLabel("Search by title").boundingBox();
    expect(search?.width).toBeGreaterThan(240);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });

  test("tells what is known of an article without a dot at the start of a line @both", async ({
    page,
    db,
    signIn,
  }) => {
    const { user, workspace } = await desk(db);
    const { id } = await makeArticle(db, {
      workspaceId: workspace.id,
      createdById: user.id,
      publisher: "The Evening Post of the Northern Harbours",
      author: "Ines Holm, Tom Hall",
      publishedAt: new Date("2024-05-03"),
      url: "https://example.org/ferry",
    });
    await signIn(user);
    await page.goto(`/articles/${id}`);
    await expect(page.locator('[data-reader="editor"]')).toBeVisible();
    const facts = page.locator("header p").filter({ hasText: "min," });
    const dots = await facts.evaluate((line) => {
      const { left } = line.getBoundingClientRect();
      return Array.from(
        line.querySelectorAll("[aria-hidden]"),
        (dot) => dot.getBoundingClientRect().left - left,
      );
    });
    expect(dots).toHaveLength(4);
    for (const dot of dots) expect(dot).toBeGreaterThan(20);
  });

  test("knows only the workspaces of the reader", async ({ page, db, signIn, allowTrouble }) => {
    allowTrouble(/status of 404/);
    const { user, workspace } = await desk(db);
    const other = await desk(db);
    const second = await makeWorkspace(db, { name: "The Night Desk" });
    await makeMembership(db, { workspaceId: second.id, userId: user.id, role: "viewer" });
    for (const [workspaceId, title] of [
      [workspace.id, "Mine"],
      [second.id, "At night"],
      [other.workspace.id, "Theirs"],
    ] as const) {
      await makeArticle(db, { workspaceId, createdById: other.user.id, title });
    }
    await signIn(user);
    await page.goto("/");
    await expect(page.getByRole("article")).toHaveCount(2);
    await page
      .getByRole("navigation", { name: "Workspaces" })
      .getByRole("link", { name: "The Night Desk" })
      .click();
    await expect(page.getByRole("article")).toHaveCount(1);
    await expect(page.getByRole("article")).toContainText("At night");
    await expect(page.getByRole("button", { name: /^Actions for/ })).toHaveCount(0);
    await page.goto(`/?workspace=${other.workspace.id}`);
    await expect(page.getByRole("heading", { name: "Not here" })).toBeVisible();
  });
});
