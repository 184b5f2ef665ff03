import { hash } from "@node-rs/argon2";
import {
  makeArticle,
  makeComment,
  makeMembership,
  makeThread,
  makeUser,
  makeWorkspace,
} from "@/prisma/factories";
import type { PrismaClient } from "@/prisma/generated/client";
import { heard } from "./expect-focus";
import { expect, test } from "./fixtures";

const password = "a lantern on the quay";

// All browsers of the tests have one address. The limits by address have tests of their own.
test.beforeEach(({ db }) => db.rateLimit.deleteMany({ where: { key: { contains: "-address:" } } }));

async function makePerson(db: PrismaClient, name = "Ida Holm") {
  const user = await makeUser(db, { name, passwordHash: await hash(password) });
  const workspace = await makeWorkspace(db);
  await makeMembership(db, { workspaceId: workspace.id, userId: user.id, role: "owner" });
  return { ...user, workspaceId: workspace.id };
}

test("signing up gives a workspace of one's own @both", async ({ page }) => {
  const email = `sam-${crypto.randomUUID()}@example.org`;
  await page.goto("/sign-up?next=/workspaces/new");
  await page.getByLabel("Your name").fill("Sam Okafor");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill("passwordpassword");
  await page.getByRole("button", { name: "Sign up" }).focus();
  await expect(page.getByText(/easy to guess/)).toBeVisible();
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign up" }).click();
  await expect(page).toHaveURL(/\/workspaces\/new$/);
  await page.getByRole("button", { name: "Account of Sam Okafor" }).click();
  await expect(page.getByRole("link", { name: "People of Sam Okafor’s workspace" })).toBeVisible();
  await expect(page.getByText(email)).toBeVisible();
});

test("the server refuses by field what the page let through, and keeps what was typed", async ({
  page,
  allowTrouble,
}) => {
  allowTrouble(/status of 400/);
  await page.goto("/sign-up");
  await page.getByLabel("Your name").fill("Ida Holm");
  await page.getByLabel("E-mail address").fill("ida@localhost");
  await page.getByLabel("Password", { exact: true }).fill("short");
  await page.getByLabel("Password", { exact: true }).press("Enter");
  await expect(page.getByText(/This is not an e-mail address/)).toBeVisible();
  await expect(page.getByText(/Use at least 15 characters; this has 5/)).toBeVisible();
  await expect(page.getByLabel("E-mail address")).toBeFocused();
  await expect(page.getByLabel("Your name")).toHaveValue("Ida Holm");
  await expect(page.getByLabel("Password", { exact: true })).toHaveValue("short");

  // Where the focus is there already, nothing else would tell that it was refused.
  await page.getByLabel("E-mail address").fill("ida@example.org");
  await page.getByLabel("Password", { exact: true }).press("Enter");
  await expect(page.getByLabel("E-mail address")).not.toHaveAttribute("aria-invalid");
  await expect(page.getByLabel("Password", { exact: true })).toBeFocused();
  await expect(heard(page)).toContainText("Use at least 15 characters; this has 5");
});

test("signing up with a known address says neither yes nor no", async ({ page, db, allowTrouble }) => {
  allowTrouble(/status of 401/);
  const person = await makePerson(db);
  await page.goto("/sign-up");
  await page.getByLabel("Your name").fill("Mallory");
  await page.getByLabel("E-mail address").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill("another long password of mine");
  await page.getByRole("button", { name: "Sign up" }).click();
  await expect(page.getByText(/If this address is new here/)).toBeVisible();
  await expect(page.getByLabel("E-mail address")).toHaveValue(person.email);
  await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
  await expect(page.getByLabel("Password", { exact: true })).toBeFocused();
  const after = await db.user.findUnique({ where: { id: person.id } });
  expect(after).toMatchObject({ name: person.name, passwordHash: person.passwordHash });
});

test("signing in: wrong, right, and back to where one was going", async ({ page, db, allowTrouble }) => {
  allowTrouble(/status of 401/);
  const person = await makePerson(db);
  const wanted = `/workspaces/${person.workspaceId}`;
  await page.goto(wanted);
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.getByLabel("E-mail address").fill(person.email.toUpperCase());
  await page.getByLabel("Password", { exact: true }).fill("not the password at all");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert").first()).toHaveText(
    "The e-mail address or the password is not right.",
  );
  await expect(page.getByLabel("Password", { exact: true })).toHaveValue("not the password at all");
  await page.getByRole("button", { name: "Show password" }).click();
  await expect(page.getByLabel("Password", { exact: true })).toHaveAttribute("type", "text");
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByLabel("Password", { exact: true }).press("Enter");
  await expect(page).toHaveURL(wanted);
  const [cookie] = (await page.context().cookies()).filter(({ name }) => name === "sayso-session");
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
});

test("a link to a comment leads there also by way of the sign-in", async ({ page, db }) => {
  const person = await makePerson(db);
  const by = { createdById: person.id };
  const article = await makeArticle(db, { workspaceId: person.workspaceId, ...by });
  const thread = await makeThread(db, { articleId: article.id, ...by });
  const comment = await makeComment(db, { threadId: thread.id, authorId: person.id, text: "Whose figure?" });
  const wanted = `/articles/${article.id}?thread=${thread.id}#c-${comment.id}`;
  await page.goto(wanted);
  await page.getByLabel("E-mail address").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByLabel("Password", { exact: true }).press("Enter");
  await expect(page).toHaveURL(wanted);
  await expect(page.locator(`#c-${comment.id}:visible`)).toBeFocused();
});

