import { expect, test } from "./fixtures";
import { dragOver, makeRoom, marks, openRoom, storedPassages } from "./reading";

test("what is marked without a connection waits, and goes out when it is back", async ({
  page,
  db,
  signIn,
  context,
  allowTrouble,
}) => {
  allowTrouble(/ERR_INTERNET_DISCONNECTED|Failed to load resource/);
  const { ana, article, address } = await makeRoom(db);
  await signIn(ana);
  await openRoom(page, address);
  await context.setOffline(true);
  await expect(page.getByText("You are offline")).toBeVisible();
  await dragOver(page, "two winters");
  await page.keyboard.press("h");
  await expect(page.getByText("1 thing is waiting")).toBeVisible();
  await expect(marks(page, "two winters")).toHaveClass(/is-pending/);
  expect(await storedPassages(db, article.id)).toEqual([]);
  await context.setOffline(false);
  await expect.poll(() => storedPassages(db, article.id)).toEqual(["two winters"]);
  await expect(marks(page, "two winters")).toHaveClass(/is-none/);
  await expect(page.getByText("You are offline")).toHaveCount(0);
});

test("a passage on its way survives the closing of the page", async ({ page, db, signIn, allowTrouble }) => {
  allowTrouble(/ERR_FAILED|Failed to load resource/);
  const { ana, article, address } = await makeRoom(db);
  await signIn(ana);
  const tried = page.waitForEvent("requestfailed", (request) => request.method() === "POST");
  await page.route("**/api/articles/*/passages", (route) => route.abort());
  await openRoom(page, address);
  await dragOver(page, "two winters");
  await page.keyboard.press("h");
  await tried;
  await page.unroute("**/api/articles/*/passages");
  await page.reload();
  await expect.poll(() => storedPassages(db, article.id)).toEqual(["two winters"]);
});

test("a passage that is refused stays and says why, until it is let in or let go", async ({
  page,
  db,
  signIn,
  allowTrouble,
}) => {
  allowTrouble(/status of 403/);
  const { ben, workspace, article, address } = await makeRoom(db);
  const become = (role: "member" | "viewer") =>
    db.membership.updateMany({ where: { userId: ben.id, workspaceId: workspace.id }, data: { role } });
  await signIn(ben);
  await openRoom(page, address);
  // Behind the page's back: it still offers to mark.
  await become("viewer");
  await dragOver(page, "two winters");
  await page.keyboard.press("h");
  await expect(marks(page, "two winters")).toHaveClass(/is-failed/);
  await page.reload();
  await expect(marks(page, "two winters")).toHaveClass(/is-failed/);
  await expect(page.getByText("Not saved")).toBeVisible();
  // In words for everybody, also where no margin stands beside the text.
  await expect(
    page
      .getByRole("status")
      .or(page.getByRole("listitem"))
      .filter({ hasText: "The passage could not be saved." }),
  ).toBeVisible();
  expect(await storedPassages(db, article.id)).toEqual([]);
  await become("member");
  await page.getByRole("button", { name: "Try again" }).first().click();
  await expect.poll(() => storedPassages(db, article.id)).toEqual(["two winters"]);
  await expect(marks(page, "two winters")).toHaveClass(/is-none/);
});
