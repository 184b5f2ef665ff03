import type { Route } from "@playwright/test";
import { makeAttribution, makePassage, makeSource } from "@/prisma/factories";
import { card, ferry, form, panel, stored, told } from "./attributions";
import { expectFocusIn } from "./expect-focus";
import { expect, test } from "./fixtures";
import { dragOver, makeRoom, openRoom, storedPassages } from "./reading";

// Who said it, where two hold different things, and where one may only read.

test("two colleagues differ, discuss it, and an editor settles it; the other word stays in the history", async ({
  page,
  db,
  signIn,
  openAs,
  allowTrouble,
}) => {
  allowTrouble(/status of 400/);
  const { ana, ben, article, address } = await makeRoom(db, ferry);
  const passage = await makePassage(db, {
    articleId: article.id,
    createdById: ana.id,
    words: "half of the boats have left",
  });
  const ida = await makeSource(db, {
    workspaceId: article.workspaceId,
    createdById: ana.id,
    name: "Ida Holm",
  });
  await makeAttribution(db, { passageId: passage.id, byId: ana.id, sourceId: ida.id });
  await signIn(ana);
  const bens = await openAs(ben);
  await openRoom(page, `${address}?passage=${passage.id}`);
  await openRoom(bens, `${address}?passage=${passage.id}`);
  await expect(told(bens).getByRole("listitem")).toContainText("Ida Holm, indirectly");
  await told(bens).getByRole("button", { name: "I see it differently" }).click();
  await form(bens).getByRole("combobox", { name: "Source" }).fill("The fish market");
  await bens.keyboard.press("Enter");
  await form(bens).getByRole("button", { name: "Record" }).click();

  // Both see that they differ, at once, and the thread about it lies beside.
  for (const one of [page, bens]) {
    await expect(told(one)).toContainText("Colleagues do not agree on who said this.");
    await expect(told(one).getByRole("listitem")).toHaveText([
      /Ida Holm, indirectly/,
      /The fish market, indirectly/,
    ]);
  }
  await expect(panel(page)).toHaveAccessibleName(/^Passage 1, speakers differ/);
  await told(page).getByRole("button", { name: "Discuss it" }).click();
  await expect(page.getByRole("textbox", { name: "Who said it?" })).toBeFocused();
  await page.keyboard.type("“Her” is Ida Holm.");
  await page.keyboard.press("Control+Enter");
  await expect(bens.getByText("“Her” is Ida Holm.")).toBeVisible();
  await expect(told(bens).getByRole("button", { name: "Go to the thread about it" })).toBeVisible();

  // A member cannot settle it, an editor can.
  await expect(told(bens).getByRole("button", { name: "Settle on this" })).toHaveCount(0);
  const row = told(page).getByRole("listitem").filter({ hasText: "Ida Holm" });
  await row.getByRole("button", { name: "Settle on this" }).click();
  const settling = told(page).getByRole("form", { name: "Settle who said it" });
  const why = settling.getByLabel("Why (optional)");
  await expect(why).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(why).toHaveCount(0);
  await expectFocusIn(told(page));
  await row.getByRole("button", { name: "Settle on this" }).press("Enter");
  await expect(why).toBeFocused();
  const pasted = "“her” is named a line before. ".repeat(20);
  await why.fill(pasted);
  await settling.getByRole("button", { name: "Settle", exact: true }).press("Enter");
  await expect(page.getByText("The reason is too long: at most 500 characters.")).toBeVisible();
  await expect(why).toHaveValue(pasted);
  await why.fill("“her” is named a line before");
  await settling.getByRole("button", { name: "Settle", exact: true }).press("Enter");
  await expect(why).toHaveCount(0);
  await expectFocusIn(told(page));
  for (const one of [page, bens]) {
    await expect(told(one)).toContainText("Settled by Ana Lima, just now: “her” is named a line before");
    await expect(told(one).getByRole("listitem")).toHaveText([/^IH\s?Ida Holm, indirectly/]);
    // An editor's word does not make a colleague's unsaid.
    await expect(told(one)).toContainText("Ben Okoro saw it otherwise: The fish market, indirectly");
    await told(one).getByRole("button", { name: "History" }).click();
  }

  await expect(told(bens).getByRole("button", { name: "Open again" })).toHaveCount(0);
  await expect(told(bens).getByRole("button", { name: "Take mine back" })).toBeVisible();
  await told(page).getByRole("button", { name: "Open again" }).click();
  for (const one of [page, bens]) {
    await expect(told(one)).toContainText("Colleagues do not agree on who said this.");
    await expect(told(one)).toContainText("Ana Lima opened it again, just now");
  }
  await page.reload();
  await expect(told(page)).toContainText("Colleagues do not agree on who said this.");
  await page.getByRole("button", { name: "Close the passage" }).click();
  await expect(card(page, "Passage 1, speakers differ")).toContainText("≠ Ida Holm / The fish market");

  // What is taken back stays in the history.
  await told(bens).getByRole("button", { name: "Take mine back" }).click();
  await expect(told(bens)).toContainText(
    "Ben Okoro said and took back, just now: The fish market, indirectly",
  );
});

