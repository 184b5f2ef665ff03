import { article, desk, preview, roles } from "./articles";
import { expect, test } from "./fixtures";

// What is lost on the way from a text to an article: nothing.

test.describe("importing", () => {
  // The reading room is looked at elsewhere; here it need not be there.
  test.beforeEach(({ allowTrouble }) => allowTrouble(/status of (?:400|404|409)/));

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
    await expect(page.getByLabel("The article")).toBeFocused();
    await expect(page.getByLabel("The article")).toHaveAccessibleDescription(/only a headline/);
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
    await expect(page.getByRole("region", { name: "Preview" })).toBeFocused();
    await page.getByRole("button", { name: "Change the text" }).press("Enter");
    await expect(page.getByLabel("The article")).toBeFocused();
    await page.getByRole("button", { name: "Show the preview" }).press("Enter");
    await expect(page.getByRole("region", { name: "Preview" })).toBeFocused();
    await page.getByLabel("Role of block 4").selectOption("caption");
    await page.getByLabel("Author").fill("Someone Else");
    await page.reload();
    await expect(page.getByText("the text that you had begun to import")).toBeVisible();
    expect((await roles(page))[3]).toBe("caption");
    await expect(page.getByLabel("Author")).toHaveValue("Someone Else");
    await page.getByRole("button", { name: "Start anew" }).click();
    await expect(page.getByLabel("The article")).toHaveValue("");
    await expect(page.getByLabel("The article")).toBeFocused();
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
});
