import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { makeMembership, makeUser, makeWorkspace } from "@/prisma/factories";
import type { PrismaClient } from "@/prisma/generated/client";
import { sharedFile } from "@/prisma/shared-file";
import { expect, test } from "./fixtures";
import { dragOver, marks, openRoom, proposed, tabTo } from "./reading";

// Who said it, from end to end on the real article: pasted, what the machine proposes accepted, three of it corrected,
// two added, one disagreement settled with a colleague live, the ledger read. Once by mouse, once by keyboard.

const shared = sharedFile("articles", "russian-draft-dodgers.txt");
const absent = shared ? "" : " (skipped: ../shared/articles is not there)";
const ministry = "British Defense Ministry";

/** How a person does things: with the mouse, or without it. */
type Hand = {
  /** Presses a button; a key does the same where there is one. */
  press: (page: Page, button: Locator, key?: string) => Promise<void>;
  /** Writes into a field in place of what is there. */
  write: (page: Page, field: Locator, words: string) => Promise<void>;
  /** Takes the radio button, which is the one before the chosen one. */
  takeEarlier: (page: Page, radio: Locator, words: string) => Promise<void>;
  choose: (page: Page, field: Locator, option: string) => Promise<void>;
  select: (page: Page, sentence: string) => Promise<void>;
  openSuggestion: (page: Page) => Promise<void>;
  openPassage: (page: Page, words: string) => Promise<void>;
};

const mouse: Hand = {
  press: (_page, button) => button.click(),
  write: (_page, field, words) => field.fill(words),
  takeEarlier: (_page, radio, words) => radio.page().getByText(words, { exact: true }).click(),
  async choose(_page, field, option) {
    await field.selectOption(option);
  },
  select: dragOver,
  openSuggestion: (page) => proposed(page).first().click(),
  openPassage: (page, words) => marks(page, words).first().click(),
};

const keyboard: Hand = {
  async press(page, button, key) {
    if (key) return page.keyboard.press(key);
    await tabTo(page, button);
    await page.keyboard.press("Enter");
  },
  async write(page, field, words) {
    await tabTo(page, field);
    if ((await field.getAttribute("type")) !== "date") await page.keyboard.press("Control+a");
    await page.keyboard.insertText("");
    if (words.length > 100) await page.keyboard.insertText(words);
    else await page.keyboard.type(words);
  },
  async takeEarlier(page, radio) {
    await tabTo(page, radio.page().getByRole("radio", { checked: true, name: /quoted|Indirect/ }));
    await page.keyboard.press("ArrowLeft");
    await expect(radio).toBeChecked();
  },
  async choose(page, field, option) {
    await tabTo(page, page.getByText(/^More/).and(page.locator("summary")));
    await page.keyboard.press("Enter");
    await tabTo(page, field);
    await page.keyboard.type(option);
  },
  async select(page, sentence) {
    const selected = () => page.evaluate(() => window.getSelection()?.toString() ?? "");
    // Down to the end, then up: every paragraph's first sentence.
    let [key, before] = ["j", ""];
    await page.keyboard.press("Escape");
    for (let block = 0; block < 60; block++) {
      await page.keyboard.press(key);
      await page.keyboard.press("Enter");
      await expect.poll(selected).not.toBe("");
      const here = await selected();
      if (here === sentence) return;
      if (here === before) key = "k";
      before = here;
      await page.keyboard.press("Escape");
      await expect.poll(selected).toBe("");
    }
    throw new Error("The keys found no such sentence.");
  },
  openSuggestion: (page) => page.keyboard.press("]"),
  async openPassage(page, words) {
    for (let step = 0; step < 40; step++) {
      await page.keyboard.press("n");
      await expect(passage(page)).toBeVisible();
      if (await passage(page).locator("mark").filter({ hasText: words }).isVisible()) return;
    }
    throw new Error("The keys found no such passage.");
  },
};

const passage = (page: Page) => page.getByRole("region", { name: /^Passage \d+/ });
const told = (page: Page) => passage(page).getByRole("region", { name: "Who said it", exact: true });
const suggestion = (page: Page) => page.getByRole("region", { name: /^Suggestion \d+ of \d+$/ });
const form = (page: Page) => page.getByRole("form", { name: "Who said it?" });

async function makeDesk(db: PrismaClient) {
  const workspace = await makeWorkspace(db, { name: "Newsroom" });
  const ana = await makeUser(db, { name: "Ana Lima" });
  const ben = await makeUser(db, { name: "Ben Okoro" });
  await makeMembership(db, { workspaceId: workspace.id, userId: ana.id, role: "editor" });
  await makeMembership(db, { workspaceId: workspace.id, userId: ben.id, role: "member" });
  return { ana, ben };
}

