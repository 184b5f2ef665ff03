import { makeAssessment, makeAttribution, makePassage, makeSource } from "@/prisma/factories";
import { card, ferry, form, panel, stored, told } from "./attributions";
import { expectFocusIn } from "./expect-focus";
import { expect, test } from "./fixtures";
import { dragOver, makeRoom, marks, openRoom } from "./reading";

// Who said it: recorded by mouse and by keyboard, in chains, against each other, and settled.

test("a source is recorded by mouse; what the text says of it is found by itself and can be chosen", async ({
  page,
  db,
  signIn,
  allowTrouble,
}) => {
  allowTrouble(/status of 409/);
  const quiet = Array.from({ length: 12 }, (_, at) => `Paragraph ${at} is there to make room above.`);
  const [title, ...rest] = ferry.split("\n\n");
  const { ana, article, address } = await makeRoom(db, [title, ...quiet, ...rest].join("\n\n"));
  await signIn(ana);
  await openRoom(page, address);
  await dragOver(page, "We lost two winters");
  await page
    .getByRole("toolbar", { name: "Selected words" })
    .getByRole("button", { name: "Who said it?" })
    .click();

  // Guessed from the quotation marks and the sentence around them.
  await expect(form(page).getByRole("combobox", { name: "Source" })).toHaveValue("Ida Holm");
  await expect(form(page).getByRole("radio", { name: "Direct", exact: true })).toBeChecked();
  await expect(form(page).getByRole("textbox", { name: "Attributed by" })).toHaveValue("said");
  const mention = form(page).getByRole("textbox", { name: "Named as" });
  await expect(mention).toHaveValue("Ida Holm");

  // Only words that stand there can be what the text says.
  await mention.fill("the mayor");
  await expect(form(page).getByRole("alert")).toContainText("The text does not say this near the passage");
  await form(page).getByRole("button", { name: "Choose the words for “Named as” in the text" }).click();
  await expect(page.getByText("Select the words for “Named as” in the text")).toBeVisible();
  await dragOver(page, "Ida Holm, who runs the fish market");
  await page.getByRole("button", { name: "Use these words" }).click();
  await expect(mention).toHaveValue("Ida Holm, who runs the fish market");
  await expect(form(page).getByRole("alert")).toHaveCount(0);
  await form(page).getByRole("button", { name: "Record" }).click();

  await expect(told(page).getByRole("listitem")).toContainText("Ida Holm, directly, said");
  expect(await stored(db, article.id)).toEqual([
    "We lost two winters | Ida Holm | direct | Ida Holm, who runs the fish market | said",
  ]);

  // Kinds of claim are ticked on the passage.
  for (const kind of ["Figure", "Event"]) {
    await panel(page).getByText(kind, { exact: true }).click();
    await expect(panel(page).getByRole("checkbox", { name: kind })).toBeChecked();
  }

  // Taken back and undone.
  await told(page).getByRole("button", { name: "Take mine back" }).click();
  await expect(told(page).getByRole("listitem")).toHaveCount(0);
  await expect.poll(() => stored(db, article.id)).toEqual([]);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(told(page).getByRole("listitem")).toContainText("Ida Holm, directly, said");

  // And once more, without a toast to bring it back.
  await told(page).getByRole("button", { name: "Take mine back" }).click();
  await expect(told(page).getByRole("listitem")).toHaveCount(0);
  await page.reload();
  await told(page).getByRole("button", { name: "History" }).click();
  await told(page).getByRole("button", { name: "Restore" }).click();
  await expect(told(page)).toBeFocused();
  await expect(panel(page)).toHaveAccessibleName("Passage 1, Ida Holm");
  await expect(told(page).getByRole("listitem")).toContainText("Ida Holm, directly, said");
  for (const [kind, isOn] of Object.entries({ Figure: true, Date: false, Event: true })) {
    await expect(panel(page).getByRole("checkbox", { name: kind })).toBeChecked({ checked: isOn });
  }
  await page.getByRole("button", { name: "Close the passage" }).click();
  await expect(card(page, "Passage 1, Ida Holm")).toContainText("Ida Holm, directly, said");

  // The source has a place of its own: what is known of it, and what it says here.
  await marks(page, "We lost two winters").click();
  await told(page).getByRole("button", { name: "Ida Holm, directly, said" }).click();
  const source = page.getByRole("region", { name: "Source: Ida Holm" });
  await expect(source.getByRole("heading", { name: "1 passage here" })).toBeInViewport();
  await source.getByRole("button", { name: "Edit" }).click();
  const dialog = page.getByRole("dialog", { name: "Edit “Ida Holm”" });
  await dialog.getByLabel("Role").fill("runs the fish market");
  await dialog.getByLabel("Add a name").fill("Ms Holm");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(source).toContainText("Person · runs the fish market");
  await expect(dialog).toHaveCount(0);
  expect(await db.sourceAlias.count({ where: { text: "Ms Holm", articleId: article.id } })).toBe(1);

  // A new name brings along what a colleague wrote meanwhile: it is shown, not overwritten.
  await source.getByRole("button", { name: "Edit" }).click();
  await db.source.updateMany({
    where: { workspaceId: article.workspaceId },
    data: { note: "Asked on Friday", version: { increment: 1 } },
  });
  await dialog.getByLabel("Add a name").fill("Holm");
  await dialog.getByRole("button", { name: "Add" }).click();
  await expect(dialog.getByRole("alert")).toContainText("A colleague changed this. Yours is in the form.");
  await expect(dialog.getByRole("alert")).toContainText("Note: Asked on Friday");
  await expect(dialog.getByRole("button", { name: "Save" })).toBeDisabled();
  await dialog.getByRole("button", { name: "Take theirs" }).click();
  await expect(dialog.getByLabel("Note")).toHaveValue("Asked on Friday");
  // Under the name of another source its words would be read as the other's.
  await makeSource(db, { workspaceId: article.workspaceId, createdById: ana.id, name: "Ida Strand" });
  await dialog.getByLabel("Name", { exact: true }).fill("ida strand");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toContainText("Another source is called “Ida Strand”. If it is the same, merge");
  await dialog.getByRole("button", { name: "Both are called so: save" }).click();
  await expect(dialog).toHaveCount(0);
  const renamed = page.getByRole("region", { name: "Source: ida strand" });
  await renamed.getByRole("button", { name: /We lost two winters/ }).click();
  await expect(panel(page)).toBeVisible();
});

