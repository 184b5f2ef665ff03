import type { Screen, Stage } from "../screen";

const claims =
  (view: string) =>
  ({ world }: Stage) =>
    `/articles/${world.ferry}/claims?view=${view}`;

/** What is claimed and who claims it: claims of an article, ledgers, a source. */
export const claimScreens: Screen[] = [
  ...["table", "board", "matrix", "numbers"].map((view) => ({
    name: `claims/${view}`,
    as: "ines" as const,
    path: claims(view),
    isWhole: true as const,
  })),
  { name: "claims/hidden", as: "amara", path: claims("table") },
  { name: "claims/empty", as: "ines", path: ({ world }) => `/articles/${world.bare}/claims` },
  {
    name: "claims/none like this",
    as: "ines",
    path: (stage) => `${claims("table")(stage)}&state=split&kind=causal`,
  },
  {
    name: "claims/at every level",
    as: "ana",
    path: ({ world }) => `/articles/${world.levels}/claims`,
    isWhole: true,
  },
  {
    name: "claims/offline",
    as: "ines",
    path: claims("table"),
    bring: async ({ page, context }) => {
      await page.waitForLoadState("networkidle");
      await context.setOffline(true);
      await page.getByText(/You are offline/).waitFor();
    },
  },
  {
    name: "claims/reveal",
    as: "amara",
    path: claims("table"),
    bring: async ({ page }) => {
      await page.getByRole("button", { name: "Reveal all verdicts" }).click();
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "sources/of the article",
    as: "ines",
    path: ({ world }) => `/articles/${world.ferry}/sources`,
    isWhole: true,
  },
  {
    name: "sources/a row open",
    as: "ines",
    path: ({ world }) => `/articles/${world.ferry}/sources`,
    isWhole: true,
    bring: ({ page }) => page.getByRole("rowheader").getByRole("button").first().click(),
  },
  {
    name: "sources/merge",
    as: "ines",
    path: ({ world }) => `/articles/${world.ferry}/sources`,
    bring: async ({ page }) => {
      await page
        .getByRole("button", { name: /^Merge “.*into another source/ })
        .first()
        .press("Enter");
      await page.getByRole("dialog").getByRole("option").first().waitFor();
    },
  },
  { name: "sources/empty", as: "ines", path: ({ world }) => `/articles/${world.bare}/sources` },
  { name: "sources/of the workspace", as: "ines", path: "/sources", isWhole: true },
  { name: "sources/none like this", as: "ines", path: "/sources?q=nothing+such" },
  { name: "sources/empty workspace", as: "lone", path: "/sources" },
  { name: "sources/one", as: "ines", path: source, isWhole: true },
  {
    name: "sources/edit",
    as: "ines",
    path: source,
    bring: async ({ page }) => {
      await page.getByRole("button", { name: "Edit" }).click();
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "sources/edit, conflict",
    as: "ines",
    path: source,
    bring: async ({ page, db, world }) => {
      await page.getByRole("button", { name: "Edit" }).click();
      await page.getByRole("dialog").getByLabel("Role").fill("professor of transport");
      const where = { workspaceId: world.workspace, name: "Ruth Okell" };
      await db.source.updateMany({ where, data: { version: { increment: 1 } } });
      await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
      await page.getByRole("dialog").getByRole("alert").waitFor();
    },
  },
];

async function source({ db, world }: Stage): Promise<string> {
  const where = { workspaceId: world.workspace, name: "Ruth Okell" };
  return `/sources/${(await db.source.findFirstOrThrow({ where })).id}`;
}
