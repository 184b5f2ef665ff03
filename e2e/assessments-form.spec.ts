import type { Page, Route } from "@playwright/test";
import { makeAssessment, makePassage } from "@/prisma/factories";
import type { PrismaClient } from "@/prisma/generated/client";
import { form, makeCase, panel, so, stored, verdicts } from "./assessments";
import { expect, test } from "./fixtures";
import { marks, openRoom } from "./reading";

// The form of a verdict: what was begun in it is kept, and letters go to it.

test("what was half judged is there after a reload, and a refusal keeps it", async ({
  page,
  db,
  signIn,
  allowTrouble,
}) => {
  allowTrouble(/status of 409|ERR_INTERNET_DISCONNECTED/);
  const { ana, passage, address } = await makeCase(db);
  await signIn(ana);
  await openRoom(page, `${address}?passage=${passage.id}`);
  await page.keyboard.press("v");
  await page.keyboard.press("2");
  // Without a connection what is still to be loaded does not come, and nothing else is lost with it.
  await page.context().setOffline(true);
  await form(page).getByRole("textbox", { name: "Why", exact: true }).click();
  await page.keyboard.type("Half written");
  await page.context().setOffline(false);
  await page.reload();
  await expect(panel(page)).toBeVisible();
  await page.keyboard.press("v");
  await expect(form(page).getByText(/^Draft from/)).toBeVisible();
  await expect(form(page).getByRole("radio", { name: "Misleading in part" })).toBeChecked();
  const why = form(page).getByRole("textbox", { name: "Why", exact: true });
  await expect(why).toHaveText("Half written");
  // Whoever goes on with a sentence chooses nothing by its letters.
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^Go on with: Misleading in part: Half written/ }).click();
  await expect(why).toBeFocused();

  // The words are others by now: nothing is judged that the person has not read, after a reload and after a refusal.
  const choose = form(page).getByText("The words changed since you began; choose again.");
  const chosen = form(page).getByRole("radio", { name: "Misleading in part" });
  await reword(db, passage, "half of the boats");
  await page.reload();
  await expect(panel(page)).toBeVisible();
  await page.keyboard.press("v");
  await expect(choose).toBeVisible();
  await expect(form(page)).toContainText("Before: “half of the boats have left”. Now: “half of the boats”.");
  await expect(chosen).not.toBeChecked();
  await page.keyboard.press("2");
  await expect(choose).toHaveCount(0);

  await reword(db, passage, "half");
  await form(page).getByRole("button", { name: "Save the verdict" }).click();
  await expect(form(page).getByRole("alert")).toContainText(
    "The words of this passage were changed meanwhile",
  );
  await expect(choose).toBeVisible();
  await expect(chosen).not.toBeChecked();
  await expect(why).toHaveText("Half written");
  expect(await stored(db, passage.id)).toEqual([]);
  await form(page).getByText("Misleading in part").click();
  // Far down on the card, where the words are out of sight and its header stays above: the page stays there.
  const seen = () => page.evaluate(() => window.scrollY);
  await so(page).evaluate((one) => window.scrollBy(0, one.getBoundingClientRect().top - 170));
  const bars = await page.locator("#above-the-text").boundingBox();
  expect((await marks(page, "half").boundingBox())?.y).toBeLessThan(bars?.y ?? 0);
  const before = await seen();
  await form(page).getByRole("button", { name: "Save the verdict" }).click();
  await expect(verdicts(page)).toContainText("Misleading in part · you");
  await expect(so(page).getByRole("heading", { name: /^Is it so/ })).toBeFocused();
  expect(await seen()).toBe(before);
  expect(await stored(db, passage.id)).toEqual(["Ana Lima | so | 2 | true | Half written |  | "]);
});

/** Somebody has chosen other words for the passage, and this browser has not heard of it. */
async function reword(
  db: PrismaClient,
  passage: { id: string; articleId: string; start: number },
  exact: string,
) {
  const { eventNumber } = await db.article.update({
    where: { id: passage.articleId },
    data: { eventNumber: { increment: 1 } },
  });
  const data = { exact, end: passage.start + exact.length, number: eventNumber };
  await db.passage.update({ where: { id: passage.id }, data });
}

