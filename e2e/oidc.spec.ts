import type { Page } from "@playwright/test";
import { toolEnv } from "@/lib/env";
import { makeUser } from "@/prisma/factories";
import { findFreePort } from "@/prisma/postgres-server";
import { type AppServer, startAppServer } from "./app-server";
import { expect, test } from "./fixtures";
import { startOidcServer } from "./oidc-server.mjs";

// Signing in at a real OpenID Connect server, through the browser.

const people = {
  noor: { email: "Noor@Provider.example", email_verified: true, name: "Noor Haddad" },
  old: { email: "old@provider.example", email_verified: true, name: "Somebody Else" },
  doubtful: { email: "doubtful@provider.example", email_verified: false, name: "Doubtful" },
  silent: { name: "No Address" },
  entra: { email: "entra@provider.example", name: "Says Nothing About It" },
};

let app: AppServer;
let provider: Awaited<ReturnType<typeof startOidcServer>>;

test.describe.configure({ mode: "default" });

test.beforeAll(async () => {
  const port = await findFreePort();
  const issuer = `http://localhost:${port}`;
  const database = toolEnv().SAYSO_E2E_DATABASE ?? "";
  app = await startAppServer(database, {
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: "sayso",
    OIDC_CLIENT_SECRET: "a secret of the test",
    OIDC_NAME: "Harbour House",
  });
  provider = await startOidcServer({ port, redirectUri: `${app.url}/api/auth/callback/oidc`, people });
});

test.afterAll(async () => {
  await app.stop();
  await provider.stop();
});

// The pages of the test's provider are not ours: it has no icon, and asks the internet for a font.
test.beforeEach(async ({ context, allowTrouble }) => {
  allowTrouble(new RegExp(new URL(provider.issuer).host));
  await context.route("https://fonts.googleapis.com/**", (route) =>
    route.fulfill({ contentType: "text/css", body: "" }),
  );
});

async function comeFromProvider(page: Page, login: string, from = "/sign-in?next=/workspaces/new") {
  await page.goto(app.url + from);
  await page.getByRole("button", { name: "Continue with Harbour House" }).click();
  await page.getByPlaceholder("Enter any login").fill(login);
  await page.getByPlaceholder("and password").fill("any");
  await page.getByRole("button", { name: "Sign-in" }).click();
  await page.getByRole("button", { name: "Continue" }).click();
}

test("a new person gets an account with a workspace, and the same one the next time", async ({
  page,
  db,
}) => {
  await comeFromProvider(page, "noor");
  await expect(page).toHaveURL(`${app.url}/workspaces/new`);
  const asked = provider.requests.find((one) => one.searchParams.has("code_challenge"));
  expect(asked?.searchParams.get("code_challenge_method")).toBe("S256");
  for (const name of ["state", "nonce"]) expect(asked?.searchParams.get(name)).toMatch(/.{20,}/);

  await page.getByRole("button", { name: "Account of Noor Haddad" }).click();
  await expect(page.getByRole("link", { name: "People of Noor Haddad’s workspace" })).toBeVisible();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(`${app.url}/sign-in`);

  await page.context().clearCookies();
  await comeFromProvider(page, "noor");
  await expect(page.getByRole("button", { name: "Account of Noor Haddad" })).toBeVisible();
  const users = await db.user.findMany({
    where: { email: "noor@provider.example" },
    include: { accounts: true, sessions: true },
  });
  expect(users).toHaveLength(1);
  expect(users[0]?.accounts).toMatchObject([
    { provider: `oidc ${provider.issuer}`, providerAccountId: "noor" },
  ]);
  expect(users[0]?.sessions.filter((one) => one.endedAt)).toHaveLength(1);
});

test("an address that has an account is never joined to it", async ({ page, db }) => {
  const old = await makeUser(db, { email: "old@provider.example", passwordHash: "x" });
  await comeFromProvider(page, "old");
  await expect(page.getByText(/exists already, with another way to sign in/)).toBeVisible();
  // Where to go afterwards is not lost.
  await expect(page.getByRole("link", { name: "Sign up" })).toHaveAttribute(
    "href",
    /next=%2Fworkspaces%2Fnew/,
  );
  expect(await db.account.count({ where: { userId: old.id } })).toBe(0);
  expect(await db.session.count({ where: { userId: old.id } })).toBe(0);
});

test("an address that the provider doubts, or no address, makes no account", async ({ page, db }) => {
  for (const login of ["doubtful", "silent"]) {
    await page.context().clearCookies();
    await comeFromProvider(page, login);
    await expect(page.getByText(/did not confirm an e-mail address/)).toBeVisible();
  }
  expect(await db.user.count({ where: { email: people.doubtful.email } })).toBe(0);
});

test("a provider that says nothing about the address is believed, since the team chose it", async ({
  page,
}) => {
  await comeFromProvider(page, "entra");
  await expect(page.getByRole("button", { name: "Account of Says Nothing About It" })).toBeVisible();
});

test("refusing at the provider comes back with a sentence", async ({ page }) => {
  await page.goto(`${app.url}/sign-in`);
  await page.getByRole("button", { name: "Continue with Harbour House" }).click();
  await page.getByRole("link", { name: "Cancel" }).click();
  await expect(page.getByText(/The provider did not let you in/)).toBeVisible();
});

test("a callback that nobody began signs nobody in", async ({ page }) => {
  await page.goto(`${app.url}/api/auth/callback/oidc?code=made-up&state=made-up`);
  await expect(page.getByText(/The provider did not let you in/)).toBeVisible();
  const names = (await page.context().cookies()).map(({ name }) => name);
  expect(names).not.toContain("sayso-session");
  expect((await page.request.get(`${app.url}/api/workspaces`)).status()).toBe(401);
});

test("a provider that is away is told in words", async ({ page, allowTrouble }) => {
  allowTrouble(/503/);
  const port = await findFreePort();
  const lonely = await startAppServer(toolEnv().SAYSO_E2E_DATABASE ?? "", {
    OIDC_ISSUER: `http://localhost:${port}`,
    OIDC_CLIENT_ID: "sayso",
    OIDC_CLIENT_SECRET: "x",
    OIDC_NAME: "Harbour House",
  });
  await page.goto(`${lonely.url}/sign-in`);
  await page.getByRole("button", { name: "Continue with Harbour House" }).click();
  await expect(page.getByText(/The provider does not answer/)).toBeVisible();
  await lonely.stop();
});
