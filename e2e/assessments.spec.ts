import type { Page } from "@playwright/test";
import { makeAssessment, makeAttribution, makeEvidence, makePassage, makeSource } from "@/prisma/factories";
import type { PrismaClient } from "@/prisma/generated/client";
import { expect, test } from "./fixtures";
import { makeRoom, marks, openRoom } from "./reading";

// Is it so, and did they say so: judged blind by mouse and by keyboard, backed, revealed, discussed and resolved.

const panel = (page: Page) => page.getByRole("region", { name: /^Passage \d+/ });
const so = (page: Page) => panel(page).getByRole("region", { name: "Verdicts: is it so?" });
const said = (page: Page) => panel(page).getByRole("region", { name: "Verdicts: did they say so?" });
const form = (page: Page, name = "Is it so?") => page.getByRole("form", { name });
const verdicts = (page: Page) => so(page).getByRole("list", { name: "Verdicts" }).getByRole("listitem");

async function makeCase(db: PrismaClient) {
  const room = await makeRoom(db);
  const passage = await makePassage(db, {
    articleId: room.article.id,
    createdById: room.ana.id,
    words: "half of the boats have left",
  });
  return { ...room, passage };
}

async function stored(db: PrismaClient, passageId: string): Promise<string[]> {
  const rows = await db.assessment.findMany({
    where: { passageId },
    orderBy: { number: "asc" },
    include: { evidence: { include: { evidence: true } }, by: true },
  });
  return rows.map(({ by, axis, verdict, text, blind, evidence, changeNote }) =>
    [by.name, axis, verdict, blind, text, evidence.map((one) => one.evidence.title).join(), changeNote].join(
      " | ",
    ),
  );
}