test("a verdict of my other window is not replaced unawares", async ({ page, db, signIn, openAs }) => {
  const { ana, passage, address } = await makeCase(db);
  await makeAssessment(db, { passageId: passage.id, byId: ana.id, verdict: "2" });
  await signIn(ana);
  await openRoom(page, `${address}?passage=${passage.id}`);
  await so(page).getByRole("button", { name: "Change mine" }).click();
  const other = await openAs(ana);
  await openRoom(other, `${address}?passage=${passage.id}`);
  for (const key of ["v", "3"]) await other.keyboard.press(key);
  await form(other).getByRole("button", { name: "New evidence" }).click();
  await form(other).getByRole("button", { name: "Save" }).click();
  await expect(form(page)).toContainText("You judged this Mostly accurate in another window, just now.");

  // What stands in the form is what I saw: it needs a second press and, being another verdict, a reason.
  await expect(form(page).getByRole("radio", { name: "Misleading in part" })).toBeChecked();
  const save = form(page).getByRole("button", { name: "Save" });
  await save.click();
  await expect(form(page)).toContainText("Choose first which of your two verdicts holds.");
  await form(page).getByRole("button", { name: "Keep this window’s" }).click();
  await expect(form(page).getByRole("alert")).toHaveText("Say why you changed your mind.");
  expect((await stored(db, passage.id)).at(-1)).toContain("| so | 3 |");
  await form(page).getByRole("button", { name: "A slip" }).click();
  await save.click();
  await expect(verdicts(page)).toContainText("Misleading in part · you");
  expect((await stored(db, passage.id)).at(-1)).toContain("| so | 2 |");
});

test("what was begun and not saved is told of while its form is closed, goes on there or is thrown away @both", async ({
  page,
  db,
  signIn,
}) => {
  const { ana, article, passage, address } = await makeCase(db);
  await makePassage(db, { articleId: article.id, createdById: ana.id, words: "Nobody waved." });
  await signIn(ana);
  await openRoom(page, `${address}?passage=${passage.id}`);
  await page.keyboard.press("a");
  const begunSource = form(page, "Who said it?").getByRole("combobox", { name: "Source" });
  await begunSource.fill("Peter Novak");
  await page.keyboard.press("Enter");
  await expect(begunSource).toHaveAttribute("aria-expanded", "false");
  await page.keyboard.press("Escape");
  await page.keyboard.press("v");
  await page.keyboard.press("2");
  await page.keyboard.press("Escape");
  await so(page).getByRole("button", { name: "Resolve" }).click();
  const resolving = page.getByRole("form", { name: "Resolve" });
  await expect(resolving.getByRole("radio").first()).toBeVisible();
  await page.keyboard.press("4");
  await page.keyboard.press("Escape");
  await page.keyboard.press("e");
  await page.getByRole("group", { name: "New evidence" }).getByLabel("Title").fill("Register of berths");
  await page.keyboard.press("Escape");

  // On another passage nothing of it is told, and back there all of it, after a reload too.
  const begun = ["Peter Novak", "Misleading in part", "Resolve as Accurate", "Register of berths"];
  const lines = panel(page).getByText("Not saved yet: ");
  await openRoom(page, `${address}?passage=2`);
  await expect(panel(page)).toContainText("Nobody waved.");
  await expect(lines).toHaveCount(0);
  await openRoom(page, `${address}?passage=1`);
  await expect(lines).toHaveText(begun.map((words) => `Not saved yet: ${words}`));

  await panel(page).getByRole("button", { name: "Go on with: Peter Novak" }).click();
  const source = form(page, "Who said it?").getByRole("combobox", { name: "Source" });
  await expect(source).toHaveValue("Peter Novak");
  await page.keyboard.press("Escape");
  await panel(page).getByRole("button", { name: "Go on with: Misleading in part" }).click();
  await expect(form(page).getByRole("radio", { name: "Misleading in part" })).toBeChecked();
  await page.keyboard.press("Enter");
  await expect(verdicts(page)).toContainText("Misleading in part · you");
  // What says again what is stored already is not told of.
  await page.keyboard.press("v");
  await form(page).getByRole("textbox", { name: "Why", exact: true }).fill("a");
  await page.keyboard.press("Backspace");
  await form(page).getByText("Accurate", { exact: true }).click();
  await page.keyboard.press("2");
  await page.keyboard.press("Escape");
  await expect(form(page)).toHaveCount(0);
  await expect(lines).toHaveCount(3);
  await panel(page).getByRole("button", { name: "Go on with: Resolve as Accurate" }).click();
  await expect(resolving.getByRole("radio", { name: "Accurate", exact: true })).toBeChecked();
  await page.keyboard.press("Escape");
  await panel(page).getByRole("button", { name: "Go on with: Register of berths" }).click();
  await expect(page.getByRole("group", { name: "New evidence" }).getByLabel("Title")).toHaveValue(
    "Register of berths",
  );
  await page.keyboard.press("Escape");

  for (const words of ["Peter Novak", "Resolve as Accurate", "Register of berths"])
    await panel(page)
      .getByRole("button", { name: `Discard ${words}` })
      .click();
  await expect(lines).toHaveCount(0);
  await page.reload();
  await expect(panel(page)).toContainText("half of the boats");
  await expect(lines).toHaveCount(0);
});