test("a source, the reporter's own words and a change are recorded by keyboard alone", async ({
  page,
  db,
  signIn,
}) => {
  const { ana, article, address } = await makeRoom(db, ferry);
  await signIn(ana);
  await openRoom(page, address);
  const selected = () => page.evaluate(() => window.getSelection()?.toString() ?? "");
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await press("j", "j", "j", "j", "Enter");
  await expect.poll(selected).toBe("A clerk in a grey hat said the money had been there all along.");
  await press(...Array<string>(7).fill("Alt+Shift+ArrowRight"));
  await expect.poll(selected).toBe("the money had been there all along.");
  await press("a");
  const source = page.getByRole("combobox", { name: "Source" });
  await expect(source).toBeFocused();
  await page.keyboard.type("cler");
  // Whom the paragraph names comes first, whoever is typed last.
  const options = page.getByRole("listbox", { name: "Source" }).getByRole("option");
  await expect(options).toHaveText([/clerk in a grey hat.*this paragraph/, /cler/]);
  await expect(options.first()).toHaveAttribute("aria-selected", "true");
  // Which one Enter takes is told by more than a shade, which the dark theme hardly has.
  await expect(options.first()).not.toHaveCSS("box-shadow", "none");
  await expect(options.nth(1)).toHaveCSS("box-shadow", "none");
  await press("Enter");
  await expect(source).toHaveValue("clerk in a grey hat");
  await expect(form(page).getByRole("textbox", { name: "Named as" })).toHaveValue("A clerk in a grey hat");
  await press("Enter");
  await expect(told(page)).toBeFocused();
  await expect(told(page).getByRole("listitem")).toContainText("clerk in a grey hat, indirectly, said");

  // The next sentence is nobody's but the reporter's. Closing the panel has not moved the paragraph.
  await press("Escape");
  await expect(panel(page)).toHaveCount(0);
  await press("Enter", "ArrowRight");
  await expect.poll(selected).toBe("Nobody waved.");
  await press("o");
  await expect(page.getByText("Recorded: the reporter’s own words")).toBeVisible();
  await expect(card(page, "Passage 2, The reporter’s own words")).toBeVisible();
  expect(await stored(db, article.id)).toEqual([
    "the money had been there all along. | clerk in a grey hat | indirect | A clerk in a grey hat | said",
    "Nobody waved. | reporter |  |  | ",
  ]);

  // A change: another manner, and denied. What it said before stays.
  await press("n");
  await expect(panel(page)).toHaveAccessibleName(/^Passage 1/);
  await press("a");
  await expect(source).toBeFocused();
  await expect(source).toHaveValue("clerk in a grey hat");
  await press("Tab");
  await expect(form(page).getByRole("radio", { name: "Indirect" })).toBeFocused();
  await press("ArrowLeft");
  await expect(form(page).getByRole("radio", { name: "Partly quoted" })).toBeChecked();
  await form(page).getByText(/^More/).press("Enter");
  await form(page).getByRole("checkbox", { name: "They deny it" }).press("Space");
  await press("Control+Enter");
  await expect(told(page).getByRole("listitem")).toContainText(
    "Denied by clerk in a grey hat, partly quoted, said",
  );
  await expect(told(page)).toBeFocused();
  await told(page).getByRole("button", { name: "History" }).press("Enter");
  await expect(told(page)).toContainText(
    /Ana Lima said before, just now: clerk in a grey hat, indirectly, said/,
  );
  await expect(panel(page)).toHaveAccessibleName(/^Passage 1, denied by clerk in a grey hat/);
  await press("v");
  await expect(panel(page).getByRole("form", { name: "Is it so?" })).toContainText(
    "The words themselves are judged, which are denied by clerk in a grey hat.",
  );
});

