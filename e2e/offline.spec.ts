import type { Locator, Page } from "@playwright/test";
import { makeAssessment, makePassage, makeThread } from "@/prisma/factories";
import type { PrismaClient } from "@/prisma/generated/client";
import { expect, test } from "./fixtures";
import { layWire } from "./lay-wire";
import { dragOver, makeRoom, marks, openRoom } from "./reading";
import { comment } from "./threads";

// Without a connection: reading and writing go on, what was done waits, and goes out once, in order, whatever happens
// to the page meanwhile.

const cut = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_CONNECTION|ERR_EMPTY|Failed to load resource/;

const verdicts = (page: Page) => page.getByRole("region", { name: "Verdicts: is it so?" });
const form = (page: Page) => page.getByRole("form", { name: "Is it so?" });
const waiting = (page: Page, what: "Your verdict" | "Who said it" | "Your evidence") =>
  page.getByRole("group", { name: `${what}, on its way` });

/** What happened to one passage, in the order in which it arrived. */
async function arrived(db: PrismaClient, articleId: string, passageId?: string): Promise<string[]> {
  const events = await db.event.findMany({ where: { articleId }, orderBy: { number: "asc" } });
  return events
    .filter(({ ids }) => !passageId || JSON.stringify(ids).includes(passageId))
    .map(({ kind }) => kind);
}

async function judge(page: Page, key: string): Promise<void> {
  await page.keyboard.press("v");
  await expect(form(page)).toBeVisible();
  await page.keyboard.press(key);
}

async function openPassage(page: Page, mark: Locator): Promise<void> {
  await mark.click();
  await expect(verdicts(page)).toBeVisible();
}

test("what is examined without a connection goes out once, in order, after the tab was closed", async ({
  page,
  context,
  db,
  signIn,
  allowTrouble,
}) => {
  allowTrouble(cut);
  const { ana, ben, article, address } = await makeRoom(db);
  const bens = await makePassage(db, { articleId: article.id, createdById: ben.id, words: "two winters" });
  await makeAssessment(db, { passageId: bens.id, byId: ben.id, verdict: "1", text: "One winter." });
  await signIn(ana);
  await openRoom(page, address);
  await context.setOffline(true);
  await expect(page.getByText("You are offline")).toBeVisible();

  // Marked to comment on it, and then for something else.
  await dragOver(page, "half of the boats");
  await page.keyboard.press("c");
  await openPassage(page, marks(page, "half of the boats"));
  await page.keyboard.press("o");
  await expect(waiting(page, "Who said it")).toContainText("The reporter’s own words");
  await judge(page, "4");
  await form(page).getByRole("button", { name: "Add evidence" }).click();
  await page.getByRole("textbox", { name: "Title" }).fill("The harbour’s log");
  await page.keyboard.press("Enter");
  await expect(form(page).getByRole("checkbox", { name: /The harbour’s log/ })).toBeChecked();
  await form(page).getByRole("button", { name: "Save the verdict" }).click();
  await expect(waiting(page, "Your verdict")).toContainText("Accurate");
  await expect(waiting(page, "Your evidence")).toContainText("The harbour’s log");
  // A comment that comes to nothing does not take along what waits.
  await page.keyboard.press("c");
  await page.keyboard.press("Escape");
  await expect(waiting(page, "Your verdict")).toBeVisible();

  // Mine waits; what a colleague has judged stays hidden until it is there.
  await openPassage(page, marks(page, "two winters"));
  await judge(page, "3");
  await page.keyboard.press("Enter");
  await expect(waiting(page, "Your verdict")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Reveal/ })).toBeVisible();
  await expect(verdicts(page)).not.toContainText("One winter.");
  // I change my mind before it has gone: one verdict goes out.
  await waiting(page, "Your verdict").getByRole("button", { name: "Change" }).click();
  await page.keyboard.press("2");
  await page.keyboard.press("Enter");
  await expect(waiting(page, "Your verdict")).toContainText("Misleading in part");
  await expect(page.getByText("5 things are waiting")).toBeVisible();
  expect(await db.assessment.count({ where: { articleId: article.id, byId: ana.id } })).toBe(0);

  await page.close();
  await context.setOffline(false);
  const again = await context.newPage();
  await openRoom(again, `${address}?passage=${bens.id}`);
  await expect(verdicts(again)).toContainText("Misleading in part · you");
  await expect(verdicts(again)).toContainText("One winter.");
  const mine = await db.passage.findFirstOrThrow({ where: { articleId: article.id, createdById: ana.id } });
  // The passage goes by itself or along with what was said of it, whichever is faster.
  const said = async () =>
    (await arrived(db, article.id, mine.id)).filter((kind) => kind !== "passage.created");
  await expect.poll(said).toEqual(["attribution.created", "evidence.created", "assessment.created"]);
  const stored = await db.assessment.findMany({
    where: { articleId: article.id, byId: ana.id },
    orderBy: { verdict: "asc" },
    include: { evidence: true },
  });
  expect(stored.map(({ verdict, blind, evidence }) => [verdict, blind, evidence.length])).toEqual([
    ["2", true, 0],
    ["4", true, 1],
  ]);
  await expect(again.getByRole("group", { name: /on its way$/ })).toHaveCount(0);
});