test("a verdict is given by three keys, and changed with a reason that colleagues see", async ({
  page,
  db,
  signIn,
  openAs,
}) => {
  const { ana, ben, passage, address } = await makeCase(db);
  await signIn(ana);
  await openRoom(page, address);
  for (const key of ["n", "v", "2"]) await page.keyboard.press(key);
  await expect(form(page).getByRole("radio", { name: "Misleading in part" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(verdicts(page)).toHaveText(/Misleading in part · you/);
  await expect(verdicts(page)).toContainText("judged blind");
  await expect(marks(page, "half of the boats")).toHaveClass(/is-v2/);
  expect(await stored(db, passage.id)).toEqual(["Ana Lima | so | 2 | true |  |  | "]);

  // Another verdict asks why; the same with more behind it does not.
  for (const key of ["v", "u", "Enter"]) await page.keyboard.press(key);
  await expect(form(page).getByRole("alert")).toHaveText("Say why you changed your mind.");
  await expect(form(page).getByRole("textbox", { name: "Why did you change your mind?" })).toBeFocused();
  await form(page).getByRole("button", { name: "New evidence" }).click();
  await form(page).getByRole("button", { name: "Save" }).click();
  await expect(verdicts(page)).toContainText("Unverifiable · you");
  await expect(verdicts(page)).toContainText("Changed their mind: was 2 misleading in part. “New evidence”");

  const other = await openAs(ben);
  await openRoom(other, `${address}?passage=${passage.id}`);
  await expect(so(other)).toContainText("1 colleague has judged.");
  await expect(verdicts(other)).toHaveCount(0);
  await so(other).getByRole("button", { name: "Reveal" }).click();
  await expect(verdicts(other)).toContainText("Unverifiable · Ana Lima");

  await so(page).getByRole("button", { name: "History" }).click();
  await expect(so(page)).toContainText("you judged misleading in part");
  // Two presses are one.
  await so(page).getByRole("button", { name: "Take mine back" }).dblclick();
  await expect(page.getByRole("status").getByText("Your verdict is taken back.")).toBeAttached();
  await expect(so(page).getByRole("heading", { name: /^Is it so/ })).toBeFocused();
  await expect(verdicts(page).filter({ hasText: "Unverifiable" })).toHaveCount(0);
  await expect(verdicts(other).filter({ hasText: "Unverifiable" })).toHaveCount(0);
  const rows = await stored(db, passage.id);
  expect(rows).toHaveLength(3);
  expect(rows.at(-1)).toContain("Ana Lima | so |  | true");
});

test("a strong verdict rests on evidence, or is drawn hollow and says why", async ({
  page,
  db,
  signIn,
  allowTrouble,
}) => {
  allowTrouble(/status of 400/);
  const { ana, article, passage, address } = await makeCase(db);
  await db.article.update({ where: { id: article.id }, data: { url: "https://www.paper.example/1" } });
  await signIn(ana);
  await openRoom(page, `${address}?passage=${passage.id}`);
  await so(page).getByRole("button", { name: "Judge" }).click();
  await form(page).getByText("Accurate", { exact: true }).click();
  await expect(form(page)).toContainText("Nothing is named that it rests on.");
  await form(page).getByRole("button", { name: "Add evidence" }).click();
  const evidence = form(page).getByRole("group", { name: "New evidence" });
  await evidence.getByRole("button", { name: "Add it" }).click();
  await expect(evidence.getByRole("alert")).toHaveText("Give it a title: what is it?");
  await evidence.getByLabel("Address").fill("news.paper.example/2");
  await evidence.getByLabel("Title").fill("Our own story");
  // Figures and letters typed into a field are no verdicts.
  await evidence.getByLabel("What it says").pressSequentially("On 1 March 41 of 80.");
  await evidence.getByLabel("What it says").press("Control+Enter");
  await expect(form(page).getByRole("checkbox", { name: /Our own story/ })).toBeChecked();
  await expect(form(page).getByText("Same origin: the article’s own site")).toBeVisible();
  await expect(form(page)).toContainText("does not corroborate them");
  await expect(form(page).getByRole("radio", { name: "Accurate", exact: true })).toBeChecked();

  await form(page).getByRole("button", { name: "Add evidence" }).click();
  await evidence.getByLabel("Address").fill("javascript:alert(1)");
  await evidence.getByLabel("Title").fill("Register of berths");
  await evidence.getByRole("button", { name: "Add it" }).click();
  await expect(evidence.getByRole("alert")).toContainText("This is not a web address");
  await evidence.getByLabel("Address").fill("https://records.example.net/berths");
  await evidence.getByRole("radio", { name: "Supports" }).check();
  await evidence.getByLabel("First-hand").check();
  // Enter adds what is being written down, and does not save the verdict around it.
  await evidence.getByLabel("First-hand").press("Enter");
  await expect(form(page).getByRole("checkbox", { name: /Register of berths/ })).toBeChecked();
  await expect(form(page).getByRole("button", { name: "Add evidence" })).toBeFocused();
  await expect(form(page)).not.toContainText("left out of what colleagues agree on");
  await form(page).getByRole("textbox", { name: "Why", exact: true }).click();
  await page.keyboard.type("The register has it.");
  await page.keyboard.press("Control+Enter");
  await expect(verdicts(page).first()).toContainText("The register has it.");
  await expect(verdicts(page).first()).not.toContainText("without evidence");
  expect(await stored(db, passage.id)).toEqual([
    "Ana Lima | so | 4 | true | The register has it. | Our own story,Register of berths | ",
  ]);

  // What goes, goes from under the verdict: it is hollow then, and so is the sign.
  const list = panel(page).getByRole("region", { name: "Evidence", exact: true });
  await list
    .getByRole("listitem")
    .filter({ hasText: "Register" })
    .getByRole("button", { name: "Take away" })
    .click();
  await expect(verdicts(page).first()).toContainText("without evidence that counts");
  await expect(list.getByRole("heading", { name: /^Evidence/ })).toBeFocused();
  await so(page).getByRole("button", { name: "History" }).click();
  await expect(so(page)).toContainText("on evidence that was taken away since: Register of berths");
  await list.getByRole("button", { name: "Taken away" }).click();
  await list.getByRole("button", { name: /^Restore ?: Register of berths$/ }).click();
  await expect(list.getByRole("heading", { name: /^Evidence/ })).toBeFocused();
  await expect(verdicts(page).first()).not.toContainText("without evidence that counts");
});

test("evidence of one passage is used for another", async ({ page, db, signIn }) => {
  const { ana, ben, article, passage, address } = await makeCase(db);
  const other = await makePassage(db, { articleId: article.id, createdById: ana.id, words: "in March" });
  await makeEvidence(db, {
    passageId: other.id,
    addedById: ben.id,
    title: "Harbour plan",
    excerpt: "Open in March.",
  });
  await signIn(ana);
  await openRoom(page, `${address}?passage=${passage.id}`);
  await page.keyboard.press("e");
  const evidence = panel(page).getByRole("group", { name: "New evidence" });
  await evidence.getByRole("button", { name: "Use what stands elsewhere" }).click();
  await evidence.getByRole("searchbox").fill("harbour");
  await evidence.getByRole("button", { name: /Harbour plan/ }).click();
  await expect(evidence.getByLabel("Title")).toHaveValue("Harbour plan");
  await evidence.getByLabel("Context").check();
  await evidence.getByRole("button", { name: "Add it" }).click();
  await expect(panel(page).getByRole("region", { name: "Evidence", exact: true })).toContainText(
    "Context: Harbour plan",
  );
  const plans = { title: "Harbour plan", articleId: article.id };
  await expect.poll(() => db.evidence.count({ where: plans })).toBe(2);
});

test("no colleague's verdict reaches the browser before one's own; then all do, live", async ({
  page,
  db,
  signIn,
  openAs,
}) => {
  const { ana, ben, passage, address } = await makeCase(db);
  const secret = "Zanzibar-Secret";
  await makeAssessment(db, {
    passageId: passage.id,
    byId: ben.id,
    verdict: "1",
    text: secret,
    reasons: ["cherryPicked"],
  });
  // Everything that the server sends, the page itself included.
  const heard: string[] = [];
  const context = page.context();
  context.on("response", async (response) => {
    const kind = response.headers()["content-type"] ?? "";
    if (/json|html|x-component/.test(kind)) heard.push(await response.text().catch(() => ""));
  });
  await signIn(ana);
  await openRoom(page, `${address}?passage=${passage.id}`);
  await expect(so(page)).toContainText("1 colleague has judged. You see what once you have.");
  await page.goto("/");
  await openRoom(page, `${address}?passage=${passage.id}`);
  await expect(so(page)).toContainText("1 colleague has judged.");
  await expect.poll(() => heard.join().length).toBeGreaterThan(1000);
  expect(heard.join()).not.toContain(secret);
  expect(heard.join()).not.toContain("cherryPicked");

  // A colleague's change arrives live, and still only as a number.
  const other = await openAs(ben);
  await openRoom(other, `${address}?passage=${passage.id}`);
  await so(other).getByRole("button", { name: "Change mine" }).click();
  await form(other).getByText("Misleading in part").click();
  await form(other).getByRole("button", { name: "A slip" }).click();
  await form(other).getByRole("button", { name: "Save" }).click();
  await expect(verdicts(other)).toContainText("Misleading in part");
  await expect(so(page)).toContainText("1 colleague has judged.");
  expect(heard.join()).not.toContain(secret);

  await so(page).getByRole("button", { name: "Judge" }).click();
  await page.keyboard.press("3");
  await page.keyboard.press("Enter");
  await expect(verdicts(page)).toHaveCount(2);
  await expect(so(page)).toContainText("Misleading in part · Ben Okoro");
  await expect.poll(() => heard.join()).toContain(secret);
  await expect(verdicts(other)).toHaveCount(2);
  await expect(so(other)).toContainText("agreed");
});

test("whether they said so is asked only of a source, and of that source alone", async ({
  page,
  db,
  signIn,
}) => {
  const { ana, workspace, passage, address } = await makeCase(db);
  await signIn(ana);
  await openRoom(page, `${address}?passage=${passage.id}`);
  await expect(said(page)).toHaveCount(0);
  await page.keyboard.press("s");
  await expect(page.getByText("Say first who said it: then whether they did.")).toBeVisible();

  const ida = await makeSource(db, { workspaceId: workspace.id, createdById: ana.id, name: "Ida Holm" });
  await makeAttribution(db, { passageId: passage.id, byId: ana.id, sourceId: ida.id });
  await page.reload();
  await expect(said(page)).toBeVisible();
  for (const key of ["s", "4", "Enter"]) await page.keyboard.press(key);
  await expect(said(page).getByRole("list", { name: "Verdicts" }).getByRole("listitem")).toContainText(
    "Faithful · you",
  );
  for (const key of ["s", "3", "Escape"]) await page.keyboard.press(key);

  // Who said it is another by now: the verdict does not go along to them.
  const who = panel(page).getByRole("region", { name: "Who said it", exact: true });
  await who.getByRole("button", { name: "Change", exact: true }).click();
  const source = page.getByRole("combobox", { name: "Source" });
  await source.fill("The port authority");
  await page.getByRole("option", { name: /New source/ }).click();
  await page.getByRole("form", { name: "Who said it?" }).getByRole("button", { name: "Save" }).click();
  await expect(said(page).getByRole("list", { name: "Verdicts" }).getByRole("listitem")).toContainText(
    "on what stood here before",
  );
  await expect(said(page)).toContainText("none counts yet");
  // Nor does one that was half given.
  await page.keyboard.press("s");
  const asked = form(page, "Did they say so?");
  await expect(asked).toContainText("Who said them changed since you began; choose again.");
  await expect(asked).toContainText("Before: Ida Holm. Now: port authority.");
  await expect(asked.getByRole("radio", { name: "Mostly faithful" })).not.toBeChecked();
});

test("a verdict is discussed where it stands, and its person hears of it", async ({
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
  await verdicts(page).getByRole("button", { name: "Discuss this" }).click();
  const field = panel(page).getByRole("textbox", { name: "Is it so?" });
  await field.fill("Which half?");
  await panel(page)
    .getByRole("button", { name: /^Post to/ })
    .click();
  await expect(panel(page).getByText("About the verdict of Ben Okoro: 2 misleading in part")).toBeVisible();
  await expect(verdicts(page).getByRole("button", { name: "Go to the thread" })).toBeVisible();
  await expect.poll(() => db.notification.count({ where: { userId: ben.id } })).toBe(1);

  const other = await openAs(ben);
  await other.goto("/");
  await other.getByRole("link", { name: "1 unread notification" }).click();
  await other.getByRole("link", { name: /Ana Lima discussed your verdict/ }).click();
  await expect(panel(other).getByText("About your verdict: 2 misleading in part")).toBeVisible();
  await expect.poll(() => db.notification.count({ where: { userId: ben.id, readAt: null } })).toBe(0);
});

test("an editor resolves, decides anew and opens again; dissent stays in sight", async ({
  page,
  db,
  signIn,
  openAs,
}) => {
  const { ana, ben, passage, address } = await makeCase(db);
  const { id } = await makeEvidence(db, { passageId: passage.id, addedById: ben.id });
  await makeAssessment(db, { passageId: passage.id, byId: ben.id, verdict: "4", restsOn: [id] });
  await makeAssessment(db, { passageId: passage.id, byId: ana.id, verdict: "2" });
  await signIn(ana);
  await openRoom(page, `${address}?passage=${passage.id}`);
  await expect(so(page)).toContainText("split 1 : 1");
  await expect(marks(page, "half of the boats")).toHaveClass(/is-split/);
  await so(page).getByRole("button", { name: "Resolve" }).click();
  const resolving = page.getByRole("form", { name: "Resolve" });
  await page.keyboard.press("3");
  await resolving.getByRole("textbox", { name: "Why it is resolved so" }).click();
  await page.keyboard.type("Forty-one of eighty.");
  // The field for an address has its own keys.
  await page.keyboard.press("Control+k");
  await page.getByRole("textbox", { name: "Address" }).fill("example.org/");
  await page.keyboard.type("41");
  await page.keyboard.press("Enter");
  await expect(resolving.getByRole("link", { name: "example.org/41" })).toBeVisible();
  await expect(resolving.getByRole("radio", { name: "Mostly accurate" })).toBeChecked();
  expect(await db.resolution.count({ where: { passageId: passage.id } })).toBe(0);
  await resolving.getByRole("button", { name: "Resolve" }).click();
  await expect(so(page)).toContainText("Mostly accurate · resolved by you");
  await expect(so(page).getByRole("button", { name: "Decide anew" })).toBeFocused();
  await expect(so(page)).toContainText("Forty-one of eighty.");
  await expect(verdicts(page).filter({ hasText: "dissents" })).toHaveCount(2);

  const other = await openAs(ben);
  await openRoom(other, `${address}?passage=${passage.id}`);
  await expect(so(other)).toContainText("Mostly accurate · resolved by Ana Lima");
  await expect(so(other).getByRole("button", { name: /Resolve|Decide anew/ })).toHaveCount(0);

  await so(page).getByRole("button", { name: "Decide anew" }).click();
  await resolving.getByRole("button", { name: "Open again" }).click();
  await expect(so(page)).toContainText("split 1 : 1");
  await expect(so(other)).toContainText("split 1 : 1");
  await so(page).getByRole("button", { name: "History" }).click();
  await expect(so(page)).toContainText("you opened the question again");
  await expect(so(page)).toContainText("you resolved it as mostly accurate");
  await expect(so(page).getByRole("listitem").filter({ hasText: "you resolved it" })).toContainText(
    "Forty-one of eighty.",
  );
});

test("a passage is given to a colleague, who is told", async ({ page, db, signIn, openAs }) => {
  const { ana, ben, passage, address } = await makeCase(db);
  await signIn(ana);
  await openRoom(page, `${address}?passage=${passage.id}`);
  await so(page).getByRole("button", { name: "Assign" }).click();
  await page.getByRole("menuitem", { name: "Ben Okoro" }).click();
  await expect(so(page).getByRole("button", { name: /For Ben/ })).toBeVisible();
  const other = await openAs(ben);
  await other.goto("/");
  await expect(other.getByRole("link", { name: /You are asked to check a passage/ })).toBeVisible();
  await other.getByRole("link", { name: "1 unread notification" }).click();
  await other.getByRole("link", { name: /Ana Lima asked you to check a passage/ }).click();
  await expect(panel(other)).toBeVisible();
});

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
  await form(page).getByRole("button", { name: "Judge" }).click();
  await expect(form(page).getByRole("alert")).toContainText(
    "The words of this passage were changed meanwhile",
  );
  await expect(choose).toBeVisible();
  await expect(chosen).not.toBeChecked();
  await expect(why).toHaveText("Half written");
  expect(await stored(db, passage.id)).toEqual([]);
  await form(page).getByText("Misleading in part").click();
  await form(page).getByRole("button", { name: "Judge" }).click();
  await expect(verdicts(page)).toContainText("Misleading in part · you");
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
  await expect(form(page)).toContainText(
    "You have judged this meanwhile in another window: Mostly accurate.",
  );

  // What stands in the form is what I saw: it needs a second press and, being another verdict, a reason.
  await expect(form(page).getByRole("radio", { name: "Misleading in part" })).toBeChecked();
  const save = form(page).getByRole("button", { name: "Save" });
  await save.click();
  await expect(form(page).getByRole("alert")).toContainText("Save again to put this in its place.");
  await save.click();
  await expect(form(page).getByRole("alert")).toHaveText("Say why you changed your mind.");
  expect((await stored(db, passage.id)).at(-1)).toContain("| so | 3 |");
  await form(page).getByRole("button", { name: "A slip" }).click();
  await save.click();
  await expect(verdicts(page)).toContainText("Misleading in part · you");
  expect((await stored(db, passage.id)).at(-1)).toContain("| so | 2 |");
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
  for (const key of ["a", "e", "c", "x", "Backspace", "v"]) await page.keyboard.press(key);
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

test("a tick is kept that is made while other evidence is on its way", async ({
  page,
  db,
  signIn,
  allowTrouble,
}) => {
  allowTrouble(/status of 409/);
  const { ana, passage, address } = await makeCase(db);
  const { id } = await makeEvidence(db, {
    passageId: passage.id,
    addedById: ana.id,
    title: "Register of berths",
  });
  await signIn(ana);
  await openRoom(page, `${address}?passage=${passage.id}`);
  await page.keyboard.press("v");
  await page.keyboard.press("4");
  await form(page).getByRole("button", { name: "Add evidence" }).click();
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route("**/api/passages/*/evidence", async (route) => {
    await held;
    await route.continue();
  });
  const title = form(page).getByRole("textbox", { name: "Title" });
  await title.fill("Harbour plan");
  await title.press("Enter");
  const ticks = form(page).getByRole("group", { name: "It rests on" }).getByRole("checkbox");
  await ticks.first().check();
  letGo();
  await expect(ticks).toHaveCount(2);
  await expect(ticks.first()).toBeChecked();
  await expect(ticks.last()).toBeChecked();

  // A tick is for what was read: another has changed it meanwhile.
  await db.evidence.update({ where: { id }, data: { title: "Register of boats", version: 2 } });
  await form(page).getByRole("button", { name: "Judge" }).click();
  await expect(form(page)).toContainText("Changed since you ticked it. Read it and tick it again.");
  await expect(ticks.first()).not.toBeChecked();
  await ticks.first().check();
  await form(page).getByRole("button", { name: "Judge" }).click();
  await expect(verdicts(page).first()).toContainText("Register of boats");
});
