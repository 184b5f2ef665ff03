import type { Page } from "@playwright/test";
import { makeMembership, makeUser, makeWorkspace } from "@/prisma/factories";
import type { PrismaClient, Role } from "@/prisma/generated/client";
import { expectFocusIn, heard } from "./expect-focus";
import { expect, test } from "./fixtures";

const password = "a lantern on the quay";

test.beforeEach(({ db }) => db.rateLimit.deleteMany({ where: { key: { contains: "-address:" } } }));

/** A workspace with one person of each role that is named. */
async function makeOffice(db: PrismaClient, ...roles: Role[]) {
  const workspace = await makeWorkspace(db, { name: "The Harbour Desk" });
  const names = ["Ida Holm", "Sam Okafor", "Noor Haddad"];
  const people = [];
  for (const [index, role] of roles.entries()) {
    const user = await makeUser(db, { name: names[index] ?? "Somebody" });
    await makeMembership(db, { workspaceId: workspace.id, userId: user.id, role });
    people.push(user);
  }
  const [owner, second, third] = people;
  if (!owner) throw new Error("nobody");
  return { page: `/workspaces/${workspace.id}`, id: workspace.id, owner, second: second ?? owner, third };
}

/** Opens a page and waits until its buttons work. */
async function open(page: Page, path: string) {
  await page.goto(path);
  await expect(page.getByRole("button", { name: /^Account of/ })).toBeEnabled();
}

async function makeLink(page: Page, role: string, email = ""): Promise<string> {
  await page.getByLabel("Role", { exact: true }).selectOption(role);
  await page.getByLabel(/Only for this e-mail address/).fill(email);
  await page.getByRole("button", { name: "Make a link" }).click();
  const link = await page.getByLabel("Invitation link").first().inputValue();
  await expect(page.getByText(email ? `For ${email} as` : /^By link as/)).toBeVisible();
  return link;
}

test("an invited colleague sees what it is, signs up, and is in; the link is used up", async ({
  page,
  browser,
  db,
  baseURL,
  signIn,
  troubles,
}) => {
  const office = await makeOffice(db, "owner");
  await signIn(office.owner);
  await open(page, office.page);
  const link = await makeLink(page, "editor");
  expect(link).toMatch(new RegExp(`^${baseURL}/invitations/[\\w-]{43}$`));

  const context = await browser.newContext({ locale: "en-GB" });
  troubles.watch(context);
  const colleague = await context.newPage();
  const referers: string[] = [];
  colleague.on("request", (request) => referers.push(request.headers().referer ?? ""));
  await colleague.goto(link);
  await expect(colleague.getByRole("heading", { name: "Join The Harbour Desk" })).toBeVisible();
  await expect(colleague.getByText(/Ida Holm invites you/)).toContainText("Editor");
  await colleague.getByLabel("Your name").fill("Eva Lind");
  await colleague.getByLabel("E-mail address").fill(`eva-${crypto.randomUUID()}@example.org`);
  await colleague.getByLabel("Password", { exact: true }).fill(password);
  await colleague.getByRole("button", { name: "Sign up and join" }).click();
  await expect(colleague).toHaveURL(`${baseURL}/`);
  await open(colleague, `${baseURL}${office.page}`);
  await expect(colleague.getByRole("listitem").filter({ hasText: "Eva Lind" })).toContainText("Editor");
  expect(referers.filter((one) => one.includes("/invitations/"))).toEqual([]);
  await context.close();

  await page.reload();
  await expect(page.getByRole("listitem").filter({ hasText: "Eva Lind" }).first()).toBeVisible();
  await expect(page.getByText("Eva Lind joined as an editor")).toBeVisible();
  const third = await browser.newPage();
  await third.goto(link);
  await expect(third.getByRole("heading", { name: "This invitation has been used" })).toBeVisible();
  await third.close();
});