test("the wire cut in the middle of a post, the tab closed, opened again: nothing lost, nothing doubled", async ({
  page,
  context,
  db,
  signIn,
  baseURL,
  allowTrouble,
}) => {
  allowTrouble(cut);
  const { ana, article, address } = await makeRoom(db);
  const passage = await makePassage(db, { articleId: article.id, createdById: ana.id, words: "two winters" });
  const thread = await makeThread(db, { articleId: article.id, createdById: ana.id, passageId: passage.id });
  const wire = await layWire(baseURL ?? "");
  const link = `${wire.url}${address}?thread=${thread.id}`;
  const comments = () =>
    db.comment.findMany({ where: { threadId: thread.id }, orderBy: { createdNumber: "asc" } });
  try {
    await signIn(ana);
    await openRoom(page, link);
    // The server stores it, and its answer is lost.
    wire.cutAtAnswerTo(`POST /api/passages/${passage.id}/assessments`);
    await judge(page, "4");
    await page.keyboard.press("Enter");
    await expect(waiting(page, "Your verdict")).toContainText("Accurate");
    expect(await db.assessment.count({ where: { passageId: passage.id } })).toBe(1);
    const field = page
      .getByRole("region", { name: "Passage 1" })
      .locator("[contenteditable=true], textarea")
      .last();
    for (const words of ["First.", "Second."]) {
      await field.click();
      await page.keyboard.type(words);
      await page.keyboard.press("Control+Enter");
      await expect(page.getByText(words)).toBeVisible();
    }
    await page.close();

    wire.mend();
    wire.cutAtAnswerTo(`POST /api/threads/${thread.id}/comments`);
    const second = await context.newPage();
    await openRoom(second, link);
    await expect.poll(async () => (await comments()).length).toBe(1);
    await expect(second.getByText("Waiting to be sent").first()).toBeVisible();
    await second.close();

    wire.mend();
    const third = await context.newPage();
    await openRoom(third, link);
    await expect(verdicts(third)).toContainText("Accurate · you");
    await expect.poll(async () => (await comments()).map(({ text }) => text)).toEqual(["First.", "Second."]);
    await expect(third.getByText("Waiting to be sent")).toHaveCount(0);
    expect(await db.assessment.count({ where: { passageId: passage.id } })).toBe(1);
  } finally {
    await wire.close();
  }
});

test("what is refused when it goes out says why, and can be changed, copied or thrown away", async ({
  page,
  context,
  db,
  signIn,
  openAs,
  baseURL,
  allowTrouble,
}) => {
  allowTrouble(/status of 4\d\d|ERR_INTERNET_DISCONNECTED|Failed to load resource/);
  const { ana, ben, article, address } = await makeRoom(db);
  const made = { articleId: article.id, createdById: ben.id };
  const passage = await makePassage(db, { ...made, words: "half of the boats have left" });
  const gone = await makePassage(db, { ...made, words: "Nobody waved" });
  await signIn(ana);
  await openRoom(page, address);
  await context.setOffline(true);
  await expect(page.getByText("You are offline")).toBeVisible();
  for (const mark of [marks(page, "half of the boats"), marks(page, "Nobody waved")]) {
    await openPassage(page, mark);
    await judge(page, "4");
    await page.keyboard.press("Enter");
    await expect(waiting(page, "Your verdict")).toBeVisible();
  }
  await page.keyboard.press("c");
  await page.keyboard.type("I was there.");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("3 things are waiting")).toBeVisible();
  // Meanwhile the words of one become others, and a colleague deletes the other.
  const end = passage.start + "half of the boats".length;
  await db.passage.update({
    where: { id: passage.id },
    data: { end, exact: "half of the boats", version: 2 },
  });
  const colleague = await openAs(ben);
  const headers = { origin: baseURL ?? "" };
  expect((await colleague.request.delete(`/api/passages/${gone.id}`, { headers, data: {} })).ok()).toBe(true);
  await context.setOffline(false);
  await expect(page.getByText("Something you wrote was not sent")).toBeVisible();
  await openPassage(page, marks(page, "half of the boats"));
  const refused = page.getByRole("group", { name: "Your verdict, not saved" });
  await expect(refused).toContainText("The words of this passage were changed meanwhile");
  await page.reload();
  const lost = (what: string) => page.getByRole("group", { name: `${what}, not sent` });
  await expect(lost("Your verdict")).toContainText("Its passage “Nobody waved” was deleted by Ben Okoro");
  await lost("Your verdict").getByRole("button", { name: "Discard" }).click();
  await expect(lost("Your verdict")).toHaveCount(0);
  await expect(lost("Your comment")).toBeFocused();
  await expect(lost("Your comment")).toContainText("I was there.");
  // Out of sight it is told of until it is dealt with.
  await page.mouse.wheel(0, 4000);
  const toast = page.getByRole("listitem").filter({ hasText: "Your comment could not be sent." });
  await toast.getByRole("button", { name: "Show" }).click();
  await expect(lost("Your comment")).toBeFocused();
  await expect(toast).toHaveCount(0);
  // It goes out by itself when what it belongs to is back.
  await lost("Your comment").getByRole("button", { name: "Restore the passage" }).click();
  const mine = comment(page.locator("body"), "I was there.");
  await expect(lost("Your comment")).toHaveCount(0);
  await expect(mine.getByRole("button", { name: "React" })).toBeVisible();
  expect(await db.comment.count({ where: { articleId: article.id, text: "I was there." } })).toBe(1);

  await openPassage(page, marks(page, "half of the boats"));
  await refused.getByRole("button", { name: "Change" }).click();
  await expect(form(page)).toContainText("The words changed since you began; choose again.");
  await page.keyboard.press("3");
  await page.keyboard.press("Enter");
  await expect(verdicts(page)).toContainText("· you");
  await expect(refused).toHaveCount(0);
  expect(await db.assessment.count({ where: { articleId: article.id } })).toBe(1);
});