test("who is overtaken by a settlement, or settles on what has changed, is told by whom and chooses", async ({
  page,
  db,
  signIn,
  openAs,
  allowTrouble,
  baseURL,
}) => {
  allowTrouble(/status of 409|net::ERR_FAILED/);
  const { ana, ben, article, address } = await makeRoom(db, ferry);
  const words = "half of the boats have left";
  const passage = await makePassage(db, { articleId: article.id, createdById: ana.id, words });
  for (const [by, name] of [
    [ana, "Ida Holm"],
    [ben, "The fish market"],
  ] as const) {
    const source = await makeSource(db, { workspaceId: article.workspaceId, createdById: by.id, name });
    await makeAttribution(db, { passageId: passage.id, byId: by.id, sourceId: source.id });
  }
  await signIn(ana);
  const bens = await openAs(ben);
  for (const one of [page, bens]) await openRoom(one, `${address}?passage=${passage.id}`);
  await told(bens).getByRole("button", { name: "Change" }).click();
  await form(bens).getByText("Direct", { exact: true }).click();
  const rowOf = (name: string) => told(page).getByRole("listitem").filter({ hasText: name });
  await rowOf("Ida Holm").getByRole("button", { name: "Settle on this" }).click();
  await page.keyboard.type("she is named a line before");
  await page.keyboard.press("Enter");
  await expect(told(page)).toContainText("Settled by Ana Lima");

  await expect(panel(bens)).toContainText("What you save opens the question again.");
  await form(bens).getByRole("button", { name: "Save" }).click();
  const bensConflict = form(bens).getByRole("alert");
  await expect(bensConflict).toContainText("Ana Lima settled this on Ida Holm, indirectly, just now.");
  await expect(bensConflict).toContainText("she is named a line before");
  await bensConflict.getByRole("button", { name: "Take theirs" }).click();
  await expect(told(bens)).toContainText("Settled by Ana Lima");
  await expect(told(bens).getByText("Not saved yet")).toHaveCount(0);

  await told(page).getByRole("button", { name: "Open again" }).click();
  await rowOf("The fish market").getByRole("button", { name: "Settle on this" }).click();
  const bensChange = async (route: Route) => {
    const { id } = await db.attribution.findFirstOrThrow({ where: { passageId: passage.id, byId: ben.id } });
    // With a number of its own, as every change has: by it an answer that was underway is known to be older.
    const data = { directness: "direct" as const, version: { increment: 1 }, number: { increment: 1 } };
    await db.attribution.update({ where: { id }, data });
    await route.continue();
  };
  await page.route("**/api/passages/*/settlements", bensChange, { times: 1 });
  const settling = told(page).getByRole("form", { name: "Settle who said it" });
  const settle = { name: "Settle", exact: true };
  await settling.getByRole("button", settle).press("Enter");
  const conflict = settling.getByRole("alert");
  await expect(conflict).toContainText("Ben Okoro changed this to The fish market, directly");
  // The button has gone with the focus on it, and nobody is to press another unawares.
  await expect(settling.locator("[data-ways]")).toBeFocused();
  await conflict.getByRole("button", { name: "Settle on that" }).click();
  await expect(told(page)).toContainText("Settled by Ana Lima");
  await expect(told(page).getByRole("listitem")).toContainText("The fish market, directly");

  // Another editor settles it while I write why: what I wrote stays, and I choose.
  await db.membership.updateMany({ where: { userId: ben.id }, data: { role: "editor" } });
  await openRoom(bens, `${address}?passage=${passage.id}`);
  await told(page).getByRole("button", { name: "Open again" }).click();
  // The reason goes along to the one that is pressed after it.
  await rowOf("The fish market").getByRole("button", { name: "Settle on this" }).click();
  await page.keyboard.type("she is named a line before");
  await rowOf("Ida Holm").getByRole("button", { name: "Settle on this" }).click();
  await page.keyboard.press("Escape");
  await page.reload();
  await told(page)
    .getByRole("button", { name: "Go on with: Settle on Ida Holm: she is named a line before" })
    .click();
  await expect(settling).toContainText("Settle on Ida Holm, indirectly");
  const bensRow = told(bens).getByRole("listitem").filter({ hasText: "The fish market" });
  await bensRow.getByRole("button", { name: "Settle on this" }).click();
  await bens.keyboard.press("Enter");
  await expect(conflict).toContainText("Ben Okoro settled this on The fish market, directly");
  await expect(settling.getByLabel("Why (optional)")).toHaveValue("she is named a line before");
  await expect(settling.getByLabel("Why (optional)")).toBeFocused();
  // It is stored, and only the answer is lost: it is done, and no conflict with oneself.
  const loseAnswer = async (route: Route) => {
    await route.fetch();
    await route.abort();
  };
  await page.route("**/api/passages/*/settlements", loseAnswer, { times: 1 });
  await conflict.getByRole("button", { name: "Settle on mine" }).click();
  await expect(settling).toHaveCount(0);
  await expect(told(page).getByRole("listitem")).toHaveText([/Ida Holm, indirectly/]);
  await expect(told(bens)).toContainText("she is named a line before");

  // Who may not settle any longer is offered nothing that would be refused, and keeps what was written for it.
  await told(page).getByRole("button", { name: "Open again" }).click();
  const idas = told(bens).getByRole("listitem").filter({ hasText: "Ida Holm" });
  await idas.getByRole("button", { name: "Settle on this" }).click();
  await bens.keyboard.type("the market keeps the list");
  const bensForm = told(bens).getByRole("form", { name: "Settle who said it" });
  await bensForm.getByRole("button", settle).focus();
  await told(page).getByRole("button", { name: "Take mine back" }).click();
  await expect(bensForm.getByRole("alert")).toContainText("Ana Lima has taken this back meanwhile.");
  await expect(bensForm.getByRole("button", settle)).toHaveCount(0);
  await expect(bensForm.locator("[data-ways]")).toBeFocused();
  const data = { was: "editor", role: "viewer" };
  const member = `/api/workspaces/${article.workspaceId}/members/${ben.id}`;
  await page.request.patch(member, { data, headers: { origin: baseURL ?? "" } });
  const kept = "Not saved: Settle on Ida Holm: the market keeps the list";
  await expect(panel(bens).getByRole("group", { name: "Not saved" })).toContainText(kept);
  await expect(panel(bens).getByText("the market keeps the list")).toHaveCount(1);
  await expect(told(bens).getByRole("button", { name: /^(?:Settle|Discuss it)/ })).toHaveCount(0);
});