test("a chain of who reports whom, with a link that the text does not name", async ({ page, db, signIn }) => {
  const { ana, article, address } = await makeRoom(db, ferry);
  const mine = { articleId: article.id, createdById: ana.id };
  const outer = await makePassage(db, {
    ...mine,
    words: "two officials told the council that the harbour was broke",
  });
  const kiosk = await makeSource(db, {
    workspaceId: article.workspaceId,
    createdById: ana.id,
    name: "The Kiosk",
    kind: "organisation",
  });
  await makeAttribution(db, { passageId: outer.id, byId: ana.id, sourceId: kiosk.id });
  await signIn(ana);
  await openRoom(page, address);
  await dragOver(page, "the harbour was broke in 2019");
  await page.keyboard.press("a");
  const source = form(page).getByRole("combobox", { name: "Source" });
  await expect(source).toHaveValue("two officials");
  // What a new source is was guessed, and can be changed beside its name.
  const kind = form(page).getByRole("combobox", { name: "Kind of “two officials”" });
  await expect(kind).toHaveValue("anonymousGroup");
  await kind.selectOption("Organisation");
  await form(page).getByRole("button", { name: "Add who reports it" }).click();
  await form(page).getByRole("combobox", { name: "Who reports it" }).click();
  await form(page).getByRole("option", { name: "Somebody unnamed" }).click();
  // The focus goes on to the way to the next. Nobody reports their own words, which is said.
  const next = form(page).getByRole("button", { name: "Add who reports it" });
  await expect(next).toBeFocused();
  await next.press("Enter");
  const reporter = form(page).getByRole("combobox", { name: "Who reports it" });
  await reporter.fill("two officials");
  await form(page)
    .getByRole("option", { name: /two officials/ })
    .first()
    .click();
  await expect(form(page).getByRole("alert")).toHaveText(
    "These are the words of two officials: nobody reports their own words.",
  );
  await expect(reporter).toBeFocused();
  await reporter.fill("kiosk");
  await form(page)
    .getByRole("option", { name: /The Kiosk/ })
    .click();
  await next.click();
  await form(page)
    .getByRole("combobox", { name: "Who reports it" })
    .fill("Letter of the flood agency to all");
  await form(page)
    .getByRole("option", { name: /Letter/ })
    .click();
  await expect(form(page).getByRole("combobox", { name: /^Kind of “Letter/ })).toHaveValue("document");
  const remove = form(page).getByRole("button", { name: /^Take “Letter.* out of the chain$/ });
  const [edge, inner] = [await form(page).boundingBox(), await remove.boundingBox()];
  expect((inner?.x ?? 0) + (inner?.width ?? 0)).toBeLessThanOrEqual((edge?.x ?? 0) + (edge?.width ?? 0));
  await remove.click();
  await expect(next).toBeFocused();

  // Enter and the saving wait for the search; what is refused then is not saved, what is taken is.
  const search = "**/sources?q=*";
  const holdSearch = async () => {
    let answer = () => {};
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route(search, (route) => answered.then(() => route.continue()), { times: 1 });
    return () => answer();
  };
  await next.press("Enter");
  for (const name of ["two officials", "Harbour radio"]) {
    const answer = await holdSearch();
    await reporter.fill(name);
    await reporter.press("Enter");
    await expect(form(page).getByRole("listbox")).toContainText(`Looking whether “${name}” is known…`);
    await reporter.press("Control+Enter");
    answer();
    if (name === "two officials") await expect(form(page).getByRole("alert")).toContainText("nobody reports");
  }
  await expect(form(page)).toHaveCount(0);
  const line = "two officials, indirectly, told, via somebody unnamed, via The Kiosk, via Harbour radio";
  await expect(told(page).getByRole("listitem")).toContainText(line);
  const made = await db.source.findFirstOrThrow({ where: { name: "two officials" } });
  expect(made.kind).toBe("organisation");

  // A passage within a passage is reported by whoever says the one around it.
  await page.keyboard.press("Escape");
  await dragOver(page, "two officials");
  await page.keyboard.press("a");
  const links = form(page).getByRole("group", { name: "Reported by" });
  await expect(links).toContainText("The Kiosk, passage 1");
  await links.getByRole("button", { name: /out of the chain$/ }).click();
  await expect(links).toContainText("nobody: said to the reporter");
  await page.reload();
  await expect(card(page, "Passage 3, two officials")).toContainText(line);
});

