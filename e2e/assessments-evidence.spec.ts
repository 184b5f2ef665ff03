import { makeAssessment, makeEvidence, makePassage } from "@/prisma/factories";
import { form, makeCase, panel, so, stored, verdicts } from "./assessments";
import { heard } from "./expect-focus";
import { expect, test } from "./fixtures";
import { openRoom } from "./reading";

// What verdicts rest on.

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
  await expect(evidence.getByLabel("Title")).toBeFocused();
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
  // Nobody leaves behind by saving what they have just written down.
  await form(page).getByRole("button", { name: "Save the verdict" }).click();
  await expect(form(page).getByText("The evidence is not added yet.")).toBeVisible();
  expect(await stored(db, passage.id)).toEqual([]);
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
  await list.getByRole("button", { name: "History" }).click();
  await list.getByRole("button", { name: /^Restore ?: Register of berths$/ }).click();
  await expect(list.getByRole("heading", { name: /^Evidence/ })).toBeFocused();
  await expect(verdicts(page).first()).not.toContainText("without evidence that counts");
});

test("a verdict that came before its evidence says how it takes it up, and does", async ({
  page,
  db,
  signIn,
}) => {
  const { ana, passage, address } = await makeCase(db);
  await makeAssessment(db, { passageId: passage.id, byId: ana.id, verdict: "1" });
  await signIn(ana);
  await openRoom(page, `${address}?passage=${passage.id}`);
  const hint = "It does not rest on the evidence below yet";
  await expect(verdicts(page).first()).toContainText("without evidence that counts");
  await expect(verdicts(page).first()).not.toContainText(hint);
  await page.keyboard.press("e");
  const evidence = panel(page).getByRole("group", { name: "New evidence" });
  await expect(evidence.getByText("What it does for the claim", { exact: true })).toBeVisible();
  await evidence.getByRole("button", { name: "Add it" }).click();
  await expect(evidence.getByRole("alert")).toHaveCount(2);
  await evidence.getByLabel("Title").fill("Register of berths");
  await evidence.getByLabel("Address").fill("https://records.example.net/berths");
  // What it does is for whoever adds it to say.
  await expect(evidence.getByRole("radio", { checked: true })).toHaveCount(0);
  await evidence.getByRole("button", { name: "Add it" }).click();
  await expect(evidence.getByRole("alert")).toHaveText("Choose what it does: supports, refutes, or context.");
  await expect(evidence.getByRole("radio", { name: "Supports" })).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await evidence.getByRole("button", { name: "Add it" }).click();
  await expect(panel(page)).toContainText("Refutes: Register of berths");
  await expect(verdicts(page).first()).toContainText(hint);
  await so(page).getByRole("button", { name: "Change mine" }).click();
  await form(page)
    .getByRole("checkbox", { name: /Register of berths/ })
    .check();
  await form(page).getByRole("button", { name: "Save the verdict" }).click();
  await expect(verdicts(page).first()).not.toContainText("without evidence");
  await expect(verdicts(page).first()).not.toContainText(hint);
});

test("evidence that is refused stays where it was written, with the reason", async ({
  page,
  db,
  signIn,
  allowTrouble,
}) => {
  allowTrouble(/status of 400/);
  const { ana, passage, address } = await makeCase(db);
  await signIn(ana);
  await openRoom(page, `${address}?passage=${passage.id}`);
  await page.keyboard.press("e");
  const evidence = panel(page).getByRole("group", { name: "New evidence" });
  await evidence.getByLabel("Address").fill("javascript:alert(1)");
  await evidence.getByLabel("Title").fill("Register of berths");
  await evidence.getByLabel("Supports").check();
  await evidence.getByRole("button", { name: "Add it" }).click();
  await expect(evidence.getByRole("alert")).toContainText("This is not a web address");
  await expect(evidence.getByLabel("Title")).toHaveValue("Register of berths");
  await expect(evidence.getByLabel("Address")).toBeFocused();
  await expect(heard(page)).not.toContainText("added");
  await evidence.getByLabel("Address").fill("https://records.example.net/berths");
  await evidence.getByRole("button", { name: "Add it" }).click();
  await expect(panel(page).getByRole("link", { name: /Register of berths/ })).toBeVisible();
  await expect(heard(page)).toContainText("The evidence is added.");
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
  await evidence.getByRole("button", { name: "Use evidence of another passage" }).click();
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

test("evidence of mine that I changed in another window is not overwritten unawares", async ({
  page,
  db,
  signIn,
  baseURL,
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
  const section = panel(page).getByRole("region", { name: "Evidence" });
  await section.getByRole("button", { name: "Change" }).click();
  const changing = section.getByRole("group", { name: "Change the evidence" });
  await changing.getByLabel("Title").fill("Register of boats");
  const elsewhere = { version: 1, url: null, title: "Harbour plan", excerpt: "", bearing: "context" };
  const answer = await page.request.patch(`/api/evidence/${id}`, {
    data: { ...elsewhere, primary: false },
    headers: { origin: baseURL ?? "" },
  });
  expect(await answer.text()).toContain("Harbour plan");
  const save = changing.getByRole("button", { name: "Save the evidence" });
  await save.click();
  const conflict = changing.getByRole("alert");
  await expect(conflict).toContainText("You changed this in another window. Yours is in the form.");
  await expect(conflict).toContainText("Harbour plan");
  await conflict.getByRole("button", { name: "Keep this window’s" }).click();
  await expect(section.getByRole("listitem")).toContainText("Register of boats");
  expect(await db.evidence.findUnique({ where: { id } })).toMatchObject({ title: "Register of boats" });
});

test("evidence for a verdict begins as what it mostly does for it", async ({ page, db, signIn }) => {
  const { ana, passage, address } = await makeCase(db);
  await signIn(ana);
  await openRoom(page, `${address}?passage=${passage.id}`);
  await page.keyboard.press("v");
  const evidence = form(page).getByRole("group", { name: "New evidence" });
  for (const [key, bearing] of [
    ["1", "Refutes"],
    ["u", "Context"],
    ["3", "Supports"],
  ] as const) {
    await page.keyboard.press(key);
    await form(page).getByRole("button", { name: "Add evidence" }).click();
    await expect(evidence.getByRole("radio", { name: bearing })).toBeChecked();
    await page.keyboard.press("Escape");
    await expect(evidence).toHaveCount(0);
  }
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
  await form(page).getByRole("button", { name: "Save the verdict" }).click();
  await expect(form(page)).toContainText("Changed since you ticked it. Read it and tick it again.");
  await expect(ticks.first()).not.toBeChecked();
  await ticks.first().check();
  await form(page).getByRole("button", { name: "Save the verdict" }).click();
  await expect(verdicts(page).first()).toContainText("Register of boats");
});