test("the signed-in join with one button; the wrong address is told whose it is @both", async ({
  page,
  db,
  openAs,
  signIn,
}) => {
  const office = await makeOffice(db, "owner");
  const [eva, sam] = [await makeUser(db, { name: "Eva" }), await makeUser(db, { name: "Sam" })];
  await signIn(office.owner);
  await open(page, office.page);
  const link = await makeLink(page, "viewer", sam.email);
  const evasPage = await openAs(eva);
  await evasPage.goto(link);
  await expect(evasPage.getByText(/invites you/)).toContainText(
    "invites you to read articles in The Harbour Desk",
  );
  await expect(evasPage.getByText(/This invitation is for r…@example\.org, and you are/)).toBeVisible();
  await expect(evasPage.getByRole("button", { name: "Join The Harbour Desk" })).toHaveCount(0);
  const samsPage = await openAs(sam);
  await samsPage.goto(link);
  await samsPage.getByRole("button", { name: "Join The Harbour Desk" }).click();
  await expect(samsPage).not.toHaveURL(/invitations/);
  await samsPage.goto(link);
  await expect(samsPage.getByRole("heading", { name: "You are in The Harbour Desk" })).toBeVisible();
  expect(await db.membership.findFirst({ where: { userId: sam.id } })).toMatchObject({ role: "viewer" });
});

test("a withdrawn link is void, a broken one does not exist", async ({ page, db, openAs, signIn }) => {
  const office = await makeOffice(db, "owner");
  await signIn(office.owner);
  await open(page, office.page);
  const link = await makeLink(page, "member");
  // Another leaves it in sight, since it works on and cannot be shown again.
  await page.getByLabel("Role", { exact: true }).selectOption("viewer");
  await page.getByRole("button", { name: "Make a link" }).click();
  await expect(page.getByLabel("Invitation link")).toHaveCount(2);
  await expect(page.getByLabel("Invitation link").last()).toHaveValue(link);
  await page
    .getByRole("listitem")
    .filter({ hasText: "By link as member" })
    .getByRole("button", { name: "Withdraw" })
    .click();
  await expect(page.getByText("1 invitation that is over")).toBeVisible();
  // Nobody is asked to send what no longer works.
  await expect(page.getByLabel("Invitation link")).toHaveCount(1);
  await expect(page.getByLabel("Invitation link")).not.toHaveValue(link);
  const other = await openAs(await makeUser(db));
  await other.goto(link);
  await expect(other.getByRole("heading", { name: "This invitation was withdrawn" })).toBeVisible();
  await expect(other.getByText("The Harbour Desk")).toHaveCount(0);
  await other.goto(link.slice(0, -5));
  await expect(other.getByRole("heading", { name: "No such invitation" })).toBeVisible();
});

test("a removed member is out at once, and what stays is said", async ({
  page,
  db,
  openAs,
  signIn,
  allowTrouble,
}) => {
  allowTrouble(/status of 404/);
  const office = await makeOffice(db, "owner", "member");
  const theirs = await openAs(office.second);
  await open(theirs, office.page);
  await expect(theirs.getByRole("heading", { name: "The Harbour Desk" })).toBeVisible();
  await expect(theirs.getByRole("button", { name: "Make a link" })).toHaveCount(0);
  await signIn(office.owner);
  await open(page, office.page);
  await page.getByRole("button", { name: "Remove Sam Okafor" }).click();
  const dialog = page.getByRole("dialog", { name: "Remove Sam Okafor?" });
  await expect(dialog).toContainText("lose access at once");
  await expect(dialog).toContainText("They have marked, judged and written nothing here.");
  await dialog.getByRole("button", { name: "Remove" }).click();
  await expect(page.getByText("Only you so far")).toBeVisible();
  expect((await theirs.request.get(`/api${office.page}/members`)).status()).toBe(404);
  await theirs.reload();
  await expect(theirs.getByRole("heading", { name: "Not here" })).toBeVisible();
  await expect(page.getByText("Ida Holm removed Sam Okafor, who was a member")).toBeVisible();
});

