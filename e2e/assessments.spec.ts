import type { Page } from "@playwright/test";
import { makeAssessment, makeAttribution, makeEvidence, makePassage, makeSource } from "@/prisma/factories";
import { form, makeCase, panel, so, stored, verdicts } from "./assessments";
import { expect, test } from "./fixtures";
import { marks, openRoom } from "./reading";

// Is it so, and did they say so: judged blind by mouse and by keyboard, backed, revealed, discussed and resolved.

const said = (page: Page) => panel(page).getByRole("region", { name: "Verdicts: did they say so?" });

test("a verdict is given by three keys, and changed with a reason that colleagues see", async ({
  page,
  db,
  signIn,
  openAs,
  allowTrouble,
}) => {
  allowTrouble(/status of 40[03]/);
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
  const pasted = "I read it again, and then once more. ".repeat(15);
  await page.keyboard.insertText(pasted);
  await form(page).getByRole("button", { name: "Save" }).click();
  await expect(form(page).getByRole("alert")).toHaveText("The reason is too long: at most 500 characters.");
  await expect(form(page).getByRole("textbox", { name: "Why did you change your mind?" })).toHaveValue(
    pasted,
  );
  await form(page).getByRole("button", { name: "New evidence" }).click();
  await form(page).getByRole("button", { name: "Save" }).click();
  await expect(verdicts(page)).toContainText("Unverifiable · you");
  await expect(verdicts(page)).toContainText("Changed your mind: was 2 misleading in part. “New evidence”");

  const other = await openAs(ben);
  await openRoom(other, `${address}?passage=${passage.id}`);
  await expect(so(other)).toContainText("1 colleague has judged.");
  await expect(verdicts(other)).toHaveCount(0);
  // It cannot be undone, so it is asked; whoever hit it by accident, and twice, still judges blind.
  await so(other).getByRole("button", { name: "Reveal" }).dblclick();
  await expect(so(other).getByRole("button", { name: "Reveal" })).toBeFocused();
  await expect(verdicts(other)).toHaveCount(0);
  await so(other).getByRole("button", { name: "Reveal" }).click();
  await expect(so(other)).toContainText("Yours will not be blind then, which cannot be undone.");
  // Esc answers the question, and does not close the passage around it.
  await other.keyboard.press("Escape");
  await expect(so(other)).not.toContainText("cannot be undone");
  await so(other).getByRole("button", { name: "Reveal" }).click();
  await so(other).getByRole("button", { name: "Reveal 1 verdict" }).click();
  await expect(verdicts(other)).toContainText("Unverifiable · Ana Lima");

  // A history that does not come can be asked for again.
  const history = `**/api/passages/${passage.id}/assessments`;
  const refusal = { error: { code: "forbidden", message: "Not now." } };
  await page.route(history, (route) =>
    route.request().method() === "GET" ? route.fulfill({ status: 403, json: refusal }) : route.fallback(),
  );
  await so(page).getByRole("button", { name: "History" }).click();
  await expect(so(page)).toContainText("Not now. Try again");
  await page.unroute(history);
  await so(page).getByRole("button", { name: "Try again" }).click();
  await expect(so(page)).toContainText("You judged misleading in part");
  // Two presses are one.
  await so(page).getByRole("button", { name: "Take mine back" }).dblclick();
  await expect(page.getByText("Your verdict is taken back")).toBeVisible();
  await expect(so(page).getByRole("heading", { name: /^Is it so/ })).toBeFocused();
  await expect(verdicts(page).filter({ hasText: "Unverifiable" })).toHaveCount(0);
  await expect(verdicts(other).filter({ hasText: "Unverifiable" })).toHaveCount(0);
  const rows = await stored(db, passage.id);
  expect(rows).toHaveLength(3);
  expect(rows.at(-1)).toContain("Ana Lima | so |  | true");

  // And comes back with its reason, and as blind as it was.
  await page.keyboard.press("Control+z");
  await expect(verdicts(page)).toContainText("Unverifiable · you");
  await expect(page.getByText("Undone")).toBeVisible();
  expect(await page.getByRole("button", { name: "Undo" }).count()).toBe(0);
  expect((await stored(db, passage.id)).at(-1)).toContain("Ana Lima | so | U | true");
  // The verdict before it stays, and so does whatever was done before that one: it is told, and not passed over.
  await page.keyboard.press("Control+z");
  await expect(page.getByText("What you did last, a verdict, is changed where it stands.")).toBeVisible();
  await expect(verdicts(page)).toContainText("Unverifiable · you");
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
  await expect(so(page)).toContainText("1 colleague has judged. The verdict is hidden until you have.");
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

  // Taken back it cannot be put back: it would stand as said of the other.
  await page.keyboard.press("Escape");
  await said(page).getByRole("button", { name: "Take mine back" }).click();
  await expect(page.getByText("Your verdict is taken back")).toBeVisible();
  expect(await page.getByRole("button", { name: "Undo" }).count()).toBe(0);
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
  await so(page).getByRole("button", { name: "Reveal 1 verdict" }).click();
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
  // As from a tab opened beside, or before the list's scripts have come: only the thread itself can tell it was read.
  const link = other.getByRole("link", { name: /Ana Lima discussed your verdict/ });
  await other.goto((await link.getAttribute("href")) ?? "");
  await expect(panel(other).getByText("About your verdict: 2 misleading in part")).toBeVisible();
  await expect.poll(() => db.notification.count({ where: { userId: ben.id, readAt: null } })).toBe(0);
});

test("a card says its verdicts in words, and which question each answers, in two lines", async ({
  page,
  db,
  signIn,
}) => {
  const { workspace, ana, ben, article, passage, address } = await makeCase(db);
  const ida = await makeSource(db, { workspaceId: workspace.id, createdById: ana.id, name: "Ida Holm" });
  await makeAttribution(db, { passageId: passage.id, byId: ana.id, sourceId: ida.id });
  const ground = { passageId: passage.id, byId: ana.id, sourceId: ida.id };
  await makeAssessment(db, { ...ground, axis: "so", verdict: "2" });
  await makeAssessment(db, { ...ground, axis: "said", verdict: "O" });
  const other = await makePassage(db, { articleId: article.id, createdById: ana.id, words: "Nobody waved" });
  for (const [by, verdict] of [
    [ana, "2"],
    [ben, "U"],
  ] as const)
    await makeAssessment(db, { passageId: other.id, byId: by.id, verdict });
  await signIn(ana);
  await openRoom(page, address);
  const card = page.getByRole("button", { name: /^Passage 1,/ });
  await expect(card).toContainText("So:◐2Misleading in part");
  await expect(card).toContainText("Said:○ONo claim of wording");
  await expect(page.getByRole("button", { name: /^Passage 2,/ })).toContainText("So:◐2?Usplit 1 : 1");
  // The longest words in the narrowest margin: cut off at an ellipsis, and the faces stay where they are.
  await page.addStyleTag({ content: ":root { --container-margin: 20rem !important }" });
  await expect.poll(async () => (await card.boundingBox())?.width).toBeLessThan(320);
  expect((await card.boundingBox())?.height).toBeLessThan(64);
  expect(await card.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
  await expect(card.getByTitle("Ana Lima")).toBeInViewport({ ratio: 1 });
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
  await expect(so(page)).toContainText("You opened the question again");
  await expect(so(page)).toContainText("You resolved it as mostly accurate");
  await expect(so(page).getByRole("listitem").filter({ hasText: "You resolved it" })).toContainText(
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