test("the same person in two tabs: the slower one is told, nothing is lost, and may choose", async ({
  page,
  context,
  db,
  signIn,
  allowTrouble,
}) => {
  allowTrouble(/status of 409/);
  const { ana, article, address } = await makeRoom(db, ferry);
  const passage = await makePassage(db, {
    articleId: article.id,
    createdById: ana.id,
    words: "Nobody waved.",
  });
  const clerk = await makeSource(db, {
    workspaceId: article.workspaceId,
    createdById: ana.id,
    name: "The clerk",
  });
  await makeAttribution(db, { passageId: passage.id, byId: ana.id, sourceId: clerk.id });
  await signIn(ana);
  const second = await context.newPage();
  for (const one of [page, second]) {
    await openRoom(one, `${address}?passage=${passage.id}`);
    await told(one).getByRole("button", { name: "Change" }).click();
    await expect(form(one).getByRole("combobox", { name: "Source" })).toHaveValue("The clerk");
  }
  await form(page).getByText("Direct", { exact: true }).click();
  await form(page).getByRole("button", { name: "Save" }).click();
  await expect(told(page).getByRole("listitem")).toContainText("The clerk, directly");

  await form(second).getByRole("combobox", { name: "Source" }).fill("The harbour master");
  await second.keyboard.press("Enter");
  await form(second).getByRole("button", { name: "Save" }).click();
  await expect(form(second).getByRole("alert")).toHaveText(
    /You changed this to The clerk, directly in another window, just now\./,
  );
  await expect(form(second).getByRole("combobox", { name: "Source" })).toHaveValue("The harbour master");
  expect(await stored(db, article.id)).toEqual(["Nobody waved. | The clerk | direct |  | "]);

  await form(second).getByRole("button", { name: "Keep this window’s" }).click();
  for (const one of [page, second]) {
    await expect(told(one).getByRole("listitem")).toContainText("The harbour master, indirectly");
  }
  await told(second).getByRole("button", { name: "History" }).click();
  await expect(told(second)).toContainText("Ana Lima said before, just now: The clerk, directly");
  await expect(told(second)).toContainText("Ana Lima said before, just now: The clerk, indirectly");
});

