import { readFileSync } from "node:fs";
import { makeArticle } from "@/prisma/factories";
import { sharedFile } from "@/prisma/shared-file";
import { article, desk, preview, roles } from "./articles";
import { expect, test } from "./fixtures";

// How a text becomes an article.

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

    // All that is missing is told at once.
    const title = await page.getByLabel("Title").inputValue();
    await page.getByLabel("Title").fill("");
    await page.getByRole("button", { name: /^Import to/ }).click();
    await expect(page.getByText("The date is missing").first()).toBeVisible();
    await expect(page.getByLabel("Title")).toBeFocused();
    await expect(page.getByLabel("Title")).toHaveAttribute("aria-invalid", "true");
    await page.getByLabel("Title").fill(title);
    await page.getByRole("button", { name: /^Import to/ }).click();
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

  test("tells of an article under the same headline, and still of one with the same words", async ({
    page,
    db,
    signIn,
  }) => {
    const { user, workspace } = await desk(db);
    const place = { workspaceId: workspace.id, createdById: user.id };
    const [headline] = article.split("\n");
    await makeArticle(db, { ...place, text: `${headline}\n\nThis is how it was told in the morning.` });
    await signIn(user);
    await page.goto("/articles/new");
    await preview(page, article);
    const notice = page.locator("main").getByRole("alert").filter({ hasText: "here already" });
    await expect(notice).toContainText("An article with this headline is here already");
    // A colleague imports the same text meanwhile.
    await makeArticle(db, { ...place, text: article });
    await page.getByLabel("It shows none").check();
    await notice.getByRole("button", { name: "Import this one too" }).click();
    await expect(notice).toContainText("This text is here already");
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