test("a name that is typed and not chosen is never recorded as somebody else", async ({
  page,
  db,
  signIn,
}) => {
  const { ana, article, address } = await makeRoom(db, ferry);
  const { workspaceId } = article;
  await makeSource(db, { workspaceId, createdById: ana.id, name: "Jane Okell" });
  await signIn(ana);
  await openRoom(page, address);
  await dragOver(page, "We lost two winters");
  await page.keyboard.press("a");
  const source = form(page).getByRole("combobox", { name: "Source" });
  await expect(source).toHaveValue("Ida Holm");

  // Enter takes no new source as long as the search may find that there is one already.
  let answer = () => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const search = "**/sources?q=Okell";
  await page.route(search, async (route) => {
    await answered;
    await route.continue();
  });
  await source.fill("Dr Okell");
  const options = form(page).getByRole("listbox").getByRole("option");
  await expect(options).toHaveText([/New source: Dr Okell/]);
  await source.press("Enter");
  await expect(options).toHaveText([/New source: Dr Okell/]);
  answer();
  await expect(options).toHaveText([/Jane Okell/, /New source: Dr Okell/]);
  await expect(form(page)).toContainText("Jane Okell is known here: Enter takes this source.");
  await expect(source).toHaveValue("Dr Okell");
  await options.first().click();
  await expect(source).toHaveValue("Jane Okell");
  await page.unroute(search);

  await source.fill("Newsw");
  await page.keyboard.press("Control+Enter");
  await expect(source).toHaveAttribute("aria-expanded", "false");
  await expect(source).toHaveValue("Newsw");
  await expect(form(page).getByRole("alert")).toHaveCount(0);

  await source.fill("The fish marke");
  await form(page).getByRole("radio", { name: "Indirect" }).focus();
  await expect(form(page).getByRole("alert")).toHaveText("Choose “The fish marke” in the list.");
  await form(page).getByRole("button", { name: "Record" }).click();
  // What holds it back may be far above the button.
  await expect(source).toBeFocused();
  await expect(source).toHaveValue("The fish marke");
  expect(await stored(db, article.id)).toEqual([]);

  // What is half filled in comes back, also on another day.
  await page.reload();
  await expect(panel(page)).toBeVisible();
  await page.keyboard.press("a");
  await expect(source).toHaveValue("The fish marke");
  await expect(form(page).getByText(/^Draft from/)).toBeVisible();
  await form(page).getByRole("button", { name: "Discard" }).click();
  await expect(source).toHaveValue("Ida Holm");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(source).toHaveValue("The fish marke");
  await form(page).getByRole("button", { name: "Discard" }).click();
  await expect(source).toHaveValue("Ida Holm");

  // What was chosen is gone with what stood in the field.
  await source.clear();
  await form(page).getByRole("button", { name: "Record" }).click();
  await expect(form(page).getByRole("alert")).toHaveText(/^Say who the source is/);
  await expect(source).toBeFocused();
  await expect(source).toHaveValue("");

  // Who is named exactly needs no choice.
  await source.fill("ida holm");
  await form(page).getByRole("radio", { name: "Indirect" }).focus();
  await expect(source).toHaveValue("Ida Holm");
  await source.fill("Newsweek");
  await expect(form(page).getByRole("listbox").getByRole("option", { selected: true })).toHaveText(
    /New source: Newsweek/,
  );
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+Enter");
  await expect(told(page).getByRole("listitem")).toContainText("Newsweek, directly");
  // The name of somebody else does not stand for it.
  expect(await stored(db, article.id)).toEqual(["We lost two winters | Newsweek | direct |  | said"]);
});