test("a viewer reads who said it and is offered nothing to record", async ({ page, db, signIn }) => {
  const { ana, ben, workspace, article, address } = await makeRoom(db, ferry);
  const passage = await makePassage(db, {
    articleId: article.id,
    createdById: ana.id,
    words: "half of the boats have left",
    claimKinds: ["quantity"],
  });
  const ida = await makeSource(db, { workspaceId: workspace.id, createdById: ana.id, name: "Ida Holm" });
  await makeAttribution(db, { passageId: passage.id, byId: ana.id, sourceId: ida.id });
  await db.membership.updateMany({
    where: { userId: ben.id, workspaceId: workspace.id },
    data: { role: "viewer" },
  });
  await signIn(ben);
  await openRoom(page, `${address}?passage=${passage.id}`);
  await expect(told(page).getByRole("listitem")).toContainText("Ida Holm, indirectly");
  await expect(panel(page)).toContainText("Claim: figure");
  await expect(told(page).getByRole("button")).toHaveText([/Ida Holm, indirectly/]);
  for (const key of ["a", "o"]) await page.keyboard.press(key);
  await expect(form(page)).toHaveCount(0);
  await expect(page.getByRole("button", { name: /suggestions/ })).toHaveCount(0);
  await expect(page.locator("mark.is-suggested")).toHaveCount(0);
  await dragOver(page, "Nobody waved");
  await page.keyboard.press("o");
  await expect(page.getByRole("toolbar", { name: "Selected words" })).toBeVisible();
  expect(await storedPassages(db, article.id)).toEqual(["half of the boats have left"]);
  expect(await stored(db, article.id)).toHaveLength(1);
});
