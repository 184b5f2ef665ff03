import {
  makeArticle,
  makeComment,
  makeMembership,
  makePassage,
  makeThread,
  makeUser,
  makeWorkspace,
} from "@/prisma/factories";
import { desk } from "./articles";
import { expectClear } from "./expect-clear";
import { expect, test } from "./fixtures";

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
    let letCome = () => {};
    const held = new Promise<void>((resolve) => {
      letCome = resolve;
    });
    await page.route("**/_next/**/*.js", async (route) => {
      await held;
      await route.continue();
    });
    await page.goto("/", { waitUntil: "commit" });
    const row = page.getByRole("article");
    const menu = page.getByRole("button", { name: "Actions for “Harbour reopens”" });
    // Its code comes, as that of the messages does, while it is held down.
    await menu.hover();
    await page.mouse.down();
    letCome();
    await expect(page.locator("section[aria-label^=Messages]")).toBeAttached();
    await page.mouse.up();
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
    openAs,
    baseURL,
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
    const sam = await makeUser(db, { name: "Sam Okafor" });
    await makeMembership(db, { workspaceId: workspace.id, userId: sam.id, role: "editor" });
    const colleague = await openAs(sam);
    await colleague.request.patch(`/api/articles/${made.id}`, {
      data: { version: 1, metadata: { author: "Their Author" } },
      headers: { origin: baseURL ?? "" },
    });
    await dialog.getByLabel("Author").fill("My Author");
    // What was typed is not lost by a press beside the box, and by Esc or Cancel only after a question.
    await page.mouse.click(5, 5);
    await page.keyboard.press("Escape");
    const question = dialog.getByRole("alert").filter({ hasText: "Not saved yet" });
    await expect(question).toContainText("your changes");
    await expect(question.getByRole("button", { name: "Go on" })).toBeFocused();
    await expectClear(page);
    await page.keyboard.press("Escape");
    await expect(question).toHaveCount(0);
    await expect(dialog.getByLabel("Author")).toBeFocused();
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await question.getByRole("button", { name: "Go on" }).click();
    // The browser asks before Back leaves.
    const asked = page.waitForEvent("dialog");
    await page.evaluate(() => history.back());
    await (await asked).dismiss();
    await expect(dialog.getByLabel("Author")).toHaveValue("My Author");
    await dialog.getByRole("button", { name: "Save" }).click();
    const conflict = dialog.getByRole("alert");
    await expect(conflict).toContainText("Sam Okafor changed this, just now. Yours is in the form.");
    await expect(conflict).toContainText("Their Author");
    await expectClear(page);
    await dialog.getByRole("button", { name: "Keep mine" }).click();
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole("article")).toContainText("My Author");
    const menu = page.getByRole("button", { name: "Actions for “Harbour reopens”" });
    await menu.click();
    await page.getByRole("menuitem", { name: "Edit details" }).click();
    await dialog.getByLabel("Author").fill("Nobody");
    await page.keyboard.press("Escape");
    await question.getByRole("button", { name: "Discard" }).click();
    await expect(dialog).toHaveCount(0);
    await expect(menu).toBeFocused();
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
    // On a phone what narrows the list is one row, however much of it there is.
    const middles = await Promise.all(
      ["Which articles", "Current or archived", "Order"].map(async (row) => {
        const box = await page.getByRole("navigation", { name: row }).boundingBox();
        return (box?.y ?? 0) + (box?.height ?? 0) / 2;
      }),
    );
    if ((page.viewportSize()?.width ?? 0) < 720) expect(new Set(middles.map(Math.round)).size).toBe(1);
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