async function importArticle(page: Page, hand: Hand, text: string, day: string): Promise<string> {
  await page.goto("/articles/new");
  const show = page.getByRole("button", { name: "Show the preview" });
  await expect(show).toBeEnabled();
  await hand.write(page, page.getByLabel("The article"), text);
  await hand.press(page, show);
  await expect(page.getByLabel("Author")).toHaveValue("Ellie Cook");
  await hand.write(page, page.getByLabel("Date of publication"), day);
  await hand.press(page, page.getByRole("button", { name: /^Import to/ }), "Enter");
  await page.waitForURL(/\/articles\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

/** What Ana finds wrong in three of the proposals. */
const corrections: { quote: RegExp; mend: (page: Page, hand: Hand) => Promise<void>; line: string }[] = [
  {
    quote: /^Russian tactics/,
    async mend(page, hand) {
      await hand.write(page, form(page).getByRole("combobox", { name: "Source" }), "Western officials");
      await page.keyboard.press("Enter");
    },
    line: "Western officials, indirectly, say",
  },
  {
    quote: /2 million/,
    async mend(page, hand) {
      if (hand === mouse) await form(page).getByText(/^More/).click();
      await hand.choose(page, form(page).getByLabel("Channel"), "Testimony");
    },
    line: "Christopher Cavoli, partly quoted, told",
  },
  {
    quote: /“sensitive,”|"sensitive,"/,
    async mend(page, hand) {
      await hand.takeEarlier(page, form(page).getByRole("radio", { name: "Direct", exact: true }), "Direct");
    },
    line: "Volodymyr Zelensky, directly",
  },
];

/** Goes through all proposals: corrects three, dismisses what is to be said otherwise, accepts the rest. */
async function decide(page: Page, hand: Hand, isWrong: RegExp): Promise<void> {
  const quote = async () => (await suggestion(page).getByRole("blockquote").allTextContents()).join();
  let corrected = 0;
  await hand.openSuggestion(page);
  while ((await proposed(page).count()) > 0) {
    await expect(suggestion(page)).toBeVisible();
    const before = await quote();
    const all = suggestion(page).getByRole("button", { name: /^Accept all/ });
    const correction = corrections.find((one) => one.quote.test(before));
    if (correction) {
      corrected++;
      await hand.press(page, suggestion(page).getByRole("button", { name: "Change" }), "a");
      await expect(form(page).getByRole("combobox", { name: "Source" })).toBeFocused();
      await correction.mend(page, hand);
      const save = form(page).getByRole("button", { name: "Accept with these changes" });
      await hand.press(page, save, "Control+Enter");
      await expect(told(page).getByRole("listitem")).toContainText(correction.line);
      if ((await proposed(page).count()) > 0) await hand.openSuggestion(page);
    } else if (isWrong.test(before)) {
      await hand.press(page, suggestion(page).getByRole("button", { name: "Dismiss" }), "Backspace");
    } else if ((await all.isVisible()) && (await all.textContent())?.includes(ministry)) {
      await hand.press(page, all, "Shift+Enter");
    } else {
      const accept = suggestion(page).getByRole("button", { name: "Accept", exact: true });
      await hand.press(page, accept, "Enter");
    }
    await expect.poll(quote).not.toBe(before);
  }
  expect(corrected).toBe(3);
}

for (const [name, hand, day] of [
  // A day that is the same in every country's order.
  ["mouse", mouse, "2024-04-04"],
  ["keyboard", keyboard, "04042024"],
] as const) {
  test(`the real article is attributed by ${name}, with a colleague${absent}`, async ({
    page,
    db,
    signIn,
    openAs,
  }) => {
    test.skip(!shared, "../shared/articles is not there");
    // A hundred steps on a busy machine.
    test.setTimeout(120_000);
    const text = readFileSync(shared ?? "", "utf8");
    const { ana, ben } = await makeDesk(db);
    await signIn(ana);
    const address = await importArticle(page, hand, text, day);
    const articleId = address.split("/").pop() ?? "";
    await openRoom(page, address);
    const bens = await openAs(ben);
    await openRoom(bens, address);
    await expect(proposed(bens).first()).toBeVisible();

    // What the machine proposes, with three corrections.
    await decide(page, hand, /^In July 2023/);
    await expect(proposed(bens)).toHaveCount(0);
    const states = await db.suggestion.groupBy({ by: ["state"], where: { articleId }, _count: true });
    const count = (state: string) => states.find((one) => one.state === state)?._count ?? 0;
    expect([count("open"), count("dismissed")]).toEqual([0, 1]);
    expect(count("accepted")).toBeGreaterThanOrEqual(14);
    const sources = await db.source.findMany({
      where: { workspace: { articles: { some: { id: articleId } } } },
    });
    expect(sources.filter((one) => /Ministry|government|^UK$/.test(one.name)).map((one) => one.name)).toEqual(
      [ministry],
    );

    // Two that nobody has proposed.
    const sentence = (start: RegExp) => start.exec(text)?.[0] ?? "";
    await hand.select(page, sentence(/In July 2023[^.]*\./));
    const menu = page.getByRole("toolbar", { name: "Selected words" });
    await hand.press(page, menu.getByRole("button", { name: "Who said it?" }), "a");
    await hand.write(page, form(page).getByRole("combobox", { name: "Source" }), "Russian parliament");
    await page.keyboard.press("Enter");
    await hand.press(page, form(page).getByRole("button", { name: "Record" }), "Control+Enter");
    await expect(told(page).getByRole("listitem")).toContainText("Russian parliament, indirectly");
    await hand.select(page, sentence(/Ukraine has struggled[^.]*\./));
    await hand.press(page, menu.getByRole("button", { name: "Reporter’s own" }), "o");
    await expect(page.getByText("Recorded: the reporter’s own words")).toBeVisible();

    // A colleague sees one of them otherwise; an editor settles it before both their eyes.
    await mouse.openPassage(bens, "record levels");
    await told(bens).getByRole("button", { name: "I see it differently" }).click();
    await form(bens).getByText("Direct", { exact: true }).click();
    await form(bens).getByRole("button", { name: "Record" }).click();
    await expect(told(bens)).toContainText("Colleagues do not agree on who said this.");
    await hand.openPassage(page, "record levels");
    await expect(told(page)).toContainText("Colleagues do not agree on who said this.");
    const own = told(page).getByRole("listitem").filter({ hasText: "partly quoted" });
    await hand.press(page, own.getByRole("button", { name: "Settle on this" }));
    const settling = told(page).getByRole("form", { name: "Settle who said it" });
    await expect(settling.getByLabel("Why (optional)")).toBeFocused();
    await page.keyboard.type("two words only stand between the marks");
    await hand.press(page, settling.getByRole("button", { name: "Settle", exact: true }), "Enter");
    for (const one of [page, bens]) {
      await expect(told(one)).toContainText(
        "Settled by Ana Lima, just now: two words only stand between the marks",
      );
      await expect(told(one).getByRole("listitem")).toHaveText([
        /British Defense Ministry, partly quoted, said/,
      ]);
    }

    // What is stored is what was seen, also after the page is opened anew.
    await openRoom(page, address);
    await readLedger(page, hand);
  });
}

/** Reads what came of it: whose words the article is made of, beside the text and in the ledger. */
async function readLedger(page: Page, hand: Hand): Promise<void> {
  const examined = page.getByRole("button", { name: /examined: whose words$/ });
  const label = (await examined.getAttribute("aria-label")) ?? "";
  await hand.press(page, examined, "w");
  const dialog = page.getByRole("dialog", { name: "Whose words" });
  const rows = await dialog.getByRole("table", { name: "Words by voice" }).getByRole("row").all();
  const shares = new Map<string, number>();
  for (const row of rows.slice(1)) {
    const words = Number(await row.getByRole("cell").first().textContent());
    shares.set((await row.getByRole("rowheader").textContent()) ?? "", words);
  }
  expect([...shares.keys()].sort()).toEqual(
    [
      ministry,
      "Christopher Cavoli",
      "Mediazona",
      "Not examined",
      "Reporter’s own",
      "Russian parliament",
      "Sergei Shoigu",
      "Vladimir Putin",
      "Volodymyr Zelensky",
      "Western officials",
    ].sort(),
  );
  const all = [...shares.values()].reduce((sum, one) => sum + one, 0);
  const left = shares.get("Not examined") ?? 0;
  expect(label).toBe(`${Math.round((100 * (all - left)) / all)}% examined: whose words`);
  expect(left).toBeLessThan(all / 2);
  expect(shares.get(ministry)).toBe(
    Math.max(...[...shares].map(([name, words]) => (name === "Not examined" ? 0 : words))),
  );
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);

  const views = page.getByRole("navigation", { name: "Views of this article" });
  await hand.press(page, views.getByRole("link", { name: "Sources" }));
  const ledger = page.getByRole("table", { name: "Sources of this article" });
  const names = ledger.getByRole("rowheader").getByRole("button");
  // Most words first; nobody is left out, and nobody is in it who said nothing.
  await expect(names.first()).toHaveText(new RegExp(ministry));
  const listed = await names.allTextContents();
  const speakers = [...shares.keys()].filter((name) => !/^(?:Not examined|Reporter’s own)$/.test(name));
  expect(listed.filter((name) => !speakers.some((one) => name.includes(one)))).toEqual([]);
  expect(listed).toHaveLength(speakers.length);
  await hand.press(page, names.first());
  await expect(page.getByText(`${ministry}, partly quoted, “said”`)).toBeVisible();
}