test("signing out ends the session on the server", async ({ page, db, playwright, baseURL, signIn }) => {
  const person = await makePerson(db);
  await signIn(person);
  await page.goto(`/workspaces/${person.workspaceId}`);
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const thief = await playwright.request.newContext({ baseURL: baseURL ?? "", extraHTTPHeaders: { cookie } });
  expect((await thief.get("/api/workspaces")).status()).toBe(200);
  // By key it begins with its first place.
  await page.getByRole("button", { name: /^Account of/ }).press("Enter");
  await expect(page.getByRole("dialog", { name: "Account" }).getByRole("link").first()).toBeFocused();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  expect((await thief.get("/api/workspaces")).status()).toBe(401);
  expect(await (await thief.get("/api/auth/session")).json()).toEqual({});
  await thief.dispose();
});

test("a raised session version ends all sessions", async ({ page, db, signIn }) => {
  const person = await makePerson(db);
  await signIn(person);
  expect((await page.request.get("/api/workspaces")).status()).toBe(200);
  await db.user.update({ where: { id: person.id }, data: { sessionVersion: { increment: 1 } } });
  expect((await page.request.get("/api/workspaces")).status()).toBe(401);
});

test("signing in again ends the session of before", async ({ page, db, signIn }) => {
  const person = await makePerson(db);
  await signIn(person);
  const [planted] = await page.context().cookies();
  await page.goto("/sign-in");
  const { csrfToken } = await (await page.request.get("/api/auth/csrf")).json();
  const data = { csrfToken, email: person.email, password };
  expect((await page.request.post("/api/auth/callback/credentials", { data })).status()).toBe(200);
  const sessions = await db.session.findMany({ where: { userId: person.id } });
  expect(sessions.map((one) => one.endedAt === null).sort()).toEqual([false, true]);
  const cookies = await page.context().cookies();
  expect(cookies.find(({ name }) => name === planted?.name)?.value).not.toBe(planted?.value);
});

test("known and unknown addresses get the same answer", async ({ page, db }) => {
  const person = await makePerson(db);
  const answers: unknown[] = [];
  for (const email of [person.email, "nobody-at-all@example.org", "not an address", ""]) {
    const { csrfToken } = await (await page.request.get("/api/auth/csrf")).json();
    const data = { csrfToken, email, password: "not the password at all" };
    const answer = await page.request.post("/api/auth/callback/credentials", { data });
    const { error } = await answer.json();
    answers.push({ status: answer.status(), code: error.code, message: error.message });
  }
  expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
});

test("after ten tries an account waits, others do not", async ({ page, db, allowTrouble }) => {
  allowTrouble(/status of 4(01|29)/);
  const [person, other] = [await makePerson(db), await makePerson(db, "Noor Haddad")];
  const { csrfToken } = await (await page.request.get("/api/auth/csrf")).json();
  const attempt = (email: string, given: string) =>
    page.request.post("/api/auth/callback/credentials", { data: { csrfToken, email, password: given } });
  for (let n = 0; n < 10; n++) expect((await attempt(person.email, `wrong ${n}`)).status()).toBe(401);
  const refused = await attempt(person.email, password);
  expect(refused.status()).toBe(429);
  expect(Number(refused.headers()["retry-after"])).toBeGreaterThan(200);
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert").first()).toHaveText("Too many tries. Try again in 5 minutes.");
  expect((await attempt(other.email, password)).status()).toBe(200);
});

const foreign = [
  "https://evil.example",
  "//evil.example",
  "/\\evil.example",
  "https:evil.example",
  "javascript:alert(1)",
  "/\t/evil.example",
  "/.//evil.example",
  "http://localhost.evil.example/",
];

test("nobody is sent to another site after signing in or out", async ({ page, db, baseURL, signIn }) => {
  const person = await makePerson(db);
  const origin = new URL(baseURL ?? "").origin;
  for (const callbackUrl of foreign) {
    const { csrfToken } = await (await page.request.get("/api/auth/csrf")).json();
    const data = { csrfToken, callbackUrl };
    const pair = { email: person.email, password };
    for (const [path, body] of [
      ["callback/credentials", { ...data, ...pair }],
      ["signout", data],
    ] as const) {
      const answer = await page.request.post(`/api/auth/${path}`, { data: body });
      if (answer.status() === 429)
        await db.rateLimit.deleteMany({ where: { key: { startsWith: "sign-in" } } });
      else expect(new URL((await answer.json()).url, origin).origin, `${path} ${callbackUrl}`).toBe(origin);
    }
    const asked = `/api/auth/signin?callbackUrl=${encodeURIComponent(callbackUrl)}`;
    const sent = await page.request.get(asked, { maxRedirects: 0 });
    expect(new URL(sent.headers().location ?? "", origin).origin, asked).toBe(origin);
  }
  await signIn(person);
  for (const next of foreign) {
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`).catch(() => undefined);
    expect(new URL(page.url()).origin).toBe(origin);
  }
});

test("a sign-in without our token or from planted cookies does nothing bad", async ({
  page,
  db,
  baseURL,
}) => {
  const person = await makePerson(db);
  const data = { csrfToken: "made up", email: person.email, password };
  const forged = await page.request.post("/api/auth/callback/credentials", { data });
  expect(forged.status()).toBe(403);
  expect(await db.session.count({ where: { userId: person.id } })).toBe(0);
  for (const name of ["sayso-return", "sayso-csrf", "sayso-session"])
    await page.context().addCookies([{ name, value: "nonsense", url: baseURL ?? "" }]);
  const { csrfToken } = await (await page.request.get("/api/auth/csrf")).json();
  const answer = await page.request.post("/api/auth/callback/credentials", { data: { ...data, csrfToken } });
  expect(answer.status()).toBe(200);
  expect((await page.request.get("/api/workspaces")).status()).toBe(200);
});