test("a verb that vouches for what was said is told of until somebody has judged it", async ({
  page,
  db,
  signIn,
}) => {
  const text = "Ferry line to close\n\nIda Holm confirmed that half of the boats have left. Nobody waved.";
  const { ana, article, address } = await makeRoom(db, text);
  const words = "half of the boats have left";
  const passage = await makePassage(db, { articleId: article.id, createdById: ana.id, words });
  const { id: sourceId } = await makeSource(db, {
    workspaceId: article.workspaceId,
    createdById: ana.id,
    name: "Ida Holm",
  });
  const cueStart = passage.start - "confirmed that ".length;
  const cue = { cueStart, cueEnd: cueStart + "confirmed".length, cueClass: "vouching" as const };
  await makeAttribution(db, { passageId: passage.id, byId: ana.id, sourceId, ...cue });
  await signIn(ana);
  await openRoom(page, `${address}?passage=${passage.id}`);
  await expect(told(page)).toContainText("confirmed vouches for what they said. Nobody has judged");
  await page.keyboard.press("v");
  await page.keyboard.press("3");
  await page.keyboard.press("Control+Enter");
  await expect(panel(page).getByText("Mostly accurate").first()).toBeVisible();
  await expect(told(page)).not.toContainText("vouches");
});

test("the focus stays at who said it when what had it goes", async ({ page, db, signIn }) => {
  const { ana, article, address } = await makeRoom(db, ferry);
  await makePassage(db, { articleId: article.id, createdById: ana.id, words: "Nobody waved" });
  await signIn(ana);
  await openRoom(page, address);
  await marks(page, "Nobody waved").click();
  await told(page).getByRole("button", { name: "The reporter’s own words" }).press("Enter");
  await expect(told(page).getByRole("listitem")).toContainText("reporter’s own");
  await expectFocusIn(told(page));
  await told(page).getByRole("button", { name: "Take mine back" }).press("Enter");
  await expect(told(page).getByRole("listitem")).toHaveCount(0);
  await expectFocusIn(told(page));
});

test("History stands only where something was, and comes with it", async ({ page, db, signIn }) => {
  const { ana, article, address } = await makeRoom(db, ferry);
  const passage = await makePassage(db, {
    articleId: article.id,
    createdById: ana.id,
    words: "half of the boats have left",
  });
  await makeAssessment(db, { passageId: passage.id, byId: ana.id, verdict: "3" });
  await signIn(ana);
  const asked = page.waitForResponse(/\/taken-back/);
  await openRoom(page, `${address}?passage=${passage.id}`);
  await asked;
  const history = panel(page).getByRole("button", { name: /^History/ });
  await expect(panel(page).getByRole("button", { name: "Change mine: is it so?" })).toBeVisible();
  await expect(history).toHaveCount(0);

  await told(page).getByRole("button", { name: "The reporter’s own words" }).click();
  await expect(told(page).getByRole("listitem")).toHaveCount(1);
  await expect(history).toHaveCount(0);
  await told(page).getByRole("button", { name: "Take mine back" }).click();
  await expect(history).toHaveAccessibleName("History: who said it");
  await history.click();
  await expect(told(page)).toContainText("Ana Lima said and took back");
});