test("roles change in place; the last owner stays; giving up being an owner asks first", async ({
  page,
  db,
  signIn,
}) => {
  const office = await makeOffice(db, "owner", "member");
  await signIn(office.owner);
  await open(page, office.page);
  await expect(page.getByText(/You are the last owner/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Leave" })).toHaveCount(0);
  await page.getByLabel("Role of Sam Okafor").selectOption("owner");
  await expect(page.getByText("Sam Okafor is now an owner.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Leave" })).toBeVisible();
  await page.getByLabel("Role of Ida Holm").selectOption("viewer");
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByLabel("Role of Ida Holm")).toHaveValue("owner");
  await page.getByLabel("Role of Ida Holm").selectOption("viewer");
  await page.getByRole("button", { name: "Become a viewer" }).click();
  await expect(page.getByRole("button", { name: "Make a link" })).toHaveCount(0);
  expect(await db.membership.count({ where: { workspaceId: office.id, role: "owner" } })).toBe(1);
});

test("a change that came too late is told, not overwritten", async ({ page, db, signIn, allowTrouble }) => {
  allowTrouble(/status of 409/);
  const office = await makeOffice(db, "owner", "member");
  await signIn(office.owner);
  await open(page, office.page);
  await db.membership.updateMany({
    where: { workspaceId: office.id, userId: office.second.id },
    data: { role: "viewer" },
  });
  // As the server keeps what a colleague has done.
  const actor = { actorId: office.second.id, actorName: "Mira Kovac", workspaceId: office.id };
  const detail = { userId: office.second.id };
  await db.auditEntry.create({ data: { ...actor, action: "member.changed", detail } });
  await page.getByLabel("Role of Sam Okafor").selectOption("editor");
  await expect(page.getByText("Mira Kovac made Sam Okafor viewer meanwhile.")).toBeVisible();
  await expect(page.getByLabel("Role of Sam Okafor")).toHaveValue("viewer");
  await db.workspace.update({ where: { id: office.id }, data: { name: "Night desk" } });
  await page.getByRole("button", { name: "Rename" }).click();
  await page.getByLabel("Name of the workspace").fill("Day desk");
  await page.getByRole("button", { name: "Rename" }).click();
  await expect(page.getByText(/Somebody renamed the workspace to “Night desk”/)).toBeVisible();
  await expect(page.getByLabel("Name of the workspace")).toHaveValue("Day desk");
});

test("leaving and making workspaces", async ({ page, db, signIn }) => {
  const office = await makeOffice(db, "owner", "editor");
  await signIn(office.second);
  await open(page, office.page);
  await page.getByRole("button", { name: "Leave" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Leave" }).click();
  await expect(page).toHaveURL(/\/$/);
  expect(await db.membership.count({ where: { userId: office.second.id } })).toBe(0);
  await open(page, "/workspaces/new");
  await page.getByLabel("Name").fill("Night desk");
  await page.getByRole("button", { name: "Make workspace" }).click();
  await expect(page.getByRole("heading", { name: "Night desk" })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Account of/ })).toBeEnabled();
  await page.getByRole("button", { name: "Rename" }).click();
  await page.getByLabel("Name of the workspace").fill("Late desk");
  await page.getByRole("button", { name: "Rename" }).click();
  await expect(page.getByRole("heading", { name: "Late desk" })).toBeVisible();
});

test("renaming and withdrawing say so, and leave the focus where one goes on", async ({
  page,
  db,
  signIn,
}) => {
  const office = await makeOffice(db, "owner");
  await signIn(office.owner);
  await open(page, office.page);
  const rename = page.getByRole("button", { name: "Rename" });
  await rename.press("Enter");
  await page.getByLabel("Name of the workspace").fill("The Quay Desk");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "The Quay Desk" })).toBeVisible();
  await expect(rename).toBeFocused();
  await expect(heard(page)).toContainText("Renamed to The Quay Desk.");
  await rename.press("Enter");
  await page.keyboard.press("Escape");
  await expect(rename).toBeFocused();

  await makeLink(page, "editor");
  await makeLink(page, "member", "kim@example.org");
  const waiting = page.getByRole("region", { name: "Invitations" }).getByRole("listitem");
  const withdraw = waiting.getByRole("button", { name: "Withdraw" });
  await withdraw.first().press("Enter");
  await expect(withdraw).toHaveCount(1);
  await expect(withdraw).toBeFocused();
  await withdraw.press("Enter");
  await expect(withdraw).toHaveCount(0);
  await expectFocusIn(page.getByRole("region", { name: "Invitations" }));
});
