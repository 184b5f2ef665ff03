import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { makeMembership, makeUser, makeWorkspace } from "@/prisma/factories";
import { sharedFile } from "@/prisma/shared-file";
import { expect, test } from "./fixtures";
import { dragOver, marks, openRoom } from "./reading";

// The main job from end to end: three colleagues, the real article, each in a browser of their own.

const shared = sharedFile("articles", "russian-draft-dodgers.txt");

/** Writes into the field that has the focus, and sends it. */
async function say(page: Page, fieldName: string, words: string): Promise<void> {
  await expect(page.getByRole("textbox", { name: fieldName })).toBeFocused();
  await page.keyboard.type(words);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(words)).toBeVisible();
}

async function openPassage(page: Page, words: string): Promise<void> {
  await marks(page, words).first().click();
  await expect(page.getByRole("region", { name: /^Passage \d+/ })).toBeVisible();
}

async function reply(page: Page, words: string): Promise<void> {
  await page
    .getByRole("region", { name: /^Passage \d+/ })
    .locator("[contenteditable=true]")
    .last()
    .click();
  await page.keyboard.type(words);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(words)).toBeVisible();
}

test.describe("the article that started it", () => {
  const absent = shared ? "" : " (skipped: ../shared/articles is not there)";

  test(`is pasted, read by three, marked, discussed and settled${absent}`, async ({
    page,
    db,
    signIn,
    openAs,
  }) => {
    test.skip(!shared, "../shared/articles is not there");
    const workspace = await makeWorkspace(db, { name: "Newsroom" });
    const [ana, ben, cleo] = await Promise.all(
      ["Ana Lima", "Ben Okoro", "Cleo Marsh"].map((name) => makeUser(db, { name })),
    );
    if (!ana || !ben || !cleo) throw new Error("Nobody is there.");
    await makeMembership(db, { workspaceId: workspace.id, userId: ana.id, role: "owner" });
    await makeMembership(db, { workspaceId: workspace.id, userId: ben.id, role: "editor" });
    await makeMembership(db, { workspaceId: workspace.id, userId: cleo.id, role: "member" });

    await signIn(ana);
    await page.goto("/articles/new");
    await page.getByLabel("The article").fill(readFileSync(shared ?? "", "utf8"));
    await page.getByRole("button", { name: "Show the preview" }).click();
    await expect(page.getByLabel("Author")).toHaveValue("Ellie Cook");
    await page.getByLabel("Date of publication").fill("2024-04-25");
    await page.getByRole("button", { name: /^Import to/ }).click();
    await page.waitForURL(/\/articles\/[0-9a-f-]{36}$/);
    const address = new URL(page.url()).pathname;
    await openRoom(page, address);
    const bens = await openAs(ben);
    const cleos = await openAs(cleo);
    await openRoom(bens, address);
    await openRoom(cleos, address);
    await expect(
      page.getByRole("img", { name: /Also here: (Ben Okoro and Cleo Marsh|Cleo Marsh and Ben Okoro)/ }),
    ).toBeVisible();

    // Who said it: asked in a thread; recording it is a story of its own, story-who-said-it.spec.ts.
    await dragOver(page, "record levels");
    await page.keyboard.press("h");
    await openPassage(page, "record levels");
    const starters = page.getByRole("group", { name: "Start a thread" });
    await starters.getByRole("button", { name: "Who said it?" }).click();
    await say(page, "Who said it?", "The British Defense Ministry, says the end of the sentence.");
    await expect(marks(bens, "record levels").first()).toBeVisible();
    await openPassage(bens, "record levels");
    await expect(bens.getByText("The British Defense Ministry, says the end of the sentence.")).toBeVisible();
    await reply(bens, "Agreed. The headline calls the same source “UK”.");
    await expect(page.getByText("Agreed. The headline calls the same source “UK”.")).toBeVisible();

    // Is it so: a figure without a source, found by the third.
    await dragOver(cleos, "tens of thousands of fighters");
    await cleos.keyboard.press("h");
    await openPassage(cleos, "tens of thousands of fighters");
    await cleos.keyboard.press("i");
    await say(cleos, "Is it so?", "Shoigu's figure. Has anybody counted them?");
    await expect(marks(page, "tens of thousands of fighters").first()).toBeVisible();

    // Two passages over the same words stay two.
    await dragOver(bens, "levels");
    await bens.keyboard.press("h");
    await expect
      .poll(() => db.passage.count({ where: { articleId: address.split("/").pop() ?? "", deletedAt: null } }))
      .toBe(3);

    // Settled, and everybody sees by whom and why.
    await page.getByRole("button", { name: "Resolve", exact: true }).click();
    await page.getByLabel("Why is it settled?").fill("the ministry's own post has the words");
    await page.getByRole("dialog", { name: "Resolve" }).getByRole("button", { name: "Resolve" }).click();
    await expect(
      bens.getByText(/Resolved by Ana Lima, just now: the ministry's own post has the words/),
    ).toBeVisible();

    // What is stored is what was seen: every passage's words are the text's at its place.
    const stored = await db.passage.findMany({
      where: { articleId: address.split("/").pop() ?? "" },
      include: { revision: true },
    });
    for (const passage of stored) {
      expect(passage.revision.text.slice(passage.start, passage.end)).toBe(passage.exact);
    }
    await cleos.reload();
    // The shorter passage cuts the longer one in two.
    await expect(marks(cleos, "record").first()).toBeVisible();
    await expect(marks(cleos, "tens of thousands of fighters").first()).toBeVisible();
  });
});
