import type { Screen } from "../screen";

/** The doors: accounts, invitations, workspaces, and pages that are not there. */
export const accountScreens: Screen[] = [
  { name: "accounts/sign in", path: "/sign-in" },
  {
    name: "accounts/sign in, wrong pair",
    path: "/sign-in",
    bring: async ({ page }) => {
      await page.getByLabel(/e-mail/i).fill("ines@sayso.example");
      await page.getByLabel(/^password/i).fill("not this one");
      await page.getByRole("button", { name: "Sign in", exact: true }).click();
      await page.locator("main").getByRole("alert").waitFor();
    },
  },
  { name: "accounts/sign in, ended", path: "/sign-in?reason=ended" },
  { name: "accounts/sign in, signed out in another window", path: "/sign-in?reason=elsewhere" },
  { name: "accounts/sign up", path: "/sign-up" },
  {
    name: "accounts/sign up, offline",
    path: "/sign-up",
    bring: async ({ page, context }) => {
      await page.getByLabel("Your name").fill("Eva Lind");
      await page.getByLabel("E-mail address").fill("eva@sayso.example");
      await page.getByLabel("Password", { exact: true }).fill("a long enough one");
      await context.setOffline(true);
      await page.getByRole("button", { name: "Sign up", exact: true }).click();
      await page.locator("main").getByRole("alert").waitFor();
    },
  },
  { name: "accounts/invitation", path: ({ world }) => `/invitations/${world.invitation}` },
  {
    name: "accounts/invitation, signed in",
    as: "newcomer",
    path: ({ world }) => `/invitations/${world.invitation}`,
  },
  { name: "accounts/invitation, used", path: ({ world }) => `/invitations/${world.usedInvitation}` },
  { name: "accounts/invitation, unknown", path: "/invitations/nothing-like-this" },
  { name: "accounts/not found", as: "ines", path: "/nowhere" },
  {
    name: "accounts/something went wrong",
    as: "ines",
    path: ({ world }) => `/articles/${world.broken}`,
    bring: ({ page }) => page.getByRole("button", { name: "Try again" }).waitFor(),
  },
  {
    name: "accounts/menu",
    as: "ines",
    path: "/",
    bring: ({ page }) => page.getByRole("banner").getByRole("button").last().click(),
  },
  {
    name: "workspaces/members",
    as: "ines",
    path: ({ world }) => `/workspaces/${world.workspace}`,
    isWhole: true,
  },
  {
    name: "workspaces/members, as a viewer",
    as: "vera",
    path: ({ world }) => `/workspaces/${world.workspace}`,
    isWhole: true,
  },
  {
    name: "workspaces/members, invited",
    as: "lone",
    path: ({ world }) => `/workspaces/${world.emptyWorkspace}`,
    isWhole: true,
    bring: async ({ page }) => {
      await page.getByRole("button", { name: "Make a link" }).click();
      await page.getByLabel("Invitation link").waitFor();
    },
  },
  {
    name: "workspaces/members, offline",
    as: "ines",
    path: ({ world }) => `/workspaces/${world.workspace}`,
    isWhole: true,
    bring: async ({ page, context }) => {
      await context.setOffline(true);
      await page.getByLabel("Role of Amara Boateng").selectOption("editor");
      await page.locator("main").getByRole("alert").first().waitFor();
    },
  },
  {
    name: "workspaces/remove",
    as: "ines",
    path: ({ world }) => `/workspaces/${world.workspace}`,
    bring: async ({ page }) => {
      await page
        .getByRole("button", { name: /^Remove/ })
        .first()
        .click();
      await page.getByRole("dialog").waitFor();
    },
  },
  { name: "workspaces/new", as: "newcomer", path: "/workspaces/new" },
];
