import {
  makeAttribution,
  makeComment,
  makePassage,
  makeSource,
  makeStateChange,
  makeThread,
} from "@/prisma/factories";
import type { PrismaClient } from "@/prisma/generated/client";
import { expectClear } from "./expect-clear";
import { expect, test } from "./fixtures";
import { makeRoom, openRoom } from "./reading";

// Every page, light and dark, on a desk and on a phone, as axe sees it. Forms in their error states are looked at in
// the stories of their features.

async function makeFullRoom(db: PrismaClient) {
  const room = await makeRoom(db);
  const at = { articleId: room.article.id };
  const first = await makePassage(db, { ...at, createdById: room.ana.id, words: "two winters" });
  await makePassage(db, { ...at, createdById: room.ben.id, words: "We lost two winters" });
  const settled = await makePassage(db, { ...at, createdById: room.ben.id, words: "in March" });
  const thread = await makeThread(db, {
    ...at,
    passageId: first.id,
    createdById: room.ben.id,
    about: "accuracy",
    assigneeId: room.ana.id,
  });
  await makeComment(db, { threadId: thread.id, authorId: room.ben.id, text: "Which two?" });
  await makeComment(db, { threadId: thread.id, authorId: room.ana.id, text: "The last two." });
  const closed = await makeThread(db, {
    ...at,
    passageId: settled.id,
    createdById: room.ana.id,
    about: "attribution",
  });
  await makeComment(db, { threadId: closed.id, authorId: room.ana.id, text: "Says who?" });
  await makeStateChange(db, { threadId: closed.id, byId: room.ana.id, why: "The port authority." });
  return { ...room, thread, closed };
}

for (const theme of ["light", "dark"] as const) {
  test.describe(theme, () => {
    test.use({ colorScheme: theme });

    test(`the reading room, still and open, is clear to axe, ${theme} @both`, async ({
      page,
      db,
      signIn,
    }) => {
      const { ana, address, thread, closed } = await makeFullRoom(db);
      await signIn(ana);
      await openRoom(page, address);
      await expectClear(page);
      await openRoom(page, `${address}?thread=${thread.id}`);
      await expect(page.locator(`#t-${thread.id}:visible`)).toBeVisible();
      await expect(page.locator("[contenteditable=true]").last()).toBeVisible();
      await expectClear(page);
      await openRoom(page, `${address}?thread=${closed.id}`);
      await expect(page.getByText(/Resolved by you/).first()).toBeVisible();
      await expectClear(page);
    });

    test(`who said it: form, suggestion and table are clear to axe, ${theme} @both`, async ({
      page,
      db,
      signIn,
    }) => {
      const { ana, ben, article, address } = await makeFullRoom(db);
      const { id } = await makePassage(db, {
        articleId: article.id,
        createdById: ben.id,
        words: "half of the boats",
        claimKinds: ["quantity"],
      });
      const source = { workspaceId: article.workspaceId, createdById: ben.id };
      const ida = await makeSource(db, { ...source, name: "Ida Holm", role: "runs the fish market" });
      const other = await makeSource(db, { ...source, name: "The port authority", kind: "organisation" });
      await makeAttribution(db, { passageId: id, byId: ben.id, sourceId: ida.id });
      await makeAttribution(db, { passageId: id, byId: ana.id, sourceId: other.id, directness: "mixed" });
      await signIn(ana);
      // What is still appearing has not its full contrast yet.
      await page.emulateMedia({ reducedMotion: "reduce" });
      await openRoom(page, `${address}?passage=${id}`);
      await expect(page.getByText("Colleagues do not agree on who said this.")).toBeVisible();
      await expectClear(page);
      await page.keyboard.press("a");
      await page.getByRole("combobox", { name: "Source" }).fill("i");
      await expect(page.getByRole("option", { name: /Ida Holm/ })).toBeVisible();
      await page.getByText(/^More/).and(page.locator("summary")).click();
      await expectClear(page);
      await page.keyboard.press("Escape");
      await openRoom(page, `${address}?source=${ida.id}`);
      await expect(page.getByRole("region", { name: "Source: Ida Holm" })).toBeVisible();
      await expectClear(page);
      await page.keyboard.press("]");
      await expect(page.getByRole("region", { name: /^Suggestion \d of \d/ })).toBeVisible();
      await expectClear(page);
      await page.keyboard.press("w");
      await expect(page.getByRole("dialog", { name: "Whose words" })).toBeVisible();
      await expectClear(page);
    });

    test(`lists and plain pages are clear to axe, ${theme} @both`, async ({
      page,
      db,
      signIn,
      allowTrouble,
    }) => {
      allowTrouble(/404/);
      const { ana, workspace } = await makeFullRoom(db);
      for (const path of ["/sign-in", "/sign-up"]) {
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expectClear(page);
      }
      await signIn(ana);
      for (const path of [
        "/",
        "/?archived=yes",
        "/articles/new",
        `/workspaces/${workspace.id}`,
        "/workspaces/new",
        "/nowhere",
      ]) {
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expectClear(page);
      }
    });
  });
}
