import { hash } from "@node-rs/argon2";
import { expect, test } from "./fixtures";
import { makeRoom, openRoom } from "./reading";

test("what is chosen for reading is there at the first paint, on every machine", async ({
  page,
  db,
  signIn,
  openAs,
}) => {
  const { ana, address } = await makeRoom(db);
  await signIn(ana);
  await page.goto("/settings");
  const saved = page.getByRole("region", { name: "Reading" }).getByRole("status");
  for (const choice of ["Dark", "Libre Franklin", "Very large"]) {
    await page.getByRole("radio", { name: choice, exact: true }).check();
    await expect(saved).toContainText("Saved");
  }

  const other = await openAs(ana);
  const [answer] = await Promise.all([
    other.waitForResponse((one) => one.url().endsWith(address)),
    openRoom(other, address),
  ]);
  expect(await answer.text()).toMatch(/<html[^>]*data-theme="dark"[^>]*data-text-size="largest"/);
  await expect(other.locator(".article-text")).toHaveCSS("font-family", /libreFranklin/i);
});

test("a key is changed, refused in words, and given back", async ({ page, db, signIn }) => {
  const { ana } = await makeRoom(db);
  await signIn(ana);
  await page.goto("/settings#shortcuts");
  const part = page.getByRole("region", { name: "Shortcuts" });
  const change = part.getByRole("button", { name: "Change: next passage", exact: true });
  await change.click();
  await page.keyboard.press("p");
  await expect(part.getByRole("alert")).toContainText("P is taken: “previous passage”");
  await page.keyboard.press("y");
  await expect(change).toBeFocused();
  await expect(part.getByRole("status")).toContainText("Saved");
  const row = part.getByRole("listitem").filter({ hasText: /next passage(?! with)/ });
  await expect(row).toContainText("Y");
  await part.getByRole("button", { name: "Reset: next passage", exact: true }).click();
  await expect(row).toContainText("N");
});

test("one other session is ended, and what to hear of is chosen", async ({ page, db, openAs, signIn }) => {
  const { ana } = await makeRoom(db);
  await signIn(ana);
  const other = await openAs(ana);
  await page.goto("/settings");
  const part = page.getByRole("region", { name: "Where you are signed in" });
  await part.getByRole("button", { name: /^End the session/ }).click();
  await expect(part.getByText("You are signed out in that browser.")).toBeVisible();
  await expect(part.getByRole("listitem")).toHaveCount(1);
  await other.goto("/settings");
  await expect(other).toHaveURL(/\/sign-in/);
  await page.getByLabel(/^What to tell me of/).selectOption("mentions");
  await expect
    .poll(async () => (await db.user.findUniqueOrThrow({ where: { id: ana.id } })).watchLevel)
    .toBe("mentions");
});

test("a new password ends my other sessions, and the account ends with it", async ({
  page,
  db,
  openAs,
  signIn,
}) => {
  const { ana, ben, workspace } = await makeRoom(db);
  const old = "three quiet boats at dawn";
  await db.user.update({ where: { id: ana.id }, data: { passwordHash: await hash(old) } });
  await signIn(ana);
  const other = await openAs(ana);
  await page.goto("/settings");
  await page.getByLabel("Present password").fill(old);
  await page.getByLabel("New password").fill("seven grey otters asleep");
  await page.getByRole("button", { name: "Change the password" }).click();
  await expect(page.getByText("Your password is changed.")).toBeVisible();
  await other.goto("/settings");
  await expect(other).toHaveURL(/\/sign-in/);

  const end = page.getByRole("button", { name: "Delete the account…" });
  await expect(end).toBeDisabled();
  await db.membership.updateMany({ where: { userId: ben.id }, data: { role: "owner" } });
  await page.reload();
  await end.click();
  const dialog = page.getByRole("dialog", { name: "Delete your account?" });
  await expect(dialog).toContainText("you leave it");
  await dialog.getByLabel("Your password").fill("seven grey otters asleep");
  await dialog.getByRole("button", { name: "Delete for good" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  expect(await db.membership.count({ where: { workspaceId: workspace.id } })).toBe(1);
});