test("two editors decide at once: the slower one is told by whom and how, and chooses", async ({
  page,
  db,
  signIn,
  openAs,
  baseURL,
  allowTrouble,
}) => {
  allowTrouble(/status of 409|net::ERR_FAILED/);
  const { ana, ben, workspace, passage, address } = await makeCase(db);
  await db.membership.updateMany({
    where: { workspaceId: workspace.id, userId: ben.id },
    data: { role: "editor" },
  });
  await signIn(ana);
  const bens = await openAs(ben);
  const resolving = (one: Page) => one.getByRole("form", { name: "Resolve" });
  const decided = async () =>
    (await db.resolution.findMany({ where: { passageId: passage.id }, orderBy: { number: "asc" } })).map(
      (one) => one.verdict,
    );
  const begin = async (one: Page, words: string, key: string) => {
    await so(one).getByRole("button", { name: words }).click();
    await expect(resolving(one).getByRole("radio").first()).toBeVisible();
    await one.keyboard.press(key);
  };
  for (const one of [page, bens]) await openRoom(one, `${address}?passage=${passage.id}`);
  await begin(page, "Resolve", "1");
  await begin(bens, "Resolve", "4");
  await resolving(bens).getByRole("textbox", { name: "Why it is resolved so" }).click();
  await bens.keyboard.type("The register says so");
  await resolving(bens).getByRole("button", { name: "Resolve" }).click();
  await expect(so(page)).toContainText("resolved by Ben Okoro");

  const conflict = resolving(page).getByRole("alert");
  await resolving(page).getByRole("button", { name: "Resolve" }).click();
  await expect(conflict).toContainText(
    "Ben Okoro resolved this as Accurate, just now. Yours is in the form.",
  );
  await expect(conflict).toContainText("The register says so");
  expect(await decided()).toEqual(["4"]);
  await conflict.getByRole("button", { name: "Keep mine" }).click();
  await expect(so(page)).toContainText("resolved by you");
  expect(await decided()).toEqual(["4", "1"]);

  // The same where the server is the first to say so.
  await begin(page, "Decide anew", "3");
  const beforeMine = async (route: Route) => {
    const mine = route.request().postDataJSON();
    const first = { ...mine, id: crypto.randomUUID(), verdict: "2" };
    const headers = { origin: baseURL ?? "" };
    const answer = await bens.request.post(route.request().url(), { data: first, headers });
    expect(answer.ok()).toBe(true);
    await route.continue();
  };
  await page.route("**/api/passages/*/resolutions", beforeMine, { times: 1 });
  await resolving(page).getByRole("button", { name: "Resolve" }).click();
  await expect(conflict).toContainText("Ben Okoro resolved this as Misleading in part, just now.");
  await conflict.getByRole("button", { name: "Take theirs" }).click();
  await expect(resolving(page)).toHaveCount(0);
  expect(await decided()).toEqual(["4", "1", "2"]);

  // It is stored, and only the answer is lost: to press again is no conflict with oneself.
  await begin(page, "Decide anew", "3");
  const loseAnswer = async (route: Route) => {
    await route.fetch();
    await route.abort();
  };
  await page.route("**/api/passages/*/resolutions", loseAnswer, { times: 1 });
  await resolving(page).getByRole("button", { name: "Resolve" }).click();
  await expect(so(page)).toContainText("resolved by you");
  await resolving(page).getByRole("button", { name: "Resolve" }).click();
  await expect(resolving(page)).toHaveCount(0);
  expect(await decided()).toEqual(["4", "1", "2", "3"]);

  // Mine is not kept for words that I have not judged.
  await begin(page, "Decide anew", "1");
  await page.route("**/api/passages/*/resolutions", beforeMine, { times: 1 });
  await resolving(page).getByRole("button", { name: "Resolve" }).click();
  const keep = conflict.getByRole("button", { name: "Keep mine" });
  await expect(keep).toBeVisible();
  await reword(db, passage, "half of the boats");
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await expect(resolving(page).getByText("The words changed since you began; choose again.")).toBeVisible();
  await keep.click();
  await expect(resolving(page)).toContainText("Choose an answer first");
  expect(await decided()).toEqual(["4", "1", "2", "3", "2"]);
});

