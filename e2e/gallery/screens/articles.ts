import { ferryInquiry } from "@/prisma/seed/ferry-inquiry";
import type { Screen, Stage } from "../screen";

const waiting = async ({ page }: Stage) => {
  await page.getByLabel("The article").fill(ferryInquiry.text);
  await page.getByRole("button", { name: "Show the preview" }).click();
};

async function preview(stage: Stage) {
  await waiting(stage);
  await stage.page.getByLabel("Title", { exact: true }).waitFor();
}

/** Articles: the list, and how one is imported. */
export const articleScreens: Screen[] = [
  { name: "articles/list", as: "ines", path: "/", isWhole: true },
  { name: "articles/list, as a viewer", as: "vera", path: "/", isWhole: true },
  { name: "articles/list, as who was invited", as: "guest", path: "/" },
  { name: "articles/archived", as: "ines", path: "/?archived=true" },
  { name: "articles/empty", as: "lone", path: "/" },
  { name: "articles/empty archive", as: "lone", path: "/?archived=true" },
  { name: "articles/no workspace", as: "newcomer", path: "/" },
  { name: "articles/nothing found", as: "ines", path: "/?q=nothing+such" },
  {
    name: "articles/offline",
    as: "ines",
    path: "/",
    bring: async ({ page, context }) => {
      await context.setOffline(true);
      await page.getByText("You are offline.").waitFor();
    },
  },
  {
    name: "articles/actions",
    as: "ines",
    path: "/",
    bring: ({ page }) => page.getByRole("button", { name: /^Actions for “Ferry/ }).click(),
  },
  {
    name: "articles/details",
    as: "ines",
    path: "/",
    bring: async ({ page }) => {
      await page.getByRole("button", { name: /^Actions for “Ferry/ }).click();
      await page.getByRole("menuitem", { name: /details/i }).click();
      await page.getByRole("dialog").getByLabel("Address").fill("no address");
      await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
    },
  },
  {
    name: "articles/details, conflict",
    as: "ines",
    path: "/",
    bring: async ({ page, db, world }) => {
      await page.getByRole("button", { name: /^Actions for “Harbour/ }).click();
      await page.getByRole("menuitem", { name: /details/i }).click();
      await page.getByRole("dialog").getByLabel("Author").fill("Nils Berg");
      await db.article.update({ where: { id: world.bare }, data: { version: { increment: 1 } } });
      await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
      await page.getByRole("dialog").getByRole("alert").waitFor();
    },
  },
  { name: "import/text", as: "ines", path: "/articles/new" },
  {
    name: "import/only a headline",
    as: "ines",
    path: "/articles/new",
    bring: async ({ page }) => {
      await page.getByLabel("The article").fill("Only a headline here");
      await page.getByRole("button", { name: "Show the preview" }).click();
      await page.locator("main").getByRole("alert").waitFor();
    },
  },
  {
    name: "import/preview is coming",
    as: "ines",
    path: "/articles/new",
    before: ({ page }) => page.route("**/api/articles/preview", () => {}),
    bring: waiting,
  },
  {
    name: "import/offline",
    as: "ines",
    path: "/articles/new",
    bring: async (stage) => {
      await stage.context.setOffline(true);
      await waiting(stage);
      await stage.page.locator("main").getByRole("alert").waitFor();
    },
  },
  { name: "import/preview", as: "ines", path: "/articles/new", isWhole: true, bring: preview },
  {
    name: "import/preview, problems",
    as: "ines",
    path: "/articles/new",
    bring: async (stage) => {
      await preview(stage);
      await stage.page.getByLabel("Title", { exact: true }).fill("");
      await stage.page.getByRole("button", { name: /^Import to/ }).click();
    },
  },
  {
    name: "import/here already",
    as: "ines",
    path: "/articles/new",
    bring: async (stage) => {
      await preview(stage);
      await stage.page.getByLabel("Address").fill(ferryInquiry.url);
      await stage.page.getByRole("button", { name: /^Import to/ }).click();
      await stage.page.getByRole("alert").filter({ hasText: "here already" }).waitFor();
    },
  },
  { name: "import/as a viewer", as: "vera", path: "/articles/new" },
];
