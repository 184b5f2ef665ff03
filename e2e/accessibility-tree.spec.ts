import { makePassage } from "@/prisma/factories";
import { expect, test } from "./fixtures";
import { makeRoom, openRoom } from "./reading";
import { makeEverything } from "./screens";

// The reading room as assistive technology has it: its landmarks, its headings, and what names its marks. A snapshot
// names what has to be there in this order; more may stand between.

test("the tree of the reading room: still, with a passage open, with a form open", async ({
  page,
  db,
  signIn,
}) => {
  const made = await makeEverything(db);
  await signIn(made.ana);
  await page.goto(made.address);
  await expect(page.locator('[data-reader="editor"]')).toBeVisible();
  await expect(page.locator("body")).toMatchAriaSnapshot(`
    - banner:
      - link "Skip to the text"
      - link "Skip to the discussion"
      - link "Skip to the next words nobody has examined"
      - navigation "Places"
    - region "Above the text":
      - toolbar "Passages":
        - button "Previous passage"
        - button "Next passage"
        - button "List of passages"
        - button "Add a passage by its words"
    - main:
      - navigation "Views of this article"
      - article "Harbour to reopen in spring":
        - heading "Harbour to reopen in spring" [level=1]
        - paragraph:
          - mark: The harbour of Lund will reopen in March
          - link /^Passage 1, Port authority, mostly accurate/
    - complementary "Discussion":
      - heading "Discussion" [level=2]
      - heading /^Passage 3, Ida Holm/ [level=3]
    - status
  `);
  // Each mark names its links, which are there, and the text has its own language.
  const details = page.locator("mark.passage").first();
  await expect(details).toHaveAttribute("aria-details", new RegExp(`ref-${made.march.id}`));
  await expect(page.locator(`a#ref-${made.march.id}`)).toHaveCount(1);
  await expect(page.getByRole("article", { name: "Harbour to reopen in spring" })).toHaveAttribute(
    "lang",
    "en",
  );

  await page.goto(`${made.address}?passage=${made.winters.id}`);
  const panel = page.getByRole("region", { name: /^Passage 3/ });
  await expect(panel).toMatchAriaSnapshot(`
    - region /^Passage 3/:
      - heading /^Passage 3/ [level=3]
      - button "Go to the words"
      - button "More about this passage"
      - button "Close the passage"
      - blockquote:
        - mark: “We lost two winters,”
      - region "Who said it":
        - heading "Who said it" [level=4]
      - group "What kinds of claim is it?"
      - region /^Verdicts. is it so/:
        - heading /^Is it so/ [level=4]
        - list "Verdicts"
      - region /^Verdicts. did they say so/:
        - heading /^Did they say so/ [level=4]
      - region "Evidence":
        - heading "Evidence" [level=4]
      - region /^Is it so/:
        - heading /^Discussion. Is it so/ [level=4]
        - article "Ben Okoro"
        - article "Ana Lima"
      - group "Start another thread"
  `);
  // What stands there more than once can be told apart by its name alone.
  const names = [...(await panel.ariaSnapshot()).matchAll(/button "(.*?)"/g)].map(([, name]) => name);
  const told = names.filter((name) =>
    /^(Judge|Change mine|History|Assign|Resolve|Take mine back)/.test(name ?? ""),
  );
  expect(told).toEqual(expect.arrayContaining(["Resolve: did they say so?", "History: is it so?"]));
  expect(told).toEqual([...new Set(told)]);

  await page.keyboard.press("a");
  const form = page.getByRole("form", { name: "Who said it?" });
  await expect(form.getByRole("combobox", { name: "Source" })).toBeFocused();
  await expect(form).toMatchAriaSnapshot(`
    - form "Who said it?":
      - combobox "Source"
  `);
});

test("the headline is heard apart from the number behind it, as served and in the editor", async ({
  page,
  browser,
  baseURL,
  db,
  signIn,
}) => {
  const { ana, article, address } = await makeRoom(db);
  await makePassage(db, { articleId: article.id, createdById: ana.id, words: "Harbour to reopen in spring" });
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
  await signIn(ana, context);
  await signIn(ana);
  const served = await context.newPage();
  await served.goto(address);
  await openRoom(page, address);
  for (const one of [served, page]) {
    const headline = one.getByRole("heading", { level: 1 });
    await expect(headline).toHaveAccessibleName("Harbour to reopen in spring, Passage 1");
    const copied = headline.evaluate((element) => {
      getSelection()?.selectAllChildren(element);
      return String(getSelection());
    });
    expect(await copied).toBe("Harbour to reopen in spring");
  }
  await context.close();
});