test("letters go to the open form wherever the focus is, and a reader is told why they do nothing", async ({
  page,
  db,
  signIn,
  openAs,
}) => {
  const { ana, ben, workspace, passage, address } = await makeCase(db);
  await makeAssessment(db, { passageId: passage.id, byId: ben.id, verdict: "2" });
  await signIn(ana);
  await openRoom(page, `${address}?passage=${passage.id}`);
  await page.keyboard.press("v");
  await expect(form(page).getByRole("radio", { name: "Accurate", exact: true })).toBeFocused();
  // What is being judged blind cannot be given up by a press that misses its button.
  await expect(so(page).getByRole("button", { name: "Reveal" })).toHaveCount(0);

  const leave = () => page.getByRole("heading", { level: 1 }).click();
  await leave();
  await page.keyboard.press("o");
  await expect(form(page).getByRole("radio", { name: "Not checkable" })).toBeFocused();
  await expect(form(page).getByRole("radio", { name: "Not checkable" })).toBeChecked();
  await leave();
  // Other forms are one key away, and so is the way back to what was chosen.
  for (const key of ["x", "Backspace", "e"]) await page.keyboard.press(key);
  await expect(panel(page).getByRole("group", { name: "New evidence" })).toBeVisible();
  await expect(so(page)).toContainText("Not saved yet");
  await page.keyboard.press("Escape");
  await page.keyboard.press("v");
  await expect(form(page).getByRole("radio", { name: "Not checkable" })).toBeFocused();
  // On a keyboard of another script the place of the key counts.
  await form(page).dispatchEvent("keydown", { key: "г", code: "KeyU", bubbles: true });
  await expect(form(page).getByRole("radio", { name: "Unverifiable" })).toBeFocused();
  expect(await db.attribution.count({ where: { passageId: passage.id } })).toBe(0);

  const where = { workspaceId_userId: { workspaceId: workspace.id, userId: ben.id } };
  await db.membership.update({ where, data: { role: "viewer" } });
  const other = await openAs(ben);
  await openRoom(other, `${address}?passage=${passage.id}`);
  for (const key of ["v", "e"]) {
    await other.keyboard.press(key);
    await expect(other.getByText("As a viewer you can read. Ask an owner").first()).toBeVisible();
  }
  await expect(panel(other).getByRole("radio")).toHaveCount(0);
  await expect(panel(other)).toContainText("As a viewer you can read. An owner can change your role.");
});

test("what was begun about a verdict is found again, also when that was replaced", async ({
  page,
  db,
  signIn,
  openAs,
}) => {
  const { ana, ben, passage, address } = await makeCase(db);
  await makeAssessment(db, { passageId: passage.id, byId: ben.id, verdict: "2" });
  await signIn(ana);
  await openRoom(page, `${address}?passage=${passage.id}`);
  await so(page).getByRole("button", { name: "Reveal" }).click();
  await so(page).getByRole("button", { name: "Reveal 1 verdict" }).click();
  await verdicts(page).getByRole("button", { name: "Discuss this" }).click();
  const field = panel(page).getByRole("textbox", { name: "Is it so?" });
  await field.fill("Which half?");
  await field.press("Escape");
  await expect(panel(page).getByText("Draft about the verdict of Ben Okoro: Which half?")).toBeVisible();

  const other = await openAs(ben);
  await openRoom(other, `${address}?passage=${passage.id}`);
  for (const key of ["v", "3"]) await other.keyboard.press(key);
  await form(other).getByRole("button", { name: "A slip" }).click();
  await form(other).getByRole("button", { name: "Save" }).click();
  await expect(panel(page).getByText("Draft for “Is it so?”: Which half?")).toBeVisible();
  await panel(page).getByRole("button", { name: "Go on with: Draft for “Is it so?”" }).click();
  await expect(field).toHaveText("Which half?");
});

test("a verdict that is shown before its answer has come closes its form, and takes no later key with it", async ({
  page,
  db,
  signIn,
}) => {
  const { ana, passage, address } = await makeCase(db);
  await signIn(ana);
  await openRoom(page, `${address}?passage=${passage.id}`);
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  let isAnswered = false;
  await page.route("**/api/passages/*/assessments", async (route) => {
    const response = await route.fetch();
    await held;
    await route.fulfill({ response });
    isAnswered = true;
  });
  for (const key of ["v", "2", "Enter"]) await page.keyboard.press(key);
  await expect(verdicts(page)).toContainText("Misleading in part · you");
  await expect(form(page, "Is it so?")).toHaveCount(0);
  await page.keyboard.press("v");
  await expect(form(page, "Is it so?")).toBeVisible();
  answer();
  await expect.poll(() => isAnswered).toBe(true);
  // The queue has taken note of the answer.
  await expect(page.getByText("Waiting to be sent")).toHaveCount(0);
  await expect(form(page, "Is it so?")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(form(page, "Is it so?")).toHaveCount(0);
  await expect(panel(page)).toBeVisible();
});
